import WikitextSyntax

/// `redundant-link-text`: the text of a link is its target.
struct RedundantLinkText: PageRule {
  let about = RuleDescription(
    id: "redundant-link-text",
    family: .syntax,
    severity: .info,
    summary: "The text of a link is its target.",
    explanation: """
      `[[Isar|Isar]]` is `[[Isar]]`: the text says nothing that the target does not. Found are links to articles \
      whose text is the target itself, but for underscores and, on wikis where it does not count, the case of the \
      first letter. The fix writes the short form.
      """,
    bad: "The [[Isar|Isar]] and the [[River|river]]",
    good: "The [[Isar]] and the [[river]]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let ignoresCase = page.configuration.titleCase == .firstLetter
    let source = page.source
    for node in page.nodes(.wikilink) where node.detail == Namespace.main {
      guard let target = node.firstChild(.linkTarget), let text = node.firstChild(.linkText) else { continue }
      let targetRange = target.range
      let textRange = SourceRange(start: text.range.start + 1, end: text.range.end)
      guard targetRange.count == textRange.count, !targetRange.isEmpty,
        target.children.allSatisfy({ $0.kind == .text }),
        text.children.allSatisfy({ $0.kind == .text || $0.kind == .delimiter }),
        isSame(source[targetRange.offsets], source[textRange.offsets], ignoresCase: ignoresCase)
      else { continue }
      let fix = Fix(
        "Delete the target",
        [SyntaxEdit(deleting: SourceRange(start: targetRange.start, end: textRange.start))]
      )
      findings.report("the text of \(page.excerpt(node.range)) is its target", at: node.range, fix: fix)
    }
  }

  private func isSame(_ target: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, ignoresCase: Bool) -> Bool {
    for (place, (first, second)) in zip(target, text).enumerated() {
      if first == second { continue }
      if place == 0, ignoresCase, first | 0x20 == second | 0x20, ByteClass.isLetter(first) { continue }
      if first == UInt8(ascii: "_"), second == 0x20, place > 0 { continue }
      return false
    }
    return text.first != UInt8(ascii: "/") && text.first != UInt8(ascii: ":")
      && !text.contains { "#%&_".utf8.contains($0) }
  }
}
