import Synchronization
import Wikitext

/// Validates pages of any wiki and dialect, for any number of threads.
final class PageChecker: Sendable {
  private let rules: RuleSelection
  private let data: NormalizerData
  private let configuration: SiteConfiguration?
  private let dialect: DialectOption
  private let idle = Mutex<[Stages]>([])

  /// What one thread at a time has.
  private final class Stages: @unchecked Sendable {
    var validator: Validator
    var rendered: RenderedPipeline
    var parser = WikitextParser()

    init(_ rules: RuleSelection, _ data: NormalizerData, _ configuration: SiteConfiguration?) {
      validator = Validator(rules: rules, data: data)
      rendered = RenderedPipeline(configuration: configuration, data: data)
    }

    func parse(_ page: PageToCheck, _ bytes: [UInt8]) -> SyntaxTree {
      let configuration = page.configuration ?? .standard
      if !parser.configuration.isIdentical(to: configuration) { parser = WikitextParser(configuration: configuration) }
      return parser.parse(bytes, page: page.title.map { PageContext(title: $0, configuration: configuration) })
    }
  }

  /// - Parameters:
  ///   - rules: the rules that are on.
  ///   - data: what is known of templates, infoboxes and words.
  ///   - configuration: the wiki that all pages are of; nil where each tells its own.
  ///   - dialect: how to tell what a page is written in.
  init(
    rules: RuleSelection,
    data: NormalizerData,
    configuration: SiteConfiguration?,
    dialect: DialectOption
  ) {
    self.rules = rules
    self.data = data
    self.configuration = configuration
    self.dialect = dialect
  }

  /// What is wrong with pages, in their order.
  func check(_ pages: [PageToCheck]) -> [FindingsOfFile] {
    let stages = idle.withLock { $0.popLast() } ?? Stages(rules, data, configuration)
    defer { idle.withLock { $0.append(stages) } }
    return pages.map { page in
      let (bytes, dialect) = decode(page)
      let findings =
        dialect == .wikitext
        ? stages.validator.validate(stages.parse(page, bytes))
        : stages.validator.validate(stages.rendered.read(bytes, as: dialect))
      return FindingsOfFile(path: page.path, source: bytes, findings: findings)
    }
  }

  /// The page in UTF-8, and its dialect.
  private func decode(_ page: PageToCheck) -> (bytes: [UInt8], dialect: Dialect) {
    if page.isUTF8, let dialect = page.dialect { return (page.bytes, dialect) }
    var option = dialect
    if let known = page.dialect { option.from = SourceDialect(known) }
    return option.decode(page.bytes, name: page.path)
  }
}
