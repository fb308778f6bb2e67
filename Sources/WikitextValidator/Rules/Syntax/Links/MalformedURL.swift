import WikitextSyntax

/// `malformed-url`: the address of an external link leads nowhere.
struct MalformedURL: PageRule {
  let about = RuleDescription(
    id: "malformed-url",
    family: .syntax,
    severity: .error,
    summary: "The address of an external link leads nowhere.",
    explanation: """
      Found are addresses of `http` and `https` with the protocol twice (`http://https://…`), without a host \
      (`http:///a`), or with a host in which there is a comma, two dots in a row, or no dot and no port; not those \
      with templates in them. The fix takes the first of two protocols away.
      """,
    bad: "[http://https://example.org/isar Gauges]",
    good: "[https://example.org/isar Gauges]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    for kind in [SyntaxKind.url, .autolink] {
      for node in page.nodes(kind) where places.surroundings[node.id.rawValue].isDisjoint(with: [.code, .address]) {
        guard node.children.allSatisfy({ $0.kind == .text || $0.kind == .characterReference }) else { continue }
        check(node.range, page, &findings)
      }
    }
  }

  private func check(_ range: SourceRange, _ page: CheckedPage, _ findings: inout FindingList) {
    let source = page.source
    guard let host = MalformedURL.protocolEnd(source.span, range.start, range.end) else { return }
    var end = host
    while end < range.end, !"/?#".utf8.contains(source[end]) { end += 1 }
    if end > host, source[end - 1] == UInt8(ascii: ":") || MalformedURL.isProtocolName(source[host..<end]),
      end + 1 < range.end,
      source[end] == UInt8(ascii: "/"), source[end + 1] == UInt8(ascii: "/")
    {
      let second = MalformedURL.protocolEnd(source.span, host, range.end)
      let deleted = SyntaxEdit(deleting: SourceRange(start: range.start, end: host))
      let fix = second.map { _ in Fix("Take the first protocol away", [deleted]) }
      findings.report("the address \(page.excerpt(range)) has its protocol twice", at: range, fix: fix)
      return
    }
    let name = source[host..<end]
    if name.isEmpty {
      findings.report("the address \(page.excerpt(range)) has no host", at: range)
    } else if name.contains(UInt8(ascii: ",")) || name.containsPair(UInt8(ascii: ".")) {
      findings.report("the host \(page.excerpt(SourceRange(start: host, end: end))) can be none", at: range)
    } else if !name.contains(where: {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 >= 0x80 || $0 == UInt8(ascii: "%")
    }),
      !name.elementsEqual("localhost".utf8)
    {
      findings.report("the host \(page.excerpt(SourceRange(start: host, end: end))) has no dot", at: range)
    }
  }

  /// Past `http://` or `https://`.
  private static func protocolEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if Bytes.matches(source, at: start, end: end, "http://") { return start + 7 }
    return Bytes.matches(source, at: start, end: end, "https://") ? start + 8 : nil
  }

  private static func isProtocolName(_ name: ArraySlice<UInt8>) -> Bool {
    let name = name.map(ByteClass.lowercased)
    return name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8)
  }
}
