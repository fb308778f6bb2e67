import WikitextSyntax

/// `{{infobox river}}` → `{{Infobox river}}`
struct TemplateCapitals: FormatStyle {
  let about = StyleDescription(
    id: "template-capitals",
    summary: "Names of templates begin with a capital",
    explanation: """
      The first letter of a template's name becomes a capital, on wikis where that makes no difference. Some templates \
      are written with a small letter on purpose, so this is off unless asked for.
      """,
    before: "{{infobox river|name=Isar}}\n",
    after: "{{Infobox river|name=Isar}}\n",
    isOn: false
  )
  let freedoms: Freedoms = .templateName

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for (range, name) in page.templateNames() where !name.contains(UInt8(ascii: ":")) {
      let capitalized = PageTitle.capitalized(name[...], in: Namespace.template, page.tree.configuration)
      // What else a name has that could be written otherwise is for another style.
      guard PageTitle.normalized(page.source[range.offsets]) == Array(page.source[range.offsets]) else { continue }
      changes.propose(range, [SyntaxEdit(replacing: range, with: capitalized)])
    }
  }
}
