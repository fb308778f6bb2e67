public import WikitextDocument

/// What a page says, as values.
public struct Article: Sendable {
  /// The page.
  public let document: Document
  /// The infoboxes with their values, in the order of ``Document/infoboxes``.
  public let infoboxes: [TypedInfobox]
  /// What the page says of itself as a whole.
  public let page: PageFacts
  /// What the page cites.
  public let bibliography: Bibliography
  /// The tables that stand in its sections, with their values.
  public let tables: [TypedTable]
}
