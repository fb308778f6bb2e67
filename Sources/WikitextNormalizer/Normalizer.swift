public import WikitextDocument
public import WikitextSyntax

/// Turns what infoboxes say into values.
///
///     var normalizer = Normalizer(configuration: .standard)
///     let article = normalizer.normalize(Document(wikitext: "{{Infobox film|runtime=116 minutes}}"))
///     article.infoboxes[0]["runtime"]?.values[0].content     // .duration(PT116M)
///
/// A stage of its own: it reads a document and changes nothing; the same document always gives the same values. Keep one
/// for all pages of a wiki and read them one after the other; for several threads make one each. The data behind them is
/// shared.
public struct Normalizer: Sendable {
  /// The grammar of the wiki.
  public let configuration: SiteConfiguration
  let packs: TemplatePacks
  let schemas: SchemaLibrary
  let lexicon: Lexicon
  let words: ReadingWords
  let countries: Countries
  let language: String
  let decimal: String
  var grammar: ValueGrammar
  /// The text of the value that was read last, for its memory.
  private var scratch = ValueText()
  /// What the parameters of infoboxes say, of those that were met.
  private var meanings: [FieldKey: FieldMeaning] = [:]
  /// What fields hold by their names, for those that were met.
  private var expectations: [String: Expectation] = [:]
  private var citations: CitationReader
  /// What cells hold by their texts, for those that were met.
  var cellValues: [CellText: [Value]] = [:]
  /// Which templates say something of the page, by the numbers of their rules.
  var pageTemplates = SpellingCache()
  /// What parameters of infoboxes say of the page, of those that were met.
  var roles: [String: PageWords.FieldRole?] = [:]

  /// Names that are kept at most: a dump has some thousands.
  private static let mostNames = 16384

  /// A parameter of a kind of infobox; the schemas stay as long as their library.
  private struct FieldKey: Hashable {
    var schema: ObjectIdentifier?
    var name: String
  }

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the grammar of the wiki.
  ///   - data: what is known of templates, infoboxes and words.
  public init(configuration: SiteConfiguration, data: NormalizerData = .standard) {
    self.configuration = configuration
    packs = data.packs(for: configuration)
    schemas = data.schemas
    lexicon = Lexicon.of(configuration.language, files: data.userFiles)
    words = ReadingWords.of(configuration.language, files: data.userFiles)
    countries = Countries.of(configuration.language, files: data.userFiles)
    language = String(configuration.language.lowercased().prefix { $0 != "-" })
    decimal = Unicode.Scalar(lexicon.numbers.decimal).map { String($0) } ?? "."
    grammar = ValueGrammar(lexicon: lexicon)
    citations = CitationReader(language: configuration.language, data: data.citations, lexicon: lexicon)
  }

  /// What a page says.
  ///
  /// - Complexity: O(nodes + bytes).
  public mutating func normalize(_ document: Document) -> Article {
    let infoboxes = document.infoboxes.map { normalize($0) }
    return Article(
      document: document,
      infoboxes: infoboxes,
      page: facts(of: document, infoboxes),
      bibliography: citations.read(document),
      tables: tables(of: document)
    )
  }

  /// The values of an infobox.
  public mutating func normalize(_ infobox: Infobox) -> TypedInfobox {
    if infobox.evidence.isRendered { return normalize(rendered: infobox) }
    let schema = schemas.schema(forInfobox: infobox.name, language: language)
    let fields = infobox.fields.map { field in
      let meaning = meaning(ofParameter: field.name, schema)
      return TypedField(
        field: field,
        meaning: meaning,
        values: values(of: field.node, expecting: meaning.expectation)
      )
    }
    return TypedInfobox(infobox: infobox, schema: schema, fields: fields)
  }

  /// The values of a parameter of a template, whether it is known as an infobox or not.
  ///
  /// - Parameters:
  ///   - argument: the argument's node.
  ///   - name: the parameter's name.
  ///   - template: the template's name.
  /// - Returns: the values in the order of the page.
  public mutating func values(of argument: Node, name: String, template: String) -> [Value] {
    let schema = schemas.schema(forInfobox: template, language: language)
    return values(of: argument, expecting: meaning(ofParameter: name, schema).expectation)
  }

