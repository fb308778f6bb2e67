import WikitextNormalizer
import WikitextSyntax

/// `infobox-negative-or-absurd`: figures that cannot be.
struct InfoboxNegativeOrAbsurd: PageRule {
  let about = RuleDescription(
    id: "infobox-negative-or-absurd",
    family: .infobox,
    severity: .warning,
    summary: "A figure cannot be right.",
    explanation: """
      A number of people or things below zero; an age below zero or above 150 years; a share of a country's or place's \
      area that is water below 0 or above 100 per cent; more points than the most there are; a person taller than three \
      metres. Shares that grow, such as rates, may be above 100, and are left alone.
      """,
    bad: "{{Infobox settlement|name=Lenggries|population_total=-9800}}",
    good: "{{Infobox settlement|name=Lenggries|population_total=9800}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      let isPerson = infobox.schema.map { $0.name == "person" || $0.head.parents.contains("person") } ?? false
      for field in infobox.shownFields where field.expectation.isFromSchema {
        for value in field.values {
          guard let problem = problem(of: value.content, in: field, isPerson: isPerson) else { continue }
          findings.report("\"\(field.field.name)\" says \(problem)", at: value.range)
        }
      }
    }
  }

  private func problem(of content: Value.Content, in field: TypedField, isPerson: Bool) -> String? {
    switch content {
    case .number(let number) where field.expectation.kind == .count && number.mantissa < 0:
      return "\(number), and there are not less than none"
    case .age(let years) where years.mantissa < 0 || years.doubleValue > 150:
      return "an age of \(years) years"
    case .percent(let share) where field.schemaField?.property == "P2927":
      return (0...100).contains(share.doubleValue) ? nil : "that \(share) per cent of a whole are water"
    case .rating(let points, of: let most?) where points.doubleValue > most.doubleValue:
      return "\(points) of \(most) points"
    case .quantity(let quantity)
    where isPerson && field.schemaField?.name == "height" && !quantity.unit.written.isEmpty:
      guard let height = quantity.inSI, height.unit == "m", height.number > 3 || height.number <= 0 else { return nil }
      return "that a person is \(quantity.number) \(quantity.unit.written) tall"
    default: return nil
    }
  }
}
