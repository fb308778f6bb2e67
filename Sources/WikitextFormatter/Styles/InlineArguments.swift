import WikitextSyntax

/// `{{coord | lat = 48 | long = 11 }}` → `{{coord|lat=48|long=11}}`
struct InlineArguments: FormatStyle {
  let about = StyleDescription(
    id: "inline-arguments",
    summary: "A template of one line has no blanks around the names and values of its arguments",
    explanation: """
      Blanks around the names and values of named arguments go where no line break is among them. Arguments without a \
      name stay as they are, for their blanks count. Many editors put a blank before each pipe so that long lines can \
      be broken, so this is off unless asked for.
      """,
    before: "{{cite map | title = Isar | year=1990 }}\n",
    after: "{{cite map|title=Isar|year=1990}}\n",
    isOn: false
  )
  let freedoms: Freedoms = .argumentSpace

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for node in page.nodes([.template]) {
      guard let template = TemplateSyntax(node), let layout = ArgumentLayout(template, in: page, allNamed: false)
      else { continue }
      var spaces = [layout.behindName]
      for argument in layout.arguments {
        spaces += [argument.beforeName, argument.behindName, argument.beforeValue, argument.behindValue]
      }
      guard !spaces.contains(where: { page.source[$0.offsets].contains(UInt8(ascii: "\n")) }) else { continue }
      changes.propose(node.range, spaces.map(SyntaxEdit.init(deleting:)))
    }
  }
}