  /// The values of what stands below a node: an argument, a cell of a table, an item of a list.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - expectation: what the values ought to be.
  /// - Returns: the values in the order of the page.
  /// - Complexity: O(nodes and bytes below).
  public mutating func values(of node: Node, expecting expectation: Expectation = .anything) -> [Value] {
    let document = node.document
    let record = document.records[node.index]
    return values(from: node.index + 1, to: Int(record.next), of: document, node.range, expectation)
  }

  /// The values of a piece of wikitext; their ranges are those of the piece.
  ///
  /// - Parameters:
  ///   - wikitext: the piece.
  ///   - expectation: what the values ought to be.
  /// - Returns: the values in their order.
  public mutating func values(ofWikitext wikitext: String, expecting expectation: Expectation = .anything) -> [Value] {
    let bytes = Array(wikitext.utf8)
    let document = Document(fragment: bytes, configuration: configuration)
    let root = document.fragmentRoot
    let lead = document.source.count - bytes.count
    let shift = document.source.indices.first { document.source[$0...].starts(with: bytes) } ?? lead
    let range = SourceRange(start: shift, end: shift + bytes.count)
    let found = values(from: root + 1, to: Int(document.records[root].next), of: document, range, expectation)
    return found.map { value in
      var value = value
      let start = min(max(value.range.start - shift, 0), bytes.count)
      value.range = SourceRange(start: start, end: max(start, min(value.range.end - shift, bytes.count)))
      return value
    }
  }

  mutating func values(
    from first: Int,
    to end: Int,
    of document: Document,
    _ extent: SourceRange,
    _ expectation: Expectation
  ) -> [Value] {
    guard first < end else { return [] }
    // Taken out beforehand: within the call below all of the normalizer would be copied.
    let scratch = exchange(&scratch, with: ValueText())
    let grammar = grammar.taken()
    var builder = textBuilder(for: document, scratch: scratch, grammar: grammar)
    let text = builder.build(from: first, to: end)
    guard !text.bytes.isEmpty else {
      self.scratch = text
      self.grammar = builder.grammar
      return []
    }
    var reader = ItemReader(
      text,
      expecting: expectation,
      in: extent,
      document: document,
      words: words,
      countries: countries,
      grammar: builder.grammar.taken()
    )
    let values = reader.read()
    self.scratch = exchange(&reader.text, with: ValueText())
    self.grammar = reader.grammar.taken()
    return values
  }

  // MARK: Expectations

  /// What a parameter of an infobox says.
  private mutating func meaning(ofParameter name: String, _ schema: InfoboxSchema?) -> FieldMeaning {
    let key = FieldKey(schema: schema.map { ObjectIdentifier($0) }, name: name)
    if let known = meanings[key] { return known }
    let field = schema?.field(forParameter: name, language: language)
    let meaning = FieldMeaning(
      label: field?.label(in: language) ?? name,
      schemaField: field,
      expectation: expectation(of: name, field)
    )
    if meanings.count < Normalizer.mostNames { meanings[key] = meaning }
    return meaning
  }

  /// What a field holds: by the schema, with a unit from the parameter's name where the schema has none; else by the name.
  mutating func expectation(of name: String, _ field: SchemaField?) -> Expectation {
    guard var expectation = field?.expectation, expectation.kind != .any else { return expectation(ofName: name) }
    if expectation.kind == .quantity, expectation.unit == nil { expectation.unit = self.expectation(ofName: name).unit }
    if expectation.kind == .identifier, expectation.scheme == nil {
      expectation.scheme = self.expectation(ofName: name).scheme
    }
    return expectation
  }

  mutating func expectation(ofName name: String) -> Expectation {
    if let known = expectations[name] { return known }
    let expectation = FieldNames.standard.expectation(of: name)
    if expectations.count < Normalizer.mostNames { expectations[name] = expectation }
    return expectation
  }
}
