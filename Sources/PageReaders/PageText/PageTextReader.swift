public import WikitextDocument
public import WikitextSyntax

/// Reads the document out of the plain text of a rendered page, as text extractors leave it.
public struct PageTextReader: Sendable {
  private let configuration: SiteConfiguration
  private let labels: InfoboxLabels

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the wiki that the pages are of.
  ///   - labels: the labels that infoboxes have.
  public init(configuration: SiteConfiguration = .standard, labels: InfoboxLabels = .none) {
    self.configuration = configuration
    self.labels = labels
  }

  /// The document of a page.
  ///
  /// - Parameter source: the text, in UTF-8.
  /// - Returns: the document, whose ranges are of `source`.
  /// - Complexity: O(bytes).
  public func read(_ source: [UInt8]) -> Document {
    var builder = DocumentBuilder()
    builder.extras.dialect = .pageText
    return builder.finish(source: source, configuration: configuration)
  }
}
