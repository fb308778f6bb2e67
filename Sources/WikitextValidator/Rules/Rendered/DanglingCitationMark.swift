import WikitextDocument
import WikitextSyntax

/// `dangling-citation-mark`: citation marks that lead to nothing.
struct DanglingCitationMark: PageRule {
  let about = RuleDescription(
    id: "dangling-citation-mark",
    family: .rendered,
    severity: .warning,
    summary: "A citation mark leads to a reference that the page does not have.",
    explanation: """
      A mark such as `[7]` behind a word or sentence, and no list of the page has an entry of that number: the list was cut off, or lost \
      entries. What the sentence is based on cannot be told. In texts a number in brackets counts as a mark \
      where it touches what stands before it, and, where the page has no references at all, only behind the end of a \
      sentence or clause.
      """,
    bad: "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1] It is long.[7]\n\n"
      + "References[edit]\n\n 1. ^ Atlas of rivers\n",
    good: "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1] It is long.[2]\n\n"
      + "References[edit]\n\n 1. ^ Atlas of rivers\n 2. ^ Another atlas of rivers\n",
    dialects: [.pageText, .html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let references = page.document.references
    let hasList = references.contains { $0.definition != nil }
    for reference in references where reference.definition == nil {
      for mark in reference.uses {
        // A text may have numbers in brackets that are no marks; in HTML they are links.
        guard page.dialect == .html || isAttached(mark.range.offsets, page.source, hasList: hasList) else { continue }
        let shown = mark.attribute("mark") ?? reference.name ?? ""
        findings.report("the mark \"\(Excerpt.short(shown))\" leads to no reference", at: mark.range)
      }
    }
    for node in page.document.root.descendants where node.kind == .text && !node.range.isEmpty {
      checkText(node.range.offsets, page.source, hasList: hasList, &findings)
    }
  }

  private func checkText(_ range: Range<Int>, _ source: [UInt8], hasList: Bool, _ findings: inout FindingList) {
    var index = range.lowerBound
    while let open = source[index..<range.upperBound].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      let digits = source[index..<range.upperBound].prefix { $0 &- 0x30 < 10 }
      let close = digits.endIndex
      guard (1...3).contains(digits.count), digits.first != UInt8(ascii: "0"), close < range.upperBound,
        source[close] == UInt8(ascii: "]"), isAttached(open..<close + 1, source, hasList: hasList)
      else { continue }
      let number = String(decoding: digits, as: UTF8.self)
      findings.report("the mark [\(number)] leads to no reference", at: SourceRange(start: open, end: close + 1))
    }
  }

  /// Whether brackets touch the end of a clause or word, and nothing follows that makes them part of one.
  private func isAttached(_ mark: Range<Int>, _ source: [UInt8], hasList: Bool) -> Bool {
    guard mark.lowerBound > 0, mark.upperBound <= source.count else { return false }
    let before = source[mark.lowerBound - 1]
    let isBehindClause = [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22].contains(before) || before >= 0x80
    let isBehindWord = (before | 0x20) &- 0x61 < 26 || before &- 0x30 < 10 || before == UInt8(ascii: "]")
    let behind = mark.upperBound < source.count ? source[mark.upperBound] : 0x20
    let isFollowed = (behind | 0x20) &- 0x61 < 26 || behind &- 0x30 < 10 || behind == UInt8(ascii: "(")
    return (isBehindClause || hasList && isBehindWord) && !isFollowed
  }
}
