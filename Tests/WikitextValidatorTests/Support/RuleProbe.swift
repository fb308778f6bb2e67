import Testing
import WikitextSyntax
import WikitextValidator

/// One rule alone, to be asked about small pages of wikitext.
struct RuleProbe {
  private let rule: any PageRule

  init(_ id: String) throws { rule = try #require(RuleCatalog.rule(id) as? any PageRule) }

  /// What the rule finds in a page.
  func findings(in page: String, wiki: String? = nil) -> [Finding] {
    var rules = RuleSelection([])
    rules.insert(rule)
    var validator = Validator(rules: rules)
    let configuration = wiki.flatMap { SiteConfiguration(wiki: $0) } ?? .standard
    return validator.validate(SyntaxTree(parsing: Array(page.utf8), configuration: configuration))
  }

  /// The pieces of the page that the findings are about.
  func pieces(in page: String, wiki: String? = nil) -> [String] {
    let bytes = Array(page.utf8)
    return findings(in: page, wiki: wiki).map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) }
  }

  /// The page with all fixes made.
  func fixed(_ page: String) throws -> String {
    let edits = findings(in: page).compactMap(\.fix).flatMap(\.edits)
    return String(decoding: try SyntaxTree(parsing: Array(page.utf8)).applying(edits), as: UTF8.self)
  }
}
