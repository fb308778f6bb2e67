extension Value.Content: CustomStringConvertible {
  /// The value in one line, for people and for the cells of a table: text as it is, dates and intervals in EDTF, numbers
  /// with their unit's symbol, money with its code, places and links by their names.
  public var description: String {
    switch self {
    case .text(let text), .unparsed(let text), .formula(let text): text
    case .link(_, let text): text
    case .list(let values): values.map(\.content.description).joined(separator: ", ")
    case .boolean(let value): value ? "yes" : "no"
    case .number(let number): number.description
    case .percent(let number): "\(number) %"
    case .quantity(let quantity): "\(quantity.number) \(quantity.unit.ucum)"
    case .range(let low, let high, let unit): Value.Content.described(low, high, unit)
    case .plusMinus(let number, let plus, let minus, let unit):
      "\(number) " + (plus == minus ? "±\(plus)" : "+\(plus) −\(minus)") + (unit.map { " \($0.ucum)" } ?? "")
    case .money(let money): "\(money.amount) \(money.currency)"
    case .date(let date): date.description
    case .interval(let interval): interval.description
    case .duration(let span): span.description
    case .age(let years): years.description
    case .coordinates(let position): position.description
    case .url(let url): url
    case .email(let email): email
    case .identifier(_, let value): value
    case .relation(let relation): relation.description
    case .place(let name, _): name
    case .image(let file): file
    case .color(let hex): hex
    case .rating(let number, let maximum): maximum.map { "\(number)/\($0)" } ?? number.description
    case .external(let source): source
    }
  }

  private static func described(_ low: DecimalNumber?, _ high: DecimalNumber?, _ unit: MeasuredUnit?) -> String {
    let span =
      switch (low, high) {
      case (let low?, let high?): "\(low)–\(high)"
      case (let low?, nil): "≥ \(low)"
      case (nil, let high?): "≤ \(high)"
      case (nil, nil): ""
      }
    return span + (unit.map { " \($0.ucum)" } ?? "")
  }

  /// The name of the kind, as the JSON has it.
  public var kindName: StaticString {
    switch self {
    case .text: "text"
    case .link: "link"
    case .list: "list"
    case .boolean: "boolean"
    case .number: "number"
    case .percent: "percent"
    case .quantity: "quantity"
    case .range: "range"
    case .plusMinus: "plus_minus"
    case .money: "money"
    case .date: "date"
    case .interval: "interval"
    case .duration: "duration"
    case .age: "age"
    case .coordinates: "coordinates"
    case .url: "url"
    case .email: "email"
    case .identifier: "identifier"
    case .relation: "relation"
    case .place: "place"
    case .image: "image"
    case .color: "color"
    case .formula: "formula"
    case .rating: "rating"
    case .external: "external"
    case .unparsed: "unparsed"
    }
  }
}

extension GeoPosition: CustomStringConvertible {
  /// Latitude and longitude in degrees; what is not given is a dash.
  public var description: String {
    "\(latitude.map(\.description) ?? "–") \(longitude.map(\.description) ?? "–")"
  }
}

extension Relation: CustomStringConvertible {
  /// The name, with the years as an EDTF interval.
  public var description: String {
    guard from != nil || to != nil else { return name }
    return "\(name) (\(from.map(\.description) ?? "")/\(to.map(\.description) ?? ""))"
  }
}
