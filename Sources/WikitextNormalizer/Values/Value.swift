public import WikitextSyntax

/// A value that a page gives, with its evidence.
public struct Value: Sendable, Hashable {
  /// What it is.
  public var content: Content
  /// What stands in brackets, small or behind it and belongs to it: "United States", "as of 2019", a role, a share; plain
  /// text, in the order of the page.
  public var qualifiers: [String] = []
  /// Where it stands in the source; the raw text is what the source has there.
  public var range: SourceRange
  /// What few values have.
  var evidence = Evidence.none
  /// How sure the reading is.
  public var confidence = Confidence.certain

  /// A value in its place.
  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// How sure a reading is, 0 to 1.
  public enum Confidence: Double, Sendable {
    /// The markup says it: a template of that meaning, a whole value in the form of its kind where that kind is expected.
    case certain = 1
    /// A whole value in the form of its kind, where nothing says what to expect.
    case shape = 0.9
    /// One of two readings, chosen by what the field, the language or the neighbours say.
    case chosen = 0.7
    /// Something beside it was not understood: an unknown template, a figure in a text where a value was expected; or a
    /// code has another check digit than its own.
    case unsure = 0.5
  }
}

extension Value {
  /// What a value is. What is larger than a link lies apart: most values are text and links.
  public enum Content: Sendable, Hashable {
    /// Plain text.
    case text(String)
    /// A link to a page, by its normalized title (fragment included) and its text.
    case link(target: String, text: String)
    /// Several values that belong together: a cell, an item with parts.
    case list([Value])
    /// Yes or no.
    case boolean(Bool)
    /// A number without a unit.
    case number(DecimalNumber)
    /// A share in hundredths.
    case percent(DecimalNumber)
    /// A number with a unit.
    indirect case quantity(Quantity)
    /// A span of numbers; an end that is not given is nil, a unit of percent is `%`, that of amounts of money the code of
    /// the currency.
    indirect case range(low: DecimalNumber?, high: DecimalNumber?, unit: MeasuredUnit?)
    /// A number with its uncertainty.
    indirect case plusMinus(DecimalNumber, plus: DecimalNumber, minus: DecimalNumber, unit: MeasuredUnit?)
    /// An amount of money.
    indirect case money(Money)
    /// A date.
    case date(EDTFDate)
    /// A span of time between dates.
    indirect case interval(EDTFInterval)
    /// A length of time.
    case duration(TimeSpan)
    /// A stated age, in years.
    case age(DecimalNumber)
    /// A place on a globe. Either may be nil: half a coordinate.
    indirect case coordinates(GeoPosition)
    /// An address, absolute.
    case url(String)
    /// A mailbox.
    case email(String)
    /// A code of a scheme: ISBN, postal code, ticker …
    case identifier(scheme: String?, value: String)
    /// A person by marriage or the like.
    indirect case relation(Relation)
    /// A place that a flag or country template names.
    case place(name: String, country: String?)
    /// A file, without its namespace.
    case image(file: String)
    /// A colour, `#rrggbb`.
    case color(hex: String)
    /// A formula: LaTeX, or a chemical one as text.
    case formula(String)
    /// Points out of a maximum.
    indirect case rating(DecimalNumber, of: DecimalNumber?)
    /// A value that lies elsewhere: in Wikidata, a module, a template of numbers.
    case external(source: String)
    /// What was not understood, as plain text.
    case unparsed(String)
  }
}

/// A number with a unit.
public struct Quantity: Sendable, Hashable {
  /// The number, scale words worked out.
  public var number: DecimalNumber
  /// The unit.
  public var unit: MeasuredUnit
  /// The same in the SI's base units; nil where the unit has no SI value, as persons have none.
  public var inSI: SIValue?

  /// A number with a unit.
  public init(_ number: DecimalNumber, _ unit: MeasuredUnit, inSI: SIValue? = nil) {
    self.number = number
    self.unit = unit
    self.inSI = inSI
  }
}

