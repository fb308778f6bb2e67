import WikitextSyntax

/// `duplicate-argument`: a template gets an argument twice.
struct DuplicateArgument: PageRule {
  let about = RuleDescription(
    id: "duplicate-argument",
    family: .syntax,
    severity: .warning,
    summary: "A template gets an argument twice.",
    explanation: """
      The last one counts, and what the others say is lost without a trace. Found are arguments of one name, or of \
      one number, in one call of a template. The fix deletes one that does not count where it is empty or says the \
      same.
      """,
    bad: "{{Infobox river|name=Isar|length=295|name=Isar}}",
    good: "{{Infobox river|length=295|name=Isar}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.template) {
      guard let template = TemplateSyntax(node) else { continue }
      let arguments = template.namedArguments
      guard arguments.count > 1 else { continue }
      var last: [String: TemplateArgumentSyntax] = [:]
      for (name, argument) in arguments.reversed() {
        guard let other = last[name] else {
          last[name] = argument
          continue
        }
        // Without an argument that has no name those behind it would change their numbers.
        let value = argument.valueText
        let canGo = !argument.isPositional && (value.isEmpty || value == other.valueText)
        let fix = canGo ? Fix("Delete the one that does not count", [SyntaxEdit(deleting: argument.range)]) : nil
        findings.report(
          "the argument \(name) of {{\(template.name)}} is there again, and only the last one counts",
          at: argument.nameSyntax?.trimmedRange ?? argument.range,
          fix: fix
        )
      }
    }
  }
}
