import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// `infobox-impossible-date`: days that no calendar has.
struct InfoboxImpossibleDate: PageRule {
  let about = RuleDescription(
    id: "infobox-impossible-date",
    family: .infobox,
    severity: .error,
    summary: "A date does not exist.",
    explanation: """
      A month has no such day (31 February, 31.04.1980), or a year no such month (1980-13-05). Found in fields of dates, \
      in figures and with the names of months of the wiki's language, and in the arguments of templates of dates such as \
      `{{birth date|1980|2|31}}`. Day and month in either order have to be impossible. Nothing is said where an \
      era or another calendar is named; 29 February 1900 is a day of the Julian calendar.
      """,
    bad: "{{Infobox person|name=Anna Wiener|birth_date=31 February 1980}}",
    good: "{{Infobox person|name=Anna Wiener|birth_date=29 February 1980}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      for field in infobox.shownFields where field.expectation.kind == .date || field.expectation.kind == .interval {
        for item in field.field.items where !field.saysDate(in: item.range) {
          if let fault = page.knowledge.dateFault(in: item.text) { report(fault, at: item.range, &findings) }
        }
        for node in field.field.node.descendants where node.kind == .template {
          if let fault = fault(ofTemplate: node, page) { report(fault, at: node.range, &findings) }
        }
      }
    }
  }

  private func report(_ fault: DateFault, at range: SourceRange, _ findings: inout FindingList) {
    switch fault {
    case .noSuchDay(let day, let month):
      findings.report("there is no day \(day) in \(InfoboxImpossibleDate.months[month - 1])", at: range)
    case .noSuchMonth(let month): findings.report("there is no month \(month)", at: range)
    case .endsBeforeItBegins: break
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// What is wrong with the date that a template's arguments give.
  private func fault(ofTemplate node: Node, _ page: CheckedPage) -> DateFault? {
    guard let rule = page.knowledge.packs.rules(of: node.name).first, rule.kind == .date || rule.kind == .interval
    else {
      return nil
    }
    let arguments = TemplateArguments(node)
    let keys: [(TemplateRule.Key, TemplateRule.Key, TemplateRule.Key)] = [
      (.year, .month, .day), (.fromYear, .fromMonth, .fromDay), (.toYear, .toMonth, .toDay),
    ]
    for (year, month, day) in keys {
      guard let monthText = arguments.value(rule[month]), let month = page.knowledge.month(monthText), month > 0 else {
        continue
      }
      let day = arguments.value(rule[day]).flatMap { Int($0) } ?? 1
      // Where the two are in the other order, the template may know it.
      guard day > 0, !((1...12).contains(day) && (13...31).contains(month) && Int(monthText) == nil) else { continue }
      let year = arguments.value(rule[year]).flatMap { Int($0) }
      if let fault = DateFault(day: day, month: month, year: year) { return fault }
    }
    return nil
  }
}

/// The arguments of a call, by name and number, as text.
struct TemplateArguments {
  private var values: [String: String] = [:]

  /// - Complexity: O(nodes and bytes of the arguments).
  init(_ template: Node) {
    var position = 0
    for argument in template.children where argument.kind == .argument {
      var name = argument.name
      if name.isEmpty {
        position += 1
        name = String(position)
      }
      let text = argument.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      values[name] = text
    }
  }

  /// The first argument with a value that a pattern names; nil for patterns that are more than one argument.
  func value(_ pattern: ArgumentPattern?) -> String? {
    guard let pattern, pattern.parts.count == 1, case .argument(let names) = pattern.parts[0] else { return nil }
    return names.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
  }
}
