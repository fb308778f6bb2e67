import WikitextSyntax

/// `record-evidence`: values that do not stand where the record says.
struct RecordEvidence: RecordRule {
  let about = RuleDescription(
    id: "record-evidence",
    family: .records,
    severity: .error,
    summary: "A value is not what stands at its place in the page.",
    explanation: """
      Every value of a record says where in the page it stands (`source`) and how the page writes it (`raw`). Found are \
      places that end before they begin or behind the page's end, values that stand outside of their field, and values \
      whose `raw` is not what stands at their place: in the page, where it is given beside the record, else in the field's \
      own `raw`. Such a record was changed after it was made, or belongs to another revision of the page. Of Document JSON \
      the places of nodes (`bytes`) are looked at.
      """,
    bad: RecordExamples.article(field: RecordExamples.length(raw: "259 km", start: 23, number: "259")),
    good: RecordExamples.article(field: RecordExamples.length(raw: "295 km", start: 23))
  )

  func check(_ record: CheckedRecord, _ findings: inout FindingList) {
    guard let tree = record.tree else { return }
    let size = record.page?.count ?? tree.sizeOfPage
    for node in tree.nodes.indices {
      let name = tree.source[tree.nodes[node].name]
      if name.elementsEqual("source".utf8) || name.elementsEqual("bytes".utf8) {
        checkPlace(node, size, tree, &findings)
      } else if name.elementsEqual("raw".utf8) {
        checkRaw(node, record, tree, &findings)
      } else if name.elementsEqual("typed".utf8), tree.nodes[node].parent >= 0 {
        checkTyped(node, tree, &findings)
      }
    }
  }

  /// A place has to lie in the page.
  private func checkPlace(_ node: Int, _ size: Int?, _ tree: JSONTree, _ findings: inout FindingList) {
    guard tree.nodes[node].kind == .object || tree.nodes[node].kind == .array else { return }
    guard let place = tree.place(node) else {
      findings.report("this place is no range of bytes", at: tree.range(of: node))
      return
    }
    guard let size, place.upperBound > size else { return }
    findings.report("the place ends at \(place.upperBound), and the page has \(size) bytes", at: tree.range(of: node))
  }

  /// What a record says that stands at a place has to stand there.
  private func checkRaw(_ node: Int, _ record: CheckedRecord, _ tree: JSONTree, _ findings: inout FindingList) {
    guard let raw = tree.string(node), let place = tree.place(tree.member("source", of: tree.nodes[node].parent)) else {
      return
    }
    // Bytes of the page that are no UTF-8 came out as another character.
    guard !raw.unicodeScalars.contains("\u{FFFD}") else { return }
    if let page = record.page {
      guard place.upperBound <= page.count, !page[place].elementsEqual(raw.utf8) else { return }
      let there = Excerpt.short(String(decoding: page[place], as: UTF8.self))
      findings.report(
        "\"\(Excerpt.short(raw))\" is not what the page has there: \"\(there)\"",
        at: tree.range(of: node)
      )
    } else if raw.utf8.count != place.count {
      findings.report(
        "\"\(Excerpt.short(raw))\" has \(raw.utf8.count) bytes, and its place \(place.count)",
        at: tree.range(of: node)
      )
    }
  }

  /// The values of a field have to stand in it, and to be there what its text has.
  private func checkTyped(_ node: Int, _ tree: JSONTree, _ findings: inout FindingList) {
    let field = tree.nodes[node].parent
    guard let outer = tree.place(tree.member("source", of: field)) else { return }
    let text = tree.string(tree.member("raw", of: field)).map { Array($0.utf8) }
    var seen: Set<Int> = []
    var waiting = Array(tree.children(of: node))
    while let value = waiting.popLast() {
      guard tree.nodes[value].kind == .object, seen.insert(value).inserted else { continue }
      if let parts = tree.member("values", of: value) { waiting += tree.children(of: parts) }
      guard let source = tree.member("source", of: value), let place = tree.place(source) else { continue }
      guard outer.lowerBound <= place.lowerBound, place.upperBound <= outer.upperBound else {
        findings.report(
          "the value stands at \(place.lowerBound)–\(place.upperBound), outside of its field at "
            + "\(outer.lowerBound)–\(outer.upperBound)",
          at: tree.range(of: source)
        )
        continue
      }
      guard let text, text.count == outer.count, let rawNode = tree.member("raw", of: value),
        let raw = tree.string(rawNode), raw.utf8.count == place.count
      else { continue }
      let there = text[place.lowerBound - outer.lowerBound..<place.upperBound - outer.lowerBound]
      if !there.elementsEqual(raw.utf8), !raw.unicodeScalars.contains("\u{FFFD}") {
        let shown = Excerpt.short(String(decoding: there, as: UTF8.self))
        findings.report(
          "\"\(Excerpt.short(raw))\" is not what its field has there: \"\(shown)\"",
          at: tree.range(of: rawNode)
        )
      }
    }
  }
}

extension JSONTree {
  /// How many bytes the page has, as Article JSON says it (`version.size.value`); of Document JSON where its root ends.
  fileprivate var sizeOfPage: Int? {
    if let bytes = place(member("bytes", of: 0)) { return bytes.upperBound }
    return member("version", of: 0).flatMap { member("size", of: $0) }.flatMap { integer(member("value", of: $0)) }
  }
}
