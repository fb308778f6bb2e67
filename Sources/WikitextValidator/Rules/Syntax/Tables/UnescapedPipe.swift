import WikitextSyntax

/// `unescaped-pipe-in-cell`: a pipe makes attributes of what looks like the text of a cell.
struct UnescapedPipe: PageRule {
  let about = RuleDescription(
    id: "unescaped-pipe-in-cell",
    family: .syntax,
    severity: .error,
    summary: "A pipe makes attributes of what looks like the text of a cell.",
    explanation: """
      In `| Isar | 295` the first part is taken for attributes of the cell and is not shown. Two cells on one line \
      need `||`; a pipe that belongs to the text must be written `{{!}}` or `&#124;`. Found are cells and captions \
      with a part before a single pipe in which there is no attribute with a value and none that elements have.
      """,
    bad: """
      {|
      | Isar | 295 km
      |}
      """,
    good: """
      {|
      | Isar || 295 km
      |}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let source = page.source
    for owner in page.attributeOwners where owner.isHTML && !owner.areAttributes {
      guard let first = owner.attributes.first, let last = owner.attributes.last else { continue }
      let range = SourceRange(ByteClass.trimmed(source.span, first.syntax.range.start..<last.syntax.range.end))
      findings.report(
        "\(page.excerpt(range)) stands before a single pipe, so it is read as attributes and not shown",
        at: range
      )
    }
  }
}
