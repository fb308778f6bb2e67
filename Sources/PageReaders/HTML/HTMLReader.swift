public import WikitextDocument
public import WikitextSyntax

/// Reads the document out of a rendered page: Parsoid's HTML, or the page of a skin.
public struct HTMLReader: Sendable {
  private let configuration: SiteConfiguration

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameter configuration: the wiki that the pages are of.
  public init(configuration: SiteConfiguration = .standard) {
    self.configuration = configuration
  }

  /// The document of a page.
  ///
  /// - Parameter source: the page, in UTF-8.
  /// - Returns: the document, whose ranges are of `source`.
  /// - Complexity: O(bytes).
  public func read(_ source: [UInt8]) -> Document {
    var reader = HTMLPageReader(source, configuration: configuration)
    return reader.read()
  }
}
