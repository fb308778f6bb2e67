import WikitextNormalizer
import WikitextSyntax

/// `infobox-end-before-start`: spans of time that end before they begin.
struct InfoboxEndBeforeStart: PageRule {
  let about = RuleDescription(
    id: "infobox-end-before-start",
    family: .infobox,
    severity: .error,
    summary: "Something ends before it begins.",
    explanation: """
      A span of time in one field, such as `1990–1985`, or two fields that belong together by the schema of the infobox: \
      when an organization was founded and dissolved, when a term, a series or a service began and ended, when something \
      was opened and closed. Fields with a number at their ends go with those of the same number. Nothing is said where a \
      date is about right or in doubt, before Christ, or where there are several.
      """,
    bad: "{{Infobox company|name=Isarwerk|founded=1920|defunct=1912}}",
    good: "{{Infobox company|name=Isarwerk|founded=1920|defunct=1992}}"
  )

  /// Beginnings and ends, by the properties of Wikidata: inception and dissolution, start and end, opening and closing,
  /// entry into service and retirement, beginning and end of work.
  private static let pairs = [
    "P571": "P576", "P580": "P582", "P1619": "P3999", "P729": "P730", "P2031": "P2032",
  ]

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      let fields = infobox.shownFields
      checkPairs(fields, &findings)
      for field in fields where field.expectation.kind == .interval || field.expectation.kind == .date {
        checkSpans(field, page, &findings)
      }
    }
  }

  private struct Key: Hashable {
    var property: String
    var number: Substring
  }

  private func checkPairs(_ fields: [TypedField], _ findings: inout FindingList) {
    var byKey: [Key: [TypedField]] = [:]
    for field in fields {
      guard let property = field.schemaField?.property else { continue }
      byKey[Key(property: property, number: Self.number(field.field.name)), default: []].append(field)
    }
    for field in fields {
      guard let property = field.schemaField?.property, let other = Self.pairs[property] else { continue }
      let number = Self.number(field.field.name)
      guard byKey[Key(property: property, number: number)]?.count == 1,
        let ends = byKey[Key(property: other, number: number)], ends.count == 1,
        let start = field.onlyDate(isEnd: false), let end = ends[0].onlyDate(isEnd: true),
        DateOrder.isCertainlyBefore(end.date, start.date)
      else { continue }
      findings.report(
        "\"\(ends[0].field.name)\", \(end.date), is before \"\(field.field.name)\", \(start.date)",
        at: end.value.range
      )
    }
  }

  private func checkSpans(_ field: TypedField, _ page: CheckedPage, _ findings: inout FindingList) {
    for value in field.values {
      guard case .interval(let interval) = value.content, case .date(let start) = interval.start,
        case .date(let end) = interval.end, DateOrder.isCertainlyBefore(end, start)
      else { continue }
      findings.report("\(interval) ends before it begins", at: value.range)
    }
    // What is in the wrong order was read as no span: the text tells.
    for item in field.field.items where !field.saysDate(in: item.range) {
      guard case .endsBeforeItBegins(let start, let end)? = page.knowledge.dateFault(in: item.text) else { continue }
      findings.report("the span ends in \(end), before it begins in \(start)", at: item.range)
    }
  }

  /// The digits at the end of a name.
  private static func number(_ name: String) -> Substring {
    var start = name.endIndex
    while start > name.startIndex, ("0"..."9").contains(name[name.index(before: start)]) {
      start = name.index(before: start)
    }
    return name[start...]
  }
}

extension TypedField {
  /// Whether a date with its day, or a span of dates, was read in a range of the page.
  func saysDate(in range: SourceRange) -> Bool {
    values.contains { value in
      guard range.contains(value.range) || value.range.contains(range) else { return false }
      switch value.content {
      case .date(let date): return date.precision == .day
      case .interval: return true
      default: return false
      }
    }
  }
}
