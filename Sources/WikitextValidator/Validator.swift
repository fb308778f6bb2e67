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
  private let data: NormalizerData
  private let stages: Stages

  /// A validator with the rules of a selection.
  ///
  /// - Parameters:
  ///   - rules: the rules that are on.
  ///   - data: what is known of templates, infoboxes and words.
  public init(rules: RuleSelection = .standard, data: NormalizerData = .standard) {
    self.rules = rules
    self.data = data
    stages = Stages(data)
  }

  /// What is wrong with a page of wikitext, sorted by place.
  ///
  /// - Complexity: O(bytes of the page + n log n) for n findings.
  public mutating func validate(_ tree: SyntaxTree) -> [Finding] {
    let stages = stages
    return validate(
      CheckedPage(
        tree,
        data: data,
        read: { stages.read(tree) },
        normalize: { stages.normalize($0) },
        knowledge: { stages.knowledge(of: tree.configuration) }
      )
    )
  }

  /// What is wrong with a page that was read already, sorted by place: a rendered one, as a rule, for of wikitext only
  /// the rules are asked that need no syntax tree.
  public mutating func validate(_ document: Document) -> [Finding] {
    let stages = stages
    return validate(
      CheckedPage(
        document,
        data: data,
        normalize: { stages.normalize($0) },
        knowledge: { stages.knowledge(of: document.configuration) }
      )
    )
  }

  private func validate(_ page: CheckedPage) -> [Finding] {
    var findings = FindingList()
    for selected in rules.selected where selected.about.dialects.contains(page.dialect) {
      guard let rule = selected.page else { continue }
      findings.begin(selected.id, selected.severity)
      rule.check(page, &findings)
    }
    return findings.sorted()
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
    return findings.sorted()
  }

  /// The stages before validation, of the wiki that was met last.
  private final class Stages {
    private let data: NormalizerData
    private var reader: DocumentReader?
    private var normalizer: Normalizer?
    private var readerConfiguration: SiteConfiguration?
    private var normalizerConfiguration: SiteConfiguration?
    private var knowledge: InfoboxKnowledge?
    private var knowledgeConfiguration: SiteConfiguration?

    init(_ data: NormalizerData) { self.data = data }

    func read(_ tree: SyntaxTree) -> Document {
      if let reader, readerConfiguration?.isIdentical(to: tree.configuration) == true { return reader.read(tree) }
      let names = data.infoboxNames(for: tree.configuration)
      let reader = DocumentReader(configuration: tree.configuration, infoboxes: names)
      self.reader = reader
      readerConfiguration = tree.configuration
      return reader.read(tree)
    }

    func knowledge(of configuration: SiteConfiguration) -> InfoboxKnowledge {
      if let knowledge, knowledgeConfiguration?.isIdentical(to: configuration) == true { return knowledge }
      let knowledge = InfoboxKnowledge(configuration: configuration, data: data)
      self.knowledge = knowledge
      knowledgeConfiguration = configuration
      return knowledge
    }

    func normalize(_ document: Document) -> Article {
      var normalizer: Normalizer
      if let known = self.normalizer.take(), normalizerConfiguration?.isIdentical(to: document.configuration) == true {
        normalizer = known
      } else {
        normalizer = Normalizer(configuration: document.configuration, data: data)
        normalizerConfiguration = document.configuration
      }
      defer { self.normalizer = normalizer }
      return normalizer.normalize(document)
    }
  }
}
