import PageReaders
import Testing
import WikitextDocument
import WikitextNormalizer
import WikitextSyntax
import WikitextValidator

@Suite struct RuleCatalogTests {
  /// What a rule alone finds in a page of its dialect.
  private static func findings(of rule: any PageRule, in page: String) -> [Finding] {
    var rules = RuleSelection([])
    rules.insert(rule)
    let files = rule.about.exampleData.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    let data = NormalizerData(folder: files)
    #expect(data.errors.isEmpty)
    var validator = Validator(rules: rules, data: data)
    let bytes = Array(page.utf8)
    switch rule.about.dialects[0] {
    case .wikitext: return validator.validate(SyntaxTree(parsing: bytes))
    case .html: return validator.validate(HTMLReader().read(bytes))
    case .pageText: return validator.validate(PageTextReader(labels: data.labels(for: .standard)).read(bytes))
    }
  }

  @Test(arguments: RuleCatalog.pages.map(\.about.id))
  func `a rule fires on its bad example and not on its good one`(id: String) throws {
    let rule = try #require(RuleCatalog.pages.first { $0.about.id == id })
    let found = Self.findings(of: rule, in: rule.about.bad)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule == id && $0.severity == rule.about.severity })
    #expect(found.allSatisfy { $0.range.end <= rule.about.bad.utf8.count })
    #expect(found.contains { $0.fix != nil } == rule.about.hasFix)
    #expect(Self.findings(of: rule, in: rule.about.good) == [])
  }

  @Test(arguments: RuleCatalog.pages.filter(\.about.hasFix).map(\.about.id))
  func `the fix of a bad example makes the good one of it`(id: String) throws {
    let rule = try #require(RuleCatalog.pages.first { $0.about.id == id })
    let edits = Self.findings(of: rule, in: rule.about.bad).compactMap(\.fix).flatMap(\.edits)
    let fixed = try SyntaxTree(parsing: Array(rule.about.bad.utf8)).applying(edits)
    #expect(String(decoding: fixed, as: UTF8.self) == rule.about.good)
  }

  @Test func `ids are small letters, digits and hyphens, and no two are alike`() {
    let ids = RuleCatalog.all.map(\.about.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" } })
  }
}
