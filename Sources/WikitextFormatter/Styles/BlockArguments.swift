import WikitextSyntax

/// Arguments of templates that have a line for each.
struct BlockArguments: FormatStyle {
  let about = StyleDescription(
    id: "block-arguments",
    summary: "A template of many lines has an argument a line, and all are laid out in one way",
    explanation: """
      A template counts as one of many lines, as infoboxes are, when all of its arguments have names and more than half \
      of them begin a line. One whose arguments are laid out in one way already is left as it is: each on its line, with \
      the same blanks behind the pipes and before the values, and with the equals signs below each other or the same \
      blanks before each. Any other is laid out in the way of most of its arguments; where there is none, with blanks \
      everywhere and the equals signs below each other. MediaWiki trims the values of such arguments. A list or table \
      that begins a value keeps its line; names of more than 32 columns do not push the others away; the arguments of \
      templates in templates keep their indentation. Where one argument has no name all stay as they are, for its white \
      space counts.
      """,
    before: "{{Infobox river\n| name=Isar\n| length = 295 km}}\n",
    after: "{{Infobox river\n| name   = Isar\n| length = 295 km\n}}\n"
  )
  let freedoms: Freedoms = .argumentSpace

  /// The equals signs are not aligned behind names that are longer than this.
  private static let widestName = 32

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for node in page.nodes([.template]) {
      guard let template = TemplateSyntax(node), let layout = ArgumentLayout(template, in: page),
        2 * layout.ownLines > layout.arguments.count, !ArgumentWay.isOne(layout, in: page.source)
      else { continue }
      changes.propose(node.range, edits(layout, of: node, page))
    }
  }

  private func edits(_ layout: ArgumentLayout, of template: Syntax, _ page: FormattedPage) -> [SyntaxEdit] {
    let isNested = page.place(of: template).contains(.argument)
    let indentation = isNested ? layout.blanksOfLine(before: layout.arguments[0].pipe) : ""
    let lineBreak = "\n" + indentation
    let way = ArgumentWay(of: layout, in: page.source)
    let width = layout.arguments.map { min(BlockArguments.widestName, $0.nameWidth) }.max() ?? 0
    var edits = [SyntaxEdit(replacing: layout.behindName, with: lineBreak)]
    for (index, argument) in layout.arguments.enumerated() {
      edits.append(SyntaxEdit(replacing: argument.beforeName, with: way.beforeName))
      let blanks =
        switch way.signs {
        case .aligned: max(0, width - argument.nameWidth) + (way.beforeValue.isEmpty ? 0 : 1)
        case .spaced(let count): count
        }
      let padding = String(repeating: " ", count: blanks)
      edits.append(SyntaxEdit(replacing: argument.behindName, with: padding))
      let lead = argument.value.isEmpty ? "" : argument.beginsLine ? "\n" : way.beforeValue
      edits.append(SyntaxEdit(replacing: argument.beforeValue, with: lead))
      let isLast = index == layout.arguments.count - 1
      let end = isLast && isNested ? "\n" + layout.blanksOfLine(before: argument.behindValue.end) : lineBreak
      edits.append(SyntaxEdit(replacing: argument.behindValue, with: isLast && !isNested ? "\n" : end))
    }
    return edits
  }
}
