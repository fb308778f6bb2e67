/// Reads pages into syntax trees.
///
/// A parser keeps its scratch space from page to page, so that a page costs little more than the memory of its tree;
/// give each thread one of its own.
///
///     var parser = WikitextParser(configuration: .standard)
///     let tree = parser.parse(Array("'''Isar''' is a [[river]].".utf8))
///
/// Parsing is total (any bytes make a tree) and takes time and memory linear in the size of the page.
public struct WikitextParser: ~Copyable {
  /// The grammar of the wiki that the pages are from.
  public let configuration: SiteConfiguration

  private var tokenizer: Tokenizer
  private var tokens = GrowableBuffer<Token>()
  private var delimiters = DelimiterPairing()
  private var tags = TagPairing()
  private var builder = TreeBuilder()

  /// The largest page that is read, in bytes: offsets in a tree have 32 bits.
  public static let maximumPageSize = Int(UInt32.max) - 1

  /// Scratch columns that are longer than this many elements (a few MB) are given back after the page that needed them.
  private static let keptScratch = 1 << 19

  /// Creates a parser for the pages of a wiki.
  public init(configuration: SiteConfiguration = .standard) {
    self.configuration = configuration
    tokenizer = Tokenizer(configuration: configuration)
    builder.configuration = configuration
  }

  /// The tree of a page.
  ///
  /// - Precondition: `source.count <= maximumPageSize`.
  /// - Complexity: O(`source.count`) time and memory, whatever the bytes.
  public mutating func parse(_ source: [UInt8]) -> SyntaxTree {
    precondition(source.count <= WikitextParser.maximumPageSize, "a page may not be larger than 4 GB")
    tokenizer.tokenize(source, into: &tokens)
    delimiters.pair(&tokens, source: source.span)
    tags.pair(&tokens, &delimiters.matches, source: source.span, configuration: configuration)
    builder.source = source
    builder.build(&tokens, delimiters.matches)
    builder.source = []
    // What the tree was made of goes before the tree itself is copied.
    tokens.release(above: WikitextParser.keptScratch)
    delimiters.release(above: WikitextParser.keptScratch)
    tags.release(above: WikitextParser.keptScratch)
    builder.releaseStacks(above: WikitextParser.keptScratch)
    let records = builder.takeRecords(shrinkingAbove: WikitextParser.keptScratch)
    return SyntaxTree(source: source, configuration: configuration, records: records)
  }

  /// Cuts a page into tokens, the first stage of ``parse(_:)``, and gives their number: for measuring that stage alone.
  ///
  /// - Precondition: `source.count <= maximumPageSize`.
  /// - Complexity: O(`source.count`) time and memory, whatever the bytes.
  public mutating func tokenize(_ source: [UInt8]) -> Int {
    precondition(source.count <= WikitextParser.maximumPageSize, "a page may not be larger than 4 GB")
    tokenizer.tokenize(source, into: &tokens)
    let count = tokens.count
    tokens.release(above: WikitextParser.keptScratch)
    return count
  }
}

extension TreeBuilder {
  /// The records of the tree just built.
  ///
  /// A huge page's are moved piece by piece from the end, and the scratch space gives each piece back, so that there
  /// are never two copies: `{{a||||` makes 36 bytes of records a byte.
  fileprivate mutating func takeRecords(shrinkingAbove limit: Int) -> [SyntaxRecord] {
    let copy = records.count > limit ? records.moveOut(by: limit / 2) : records.array()
    records.release(above: limit)
    return copy
  }

  /// Gives memory back after a huge page.
  fileprivate mutating func releaseStacks(above limit: Int) {
    nodes.release(above: limit)
    frames.release(above: limit / 4)
    lists.release(above: limit)
    quotes.release(above: limit)
  }
}

extension SyntaxTree {
  /// Reads one page.
  ///
  /// For many pages, keep a ``WikitextParser``.
  public convenience init(parsing source: [UInt8], configuration: SiteConfiguration = .standard) {
    var parser = WikitextParser(configuration: configuration)
    let tree = parser.parse(source)
    self.init(source: tree.source, configuration: configuration, records: tree.records)
  }

  /// Reads one page given as text.
  public convenience init(parsing text: String, configuration: SiteConfiguration = .standard) {
    self.init(parsing: Array(text.utf8), configuration: configuration)
  }
}
