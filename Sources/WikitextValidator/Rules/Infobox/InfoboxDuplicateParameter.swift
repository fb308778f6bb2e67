import WikitextSyntax

/// `infobox-duplicate-parameter`: parameters that are given twice.
struct InfoboxDuplicateParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-duplicate-parameter",
    family: .infobox,
    severity: .warning,
    summary: "A parameter of an infobox is given twice, and only the last one counts.",
    explanation: """
      Of several arguments of one name MediaWiki takes the last, even if it is empty, and puts the page into a category of \
      pages with duplicate arguments. What the others say is lost. Each argument is found that another one of its name \
      follows. The fix takes it away where nothing is lost with it: where it has no value, or the value of the last one. \
      Arguments without a name are never taken away, for those behind them have their numbers by them.
      """,
    bad: "{{Infobox river|name=Isar|length=|length=295 km}}",
    good: "{{Infobox river|name=Isar|length=295 km}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls where call.arguments.contains(where: \.isOverridden) {
      var last: [String: String] = [:]
      for argument in call.arguments where !argument.isOverridden {
        last[argument.name] = argument.syntax.value.trimmedText
      }
      for argument in call.arguments where argument.isOverridden {
        let value = argument.syntax.value.trimmedText
        let isNoLoss = !argument.syntax.isPositional && (value.isEmpty || value == last[argument.name])
        findings.report(
          value.isEmpty
            ? "the parameter \"\(argument.name)\" is given again below"
            : "the parameter \"\(argument.name)\" is given again below; \"\(Excerpt.short(value))\" is not shown",
          at: argument.syntax.range,
          fix: isNoLoss ? Fix("Delete the argument", [SyntaxEdit(deleting: argument.syntax.range)]) : nil
        )
      }
    }
  }
}
