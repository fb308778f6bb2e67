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

  /// Scratch columns that are longer than this many elements (24 MB) are given back after the page that needed them.
  private static let keptScratch = 1 << 21
  /// So many tokens and records a byte make a page dense.
  private static let denseElements = 3

  /// Creates a parser for the pages of a wiki.
  public init(configuration: SiteConfiguration = .standard) {
    self.configuration = configuration
    tokenizer = Tokenizer(configuration: configuration)
    builder.configuration = configuration
  }

  /// The tree of a page.
  ///
  /// - Parameters:
  ///   - source: the page's text.
  ///   - page: the page that it is the text of; links relative to it are only links when it is known.
  /// - Returns: the tree, whatever the bytes are.
  /// - Precondition: `source.count <= maximumPageSize`.
  /// - Complexity: O(`source.count`) time and memory, whatever the bytes.
  public mutating func parse(_ source: [UInt8], page: PageContext? = nil) -> SyntaxTree {
    precondition(source.count <= WikitextParser.maximumPageSize, "a page may not be larger than 4 GB")
    tokenizer.tokenize(source, into: &tokens)
    let names = TemplateNameRule(configuration: configuration, page: page)
    delimiters.pair(&tokens, source: source.span, names: names)
    tags.pair(&tokens, &delimiters.matches, source: source.span, configuration: configuration, page: page)
    builder.source = source
    builder.build(&tokens, delimiters.matches)
    builder.source = []
    // Scratch space is kept for the next page, unless the page was huge, or so dense in markup that scratch space and
    // tree together would be many times its size: then what the tree was made of goes before the tree is copied.
    let elements = tokens.count + 2 * builder.recordCount
    let limit = elements > WikitextParser.denseElements * source.count ? 1 << 16 : WikitextParser.keptScratch
    tokens.release(above: limit)
    delimiters.release(above: limit)
    tags.release(above: limit)
    builder.releaseStacks(above: limit)
    let records = builder.takeRecords(keepingUpTo: limit)
    return SyntaxTree(source: source, configuration: configuration, page: page, records: records)
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
  fileprivate var recordCount: Int { records.count }

  /// The records of the tree just built; scratch space for more than `limit` is given back.
  fileprivate mutating func takeRecords(keepingUpTo limit: Int) -> [SyntaxRecord] {
    records.count > limit ? records.drain() : records.array()
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
  public convenience init(
    parsing source: [UInt8],
    configuration: SiteConfiguration = .standard,
    page: PageContext? = nil
  ) {
    var parser = WikitextParser(configuration: configuration)
    let tree = parser.parse(source, page: page)
    self.init(source: tree.source, configuration: configuration, page: page, records: tree.records)
  }

  /// Reads one page given as text.
  public convenience init(
    parsing text: String,
    configuration: SiteConfiguration = .standard,
    page: PageContext? = nil
  ) {
    self.init(parsing: Array(text.utf8), configuration: configuration, page: page)
  }
}
