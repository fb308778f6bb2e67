import Testing
import WikitextNormalizer
import WikitextSyntax
import WikitextValidator

/// Finds each place of a word, and has a fix made of edits around it.
private struct WordRule: PageRule {
  let about: RuleDescription
  let word: String
  let edits: @Sendable (SourceRange) -> [SyntaxEdit]

  init(
    _ word: String,
    id: String = "word",
    severity: Severity = .warning,
    edits: @escaping @Sendable (SourceRange) -> [SyntaxEdit] = { _ in [] }
  ) {
    self.word = word
    self.edits = edits
    about = RuleDescription(
      id: id,
      family: .syntax,
      severity: severity,
      summary: "A word is used.",
      explanation: "It should not be.",
      bad: word,
      good: ""
    )
  }

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let word = Array(word.utf8)
    var start = 0
    while start + word.count <= page.source.count {
      if page.source[start...].starts(with: word) {
        let range = SourceRange(start: start, end: start + word.count)
        let edits = edits(range)
        findings.report("a word", at: range, fix: edits.isEmpty ? nil : Fix("Change it", edits))
      }
      start += 1
    }
  }
}

@Suite struct FixerTests {
  private func fix(_ page: String, _ rules: WordRule...) -> (text: String, page: FixedPage) {
    var selection = RuleSelection([])
    for rule in rules { selection.insert(rule) }
    var validator = Validator(rules: selection)
    let fixed = validator.fix(SyntaxTree(parsing: page))
    return (fixed.tree.text, fixed)
  }

  private static func replacing(_ word: String, with text: String) -> WordRule {
    WordRule(word) { [SyntaxEdit(replacing: $0, with: text)] }
  }

  @Test func `a fix is made, and what was found is gone`() {
    let (text, page) = fix("The ''teh'' river and teh sea.", Self.replacing("teh", with: "the"))
    #expect(text == "The ''the'' river and the sea.")
    #expect(page.fixed.count == 2)
    #expect(page.findings == [])
    #expect(page.refused.isEmpty)
  }

  @Test func `a fix that breaks the tree behind it is refused`() {
    let source = "One teh [[river]] and [[sea]]."
    let (text, page) = fix(source, Self.replacing("teh", with: "<!--"))
    #expect(text == source)
    #expect(page.fixed.isEmpty)
    #expect(page.findings.count == 1)
    guard case .changesTree = page.refused.first?.refusal else {
      Issue.record("the refusal is \(String(describing: page.refused.first))")
      return
    }
  }

  @Test(arguments: [
    ("a teh b|c}} d", "{{"), ("a teh b]] c", "[["), ("a ''teh'' b", "''"), ("a teh ''b'' c", "''"),
    ("{{Box|teh|c}}", "|"), ("{{Box|teh|c}}", "}}"), ("[[teh|a]]", "File:x.jpg"), ("[[a|teh]]", "]] [["),
    ("* teh a\n* b", "\n"), ("== teh ==\na", "\n"),
    ("{|\n| teh\n|}", "\n|}"), ("{|\n| a teh b\n|}", "||"), ("teh\n[[a]]</pre>", "<pre>"),
    ("teh<b>a</b></nowiki>", "<nowiki>"),
    ("teh [[a]] </nowiki>", "<nowiki>"), ("<b>a teh b</b>", "</b>"), ("teh '''a'''", "'''"), ("a\nteh [[b]]", " "),
  ])
  func `markup that pulls in what stands around it is refused`(source: String, markup: String) {
    let (text, page) = fix(source, Self.replacing("teh", with: markup))
    #expect(text == source)
    #expect(page.fixed.isEmpty)
    #expect(page.refused.count == 1)
  }

  @Test func `of several fixes only those that do harm are refused`() {
    let rule = WordRule("teh") { range in
      [SyntaxEdit(replacing: range, with: range.start > 40 && range.start < 60 ? "{{" : "the")]
    }
    let source = (0..<12).map { "[[Page \($0)|teh]]" }.joined(separator: " ") + " }}"
    let (text, page) = fix(source, rule)
    #expect(page.refused.count == 1)
    #expect(page.fixed.count == 11)
    #expect(text.hasSuffix(" }}"))
    #expect(!text.contains("{{"))
    #expect(text.split(separator: "teh").count == 2)
  }

  @Test func `a fix after which the rule fires again is refused`() {
    let (text, page) = fix("teh river", Self.replacing("teh", with: "the teh"))
    #expect(text == "teh river")
    #expect(page.refused.map(\.refusal) == [.remains])
  }

