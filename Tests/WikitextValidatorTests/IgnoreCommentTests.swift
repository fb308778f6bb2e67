import Testing
import WikitextSyntax
import WikitextValidator

@Suite struct IgnoreCommentTests {
  /// The findings of obsolete-tag and unused-ignore, as `rule@line`.
  private func findings(_ page: String, off: Set<String> = []) -> [String] {
    var rules = RuleSelection(["obsolete-tag", "unused-ignore"].compactMap { RuleCatalog.rule($0) })
    for id in off { rules.remove(id) }
    var validator = Validator(rules: rules)
    let lines = LineIndex(Array(page.utf8))
    return validator.validate(SyntaxTree(parsing: page)).map { finding in
      "\(finding.rule)@\(lines.location(at: finding.range.start).line)"
    }
  }

  @Test func `a comment alone in its line is for the next one`() {
    #expect(findings("<!-- wikitext-ignore obsolete-tag -->\n<tt>a</tt>\n<tt>b</tt>") == ["obsolete-tag@3"])
    #expect(findings("  <!--wikitext-ignore-->  \n<tt>a</tt>") == [])
  }

  @Test func `comments below each other are for the line below all of them`() {
    let page = "<!-- wikitext-ignore nothing -->\n<!-- wikitext-ignore obsolete-tag -->\n<tt>a</tt>"
    #expect(findings(page) == ["unused-ignore@1"])
  }

  @Test func `a comment beside text is for its own line`() {
    #expect(findings("<tt>a</tt> <!-- wikitext-ignore obsolete-tag -->\n<tt>b</tt>") == ["obsolete-tag@2"])
    #expect(findings("<!-- wikitext-ignore obsolete-tag --><tt>a</tt>") == [])
  }

  @Test func `a comment may be for a part of the page, or all of it`() {
    let page = "<tt>a</tt>\n<!-- wikitext-ignore-begin obsolete-tag -->\n<tt>b</tt>\n\n<tt>c</tt>\n"
    #expect(findings(page + "<!-- wikitext-ignore-end -->\n<tt>d</tt>") == ["obsolete-tag@1", "obsolete-tag@7"])
    #expect(findings(page + "<tt>d</tt>") == ["obsolete-tag@1", "unused-ignore@2"])
    #expect(findings("<tt>a</tt>\n\n<!-- wikitext-ignore-file obsolete-tag: why -->") == [])
  }

  @Test func `a comment that passes over nothing is found`() {
    #expect(findings("<!-- wikitext-ignore obsolete-tag -->\n<i>a</i>") == ["unused-ignore@1"])
    #expect(findings("<!-- wikitext-ignore obsolete-tag, misspelt-rule -->\n<tt>a</tt>") == ["unused-ignore@1"])
    #expect(findings("a <!-- wikitext-ignore-end -->") == ["unused-ignore@1"])
    #expect(
      findings("<!-- wikitext-ignore-next obsolete-tag -->\n<tt>a</tt>") == ["unused-ignore@1", "obsolete-tag@2"]
    )
  }

  @Test func `a comment for a rule that is off is not found`() {
    #expect(findings("<!-- wikitext-ignore obsolete-tag -->\n<tt>a</tt>", off: ["obsolete-tag"]) == [])
  }

  @Test func `of two comments the inner one is used`() {
    let page = """
      <!-- wikitext-ignore-begin -->
      <!-- wikitext-ignore-begin obsolete-tag -->
      <tt>a</tt>
      <!-- wikitext-ignore-end -->
      <tt>b</tt>
      <!-- wikitext-ignore-end -->
      <tt>c</tt>
      """
    #expect(findings(page) == ["obsolete-tag@7"])
  }

  @Test func `other comments, and those in nowiki, say nothing`() {
    #expect(findings("<!-- wikitext-ignored -->\n<tt>a</tt>") == ["obsolete-tag@2"])
    #expect(findings("<nowiki><!-- wikitext-ignore-file --></nowiki>\n<tt>a</tt>") == ["obsolete-tag@2"])
  }

  @Test func `many comments in one line take no longer than the page`() {
    let page =
      String(repeating: " ", count: 100_000) + String(repeating: "<!-- wikitext-ignore obsolete-tag -->", count: 20_000)
    #expect(findings(page).count == 10_000)
  }
}
