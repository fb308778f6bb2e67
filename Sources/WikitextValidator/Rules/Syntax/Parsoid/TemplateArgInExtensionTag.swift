import WikitextSyntax

/// `template-arg-in-extension-tag`: parameters of a template in a tag of an extension.
struct TemplateArgInExtensionTag: PageRule {
  let about = RuleDescription(
    id: "template-arg-in-extension-tag",
    family: .syntax,
    severity: .warning,
    summary: "A parameter `{{{…}}}` stands in a tag of an extension, where it is not filled in.",
    explanation: """
      The attributes and the content of a tag such as `<ref>` or `<gallery>` reach the extension as they are written: \
      parameters of the template around are not filled in, or not by every parser. Write `{{#tag:ref|{{{text}}}}}` \
      instead. The content of tags that show it as it is (`<nowiki>`, `<pre>`, `<syntaxhighlight>`, `<math>`) is not \
      looked at.
      """,
    bad: "<ref name=\"{{{name}}}\">{{{text}}}</ref>",
    good: "{{#tag:ref|{{{text}}}|name={{{name}}}}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree else { return }
    let records = tree.records
    var done = 0
    for tag in page.nodes(.extensionTag) where tag.id.rawValue >= done {
      // Tags in tags are found with the outer one.
      done = Int(records[tag.id.rawValue].next)
      if hasParameter(tag.id.rawValue, tree) {
        findings.report("a parameter in this tag is not filled in; use {{#tag:…}}", at: tag.range)
      }
    }
  }

  private func hasParameter(_ tag: Int, _ tree: SyntaxTree) -> Bool {
    let records = tree.records
    let source = tree.source
    for index in tag + 1..<Int(records[tag].next) {
      switch records[index].kind {
      case .parameterReference:
        return true
      case .attributeValue:
        let start = Int(records[index].start)
        let end = Int(records[Int(records[index].next)].start)
        for place in start..<max(start, end - 2) where Bytes.matches(source.span, at: place, end: end, "{{{") {
          return true
        }
      default: break
      }
    }
    return false
  }
}
