import WikitextSyntax

/// `redundant-template-prefix`: a call names the namespace of templates.
struct TemplatePrefix: PageRule {
  let about = RuleDescription(
    id: "redundant-template-prefix",
    family: .syntax,
    severity: .info,
    summary: "A call names the namespace of templates.",
    explanation: """
      `{{Template:Convert|…}}` is `{{Convert|…}}`: calls look among templates by themselves. Found is the name of \
      the namespace in the wiki's language, in English, or an alias, before the name of a template. The fix \
      deletes it.
      """,
    bad: "{{Template:Convert|295|km}}",
    good: "{{Convert|295|km}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let source = page.source
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName) else { continue }
      let range = name.range
      var start = range.start
      while start < range.end, ByteClass.isSpace(source[start]) { start += 1 }
      var colon = start
      while colon < range.end, source[colon] != UInt8(ascii: ":") { colon += 1 }
      guard colon > start, colon < range.end, name.children.allSatisfy({ $0.kind == .text }),
        page.configuration.namespace(named: source.span, in: start..<colon) == Namespace.template
      else { continue }
      var end = colon + 1
      while end < range.end, ByteClass.isSpace(source[end]) || source[end] == UInt8(ascii: "_") { end += 1 }
      // A name that begins with what means something by itself needs the prefix.
      guard end < range.end, !source[end..<range.end].contains(UInt8(ascii: ":")), source[end] != UInt8(ascii: "/")
      else {
        continue
      }
      let bare = ByteClass.trimmed(source.span, end..<range.end)
      guard page.configuration.magicWord(named: source.span, in: bare, hasColon: false) == nil else { continue }
      let prefix = SourceRange(start: start, end: end)
      findings.report(
        "\(page.excerpt(prefix)) is not needed",
        at: prefix,
        fix: Fix("Delete it", [SyntaxEdit(deleting: prefix)])
      )
    }
  }
}
