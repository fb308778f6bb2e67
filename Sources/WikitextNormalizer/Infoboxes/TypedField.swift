public import WikitextDocument

/// A field and its values.
public struct TypedField: Sendable {
  /// The field as it stands in the page.
  public let field: InfoboxField
  /// The values in the order of the page; none where MediaWiki would show nothing.
  public let values: [Value]
  private let meaning: FieldMeaning
  /// What few fields have.
  private let lost: Lost?

  /// What is known of a row of a rendered page that lost its label.
  private final class Lost: Sendable {
    let inferred: InferredField
    let part: Range<Int>?

    init(_ inferred: InferredField, part: Range<Int>?) {
      self.inferred = inferred
      self.part = part
    }
  }

  init(field: InfoboxField, meaning: FieldMeaning, values: [Value]) {
    self.field = field
    self.meaning = meaning
    self.values = values
    lost = nil
  }

  init(field: InfoboxField, meaning: FieldMeaning, values: [Value], inferred: InferredField, part: Range<Int>?) {
    self.field = field
    self.meaning = meaning
    self.values = values
    lost = Lost(inferred, part: part)
  }

  /// What the field is called: by its schema in the wiki's language, else by its parameter; on a rendered page the label
  /// that it shows, empty where it shows none.
  public var label: String { meaning.label }
  /// What the schema says of it.
  public var schemaField: SchemaField? { meaning.schemaField }
  /// What its values ought to be.
  public var expectation: Expectation { meaning.expectation }
  /// What it is taken for, where the page does not show its label.
  public var inferred: InferredField? { lost?.inferred }
  /// Which items of the row it is, by their places in `InfoboxField.items`; nil where it is all of the row.
  public var part: Range<Int>? { lost?.part }
}

/// What fields of one name say, on all pages of a wiki.
final class FieldMeaning: Sendable {
  let label: String
  let schemaField: SchemaField?
  let expectation: Expectation

  init(label: String, schemaField: SchemaField?, expectation: Expectation) {
    self.label = label
    self.schemaField = schemaField
    self.expectation = expectation
  }
}
