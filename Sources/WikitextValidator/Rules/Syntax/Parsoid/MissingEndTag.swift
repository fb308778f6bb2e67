import WikitextSyntax

/// `missing-end-tag`: elements, and bold and italic text, that the page does not close.
struct MissingEndTag: PageRule {
  let about = RuleDescription(
    id: "missing-end-tag",
    family: .syntax,
    severity: .warning,
    summary: "A tag, or bold or italic text, is opened and not closed.",
    explanation: """
      What is opened and never closed ends where the browser, or MediaWiki, ends it: bold and italic text at the end of \
      its line, a `<div>` with the cell or the page, so that all that follows stands in it. Elements whose end tag HTML \
      lets you leave out everywhere (`<li>`, `<tr>`, `<td>`, `<th>`) are not found, nor are those that another category \
      is about: `misnested-tag`, `html5-misnesting`, `unclosed-quotes-in-heading`, `missing-end-tag-in-heading`.

      A template may bring the end tag along. Templates are not expanded here, so such a pair is found, as it is by \
      MediaWiki: both belong into the template, or both into the page.

      The fix closes bold and italic text where MediaWiki does, which is at the end of the line.
      """,
    bad: "The river ''Isar",
    good: "The river ''Isar''",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.missingEndTag) {
      let fix = UnclosedQuotes.certainEnd(of: node, page).map { end in
        Fix(
          "Close the text at the end of its line",
          [SyntaxEdit(inserting: node.endSpelling, at: end)],
          within: SourceRange(start: Int(node.start), end: Int(node.end))
        )
      }
      findings.report(
        "\(node.spelling) is not closed; add \(node.endSpelling) where it should end",
        at: node.openRange,
        fix: fix
      )
    }
  }
}

/// Bold and italic text that is closed by the end of its line.
enum UnclosedQuotes {
  /// Where it is to be closed; nil unless it is certain that this is meant and that nothing else on the line changes: its
  /// mark is the only one on the line.
  static func certainEnd(of node: MarkupNode, _ page: CheckedPage) -> Int? {
    guard node.flags.contains(.quotes) else { return nil }
    let source = page.source
    var end = Int(node.end)
    let isAtLineEnd = end == source.count || source[end] == 0x0A || source[end...].starts(with: [0x0D, 0x0A])
    while end > Int(node.openEnd), [0x20, 0x09, 0x0D].contains(source[end - 1]) { end -= 1 }
    guard isAtLineEnd, end > Int(node.openEnd), source[end - 1] != apostrophe,
      !hasMark(source[Int(node.openEnd)..<end]), !hasMark(startOfLine(before: Int(node.start), source))
    else { return nil }
    return end
  }

  private static let apostrophe = UInt8(ascii: "'")
  /// Lines are looked at this far before a mark: there may be many marks on one line.
  private static let lookedAt = 1_000

  /// The bytes of a line before an offset.
  private static func startOfLine(before offset: Int, _ source: [UInt8]) -> ArraySlice<UInt8> {
    var start = offset
    while start > max(0, offset - lookedAt), source[start - 1] != 0x0A { start -= 1 }
    return source[start..<offset]
  }

  private static func hasMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == apostrophe, previous == byte { return true }
      previous = byte
    }
    return false
  }
}
