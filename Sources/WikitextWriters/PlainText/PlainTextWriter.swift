public import WikitextDocument

/// Writes a page as plain text: what a reader would see, as far as the page alone tells, and nothing of its markup.
///
/// Headings and paragraphs are lines with an empty line between them; items of lists have a `*` or their number, and what
/// belongs to them is moved to the right; a row of a table is a line, its cells with tabs between. Formulas are LaTeX.
/// Text is UTF-8, ends with a line break unless it is empty, and has no other whitespace at the ends of lines.
///
///     var writer = PlainTextWriter()
///     let text = writer.write(Document(wikitext: "* '''Isar''' {{coord|48|11}}"))    // "* Isar\n"
///     writer.coverage.count(of: .template)                                          // 1
public struct PlainTextWriter: Sendable {
  /// What goes into the text, and how.
  public struct Options: Sendable, Hashable {
    /// What a table looks like.
    public enum Tables: Sendable, Hashable {
      /// Cells with tabs between them. A cell stands in the first place that it covers; the others are empty.
      case tabs
      /// Cells with ` | ` between them.
      case bars
      /// Tables are left out, and counted.
      case leftOut
    }

    /// How tables are written.
    public var tables = Tables.tabs
    /// Whether captions of images and galleries are written.
    public var captions = true
    /// Whether formulas are written, as LaTeX.
    public var formulas = true
    /// Whether source code is written.
    public var code = true
    /// Whether references are written: marks `[1]` in the text, and notes behind it. Those that are nothing but templates
    /// are left out.
    public var references = false
    /// Headings of sections that are left out with all below them, such as "References"; compared without case.
    public var unwantedSections: Set<String> = []

    /// All but references.
    public init() {}
  }

  /// What goes into the text, and how.
  public var options: Options
  /// What the text written last left out of its page.
  public private(set) var coverage = Coverage()

  /// Creates a writer; one can write any number of pages.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// The text of a page. Where the page's bytes are no UTF-8, neither are those of the text.
  ///
  /// - Complexity: O(size of the document).
  public mutating func write(_ document: Document) -> [UInt8] {
    var selection = TextSelection()
    selection.tables = options.tables != .leftOut
    selection.captions = options.captions
    selection.formulas = options.formulas
    selection.code = options.code
    selection.notes = options.references
    selection.unwantedSections = Set(options.unwantedSections.map { $0.lowercased() })
    var walker = TextWalker(document, selection: selection, sink: PlainTextSink(tables: options.tables))
    walker.walk()
    coverage = walker.coverage
    return walker.sink.layout.finish()
  }
}
