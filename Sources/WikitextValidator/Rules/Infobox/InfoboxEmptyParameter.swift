import WikitextSyntax

/// `infobox-empty-parameter`: parameters without a value.
struct InfoboxEmptyParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-empty-parameter",
    family: .infobox,
    severity: .info,
    summary: "A parameter of an infobox has no value.",
    explanation: """
      An empty parameter does no harm: it is a place for a value to come, or was left from copying the template. Many \
      wikis want them kept, so the rule is off unless it is turned on. Only named ones are found, and none with a comment \
      in it. The fix takes the argument away.
      """,
    bad: "{{Infobox river|name=Isar|length=}}",
    good: "{{Infobox river|name=Isar}}",
    hasFix: true,
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls {
      var count: [String: Int] = [:]
      for argument in call.arguments { count[argument.name, default: 0] += 1 }
      for argument in call.arguments where argument.isNamePlain && count[argument.name] == 1 {
        guard argument.syntax.value.trimmedRange.isEmpty else { continue }
        findings.report(
          "the parameter \"\(argument.name)\" is empty",
          at: argument.syntax.range,
          fix: Fix("Delete the argument", [SyntaxEdit(deleting: argument.syntax.range)])
        )
      }
    }
  }
}
