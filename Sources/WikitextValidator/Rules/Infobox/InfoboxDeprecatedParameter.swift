import WikitextSyntax

/// `infobox-deprecated-parameter`: parameters that are not to be used any more.
struct InfoboxDeprecatedParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-deprecated-parameter",
    family: .infobox,
    severity: .info,
    summary: "A parameter is used that its template has given up.",
    explanation: """
      The template still reads the parameter, but its documentation (TemplateData, or `deprecated` in a schema) says that \
      it goes: one day its value will not be shown. Move the value to the parameter that took its place. Parameters \
      without a value are left alone.
      """,
    bad: "{{Infobox stream|name=Isar|basin_state=[[Tyrol]]}}",
    good: "{{Infobox stream|name=Isar|length=295 km}}",
    exampleData: [InfoboxExamples.stream]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls {
      guard let schema = call.schema else { continue }
      for argument in call.arguments where !argument.isOverridden && !argument.isEmpty {
        guard let name = argument.syntax.nameSyntax,
          schema.field(forParameter: argument.name, language: page.knowledge.language)?.isDeprecated == true
        else { continue }
        findings.report("the parameter \"\(argument.name)\" of {{\(call.name)}} is deprecated", at: name.trimmedRange)
      }
    }
  }
}
