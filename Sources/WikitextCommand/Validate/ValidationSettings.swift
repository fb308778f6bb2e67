import Wikitext

/// What holds for the pages of a call of `validate`: its options, and what the configuration says.
struct ValidationSettings: Sendable {
  /// What holds for pages that the same parts of the configuration are about.
  struct Section: Sendable {
    var rules: RuleSelection
    /// The wiki that the pages are of, if the configuration says so.
    var wiki: SiteConfiguration?
  }

  let data: NormalizerData
  let failOn: FailureThreshold
  let severity: Severity
  /// The wiki that all pages are of, if an option says so.
  let wiki: SiteConfiguration?
  let dialect: DialectOption
  private let configuration: ValidatorConfiguration
  /// The folder that paths in the configuration are from.
  private let folder: String
  private let options: RuleOptions
  /// The wikis of the configuration's paths, and of the configuration itself.
  private let pathWikis: [SiteConfiguration?]
  private let commonWiki: SiteConfiguration?

  /// - Parameters:
  ///   - paths: where the search for a configuration begins.
  ///   - configuration: where the configuration is.
  ///   - rules: which rules are asked.
  ///   - wiki: the wiki of the pages.
  ///   - data: the folder of data.
  ///   - dialect: what pages are written in.
  /// - Throws: when one of them is wrong.
  init(
    paths: [String],
    configuration: ConfigurationOptions,
    rules: RuleOptions,
    wiki: WikiOption,
    data: DataOption,
    dialect: DialectOption
  ) throws(CommandFailure) {
    let found = try configuration.load(for: paths)
    self.configuration = found?.configuration ?? ValidatorConfiguration()
    folder = found?.folder ?? "/"
    options = rules
    _ = try rules.selection(from: .standard)
    self.wiki = try wiki.configuration()
    self.dialect = dialect
    var data = data
    if data.folder == nil, let own = self.configuration.data {
      data.folder = own.hasPrefix("/") ? own : folder + "/" + own
    }
    self.data = try data.load()
    failOn = rules.failOn ?? self.configuration.failOn ?? .warning
    severity = rules.severity
    commonWiki = try ValidationSettings.wiki(self.configuration.wiki)
    var pathWikis: [SiteConfiguration?] = []
    for path in self.configuration.paths { pathWikis.append(try ValidationSettings.wiki(path.wiki)) }
    self.pathWikis = pathWikis
  }

  private static func wiki(_ name: String?) throws(CommandFailure) -> SiteConfiguration? {
    guard let name else { return nil }
    var option = WikiOption()
    option.wiki = name
    return try option.configuration()
  }

  /// Whether a page is not to be validated.
  func ignores(_ page: PageToCheck) -> Bool {
    !configuration.ignore.isEmpty && configuration.ignores(page.path(from: folder))
  }

  /// Which parts of the configuration are about a page.
  func sections(of page: PageToCheck) -> [Int] {
    configuration.paths.isEmpty ? [] : configuration.sections(for: page.path(from: folder))
  }

  /// What holds for pages that some parts of the configuration are about.
  func section(_ numbers: [Int]) -> Section {
    let rules = configuration.selection(for: numbers)
    // The options were tried before.
    let selection = (try? options.selection(from: rules)) ?? rules
    return Section(rules: selection, wiki: numbers.reversed().lazy.compactMap { pathWikis[$0] }.first)
  }

  /// The grammar of a page's wiki: what an option says, then what the configuration says of its path, then what the page
  /// tells itself, then what the configuration says of all.
  func wiki(of page: PageToCheck, _ section: Section) -> SiteConfiguration? {
    wiki ?? section.wiki ?? page.configuration ?? commonWiki
  }

  /// The rules that are asked of any page, for the reports that list them.
  var rules: [RuleDescription] {
    var ids = Set(section([]).rules.ids)
    for number in configuration.paths.indices { ids.formUnion(section([number]).rules.ids) }
    return RuleCatalog.all.map(\.about).filter { ids.contains($0.id) }
  }
}
