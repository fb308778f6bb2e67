public import WikitextDocument

/// A field and its values.
public struct TypedField: Sendable {
  /// The field as it stands in the page.
  public let field: InfoboxField
  /// What the field is called: by its schema in the wiki's language, else by its parameter; on a rendered page the label
  /// that it shows, empty where it shows none.
  public let label: String
  /// What the schema says of it.
  public let schemaField: SchemaField?
  /// What its values ought to be.
  public let expectation: Expectation
  /// The values in the order of the page; none where MediaWiki would show nothing.
  public let values: [Value]
  /// What it is taken for, where the page does not show its label.
  public internal(set) var inferred: InferredField? = nil
  /// Which items of the row it is, by their places in `InfoboxField.items`; nil where it is all of the row.
  public internal(set) var part: Range<Int>? = nil
}
