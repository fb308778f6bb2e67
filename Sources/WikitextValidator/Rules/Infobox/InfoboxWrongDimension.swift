import WikitextNormalizer
import WikitextSyntax

/// `infobox-wrong-dimension`: a height in kilograms.
struct InfoboxWrongDimension: PageRule {
  let about = RuleDescription(
    id: "infobox-wrong-dimension",
    family: .infobox,
    severity: .warning,
    summary: "A quantity has a unit that its field cannot have.",
    explanation: """
      A field of lengths has a mass, one of areas a length. What a field measures is told by its unit or its property of \
      Wikidata in the schema, what the value measures by the unit that the page writes; both are brought to the base \
      units of the SI. Units without an SI value, such as persons, are not compared, nor are fields of which the schema \
      does not tell what they measure.
      """,
    bad: "{{Infobox river|name=Isar|length=295 kg}}",
    good: "{{Infobox river|name=Isar|length=295 km}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      for field in infobox.shownFields where field.expectation.kind == .quantity {
        guard let expected = dimension(of: field, page) else { continue }
        let quantities = field.values.compactMap { value in
          if case .quantity(let quantity) = value.content { (value, quantity) } else { nil }
        }
        // Beside a quantity of the right sort, another one may say how it was measured.
        guard !quantities.isEmpty, !quantities.contains(where: { Self.measure($0.1.inSI?.unit) == expected }) else {
          continue
        }
        for (value, quantity) in quantities {
          guard let found = quantity.inSI?.unit, !quantity.unit.written.isEmpty else { continue }
          findings.report(
            "\"\(field.field.name)\" is measured in units such as \(expected), and \(quantity.unit.written) is \(found)",
            at: value.range
          )
        }
      }
    }
  }

  /// What a field measures, in base units of the SI.
  private func dimension(of field: TypedField, _ page: CheckedPage) -> String? {
    if let unit = field.expectation.unit { return Self.measure(page.knowledge.dimension(ofUnit: unit)) }
    return field.schemaField?.property.flatMap { Self.dimensions[$0] }
  }

  /// A dimension without amounts of substance: the masses of atoms are given by the mole, too.
  private static func measure(_ dimension: String?) -> String? {
    guard let dimension else { return nil }
    return dimension.split(separator: ".").filter { !$0.hasPrefix("mol") }.joined(separator: ".")
  }

  /// What properties of Wikidata measure: lengths, areas, masses, flows.
  private static let dimensions = [
    "P2043": "m", "P2044": "m", "P2048": "m", "P2049": "m", "P4511": "m", "P2386": "m", "P2046": "m2", "P2053": "m2",
    "P2067": "kg", "P2225": "m3.s-1",
  ]
}
