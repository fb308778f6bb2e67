import WikitextSyntax

/// Which calls of templates have the start of a line, section by section: they may begin what later lines belong to.
struct LineStarts {
  private var calls: [Int] = []
  private var headings: [Int] = []

  /// - Complexity: O(calls + headings).
  init(_ page: CheckedPage) {
    for kind in [SyntaxKind.template, .parserFunction] {
      for call in page.nodes(kind) {
        var start = call.range.start
        while start > 0, ByteClass.isBlank(page.source[start - 1]) || "*:;#".utf8.contains(page.source[start - 1]) {
          start -= 1
        }
        if start == 0 || ByteClass.isLineBreak(page.source[start - 1]) || page.source[start - 1] == UInt8(ascii: "}") {
          calls.append(call.range.start)
        }
      }
    }
    calls.sort()
    for heading in page.nodes(.heading) { headings.append(heading.range.start) }
  }

  /// Whether there is one in the section that an offset is in, before the offset.
  ///
  /// - Complexity: O(log calls).
  func hasCall(before offset: Int) -> Bool {
    let heading = headings.partitioningIndex { $0 >= offset }
    let sectionStart = heading == 0 ? 0 : headings[heading - 1]
    let call = calls.partitioningIndex { $0 >= sectionStart }
    return call < calls.count && calls[call] < offset
  }
}
