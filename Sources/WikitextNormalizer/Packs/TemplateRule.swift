/// What a pack says of a template: one line of it.
public struct TemplateRule: Sendable, Hashable {
  /// What the template is.
  public var kind: Kind
  /// What its arguments are: the keys of the kind, in the order of the line.
  public var patterns: [(key: Key, pattern: ArgumentPattern)]

  /// Kinds of templates; see Data/README.md for their keys.
  public enum Kind: String, Sendable, CaseIterable {
    case show, list, date, interval, age, computed, duration, number, percent, quantity, convert, height, money,
      fraction
    case plusMinus = "plus-minus"
    case coordinates, place, flag, link, url, email, identifier, relation, image, color, formula, rating, boolean,
      external
    case note, reference, hidden, approximate, since, reign, mark, result
    case infobox, hatnote, maintenance
    case shortDescription = "short-description"
    case disambiguation, stub, navigation, metadata
  }

  /// Keys of all kinds.
  public enum Key: String, Sendable, CaseIterable {
    case text, small, raised, lowered, language, items, first, pairs, separator, year, month, day, circa, calendar,
      `repeat`
    case fromYear = "from-year"
    case fromMonth = "from-month"
    case fromDay = "from-day"
    case toYear = "to-year"
    case toMonth = "to-month"
    case toDay = "to-day"
    case from, to, years, months, weeks, days, hours, minutes, seconds, value, of, unit, feet = "ft", inches = "in"
    case metres = "m", centimetres = "cm", amount, currency, scale, whole, numerator, denominator, plus, minus
    case latitude, longitude, name, country, target, address, scheme, relation, end, file, caption, hex, source,
      qualifier
  }

  /// The pattern of a key.
  public subscript(key: Key) -> ArgumentPattern? { patterns.first { $0.key == key }?.pattern }

  /// Whether both say the same.
  public static func == (lhs: TemplateRule, rhs: TemplateRule) -> Bool {
    lhs.kind == rhs.kind && lhs.patterns.elementsEqual(rhs.patterns) { $0.key == $1.key && $0.pattern == $1.pattern }
  }

  /// Hashes the kind and the patterns.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for (key, pattern) in patterns {
      hasher.combine(key)
      hasher.combine(pattern)
    }
  }
}

/// Text with arguments in it: `"{1} {2}[ ({3,note})]"`, or the name of an argument.
public struct ArgumentPattern: Sendable, Hashable {
  /// The parts in their order.
  public var parts: [Part]

  /// A part of a pattern.
  public enum Part: Sendable, Hashable {
    /// Text as it is.
    case literal(String)
    /// The first of these arguments that is not empty, by name or position. `*` are all positional ones, `name` is the
    /// name of the template where no argument has that name.
    case argument([String])
    /// The beginning and the end of what falls away when no argument in it has content.
    case optionalStart, optionalEnd
  }

  /// A pattern.
  public init(parts: [Part]) {
    self.parts = parts
  }
}