  @Test func `a fix that makes an error of another rule is refused`() {
    let (text, page) = fix(
      "teh river",
      Self.replacing("teh", with: "bad"),
      WordRule("bad", id: "bad", severity: .error)
    )
    #expect(text == "teh river")
    #expect(page.refused.map(\.refusal) == [.newError("bad")])
    #expect(
      fix("teh river", Self.replacing("teh", with: "bad"), WordRule("bad", id: "bad", severity: .info)).text
        == "bad river"
    )
  }

  @Test func `edits that are not at what was found are refused`() {
    let far = WordRule("teh") { [SyntaxEdit(inserting: "!", at: $0.end + 1)] }
    #expect(fix("teh river", far).page.refused.map(\.refusal) == [.misplaced])
    let beyond = WordRule("teh") { [SyntaxEdit(deleting: SourceRange(start: $0.start, end: $0.end + 100))] }
    #expect(fix("teh river", beyond).page.refused.map(\.refusal) == [.misplaced])
    let twice = WordRule("teh") { [SyntaxEdit(deleting: $0), SyntaxEdit(replacing: $0, with: "the")] }
    #expect(fix("teh river", twice).page.refused.map(\.refusal) == [.misplaced])
  }

  @Test func `fixes that touch are made one after the other, the inner one first`() {
    let inner = WordRule("teh", id: "inner") { [SyntaxEdit(replacing: $0, with: "the")] }
    let outer = WordRule("a teh", id: "outer") { [SyntaxEdit(replacing: $0, with: "a")] }
    let (text, page) = fix("a teh river", inner, outer)
    #expect(text == "a the river")
    #expect(page.fixed.map(\.rule) == ["inner"])
  }

  @Test func `a tag may be closed, and a stray one taken away`() {
    let close = WordRule("<b>bold", id: "close") { [SyntaxEdit(inserting: "</b>", at: $0.end)] }
    #expect(fix("* a <b>bold\n* c", close).page.fixed.count <= 1)
    let stray = WordRule("</i>", id: "stray") { [SyntaxEdit(deleting: $0)] }
    let (text, page) = fix("* a ''b </i> c'' d\n* [[c]]", stray)
    #expect(text == "* a ''b  c'' d\n* [[c]]")
    #expect(page.refused.isEmpty)
  }

  @Test func `a fix reaches no farther than what was found, or the scope that it names`() {
    let next = WordRule("teh") { [SyntaxEdit(replacing: SourceRange(start: $0.start, end: $0.end + 1), with: "the")] }
    let (text, page) = fix("teh river", next)
    #expect(text == "teh river")
    #expect(page.refused.map(\.refusal) == [.misplaced])
  }

  @Test func `open quotes are closed before the end of the line, whatever it is`() throws {
    var rules = RuleSelection([])
    rules.insert(try #require(RuleCatalog.rule("missing-end-tag")))
    var validator = Validator(rules: rules)
    for (page, fixed) in [
      ("a ''b\r\nc", "a ''b''\r\nc"), ("a '''b \r\n\r\nc\r\n", "a '''b''' \r\n\r\nc\r\n"), ("a ''b\r\n", "a ''b''\r\n"),
      ("a ''b\n", "a ''b''\n"),
    ] {
      #expect(validator.fix(SyntaxTree(parsing: page)).tree.text == fixed)
    }
  }

  @Test func `many refusals end the trials, and all findings are told`() {
    let source = String(repeating: "teh [[a]] ", count: 500)
    let (text, page) = fix(source, Self.replacing("teh", with: "<!--"))
    #expect(text == source)
    #expect(page.refused.count == 500)
    #expect(page.refused.contains { $0.refusal == .notTried })
  }

  @Test(arguments: RuleCatalog.pages.filter { $0.about.hasFix && $0.about.dialects[0] == .wikitext }.map(\.about.id))
  func `the fix of a rule is accepted`(id: String) throws {
    let rule = try #require(RuleCatalog.rule(id) as? any PageRule)
    var rules = RuleSelection(RuleCatalog.pages)
    rules.insert(rule)
    let files = rule.about.exampleData.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    var validator = Validator(rules: rules, data: files.isEmpty ? .standard : NormalizerData(folder: files))
    let fixed = validator.fix(SyntaxTree(parsing: rule.about.bad)) { findings, _ in findings.filter { $0.rule == id } }
    #expect(fixed.refused.map(\.refusal) == [])
    #expect(fixed.tree.text == rule.about.good)
  }

  @Test func `of more findings than are kept, the others are counted and mended as well`() {
    let count = FindingList.mostOfOneRule + 500
    let page = String(repeating: "teh ", count: count)
    var selection = RuleSelection([])
    selection.insert(Self.replacing("teh", with: "the"))
    var validator = Validator(rules: selection)
    let found = validator.validate(SyntaxTree(parsing: page))
    #expect(found.count == FindingList.mostOfOneRule + 1)
    #expect(found.suffix(2).map(\.message).min() == "500 more findings of this rule in the page are not listed")
    let fixed = validator.fix(SyntaxTree(parsing: page))
    #expect(fixed.refused.isEmpty)
    #expect(fixed.tree.text == String(repeating: "the ", count: count))
  }
}
