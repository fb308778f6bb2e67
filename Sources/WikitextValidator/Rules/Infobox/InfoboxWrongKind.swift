import WikitextNormalizer
import WikitextSyntax

/// `infobox-wrong-kind`: values of another kind than their field's.
struct InfoboxWrongKind: PageRule {
  let about = RuleDescription(
    id: "infobox-wrong-kind",
    family: .infobox,
    severity: .warning,
    summary: "A value is of another kind than its field.",
    explanation: """
      The schema of the infobox says that a field holds a number, a date, a place on a globe, an address of the web …, \
      and the value is something else: a name in a field of dates, a date in a field of places, prose in a field \
      of addresses. Programs that read the field get nothing, or what is wrong. Found are values that are \
      read for certain as another kind, and words without any figure where there has to be one; not words that say why \
      there is none (unknown, present, about), nor what a template gives. Where a schema comes with the program, \
      figures are asked for in fields of dates, counts and money only, for other fields have words for special cases.
      """,
    bad: "{{Infobox person|name=Anna Wiener|birth_date=[[Salzburg]]|birth_place=5 May 1912}}",
    good: "{{Infobox person|name=Anna Wiener|birth_date=5 May 1912|birth_place=[[Salzburg]]}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      let isComplete = infobox.schema.map { page.knowledge.parameters(of: $0).isComplete } ?? false
      for field in infobox.shownFields where field.expectation.isFromSchema && field.values.count == 1 {
        let value = field.values[0]
        guard value.templates.isEmpty, !InfoboxWrongKind.fits(value.content, field.expectation.kind) else { continue }
        guard let found = name(of: value.content, in: field, page, isComplete: isComplete) else { continue }
        findings.report(
          "\"\(field.field.name)\" holds \(InfoboxWrongKind.name(of: field.expectation.kind)), not \(found)",
          at: value.range
        )
      }
    }
  }

  /// Whether a value may stand in a field of a kind.
  private static func fits(_ content: Value.Content, _ kind: FieldKind) -> Bool {
    switch (kind, content) {
    case (_, .external), (_, .list), (_, .boolean), (_, .relation), (_, .formula): true
    case (.date, .date), (.date, .interval), (.date, .age), (.date, .duration), (.date, .number), (.date, .range): true
    case (.url, .url), (.email, .email), (.coordinates, .coordinates): true
    default: false
    }
  }

  /// What a value is that is certainly of no kind that the field may hold; nil where that is not certain.
  private func name(of content: Value.Content, in field: TypedField, _ page: CheckedPage, isComplete: Bool) -> String? {
    let kind = field.expectation.kind
    switch content {
    case .date(let date) where date.precision == .day && date.year != nil:
      return [.place, .url, .email, .coordinates, .money, .image, .quantity].contains(kind) ? "a date" : nil
    case .coordinates:
      return [.date, .number, .count, .money, .url, .image, .duration].contains(kind) ? "coordinates" : nil
    case .email: return [.date, .number, .count, .quantity, .place, .coordinates].contains(kind) ? "a mailbox" : nil
    case .url: return [.date, .number, .count, .quantity, .money, .duration].contains(kind) ? "an address" : nil
    case .money: return [.date, .url, .coordinates].contains(kind) ? "an amount of money" : nil
    case .quantity(let quantity) where !quantity.unit.written.isEmpty && quantity.inSI != nil:
      return [.date, .url, .coordinates, .money].contains(kind) ? "a quantity" : nil
    case .image: return [.date, .number, .count, .quantity, .url, .coordinates].contains(kind) ? "a file" : nil
    case .link(_, let text), .text(let text), .unparsed(let text), .place(let text, _):
      return isWithoutFigure(text, kind, page, isComplete: isComplete) ? "\"\(Excerpt.short(text))\"" : nil
    default: return nil
    }
  }

  /// Whether words stand where there has to be a figure, or an address.
  private func isWithoutFigure(_ text: String, _ kind: FieldKind, _ page: CheckedPage, isComplete: Bool) -> Bool {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), text.count >= 3 else { return false }
    switch kind {
    case .url: return !text.contains(".") && !page.knowledge.hasWordOfValues(text)
    case .email: return !text.contains("@") && !text.contains(" at ") && !page.knowledge.hasWordOfValues(text)
    case .coordinates, .date, .count, .money: break
    case .number, .quantity, .percent, .duration, .interval: guard isComplete else { return false }
    default: return false
    }
    let hasFigure = text.unicodeScalars.contains { $0.properties.numericType != nil }
    return !hasFigure && !page.knowledge.hasWordOfValues(text)
  }

  private static func name(of kind: FieldKind) -> String {
    switch kind {
    case .date: "a date"
    case .interval: "a span of time"
    case .number: "a number"
    case .count: "a number of people or things"
    case .percent: "a share"
    case .quantity: "a quantity"
    case .money: "an amount of money"
    case .coordinates: "coordinates"
    case .url: "an address of the web"
    case .email: "a mailbox"
    case .duration: "a length of time"
    case .place: "a place"
    case .image: "a file"
    default: "a value of the kind \(kind.rawValue)"
    }
  }
}
