import WikitextSyntax

/// `infobox-missing-parameter`: parameters that a template requires and a call does not have.
struct InfoboxMissingParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-missing-parameter",
    family: .infobox,
    severity: .warning,
    summary: "A parameter is missing that the template requires.",
    explanation: """
      The template's documentation says that it cannot do without the parameter: `required` in TemplateData, or in a \
      schema. Of the schemas that come with the program none requires anything. A parameter that is there with no value is \
      missing, too. Nothing is said of a call in which the name of an argument is made by a template.
      """,
    bad: "{{Infobox stream|length=295 km}}",
    good: "{{Infobox stream|name=Isar|length=295 km}}",
    exampleData: [InfoboxExamples.stream]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls where call.areNamesTold {
      guard let schema = call.schema, schema.fields.contains(where: { $0.importance == .required }) else { continue }
      let language = page.knowledge.language
      var given: Set<String> = []
      for argument in call.arguments where !argument.isOverridden && !argument.isEmpty {
        if let field = schema.field(forParameter: argument.name, language: language) { given.insert(field.name) }
      }
      for field in schema.fields where field.importance == .required && !given.contains(field.name) {
        let names = field.names.first { $0.language == language } ?? field.names.first
        guard let name = names?.parameters.first else { continue }
        findings.report(
          "{{\(call.name)}} requires the parameter \"\(name)\"",
          at: call.template.nameSyntax.trimmedRange
        )
      }
    }
  }
}
