/// What a field of an infobox holds, by its schema.
public enum FieldKind: String, Sendable, CaseIterable {
  /// Prose or free text, item by item.
  case text
  /// One text, never divided.
  case caption
  /// One name, never divided.
  case name
  /// Links or texts, several of them.
  case item
  /// People: links or names.
  case person
  /// Places: links, names, flags with names.
  case place
  /// Organizations: links or names.
  case organization
  /// A number.
  case number
  /// A number of people or things, perhaps with a noun.
  case count
  /// A share in hundredths.
  case percent
  /// A number with a unit.
  case quantity
  /// A span of numbers.
  case range
  /// An amount of money.
  case money
  /// A date.
  case date
  /// A span of time between dates.
  case interval
  /// A stated age.
  case age
  /// A length of time.
  case duration
  /// A place on a globe.
  case coordinates
  /// Half of one.
  case angle
  /// An address.
  case url
  /// A mailbox.
  case email
  /// A code of a scheme.
  case identifier
  /// People by marriage and the like, with years.
  case relation
  /// Files.
  case image
  /// A colour.
  case color
  /// A formula.
  case formula
  /// Points out of a maximum.
  case rating
  /// Yes or no.
  case boolean
  /// Anything: by its shape.
  case any
  /// How the infobox looks: no value.
  case style

  /// Whether a schema that says so leads one to expect more than text and links.
  public var isTyped: Bool {
    switch self {
    case .text, .caption, .name, .item, .person, .place, .organization, .any, .style: false
    default: true
    }
  }
}

/// What is known of a value before it is read.
public struct Expectation: Sendable, Hashable {
  /// What it ought to be.
  public var kind: FieldKind
  /// The unit of a bare number, in UCUM.
  public var unit: String?
  /// The currency of a bare number, by ISO 4217.
  public var currency: String?
  /// The scheme of a code.
  public var scheme: String?
  /// What people are to the one whom the page is about: `marriage`, `partner`.
  public var relation: String?
  /// Whether it is never more than one value.
  public var isSingle = false
  /// Whether it may stand anywhere in an item's text, the rest of which are remarks.
  public var isAnywhere = false
  /// Whether a schema says so, and not the field's name or shape.
  public var isFromSchema = false
  /// Whether the country of a flag beside a link or name is kept as its qualifier, whatever the value is: so in tables,
  /// where flags stand for a column of their own.
  public var keepsFlags = false

  /// Nothing is known.
  public static let anything = Expectation(kind: .any)

  /// A kind is known.
  public init(kind: FieldKind) {
    self.kind = kind
  }
}
