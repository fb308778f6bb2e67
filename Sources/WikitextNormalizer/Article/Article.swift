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

/// An infobox and the values of its fields.
public struct TypedInfobox: Sendable {
  /// The infobox.
  public let infobox: Infobox
  /// What is known of infoboxes of its kind.
  public let schema: InfoboxSchema?
  /// The fields in the order of the page, with empty and repeated ones. A row of a rendered infobox that lost the labels
  /// of several fields is as many; see ``TypedField/part``.
  public let fields: [TypedField]

  /// The field with this name; of several the last, which is the one that MediaWiki shows.
  public subscript(name: String) -> TypedField? { fields.last { $0.field.name == name } }

  /// The fields that say something of a kind, by its name in the schema: `director` also where the parameter is `Regie`.
  public func fields(of kind: String) -> [TypedField] { fields.filter { $0.schemaField?.name == kind } }
}

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
