import Testing

@testable import WikitextDocument

/// What the preprocessor takes out, and tags that are HTML only when nothing closes them.
@Suite struct HiddenMarkupTests {
  private func addresses(_ text: String) -> [String] {
    assertDocument(text).root.descendants.filter { $0.kind == .externalLink }.map(\.target)
  }

  @Test func `Inclusion tags and comments are no part of addresses`() {
    #expect(addresses("http://a.example/<noinclude>b</noinclude>c") == ["http://a.example/bc"])
    #expect(addresses("[http://a.example/<includeonly>b</includeonly><!-- x -->c d]") == ["http://a.example/c"])
    #expect(addresses("http://a.example.<!-- x --> b") == ["http://a.example"])
  }

  @Test func `A template in an address is in it as written`() {
    let document = assertDocument("[http://a.example/{{b|c}} d]")
    #expect(addresses("[http://a.example/{{b|c}} d]") == ["http://a.example/{{b|c}}"])
    #expect(document.extras.otherTransclusions.count == 1)
  }

  @Test func `Inclusion tags and comments are no part of attributes`() throws {
    let document = assertDocument(
      "<span <noinclude>id=\"x\"</noinclude> style=\"color:<noinclude>red</noinclude><includeonly>blue</includeonly>\">a</span>"
    )
    let element = try #require(document.root.descendants.first { $0.kind == .element })
    #expect(element.attributes.map(\.name) == ["id", "style"])
    #expect(element.attributes.map(\.value) == ["x", "color:red"])
  }

  @Test func `They are no part of names`() throws {
    let document = assertDocument("{{<includeonly>subst:</includeonly>Isar}} [[Is<noinclude/>ar|a]]")
    #expect(document.root.descendants.first { $0.kind == .template }?.name == "Isar")
    #expect(document.root.descendants.first { $0.kind == .link }?.target == "Isar")
  }

  @Test func `An unclosed <pre> keeps white space and reads markup, up to the next section`() throws {
    let document = assertDocument("<pre>\na\n  b ''c''\n* d\n== e ==\nf\n\ng")
    let pre = try #require(document.root.descendants.first { $0.kind == .preformatted })
    #expect(pre.flags.contains(.tag))
    #expect(pre.children.map(\.kind) == [.text, .italic, .text])
    #expect(document.string(document.records[pre.id + 1].name) == "a\n  b ")
    #expect(document.root.descendants.filter { $0.kind == .paragraph }.map(\.plainText) == ["f", "g"])
  }

  @Test func `An end tag of <pre> alone is dropped`() {
    let document = assertDocument("a</pre>b")
    #expect(document.root.plainText == "ab")
    #expect(!document.root.descendants.contains { $0.kind == .preformatted })
  }

  @Test func `Lines of a gallery that name no file are skipped`() {
    let document = assertDocument("<gallery>\nA.jpg|a\n<b>.jpg|b\n{{c}}|c\n</gallery>")
    #expect(document.root.descendants.filter { $0.kind == .image }.map(\.target) == ["A.jpg", "{{c}}"])
  }

  @Test func `Functions behind a prefix for substitution are functions`() {
    let document = assertDocument("{{ {{{|safesubst:}}} #if:a|b}}{{{{{|safesubst:}}}uc:a}}")
    #expect(document.root.descendants.filter { $0.kind == .parserFunction }.map(\.name) == ["if", "uc"])
  }

  @Test func `Transclusions that are no nodes are listed`() {
    let document = assertDocument(
      "<div id=\"{{a|b}}\">[[c{{d}}|e]] {{!}} {{#tag:ref|f}} [[File:G.jpg|alt={{h}}|i]]</div>\n{|\n| style={{j}} | k\n|}"
    )
    let names = document.extras.otherTransclusions.map { transclusion in
      switch transclusion.callee {
      case .template(let name): document.string(name)
      case .function(let word): word.name
      }
    }
    #expect(names == ["a", "d", "!", "tag", "h", "j"])
  }
}
