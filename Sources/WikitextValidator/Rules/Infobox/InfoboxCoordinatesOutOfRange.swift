import WikitextNormalizer
import WikitextSyntax

/// `infobox-coordinates-out-of-range`: places that are on no globe.
struct InfoboxCoordinatesOutOfRange: PageRule {
  let about = RuleDescription(
    id: "infobox-coordinates-out-of-range",
    family: .infobox,
    severity: .error,
    summary: "Coordinates are on no globe.",
    explanation: """
      A latitude of more than 90 degrees, a longitude of more than 180 (360 on other globes than the Earth), 60 or more \
      minutes or seconds. MediaWiki shows an error, and the page is on no map. Found in the arguments of `{{coord}}` and \
      the templates like it, in infoboxes and elsewhere, and in fields of infoboxes for a latitude or longitude alone.
      """,
    bad: "{{Infobox river|name=Isar|mouth_coordinates={{coord|148.8|12.9}}}}",
    good: "{{Infobox river|name=Isar|mouth_coordinates={{coord|48.8|12.9}}}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let source = page.source
    let packs = page.knowledge.packs
    for node in page.nodes(.template) {
      guard let template = TemplateSyntax(node) else { continue }
      let name = template.nameSyntax.range.offsets
      guard let rule = packs.rules(source.span, name).first, rule.kind == .coordinates,
        rule.patterns.isEmpty, let problem = CoordinateArguments(template).problem
      else { continue }
      findings.report(problem, at: node.range)
    }
    for infobox in page.infoboxes {
      for field in infobox.shownFields { checkHalf(field, &findings) }
    }
  }

  /// A latitude or longitude by itself, or its degrees, minutes and seconds.
  private func checkHalf(_ field: TypedField, _ findings: inout FindingList) {
    guard let schemaField = field.schemaField, schemaField.kind == .angle || schemaField.kind == .quantity else {
      return
    }
    let isLatitude = schemaField.name.contains("latitude")
    guard isLatitude || schemaField.name.contains("longitude") else { return }
    let isPart = schemaField.unit == "'" || schemaField.unit == "''"
    guard schemaField.kind == .angle || schemaField.unit == "deg" || isPart else { return }
    for value in field.values {
      guard let number = InfoboxCoordinatesOutOfRange.number(value.content) else { continue }
      if isPart {
        guard number >= 60 || number < 0 else { continue }
        findings.report("\"\(field.field.name)\", \(number), is not between 0 and 60", at: value.range)
      } else if abs(number) > (isLatitude ? 90 : 360) {
        findings.report(
          isLatitude
            ? "the latitude \(number) is more than 90 degrees" : "the longitude \(number) is more than a circle",
          at: value.range
        )
      }
    }
  }

  private static func number(_ content: Value.Content) -> Double? {
    switch content {
    case .number(let number): number.doubleValue
    case .quantity(let quantity) where ["deg", "'", "''"].contains(quantity.unit.ucum): quantity.number.doubleValue
    default: nil
    }
  }
}

/// The positions of a call of `{{coord}}`: degrees, minutes and seconds with the letters of the winds, or two numbers.
private struct CoordinateArguments {
  private var positions: [String] = []
  private var isOfEarth = true

  init(_ template: TemplateSyntax) {
    for argument in template.arguments {
      let text = argument.valueText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if text.contains("globe:"), !text.contains("globe:earth"), !text.contains("globe:Earth") { isOfEarth = false }
      if argument.isPositional, positions.count < CoordinateArguments.most { positions.append(text) }
    }
  }

  /// Twice degrees, minutes, seconds and a wind.
  private static let most = 8

  /// What is wrong with them; nil where nothing is, or they are not understood.
  var problem: String? {
    let first = positions.prefix(4).firstIndex { "NS".contains($0.uppercased()) && !$0.isEmpty }
    guard let first else {
      guard positions.count >= 2, let latitude = Double(positions[0]), let longitude = Double(positions[1]) else {
        return nil
      }
      return outOfRange(latitude, longitude)
    }
    let rest = positions[(first + 1)...]
    guard let second = rest.prefix(4).firstIndex(where: { ["E", "W", "O", "L"].contains($0.uppercased()) }) else {
      return nil
    }
    let latitude = positions[..<first].map { Double($0) }
    let longitude = positions[(first + 1)..<second].map { Double($0) }
    guard (1...3).contains(latitude.count), (1...3).contains(longitude.count) else { return nil }
    for parts in [latitude, longitude] {
      for part in parts.dropFirst() {
        guard let part else { return nil }
        if part >= 60 { return "\(CoordinateArguments.text(part)) minutes or seconds are more than there are" }
        if part < 0 { return "minutes and seconds are below zero; the wind says on which side the place is" }
      }
    }
    guard let degrees = latitude[0], let others = longitude[0] else { return nil }
    return outOfRange(degrees, others)
  }

  private func outOfRange(_ latitude: Double, _ longitude: Double) -> String? {
    if abs(latitude) > 90 { return "the latitude \(CoordinateArguments.text(latitude)) is more than 90 degrees" }
    let most = isOfEarth ? 180.0 : 360.0
    guard abs(longitude) > most else { return nil }
    return "the longitude \(CoordinateArguments.text(longitude)) is more than \(CoordinateArguments.text(most)) degrees"
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? number.description
  }
}
