import WikitextDocument
import WikitextSyntax

/// `insecure-style`: a style has something that MediaWiki does not allow.
struct InsecureStyle: PageRule {
  let about = RuleDescription(
    id: "insecure-style",
    family: .syntax,
    severity: .error,
    summary: "A style has something that MediaWiki does not allow.",
    explanation: """
      MediaWiki throws away the whole style when it could load a file or run a program: `url(…)`, `image(…)`, \
      `expression`, `-o-link:` and their like, also behind escapes and comments. Found are such styles of HTML \
      elements and of parts of tables. Take the declaration out; pictures need `[[File:…]]` or a style of the \
      site.
      """,
    bad: "<div style=\"background:url(isar.png); color:white\">Isar</div>",
    good: "<div style=\"background:#036; color:white\">Isar</div>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.isHTML {
      for attribute in owner.attributes where attribute.isNamed("style") {
        guard let value = attribute.syntax.value else { continue }
        switch StyleSanitizer.check(Array(value.utf8)) {
        case .safe: break
        case .invalid:
          findings.report("the style has a character that is not allowed, so it is dropped", at: attribute.syntax.range)
        case .insecure:
          findings.report(
            "the style could load something or run a program, so it is dropped",
            at: attribute.syntax.range
          )
        }
      }
    }
  }
}
