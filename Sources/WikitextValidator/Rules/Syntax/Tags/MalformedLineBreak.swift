import WikitextSyntax

/// `malformed-line-break`: a line break is written as no tag should be: `</br>`, `<br\>`.
struct MalformedLineBreak: PageRule {
  let about = RuleDescription(
    id: "malformed-line-break",
    family: .syntax,
    severity: .warning,
    summary: "A line break is written as no tag should be: `</br>`, `<br\\>`.",
    explanation: """
      MediaWiki makes a line break of `</br>` by way of exception, other programs do not; `<br\\>`, `<br.>`, \
      `<\\br>` and `<br?>` are shown as text. The fix writes `<br>`.
      """,
    bad: "The Isar</br>in Munich<br\\>and Landshut",
    good: "The Isar<br>in Munich<br>and Landshut",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for tag in page.nodes(.endTag) where tag.detail == Int(HTMLTag.br.rawValue) && tag.flags.contains(.stray) {
      report(tag.range, page, &findings)
    }
    guard let places = page.places else { return }
    for mark in page.textMarks where mark.byte == UInt8(ascii: "<") && mark.count == 1 {
      guard places.surroundings[mark.leaf].isDisjoint(with: [.code, .address]),
        let end = MalformedLineBreak.end(mark.start, page.source)
      else { continue }
      report(SourceRange(start: mark.start, end: end), page, &findings)
    }
  }

  private func report(_ range: SourceRange, _ page: CheckedPage, _ findings: inout FindingList) {
    let fix = Fix("Write <br>", [SyntaxEdit(replacing: range, with: "<br>")])
    findings.report("\(page.excerpt(range)) should be <br>", at: range, fix: fix)
  }

  /// The end of a `<`, `br` and `>` with one mark too many between them.
  private static func end(_ start: Int, _ source: [UInt8]) -> Int? {
    guard start + 4 < source.count else { return nil }
    let bytes = source[(start + 1)...].prefix(4).map(ByteClass.lowercased)
    guard bytes[3] == UInt8(ascii: ">") else { return nil }
    let isBefore = isSlip(bytes[0]) && bytes[1...2].elementsEqual("br".utf8)
    let isBehind = isSlip(bytes[2]) && bytes[0...1].elementsEqual("br".utf8)
    return isBefore || isBehind ? start + 5 : nil
  }

  private static func isSlip(_ byte: UInt8) -> Bool { "\\.,?|-".utf8.contains(byte) }
}
