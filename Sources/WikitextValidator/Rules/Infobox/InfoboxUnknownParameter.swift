import WikitextSyntax

/// `infobox-unknown-parameter`: parameters that the template does not have.
struct InfoboxUnknownParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-unknown-parameter",
    family: .infobox,
    severity: .warning,
    summary: "A template is given a parameter that it does not have.",
    explanation: """
      MediaWiki drops a parameter that a template does not ask for, and says nothing: readers never see what stands \
      there. The rule needs a schema that lists all parameters of the template, such as `wikitext schema import` makes of \
      TemplateData; of the schemas that come with the program none claims that, and nothing is said without one. \
      Case, spaces and underscores count, as they do for MediaWiki. A number at the end may be another one than the schema \
      lists. Parameters without a value are left alone, and those that are like a known one are found by \
      `infobox-misspelt-parameter`.
      """,
    bad: "{{Infobox stream|name=Isar|favourite_colour=green}}",
    good: "{{Infobox stream|name=Isar|length=295 km}}",
    exampleData: [InfoboxExamples.stream]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls {
      guard let schema = call.schema else { continue }
      let names = page.knowledge.parameters(of: schema)
      guard names.isComplete else { continue }
      for argument in call.arguments where !argument.isOverridden && !argument.isEmpty {
        guard !argument.name.utf8.contains(UInt8(ascii: "{")), !names.contains(argument.name),
          names.likest(argument.name).isEmpty
        else { continue }
        let range = argument.syntax.nameSyntax?.trimmedRange ?? argument.syntax.valueRange
        findings.report("{{\(call.name)}} has no parameter \"\(argument.name)\"", at: range)
      }
    }
  }
}
