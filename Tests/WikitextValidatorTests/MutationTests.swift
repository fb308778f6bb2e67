import PageReaders
import Testing
import WikitextDocument
import WikitextNormalizer
import WikitextSyntax
import WikitextValidator

/// Switches each rule off in turn, and shows that this is seen: what its bad example expects fails then.
@Suite struct MutationTests {
  /// What all rules of a selection find in an example, by rule.
  private static func findings(in page: String, of rule: any Rule, _ rules: RuleSelection) -> Set<String> {
    let files = rule.about.exampleData.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    let data = files.isEmpty ? .standard : NormalizerData(folder: files)
    var validator = Validator(rules: rules, data: data)
    let bytes = Array(page.utf8)
    let findings: [Finding]
    if rule is any RecordRule {
      findings = validator.validate(record: bytes)
    } else {
      switch rule.about.dialects[0] {
      case .wikitext: findings = validator.validate(SyntaxTree(parsing: bytes))
      case .html: findings = validator.validate(HTMLReader().read(bytes))
      case .pageText: findings = validator.validate(PageTextReader(labels: data.labels(for: .standard)).read(bytes))
      }
    }
    return Set(findings.map(\.rule))
  }

  @Test(arguments: RuleCatalog.ids)
  func `a rule that is off is missed`(id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    var rules = RuleSelection.standard
    rules.insert(rule)
    #expect(Self.findings(in: rule.about.bad, of: rule, rules).contains(id))
    rules.remove(id)
    // No other rule says it in its place, under its name.
    #expect(!Self.findings(in: rule.about.bad, of: rule, rules).contains(id))
  }
}
