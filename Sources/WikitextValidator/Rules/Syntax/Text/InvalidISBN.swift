import WikitextSyntax

/// `invalid-isbn`: an ISBN is wrong: its check digit does not fit, or it has not 10 or 13 digits.
struct InvalidISBN: PageRule {
  let about = RuleDescription(
    id: "invalid-isbn",
    family: .syntax,
    severity: .warning,
    summary: "An ISBN is wrong: its check digit does not fit, or it has not 10 or 13 digits.",
    explanation: """
      The last digit of an ISBN is computed from the others, so a slip of the pen shows. Found are the numbers \
      behind `ISBN` in the text, in `{{ISBN|…}}`, and in arguments named `isbn` of any template; not those with a \
      template or a comment in them. Numbers of nine digits are not found: they are SBNs, which get a 0 in front. \
      Look the number up.
      """,
    bad: "{{cite book |title=Rivers |isbn=978-3-16-148410-1}}",
    good: "{{cite book |title=Rivers |isbn=978-3-16-148410-0}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.magicLink) {
      guard let link = MagicLinkSyntax(node), link.scheme == "ISBN" else { continue }
      report(Array(link.number.utf8), node.range, &findings)
    }
    for name in page.nodes(.argumentName) {
      guard let tree = page.tree, ISBN.isName(page.source[name.trimmedRange.offsets]) else { continue }
      // The equals sign stands between name and value.
      let value = Int(tree.records[Int(tree.records[name.id.rawValue].next)].next)
      if let node = tree.node(NodeID(value)), node.kind == .argumentValue { check(node, page, &findings) }
    }
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName), name.range.count < 10,
        ByteClass.folded(page.source[name.range.offsets]).elementsEqual("isbn".utf8),
        let template = TemplateSyntax(node)
      else { continue }
      for argument in template.arguments where argument.isPositional { check(argument.value, page, &findings) }
    }
  }

  private func check(_ value: Syntax, _ page: CheckedPage, _ findings: inout FindingList) {
    guard value.children.allSatisfy({ $0.kind == .text || $0.kind == .newline }) else { return }
    let range = value.trimmedRange
    guard let digits = ISBN.digits(page.source[range.offsets]) else { return }
    report(digits, range, &findings)
  }

  private func report(_ digits: [UInt8], _ range: SourceRange, _ findings: inout FindingList) {
    switch ISBN.check(digits) {
    case .valid: break
    case .wrongLength: findings.report("an ISBN has 10 or 13 digits, not \(digits.count)", at: range)
    case .wrongDigit(let digit):
      findings.report("the check digit of this ISBN does not fit: it would be \(digit)", at: range)
    case .wrongPrefix: findings.report("an ISBN of 13 digits begins with 978 or 979", at: range)
    }
  }
}
