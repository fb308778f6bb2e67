import WikitextSyntax

/// `{{Template:infobox_river}}` → `{{infobox river}}`
struct TemplateNames: FormatStyle {
  let about = StyleDescription(
    id: "template-names",
    summary: "Names of templates have spaces for underscores, and no prefix",
    explanation: """
      Underscores become spaces, and the prefix `Template:`, in any of its spellings, goes where nothing else is meant \
      without it. Whether the first letter is a capital is for another style.
      """,
    before: "{{Template:Infobox_river|name=Isar}}\n",
    after: "{{Infobox river|name=Isar}}\n"
  )
  let freedoms: Freedoms = .templateName

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for (range, name) in page.templateNames() {
      var rest = name[...]
      if let colon = PageTitle.prefixEnd(of: rest, for: Namespace.template, page.tree.configuration) {
        let behind = rest[(colon + 1)...].drop { $0 == 0x20 }
        if !behind.isEmpty, !behind.contains(UInt8(ascii: ":")) { rest = behind }
      }
      guard !rest.contains(UInt8(ascii: ":")) else { continue }
      changes.propose(range, [SyntaxEdit(replacing: range, with: Array(rest))])
    }
  }
}

extension FormattedPage {
  /// The names of templates that are text and nothing else: where they stand without the white space around them, and
  /// the names with spaces for underscores.
  func templateNames() -> [(range: SourceRange, name: [UInt8])] {
    nodes([.template]).compactMap { template in
      guard let name = template.firstChild(.transclusionName), let text = next(after: name), text.kind == .text,
        text.range.start == name.range.start
      else { return nil }
      let range = Blanks.trimmed(name.range, in: source)
      guard !range.isEmpty, range.end <= text.range.end else { return nil }
      return (range, PageTitle.normalized(source[range.offsets]))
    }
  }
}
