public import WikitextDocument
public import WikitextNormalizer
public import WikitextSyntax

/// Says what is wrong with pages, and never changes them.
///
///     var validator = Validator()
///     let findings = validator.validate(SyntaxTree(parsing: "<center>Isar</center>"))
///     findings[0].rule       // "obsolete-tag"
///
/// Keep one for each thread: it holds the scratch space of the stages before it.
public struct Validator: ~Copyable {
  private let rules: RuleSelection
  private let stages: PageStages

  /// A validator with the rules of a selection.
  ///
  /// - Parameters:
  ///   - rules: the rules that are on.
  ///   - data: what is known of templates, infoboxes and words.
  public init(rules: RuleSelection = .standard, data: NormalizerData = .standard) {
    self.rules = rules
    stages = PageStages(data)
  }

  /// What is wrong with a page of wikitext, sorted by place.
  ///
  /// - Complexity: O(bytes of the page + n log n) for n findings.
  public mutating func validate(_ tree: SyntaxTree) -> [Finding] {
    validate(CheckedPage(tree, stages: stages, rules: rules.asked))
  }

  /// What is wrong with a page that was read already, sorted by place: a rendered one, as a rule, for of wikitext only
  /// the rules are asked that need no syntax tree.
  public mutating func validate(_ document: Document) -> [Finding] {
    validate(CheckedPage(document, stages: stages, rules: rules.asked))
  }

  private func validate(_ page: CheckedPage) -> [Finding] {
    var list = FindingList()
    var last: RuleSelection.Selected?
    // By index: a copy of a rule costs more than a small page.
    for index in rules.selected.indices where rules.selected[index].about.dialects.contains(page.dialect) {
      guard let rule = rules.selected[index].page else { continue }
      if rule is UnusedIgnore {
        last = rules.selected[index]
        continue
      }
      list.begin(rules.selected[index].id, rules.selected[index].severity)
      rule.check(page, &list)
    }
    list.reportOmitted()
    let findings = page.ignores.remaining(of: list.sorted())
    // Last of all: which comments pass over something shows only now.
    guard let last, !page.ignores.comments.isEmpty else { return findings }
    var more = FindingList()
    more.begin(last.id, last.severity)
    last.page?.check(page, &more)
    return more.findings.isEmpty ? findings : (findings + more.findings).sorted()
  }

  /// What is wrong with a record of Article JSON or Document JSON, sorted by place. Ranges are those of the record.
  ///
  /// - Parameters:
  ///   - record: the record's text; of JSON Lines one line.
  ///   - source: the page that it was made of, in UTF-8, where that is at hand.
  /// - Returns: the findings.
  /// - Complexity: O(bytes of the record and the page + n log n) for n findings.
  public func validate(record: [UInt8], source: [UInt8]? = nil) -> [Finding] {
    var findings = FindingList()
    let record = CheckedRecord(record, page: source)
    for selected in rules.selected {
      guard let rule = selected.record else { continue }
      findings.begin(selected.id, selected.severity)
      rule.check(record, &findings)
    }
    findings.reportOmitted()
    return findings.sorted()
  }
}
