public import WikitextDocument

/// Writes a document as wikitext in one canonical form: headings as `== h ==`, a list item, a row and a cell a line,
/// links short where the text is the title, values of attributes in quotes, categories at the end.
///
/// What is written is read as the same document again: kinds, names, targets, attributes and texts are equal. Text that
/// would be markup is written with character references, or kept apart by `<nowiki />`. Writing is idempotent: what is
/// read of the result is written as the result.
///
/// What a document does not have is not written: comments, what `<includeonly>` holds, templates among attributes, and
/// how the source was laid out. To print a page as it was, byte for byte, print its `SyntaxTree`.
///
///     WikitextWriter().write(Document(wikitext: "==H==\n*[[river|river]]s"))
///     // == H ==
///     // * [[river]]s
public struct WikitextWriter: Sendable {
  /// What a writer is asked for.
  public struct Options: Sendable {
    /// The document was read from wikitext: transclusions keep the words of its source.
    ///
    /// A document holds no more of what a template is given than can be known without expanding the template: blank lines
    /// and comments may mean something to it. So arguments are written as they stand in the source, and so are
    /// functions. Without a source they are written from their nodes.
    public var keepsTransclusions = true

    /// The options' defaults.
    public init() {}
  }

  /// What is asked for.
  public var options: Options

  /// A writer.
  public init(options: Options = Options()) { self.options = options }

  /// The document in wikitext, as UTF-8, with a line break at the end unless it is empty.
  ///
  /// - Complexity: O(nodes + bytes of the document).
  public func write(_ document: Document) -> [UInt8] {
    var walker = WikitextWalker(document, options)
    return walker.write()
  }
}
