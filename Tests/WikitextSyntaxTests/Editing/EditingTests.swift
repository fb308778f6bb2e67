import Testing

@testable import WikitextSyntax

@Suite("Edits")
struct EditingTests {
  private func apply(_ page: String, _ edit: (TemplateSyntax) -> SyntaxEdit?) throws -> String {
    let tree = assertParse(page)
    let template = try #require(tree.root.descendants(TemplateSyntax.self).first { _ in true })
    return String(decoding: try tree.applying([try #require(edit(template))]), as: UTF8.self)
  }

  @Test("Edits are made in any order, and the other bytes stay, valid or not")
  func order() throws {
    let source = Array("a\u{E9}bc".utf8) + [0xFF, 0x64]
    let tree = assertParse(source)
    let edits = [
      SyntaxEdit(replacing: SourceRange(start: 4, end: 5), with: "C"),
      SyntaxEdit(inserting: "1", at: 0), SyntaxEdit(inserting: "2", at: 0),
      SyntaxEdit(deleting: SourceRange(start: 3, end: 4)),
      SyntaxEdit(inserting: "!", at: 7), SyntaxEdit(inserting: "<", at: 4),
    ]
    #expect(try tree.applying(edits) == Array("12a\u{E9}<C".utf8) + [0xFF, 0x64] + Array("!".utf8))
    #expect(try tree.applying([]) == source)
  }

  @Test("Edits that overlap are refused, and the error names both")
  func overlap() {
    let tree = assertParse("abcdef")
    let first = SyntaxEdit(replacing: SourceRange(start: 1, end: 4), with: "x")
    let second = SyntaxEdit(replacing: SourceRange(start: 3, end: 5), with: "y")
    let inside = SyntaxEdit(inserting: "z", at: 2)
    #expect(throws: SyntaxEditError.overlap(first, second)) { try tree.applying([second, first]) }
    #expect(throws: SyntaxEditError.overlap(first, inside)) { try tree.applying([first, inside]) }
    #expect(throws: SyntaxEditError.overlap(first, first)) { try tree.applying([first, first]) }
    #expect(SyntaxEditError.overlap(first, second).description.contains("1..<4 and 3..<5"))
    let outside = SyntaxEdit(inserting: "z", at: 7)
    #expect(throws: SyntaxEditError.outOfBounds(outside, sourceCount: 6)) { try tree.applying([outside]) }
  }

  @Test("A value is replaced within its white space; of several arguments the one that counts")
  func replacing() throws {
    #expect(
      try apply("{{a\n| b = 1 \n| c = 2\n}}") { $0.replacingValue(of: "b", with: "9") } == "{{a\n| b = 9 \n| c = 2\n}}"
    )
    #expect(try apply("{{a|b=1|b=2}}") { $0.replacingValue(of: "b", with: "9") } == "{{a|b=1|b=9}}")
    #expect(try apply("{{a| x |y}}") { $0.replacingValue(of: "1", with: "9") } == "{{a|9|y}}")
    #expect(try apply("{{a\n| b = \n| c =\n}}") { $0.replacingValue(of: "b", with: "9") } == "{{a\n| b = 9\n| c =\n}}")
    #expect(try apply("{{a|b=}}") { $0.replacingValue(of: "b", with: "{{c}}") } == "{{a|b={{c}}}}")
    #expect(assertParse("{{a}}").root.firstChild(TemplateSyntax.self)?.replacingValue(of: "b", with: "") == nil)
  }

  @Test(
    "An argument is appended in the style of its neighbours",
    arguments: [
      ("{{a}}", "{{a|n=v}}"),
      ("{{a|b=1}}", "{{a|b=1|n=v}}"),
      ("{{a|x}}", "{{a|x|n=v}}"),
      ("{{a | b = 1 | c = 2 }}", "{{a | b = 1 | c = 2 | n = v }}"),
      ("{{a\n| b = 1\n| c = 2\n}}", "{{a\n| b = 1\n| c = 2\n| n = v\n}}"),
      ("{{a\n|bcd = 1\n|ef  = 2\n}}", "{{a\n|bcd = 1\n|ef  = 2\n|n   = v\n}}"),
      ("{{a|\nb=1|\nc=2\n}}", "{{a|\nb=1|\nc=2|\nn=v\n}}"),
      ("{{a\n| b =\n}}", "{{a\n| b =\n| n =v\n}}"),
      ("{{a\n|b=1\n|x\n}}", "{{a\n|b=1\n|x\n|n=v}}"),
      ("{{a|b=1<!-- c -->}}", "{{a|b=1<!-- c -->|n=v}}"),
    ]
  )
  func appending(before: String, after: String) throws {
    #expect(try apply(before) { $0.appendingArgument(named: "n", value: "v") } == after)
    #expect(try apply(before) { $0.settingValue(of: "n", to: "v") } == after)
    let changed = try #require(assertParse(after).root.firstChild(TemplateSyntax.self))
    #expect(changed.argument(named: "n")?.valueText == "v")
  }

  @Test("An argument without a name is appended, with its number where it has an equals sign")
  func appendingPositional() throws {
    #expect(try apply("{{a|b}}") { $0.appendingArgument("c") } == "{{a|b|c}}")
    #expect(try apply("{{a|b|x=1}}") { $0.appendingArgument("c=d") } == "{{a|b|x=1|2=c=d}}")
  }

  @Test("An argument is removed with its pipe")
  func removing() throws {
    #expect(try apply("{{a\n| b = 1\n| c = 2\n}}") { $0.removingArgument(named: "b") } == "{{a\n| c = 2\n}}")
    #expect(try apply("{{a|b|c}}") { $0.removingArgument(named: "1") } == "{{a|c}}")
  }

  @Test("A link is sent elsewhere, and shows what it showed")
  func links() throws {
    for (before, after) in [
      ("[[a]]s", "[[N|a]]s"), ("[[a|b]]", "[[N|b]]"), ("[[ :de:a ]]", "[[ N|de:a ]]"), ("[[Category:a]]", "[[N]]"),
    ] {
      let tree = assertParse(before)
      let link = try #require(tree.root.firstChild(WikilinkSyntax.self))
      #expect(try tree.applying([link.retargeting(to: "N")]) == Array(after.utf8))
    }
  }
}
