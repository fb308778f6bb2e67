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
    for node in page.nodes(.template) {
      guard let template = TemplateSyntax(node) else { continue }
      let name = ByteClass.folded(template.name.utf8)
      let isItself = name.elementsEqual("isbn".utf8)
      for argument in template.arguments {
        let isISBN =
          argument.nameSyntax.map { ISBN.isName($0.trimmedText) } ?? (isItself && argument.isPositional)
        guard isISBN, argument.value.children.allSatisfy({ $0.kind == .text || $0.kind == .newline }) else { continue }
        let range = argument.value.trimmedRange
        guard let digits = ISBN.digits(page.source[range.offsets]) else { continue }
        report(digits, range, &findings)
      }
    }
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
