import WikitextSyntax

/// `record-references`: numbers that lead to nothing in the record.
struct RecordReferences: RecordRule {
  let about = RuleDescription(
    id: "record-references",
    family: .records,
    severity: .error,
    summary: "A number or name in a record leads to nothing.",
    explanation: """
      Paragraphs, cells and values cite references by their numbers, short references lead to works, sections to tables, \
      an infobox to the one around it. Found are those whose number or name nothing in the record has, and two references of one \
      number. Of Document JSON the numbers of references are looked at.
      """,
    bad: RecordExamples.article(
      field: RecordExamples.length(raw: "295 km", start: 23),
      others: ",\"sections\":[{\"type\":\"section\",\"has_parts\":[{\"type\":\"paragraph\",\"value\":\"The Isar.\","
        + "\"citations\":[{\"identifier\":7}]}]}],\"references\":[{\"identifier\":0,\"uses\":1}]"
    ),
    good: RecordExamples.article(
      field: RecordExamples.length(raw: "295 km", start: 23),
      others: ",\"sections\":[{\"type\":\"section\",\"has_parts\":[{\"type\":\"paragraph\",\"value\":\"The Isar.\","
        + "\"citations\":[{\"identifier\":0}]}]}],\"references\":[{\"identifier\":0,\"uses\":1}]"
    )
  )

  func check(_ record: CheckedRecord, _ findings: inout FindingList) {
    guard let tree = record.tree, tree.nodes[0].kind == .object else { return }
    switch record.kind {
    case .article: checkArticle(tree, &findings)
    case .document: checkDocument(tree, &findings)
    }
  }

  private func checkArticle(_ tree: JSONTree, _ findings: inout FindingList) {
    var references: Set<Int> = []
    for reference in tree.elements("references", of: 0) {
      guard let node = tree.member("identifier", of: reference), let number = tree.integer(node) else { continue }
      if !references.insert(number).inserted {
        findings.report("two references have the number \(number)", at: tree.range(of: node))
      }
    }
    let tables = Set(tree.elements("tables", of: 0).compactMap { tree.string(tree.member("identifier", of: $0)) })
    let infoboxes = tree.elements("infoboxes", of: 0).count
    let works = worksOf(tree)
    for node in tree.nodes.indices {
      let name = tree.source[tree.nodes[node].name]
      let parent = tree.nodes[node].parent
      if name.elementsEqual("citations".utf8) {
        for citation in tree.children(of: node) {
          check(tree.member("identifier", of: citation), in: references, "reference", tree, &findings)
        }
      } else if name.elementsEqual("references".utf8), parent > 0 {
        for number in tree.children(of: node) { check(number, in: references, "reference", tree, &findings) }
      } else if name.elementsEqual("table_references".utf8) {
        for table in tree.children(of: node) {
          check(tree.member("identifier", of: table), in: tables, "table", tree, &findings)
        }
      } else if name.elementsEqual("short_references".utf8) {
        for reference in tree.children(of: node) {
          check(tree.member("item", of: reference), in: works, "work", tree, &findings)
          check(tree.member("reference", of: reference), in: references, "reference", tree, &findings)
        }
      }
    }
    for (place, infobox) in tree.elements("infoboxes", of: 0).enumerated() {
      guard let parent = tree.member("parent", of: infobox), let number = tree.integer(parent),
        !(0..<infoboxes).contains(number) || number == place
      else { continue }
      findings.report("the record has no infobox \(number) around this one", at: tree.range(of: parent))
    }
  }

  /// The names of the works: of references, and of the bibliography.
  private func worksOf(_ tree: JSONTree) -> Set<String> {
    var works: Set<String> = []
    for work in tree.elements("bibliography", of: 0) {
      if let name = tree.string(tree.member("id", of: work)) { works.insert(name) }
    }
    for reference in tree.elements("references", of: 0) {
      for work in tree.elements("more_csl", of: reference) + [tree.member("csl", of: reference)].compactMap(\.self) {
        if let name = tree.string(tree.member("id", of: work)) { works.insert(name) }
      }
    }
    return works
  }

  private func checkDocument(_ tree: JSONTree, _ findings: inout FindingList) {
    let count = tree.elements("references", of: 0).count
    for node in tree.nodes.indices where tree.nodes[node].kind == .object {
      guard tree.string(tree.member("type", of: node)) == "reference", let number = tree.member("number", of: node),
        let value = tree.integer(number), !(0..<count).contains(value)
      else { continue }
      let references = count == 1 ? "1 reference" : "\(count) references"
      findings.report("the record has \(references), and none of the number \(value)", at: tree.range(of: number))
    }
  }

  private func check(
    _ node: Int?,
    in known: Set<Int>,
    _ what: String,
    _ tree: JSONTree,
    _ findings: inout FindingList
  ) {
    guard let node, let number = tree.integer(node), !known.contains(number) else { return }
    findings.report("the record has no \(what) of the number \(number)", at: tree.range(of: node))
  }

  private func check(
    _ node: Int?,
    in known: Set<String>,
    _ what: String,
    _ tree: JSONTree,
    _ findings: inout FindingList
  ) {
    guard let node, let name = tree.string(node), !known.contains(name) else { return }
    findings.report("the record has no \(what) named \"\(Excerpt.short(name))\"", at: tree.range(of: node))
  }
}

extension JSONTree {
  /// The elements of an array that an object has; none where it has no such member.
  func elements(_ name: String, of node: Int) -> [Int] {
    guard let array = member(name, of: node), nodes[array].kind == .array else { return [] }
    return Array(children(of: array))
  }
}
