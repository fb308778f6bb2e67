import WikitextSyntax
import WikitextValidator

/// What one rule finds in a page of wikitext, as the source marked by it.
func found(by id: String, in page: String, wiki: String = "enwiki") -> [String] {
  findings(by: id, in: page, wiki: wiki).map { finding in
    String(decoding: Array(page.utf8)[finding.range.offsets], as: UTF8.self)
  }
}

/// What one rule finds in a page of wikitext.
func findings(by id: String, in page: String, wiki: String = "enwiki") -> [Finding] {
  guard let rule = RuleCatalog.pages.first(where: { $0.about.id == id }) else { return [] }
  var rules = RuleSelection([])
  rules.insert(rule)
  var validator = Validator(rules: rules)
  let configuration = SiteConfiguration(wiki: wiki) ?? .standard
  return validator.validate(SyntaxTree(parsing: page, configuration: configuration))
}

/// The page after all fixes that a rule offers.
func fixed(by id: String, _ page: String) throws -> String {
  let edits = findings(by: id, in: page).compactMap(\.fix).flatMap(\.edits)
  return String(decoding: try SyntaxTree(parsing: page).applying(edits), as: UTF8.self)
}
