import Testing

@testable import WikitextSyntax

/// Promise 4: what is never closed spoils its own surroundings, and nothing above or below.
@Suite("Local damage")
struct LocalDamageTests {
  static let above = """
    {{Infobox river
    | name = Isar
    | length = {{convert|295|km}}
    }}
    The '''Isar''' is a [[river]].<ref>Atlas</ref>

    == Course ==
    {|
    | a
    |}

    """
  static let below = """


    == Towns ==
    * [[Munich]]
    {{Rivers of Bavaria|state=closed}}
    [[Category:Isar]]
    """

  static let broken = [
    "{{", "{{a", "{{a|b=c", "{{{", "{{{a|", "[[", "[[a", "[[a|b", "[[File:a.png|thumb|b", "''", "'''", "'''''",
    "''a '''b",
    "<ref>", "<ref name=\"a", "<ref name=\"a\">b", "<div>", "<div class=\"a", "<b>", "<span", "<nowiki>", "<math>",
    "<gallery>", "[http://a.example", "[http://a.example b", "-{", "}}", "]]", "</div>", "</ref>", "|}", "{{a|[[b}}",
    "[[a|{{b]]", "&", "__", "~~~~~~~", "<", "</", "<!-", "{|", "{|\n|", "{|\n! a\n|-", "{| class=\"a", "{{#if:",
    "{{a|{|",
    "{{a|<ref>}}", "<ref>{{</ref>", "<div\n", "{{a\n|b=[[c\n|d=''e\n",
  ]

  @Test("The infobox above and the section below an unclosed mark are found", arguments: broken)
  func survives(mark: String) throws {
    let tree = assertParse(LocalDamageTests.above + mark + LocalDamageTests.below)
    let infobox = try #require(tree.root.firstChild(TemplateSyntax.self))
    #expect(infobox.name == "Infobox river")
    #expect(infobox.argument(named: "length")?.value.firstChild(TemplateSyntax.self)?.name == "convert")
    #expect(tree.root.descendants(HeadingSyntax.self).map(\.title) == ["Course", "Towns"])
    let names = tree.root.descendants(TemplateSyntax.self).map(\.name)
    #expect(names.contains("Rivers of Bavaria"))
    let links = tree.root.descendants(WikilinkSyntax.self).map(\.title)
    #expect(links.contains("river") && links.contains("Munich") && links.contains("Category:Isar"))
    let references = tree.root.descendants(ExtensionTagSyntax.self).filter { $0.name == "ref" }.map(\.contentText)
    #expect(references.contains("Atlas"))
  }

  @Test("A reference that is never closed ends with the next one, whose end tag MediaWiki takes for its own")
  func reference() throws {
    let tree = assertParse("<ref>a\n\n== b ==\nc<ref>d</ref>\n\n== e ==")
    #expect(tree.root.children(ExtensionTagSyntax.self).map(\.contentText) == ["a\n\n== b ==\nc<ref>d"])
    #expect(tree.root.descendants(HeadingSyntax.self).map(\.title) == ["b", "e"])
  }

  @Test("A comment that is never closed takes the rest with it, as MediaWiki's does, and nothing above")
  func comment() throws {
    let tree = assertParse(LocalDamageTests.above + "<!--" + LocalDamageTests.below)
    #expect(tree.root.descendants(HeadingSyntax.self).map(\.title) == ["Course"])
    #expect(tree.root.firstChild(TemplateSyntax.self)?.name == "Infobox river")
  }

  @Test(
    "An unclosed mark in one argument leaves the others",
    arguments: ["''", "'''", "<b>", "<div>", "[http://a b", "&"]
  )
  func arguments(mark: String) throws {
    let tree = assertParse("{{Infobox|a=1|b=\(mark)|c=3}} ''d''")
    let template = try #require(tree.root.firstChild(TemplateSyntax.self))
    #expect(template.argument(named: "c")?.valueText == "3")
    #expect(tree.root.children(StyleSyntax.self).map(\.plainText) == ["d"])
  }

  @Test(
    "An unclosed mark in one cell leaves the others",
    arguments: ["''", "[[", "<b>", "{{", "<ref>", "[http://a b", "-{"]
  )
  func cells(mark: String) throws {
    let tree = assertParse("{|\n| a\n| \(mark)\n| c\n|-\n| d\n|}\n== e ==")
    let table = try #require(tree.root.firstChild(TableSyntax.self))
    #expect(table.isClosed)
    #expect(table.rows.map { $0.cells.count } == [3, 1])
    #expect(tree.root.firstChild(HeadingSyntax.self)?.title == "e")
  }
}
