public import WikitextDocument

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
