import WikitextSyntax

/// `repeated-reference`: a page has the same reference twice, without a name.
struct RepeatedReference: PageRule {
  let about = RuleDescription(
    id: "repeated-reference",
    family: .structure,
    severity: .info,
    summary: "A page has the same reference twice, without a name.",
    explanation: """
      Each copy gets a number and a line in the list. With a name one content serves all: `<ref \
      name="Atlas">…</ref>`, then `<ref name="Atlas" />`. Found are references without a name whose contents are \
      the same byte for byte, but for white space at their ends, and are longer than 20 bytes, for "ibid." is not \
      the same twice.
      """,
    bad: "Long<ref>Atlas of Bavarian rivers, p. 3</ref> and wide<ref>Atlas of Bavarian rivers, p. 3</ref>",
    good: "Long<ref name=\"Atlas\">Atlas of Bavarian rivers, p. 3</ref> and wide<ref name=\"Atlas\" />"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, let places = page.places else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    let source = page.source
    let number = page.configuration.extensionTags.firstIndex { $0.name == "ref" }
    for node in page.nodes(.extensionTag) {
      guard places.surroundings[node.id.rawValue].isDisjoint(with: [.code, .includeOnly]),
        node.detail == number, let tag = ExtensionTagSyntax(node), tag.isClosed
      else { continue }
      let attributes = tag.attributes
      guard !attributes.contains(where: { $0.name == "name" || $0.name == "follow" }) else { continue }
      let content = ByteClass.trimmed(source.span, tag.contentRange.offsets)
      guard content.count > 20 else { continue }
      // References of two groups are two even where they say the same.
      let group = (attributes.last { $0.name == "group" }?.value ?? "").utf8
      let key = group.isEmpty ? source[content] : (Array(group) + [0] + source[content])[...]
      if !seen.insert(key).inserted {
        findings.report(
          "the page has the reference \(page.excerpt(SourceRange(content))) before; give it a name",
          at: node.range
        )
      }
    }
  }
}
