public import WikitextDocument

/// Writes a page as GitHub-flavoured Markdown.
///
/// What is text on the page is text in the Markdown: whatever GFM would read as markup is escaped, and nothing else is.
/// Formulas are `$…$`, and `$$` blocks where they stand alone, as GitHub shows them. A table has one header row: those of
/// the page, or an empty one, and a cell stands in each place that it covers. A description list has its terms in bold;
/// lines moved to the right are quotes. What GFM has no marks for and allows HTML for (`<sub>`, `<sup>`, `<u>`, `<kbd>`)
/// is HTML; so is emphasis where GFM's rules for `*` would not see it.
///
///     var writer = MarkdownWriter()
///     writer.options.links = .leftOut
///     let text = writer.write(Document(wikitext: "'''Isar''' is a [[river]]."))    // "**Isar** is a river.\n"
public struct MarkdownWriter: Sendable {
  /// What goes into the Markdown, and how.
  public struct Options: Sendable, Hashable {
    /// What a link becomes.
    public enum Links: Sendable, Hashable {
      /// A link to the page's address. Where it is not known how addresses of the wiki look, as `titles`.
      case addresses
      /// A link to the page's title, with underscores for spaces: `[river](River_Isar)`.
      case titles
      /// Its text.
      case leftOut
    }

    /// What links become.
    public var links = Links.addresses
    /// What stands before the title in the address of a page, such as `https://de.wikipedia.org/wiki/`; nil: as the name
    /// of the wiki's database says, if it is one of Wikimedia's; empty: none, as with ``Links/titles``.
    public var base: String?
    /// Whether images are written; their captions are in any case.
    public var images = true
    /// Whether references are written, as footnotes. Those that are nothing but templates are left out, and counted.
    public var footnotes = true
    /// Whether tables are written.
    public var tables = true
    /// Whether a cell stands in each place that it covers, and not only in its first.
    public var repeatsSpans = true
    /// Headings of sections that are left out with all below them, such as "References"; compared without case.
    public var unwantedSections: Set<String> = []

    /// Everything.
    public init() {}
  }

  /// What goes into the Markdown, and how.
  public var options: Options
  /// What the Markdown written last left out of its page.
  public private(set) var coverage = Coverage()

  /// Creates a writer; one can write any number of pages.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// The Markdown of a page. Where the page's bytes are no UTF-8, neither are those of the Markdown.
  ///
  /// - Complexity: O(size of the document).
  public mutating func write(_ document: Document) -> [UInt8] {
    var selection = TextSelection()
    selection.tables = options.tables
    selection.notes = options.footnotes
    selection.unwantedSections = Set(options.unwantedSections.map { $0.lowercased() })
    let targets = LinkTargets(document, options)
    var sink = MarkdownSink(inlines: MarkdownInlines(document: document, targets: targets), showsImages: options.images)
    sink.repeatsSpans = options.repeatsSpans
    var walker = TextWalker(document, selection: selection, sink: sink)
    walker.walk()
    coverage = walker.coverage
    return walker.sink.layout.finish()
  }
}
