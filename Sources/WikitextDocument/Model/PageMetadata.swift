/// What is known of a page beside its text: what a dump says of it.
public struct PageMetadata: Sendable, Hashable {
  /// The title with its namespace.
  public var title: String
  /// The number of the namespace.
  public var namespace: Int
  /// The page's number in its wiki.
  public var pageID: Int64?
  /// The revision's number.
  public var revisionID: Int64?
  /// When the revision was made, as the dump writes it (ISO 8601).
  public var timestamp: String?
  /// Who made it.
  public var editor: String?
  /// The number of who made it; nil for those without an account.
  public var editorID: Int64?
  /// The summary of the edit.
  public var comment: String?
  /// Whether the edit is marked as minor.
  public var isMinorEdit = false
  /// The page that the dump says this one redirects to.
  public var redirect: String?
  /// The address of the page.
  public var url: String?

  /// Metadata of a page of which nothing but the title is known.
  public init(title: String, namespace: Int = 0) {
    self.title = title
    self.namespace = namespace
  }
}

extension PageMetadata {
  /// The metadata, with what a rendered page says of itself where nothing else does.
  ///
  /// - Parameter document: the page.
  /// - Returns: both put together.
  package func filled(from document: Document) -> PageMetadata {
    guard let own = document.extras.metadata else { return self }
    var metadata = self
    metadata.pageID = pageID ?? own.pageID
    metadata.revisionID = revisionID ?? own.revisionID
    metadata.timestamp = timestamp ?? own.timestamp
    metadata.url = url ?? own.url
    return metadata
  }
}
