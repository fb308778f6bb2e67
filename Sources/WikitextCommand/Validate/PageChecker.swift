import Synchronization
import Wikitext

/// Validates and fixes pages of any wiki and dialect, for any number of threads.
final class PageChecker: Sendable {
  private let settings: ValidationSettings
  private let idle = Mutex<[Stages]>([])

  /// What came of a page.
  struct Outcome: Sendable {
    var page: PageToCheck
    /// What is wrong with it; after fixes, what is still wrong.
    var file: FindingsOfFile
    /// The page as it was, in UTF-8 and with its mark, where fixes changed it; as it is now, it is ``mark`` and ``file``.
    var before: [UInt8]?
    /// The byte order mark that is stored before the page; nothing where there is none.
    var mark: [UInt8] = []
    var fixed = 0
    /// The fixes that were refused, a line each, with their number.
    var refused: [String] = []
    /// Why the page's fixes were not even tried: where it is stored, they could not be written.
    var obstacle: PageToCheck.Obstacle?
  }

  /// What one thread at a time has.
  private final class Stages: @unchecked Sendable {
    let settings: ValidationSettings
    var parser = WikitextParser()
    /// By the parts of the configuration that hold.
    private var validators: [[Int]: ValidatorOfSection] = [:]
    /// By wiki; "" for pages that tell their language.
    private var rendered: [String: Rendered] = [:]

    init(_ settings: ValidationSettings) { self.settings = settings }

    func validator(of page: PageToCheck) -> ValidatorOfSection {
      let numbers = settings.sections(of: page)
      if let known = validators[numbers] { return known }
      let made = ValidatorOfSection(settings.section(numbers), settings.data)
      validators[numbers] = made
      return made
    }

    func parse(_ bytes: [UInt8], _ title: String?, _ wiki: SiteConfiguration?) -> SyntaxTree {
      let configuration = wiki ?? .unknownWiki
      if !parser.configuration.isIdentical(to: configuration) { parser = WikitextParser(configuration: configuration) }
      return parser.parse(bytes, page: title.map { PageContext(title: $0, configuration: configuration) })
    }

    func read(_ bytes: [UInt8], as dialect: Dialect, _ wiki: SiteConfiguration?) -> Document {
      let key = wiki.map { $0.dbName ?? $0.language } ?? ""
      let known = rendered[key] ?? Rendered(wiki, settings.data)
      rendered[key] = known
      return known.pipeline.read(bytes, as: dialect)
    }
  }

  /// A validator with an identity, so that it can lie in a dictionary.
  private final class ValidatorOfSection {
    let section: ValidationSettings.Section
    var validator: Validator

    init(_ section: ValidationSettings.Section, _ data: NormalizerData) {
      self.section = section
      validator = Validator(rules: section.rules, data: data)
    }
  }

  private final class Rendered {
    var pipeline: RenderedPipeline

    init(_ wiki: SiteConfiguration?, _ data: NormalizerData) {
      pipeline = RenderedPipeline(configuration: wiki, data: data)
    }
  }

  init(_ settings: ValidationSettings) { self.settings = settings }

  /// What is wrong with pages, in their order.
  ///
  /// - Parameters:
  ///   - pages: the pages.
  ///   - fixes: what becomes of their fixes.
  ///   - selecting: of the findings in a page, those that count.
  /// - Returns: what came of the pages that are to be validated.
  func check(
    _ pages: [PageToCheck],
    fixes: FixOptions.Mode,
    selecting: (PageToCheck, FindingsOfFile) -> [Finding]
  ) -> [Outcome] {
    let stages = idle.withLock { $0.popLast() } ?? Stages(settings)
    defer { idle.withLock { $0.append(stages) } }
    return pages.compactMap { page in
      settings.ignores(page) ? nil : check(page, stages, fixes: fixes) { selecting(page, $0) }
    }
  }

  private func check(
    _ page: PageToCheck,
    _ stages: Stages,
    fixes: FixOptions.Mode,
    selecting: (FindingsOfFile) -> [Finding]
  ) -> Outcome {
    let own = stages.validator(of: page)
    if page.isRecord {
      let findings = own.validator.validate(record: page.bytes)
      return Outcome(
        page: page,
        file: page.file(with: findings, in: page.bytes, isAsStored: page.isAsStored(page.bytes))
      )
    }
    let (bytes, dialect) = decode(page)
    let wiki = settings.wiki(of: page, own.section)
    let isAsStored = page.isAsStored(bytes)
    var outcome = Outcome(page: page, file: page.file(with: [], in: bytes, isAsStored: isAsStored))
    if dialect != .wikitext {
      outcome.file.findings = own.validator.validate(stages.read(bytes, as: dialect, wiki))
      return outcome
    }
    outcome.mark = ByteOrderMark.prefix(of: page.bytes)
    let tree = stages.parse(bytes, page.title, wiki)
    let obstacle = fixes == .write ? page.obstacle(toWriting: outcome.mark + bytes) : nil
    guard fixes != .none, obstacle == nil else {
      outcome.file.findings = own.validator.validate(tree)
      if selecting(outcome.file).contains(where: { $0.fix != nil }) { outcome.obstacle = obstacle }
      return outcome
    }
    let fixed = own.validator.fix(tree) { findings, source in
      selecting(page.file(with: findings, in: source, isAsStored: isAsStored))
    }
    outcome.file = page.file(with: fixed.findings, in: fixed.tree.source, isAsStored: isAsStored)
    outcome.fixed = fixed.fixed.count
    if fixed.isChanged { outcome.before = outcome.mark + bytes }
    if !fixed.refused.isEmpty {
      let lines = LineIndex(fixed.tree.source)
      outcome.refused = fixed.refused.map { finding, refusal in
        let place = lines.location(at: finding.range.start, in: .scalars)
        return "the fix of \(finding.rule) at \(page.path):\(place) is refused: \(refusal)"
      }
    }
    return outcome
  }

  /// The page in UTF-8, and its dialect.
  private func decode(_ page: PageToCheck) -> (bytes: [UInt8], dialect: Dialect) {
    if page.isUTF8, let dialect = page.dialect { return (page.bytes, dialect) }
    var option = settings.dialect
    if let known = page.dialect { option.from = SourceDialect(known) }
    // Rules tell of bytes that are no UTF-8.
    return option.decode(page.bytes, name: page.path, reports: false)
  }
}