/// A quantity in the SI's base units.
public struct SIValue: Sendable, Hashable {
  /// The number.
  public var number: Double
  /// The unit in UCUM, made of base units: `m`, `m2`, `kg.m-3`, `K`.
  public var unit: String

  /// A quantity.
  public init(_ number: Double, _ unit: String) {
    self.number = number
    self.unit = unit
  }
}

/// A unit: by UCUM, and as the page writes it.
public struct MeasuredUnit: Sendable, Hashable {
  /// The unit in UCUM's case-sensitive symbols: `km2`, `[ft_i]`, `{person}/km2`.
  public var ucum: String
  /// The unit as the page writes it; empty where the page does not write it (the field's schema says it).
  public var written: String

  /// A unit.
  public init(ucum: String, written: String) {
    self.ucum = ucum
    self.written = written
  }
}

/// An amount of money.
public struct Money: Sendable, Hashable {
  /// The amount, scale words worked out.
  public var amount: DecimalNumber
  /// ISO 4217.
  public var currency: String
  /// The year whose prices it is in, where the page says so.
  public var year: Int?

  /// An amount.
  public init(_ amount: DecimalNumber, _ currency: String, year: Int? = nil) {
    self.amount = amount
    self.currency = currency
    self.year = year
  }
}

/// A length of time in the units that the page writes it in.
public struct TimeSpan: Sendable, Hashable, CustomStringConvertible {
  /// A unit of time, the longest first.
  public enum Unit: UInt8, Sendable, CaseIterable {
    /// Of time.
    case years, months, weeks, days, hours, minutes, seconds
  }

  /// The parts, the longest unit first, each unit once.
  public var parts: [Part]

  /// A number of one unit.
  public struct Part: Sendable, Hashable {
    /// How many.
    public var number: DecimalNumber
    /// Of what.
    public var unit: Unit

    /// A number of one unit.
    public init(_ number: DecimalNumber, _ unit: Unit) {
      self.number = number
      self.unit = unit
    }
  }

  /// A length of time; nil without parts, and when a unit comes twice or behind a shorter one.
  public init?(_ parts: [Part]) {
    guard !parts.isEmpty, zip(parts, parts.dropFirst()).allSatisfy({ $0.unit.rawValue < $1.unit.rawValue }) else {
      return nil
    }
    self.parts = parts
  }

  /// ISO 8601: `PT1H2M3S`, `P5Y`, `PT61.83H`.
  public var description: String {
    var text = "P"
    var inTime = false
    for part in parts {
      if part.unit.rawValue >= Unit.hours.rawValue, !inTime {
        text += "T"
        inTime = true
      }
      text += part.number.description + TimeSpan.letter(of: part.unit)
    }
    return text
  }

  private static func letter(of unit: Unit) -> String {
    switch unit {
    case .years: "Y"
    case .months, .minutes: "M"
    case .weeks: "W"
    case .days: "D"
    case .hours: "H"
    case .seconds: "S"
    }
  }
}

/// A place on a globe, as a page gives it.
public struct GeoPosition: Sendable, Hashable {
  /// Degrees north, -90 to 90.
  public var latitude: Double?
  /// Degrees east, -180 to 180.
  public var longitude: Double?
  /// How fine the figures are, in degrees; nil when that is not known.
  public var precision: Double?
  /// The globe, nil for the Earth.
  public var globe: String?
  /// ISO 3166 code of the region, where the page says it.
  public var region: String?
  /// What kind of place it is, where the page says it: `city`, `mountain` …
  public var type: String?
  /// The size of the place in metres, where the page says it.
  public var dimension: Double?

  /// A place.
  public init(latitude: Double?, longitude: Double?) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A person by marriage, partnership or the like.
public struct Relation: Sendable, Hashable {
  /// The person, as shown.
  public var name: String
  /// The page of the person, where there is a link.
  public var target: String?
  /// Since when.
  public var from: EDTFDate?
  /// Until when.
  public var to: EDTFDate?
  /// What it is: `marriage`, `partner` …
  public var relation: String

  /// A person.
  public init(name: String, relation: String) {
    self.name = name
    self.relation = relation
  }
}
