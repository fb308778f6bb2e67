import WikitextSyntax

/// `tidy-whitespace-bug`: a space at the end of text that may not break, where the line has to break.
struct TidyWhitespaceBug: PageRule {
  let about = RuleDescription(
    id: "tidy-whitespace-bug",
    family: .syntax,
    severity: .warning,
    summary: "An element with `nowrap` ends in a space, and a long line can break nowhere else.",
    explanation: """
      A line cannot break at a space inside of an element with `nowrap`. Where one such element follows the other \
      without a space between, as in lists of links, the line runs out of its box. Put the space behind the end tag. \
      Found are runs of at least 100 bytes without a place to break.
      """,
    bad: """
      <span class="nowrap">Scharnitz in Tyrol, </span><span class="nowrap">Mittenwald near the border, </span><span \
      class="nowrap">Lenggries below the reservoir, </span><span class="nowrap">Bad Tölz at the edge of the Alps</span>
      """,
    good: """
      <span class="nowrap">Scharnitz in Tyrol,</span> <span class="nowrap">Mittenwald near the border,</span> <span \
      class="nowrap">Lenggries below the reservoir,</span> <span class="nowrap">Bad Tölz at the edge of the Alps</span>
      """
  )

  /// Shorter runs fit into any line (`tidyWhitespaceBugMaxLength` of Parsoid).
  static let shortestRun = 100

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let attributes = page.markupAttributes else { return }
    var runs = NowrapRuns(markup: markup, attributes: attributes, source: page.source)
    for (index, node) in markup.nodes.enumerated() where node.flags.contains(.literal) && node.first != 0 {
      for found in runs.unbreakable(from: UInt32(truncatingIfNeeded: index)) {
        findings.report(
          "the space at the end of \(markup[found].spelling) with nowrap is no place to break the line; put it behind",
          at: markup[found].range
        )
      }
    }
  }
}

/// Runs of siblings in which a line cannot break.
private struct NowrapRuns {
  let markup: MarkupTree
  let attributes: MarkupAttributes
  let source: [UInt8]
  /// Up to this node all are done: runs are looked at once.
  private var done: Set<UInt32> = []

  init(markup: MarkupTree, attributes: MarkupAttributes, source: [UInt8]) {
    self.markup = markup
    self.attributes = attributes
    self.source = source
  }

  /// The elements of the run that begins with one with `nowrap` which hold back a space, if the run is long.
  mutating func unbreakable(from start: UInt32) -> [UInt32] {
    guard !isBlock(start), !done.contains(start), attributes.forbidsBreaks(markup[start]) else { return [] }
    var length = 0
    var holding: [UInt32] = []
    var candidate: UInt32?
    var node = start
    while node != 0, !isBlock(node), !breaksLine(node) {
      let isNowrap = markup[node].flags.contains(.literal) && attributes.forbidsBreaks(markup[node])
      let leading = isNowrap ? nil : bytesBeforeSpace(node)
      if let held = candidate, leading != 0 { holding.append(held) }
      candidate = nil
      if isNowrap {
        done.insert(node)
        length += textLength(node)
        let last = markup[node].last
        if last != 0, markup[last].name == .text || markup[last].name == .blank, markup.endsInSpace(last) {
          candidate = node
        }
      } else {
        length += leading ?? textLength(node)
        if leading != nil { break }
      }
      node = markup[node].next
    }
    guard !holding.isEmpty else { return [] }
    return length + lengthBefore(start) >= TidyWhitespaceBug.shortestRun ? holding : []
  }

  private func isBlock(_ node: UInt32) -> Bool { markup[node].name.traits.contains(.block) }

  private func breaksLine(_ node: UInt32) -> Bool {
    switch markup[node].name.tag {
    case .br?, .hr?, .wbr?: true
    default: false
    }
  }

  private func text(_ node: UInt32) -> ArraySlice<UInt8> {
    let record = markup[node]
    if record.name == .text || record.name == .blank { return source[record.range.offsets] }
    return source[min(Int(record.openEnd), Int(record.end))..<Int(record.end)]
  }

  /// How long the text is, markup in it included.
  private func textLength(_ node: UInt32) -> Int { text(node).count }

  /// How many bytes there are before the first space; nil where there is none.
  private func bytesBeforeSpace(_ node: UInt32) -> Int? {
    let text = text(node).prefix(2 * TidyWhitespaceBug.shortestRun)
    return text.firstIndex(where: isSpace).map { $0 - text.startIndex }
  }

  /// How many bytes before a node there is no space in.
  private func lengthBefore(_ start: UInt32) -> Int {
    var length = 0
    var node = markup[start].previous
    while node != 0, !isBlock(node), length < TidyWhitespaceBug.shortestRun {
      let text = text(node)
      if let space = text.suffix(TidyWhitespaceBug.shortestRun).lastIndex(where: isSpace) {
        return length + text.endIndex - 1 - space
      }
      length += text.count
      node = markup[node].previous
    }
    return length
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09) < 5 }
}
