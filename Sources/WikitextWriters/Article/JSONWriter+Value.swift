import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

extension JSONWriter {
  /// A typed value with its evidence.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - document: the document that it was read from; `raw` is what its source has at the value's range.
  ///   - budget: how many more bytes of the page may be repeated as evidence; without any, `source` alone says where the
  ///     value was read.
  mutating func value(_ value: Value, of document: Document, evidence budget: inout Int) {
    beginObject()
    content(value.content, of: document, &budget)
    if !value.qualifiers.isEmpty {
      key("qualifiers")
      beginArray()
      for qualifier in value.qualifiers { string(qualifier) }
      endArray()
    }
    if let date = value.asOf {
      key("as_of")
      ascii(date.write)
    }
    evidence(of: value, document, &budget)
    endObject()
  }

  private mutating func evidence(of value: Value, _ document: Document, _ budget: inout Int) {
    let isAffordable = budget > 0
    budget -= value.range.count
    if isAffordable {
      key("raw")
      string(document.source[value.range.offsets])
    }
    source(value.range)
    if isAffordable, !value.templates.isEmpty {
      key("templates")
      beginArray()
      for template in value.templates {
        string(template)
        budget -= template.utf8.count
      }
      endArray()
    }
    if !value.references.isEmpty {
      key("references")
      beginArray()
      for reference in value.references { int(reference) }
      endArray()
    }
    if !value.notes.isEmpty {
      key("notes")
      beginArray()
      for note in value.notes { string(note) }
      endArray()
    }
    key("confidence")
    double(value.confidence.rawValue)
  }

  private mutating func content(_ content: Value.Content, of document: Document, _ budget: inout Int) {
    key("kind")
    string(content.kindName)
    switch content {
    case .text(let text):
      field("text", text)
    case .link(let target, let text):
      field("target", target)
      field("text", text)
    case .list(let values):
      key("values")
      beginArray()
      for item in values { value(item, of: document, evidence: &budget) }
      endArray()
    case .boolean(let value):
      key("value")
      bool(value)
    case .number(let number):
      field("number", number)
    case .percent(let number):
      field("number", number)
    case .quantity(let quantity):
      field("number", quantity.number)
      unit(quantity.unit)
      if let si = quantity.inSI {
        key("si")
        beginObject()
        key("number")
        double(si.number)
        field("unit", si.unit)
        endObject()
      }
    case .range(let low, let high, let unit):
      if let low { field("low", low) }
      if let high { field("high", high) }
      if let unit { self.unit(unit) }
    case .plusMinus(let number, let plus, let minus, let unit):
      field("number", number)
      field("plus", plus)
      field("minus", minus)
      if let unit { self.unit(unit) }
    case .money(let money):
      field("amount", money.amount)
      field("currency", money.currency)
      if let year = money.year {
        key("year")
        int(year)
      }
    case .date(let date):
      key("edtf")
      ascii(date.write)
      if date.calendar == .julian { field("calendar", "julian") }
    case .interval(let interval):
      key("edtf")
      ascii(interval.write)
    case .duration(let span):
      field("iso", span.description)
    case .age(let years):
      field("years", years)
    case .coordinates(let position):
      self.position(position)
    case .url(let url):
      field("url", url)
    case .email(let email):
      field("email", email)
    case .identifier(let scheme, let value):
      if let scheme { field("scheme", scheme) }
      field("value", value)
    case .relation(let relation): self.relation(relation)
    case .place(let name, let country):
      field("name", name)
      if let country { field("country", country) }
    case .image(let file):
      field("file", file)
    case .color(let hex):
      field("hex", hex)
    case .formula(let formula):
      field("text", formula)
    case .rating(let number, let maximum):
      field("number", number)
      if let maximum { field("of", maximum) }
    case .external(let source):
      field("location", source)
    case .unparsed(let text):
      field("text", text)
    }
  }

  /// A place on a globe: a GeoJSON point where both figures are given, else what there is.
  mutating func position(_ position: GeoPosition) {
    if let latitude = position.latitude, let longitude = position.longitude {
      key("geometry")
      beginObject()
      point(latitude: latitude, longitude: longitude)
      endObject()
    } else if let latitude = position.latitude {
      key("latitude")
      double(latitude)
    } else if let longitude = position.longitude {
      key("longitude")
      double(longitude)
    }
    details(of: position, typeKey: "type")
  }

  /// The members of a GeoJSON point.
  mutating func point(latitude: Double, longitude: Double) {
    field("type", "Point")
    key("coordinates")
    beginArray()
    double(longitude)
    double(latitude)
    endArray()
  }

  /// What is known of a place beside where it is; `typeKey` is what its type is called.
  mutating func details(of position: GeoPosition, typeKey: StaticString) {
    if let precision = position.precision {
      key("precision")
      double(precision)
    }
    if let globe = position.globe { field("globe", globe) }
    if let region = position.region { field("region", region) }
    if let type = position.type { field(typeKey, type) }
    if let dimension = position.dimension {
      key("dimension")
      double(dimension)
    }
  }

  private mutating func relation(_ relation: Relation) {
    field("relation", relation.relation)
    field("name", relation.name)
    if let target = relation.target { field("target", target) }
    if let from = relation.from { field("from", from.description) }
    if let to = relation.to { field("to", to.description) }
  }

  private mutating func unit(_ unit: MeasuredUnit) {
    field("unit", unit.ucum)
    if !unit.written.isEmpty { field("unit_text", unit.written) }
  }

  /// A key with a text.
  mutating func field(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Where something stands in the page.
  mutating func source(_ range: SourceRange) {
    key("source")
    beginObject()
    key("start")
    int(range.start)
    key("end")
    int(range.end)
    endObject()
  }

  /// A decimal number is written as a string, for it is exact.
  private mutating func field(_ key: StaticString, _ number: DecimalNumber) {
    field(key, number.description)
  }
}
