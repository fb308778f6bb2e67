import Wikitext
import WikitextNormalizer

/// Reads the page of a fixture, and makes of it what is expected.
struct FixtureReader {
  private let fixture: Fixture
  private let source: [UInt8]
  private let configuration: SiteConfiguration?
  private let data: NormalizerData
  private let rules: RuleSelection
  private let dialect: Dialect
  private let tree: SyntaxTree?
  private let document: Document

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - fixture: the page.
  ///   - off: the rules that are off.
  /// - Throws: when the page cannot be read, or its settings name what there is not.
  init(_ fixture: Fixture, without off: [String]) throws(CommandFailure) {
    self.fixture = fixture
    let settings = fixture.settings
    var wiki = WikiOption()
    wiki.wiki = settings.wiki
    let configuration = try wiki.configuration()
    self.configuration = configuration
    var folder = DataOption()
    folder.folder = settings.data
    data = try folder.load()
    rules = try settings.selection(for: fixture.baseName, without: off)
    var option = DialectOption()
    option.from = settings.dialect ?? FixtureReader.dialect(ofFile: fixture.path)
    option.verbose = false
    let decoded = option.decode(try Descriptor.readAll(of: fixture.path), name: fixture.path)
    source = decoded.bytes
    dialect = decoded.dialect
    guard source.count <= WikitextParser.maximumPageSize else {
      throw CommandFailure(.badInput, "\(fixture.path) has \(source.count) bytes, and a page has less than 4 GB")
    }
    if dialect == .wikitext {
      var pipeline = Pipeline(configuration: configuration ?? .standard, data: data)
      let context = settings.title.map { PageContext(title: $0, configuration: configuration ?? .standard) }
      let tree = pipeline.parse(source, page: context)
      self.tree = tree
      document = pipeline.read(tree)
    } else {
      var pipeline = RenderedPipeline(configuration: configuration, data: data)
      tree = nil
      document = pipeline.read(source, as: dialect)
    }
  }

  /// What a page is by its name; of texts the bytes tell.
  private static func dialect(ofFile path: String) -> SourceDialect {
    let path = path.lowercased()
    return path.hasSuffix(".wikitext") ? .wikitext : path.hasSuffix(".html") ? .html : .auto
  }

  /// What the page becomes; nil where a page of its dialect has no such thing.
  func make(_ kind: FixtureKind) -> [UInt8]? {
    switch kind {
    case .tree:
      return tree.map { Array($0.dump().utf8) }
    case .document:
      var writer = DocumentJSONWriter()
      return JSONComparison.indented(writer.write(document))
    case .outline:
      return Array(document.outline().map { $0 + "\n" }.joined().utf8)
    case .article:
      return JSONComparison.indented(record())
    case .markdown:
      var writer = MarkdownWriter()
      return writer.write(document)
    case .text:
      var writer = PlainTextWriter()
      return writer.write(document)
    case .diagnostics:
      return diagnostics()
    case .diagnosticsJSON:
      return JSONComparison.indented(JSONReport().write([findings()]))
    case .formatted:
      guard let tree else { return nil }
      var formatter = PageFormatter(configuration: tree.configuration)
      return formatter.format(source, page: tree.page).source
    }
  }

  private func record() -> [UInt8] {
    let metadata = PageMetadata(title: fixture.settings.title ?? "")
    if dialect == .wikitext {
      var pipeline = Pipeline(configuration: document.configuration, data: data)
      return pipeline.write(pipeline.normalize(document), metadata: metadata)
    }
    var pipeline = RenderedPipeline(configuration: configuration, data: data)
    return pipeline.convert(source, as: dialect, metadata: metadata)
  }

  private func findings() -> FindingsOfFile {
    var validator = Validator(rules: rules, data: data)
    let findings = tree.map { validator.validate($0) } ?? validator.validate(document)
    let name = fixture.name.split(separator: "/").last.map(String.init) ?? fixture.name
    return FindingsOfFile(file: name, source: source, findings: findings)
  }

  /// The findings, a line each: line, column, how much it matters, the rule, the message.
  private func diagnostics() -> [UInt8] {
    let file = findings()
    let lines = LineIndex(source)
    return Array(
      file.findings.map { finding in
        let place = lines.location(at: finding.range.start, in: .scalars)
        return "\(place.line):\(place.column): \(finding.severity.rawValue) \(finding.rule): \(finding.message)\n"
      }.joined().utf8
    )
  }
}
