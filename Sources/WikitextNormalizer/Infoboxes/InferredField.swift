/// What a field is taken for whose label the page does not show.
public struct InferredField: Sendable, Hashable {
  /// The field of the infobox's schema.
  public let field: SchemaField
  /// What it is called in the page's language.
  public let label: String
  /// How sure that is, 0 to 1.
  public let confidence: Double
}
