import Testing

@testable import WikitextSyntax

@Suite("Cursor and dump")
struct SyntaxTests {
  @Test("A dump has a node a line, with ranges")
  func dump() {
    let tree = assertParse("[[a|b\u{200B}]]")
    #expect(
      tree.dump() == """
        page 0..<10
          wikilink 0..<10 ns=0
            delimiter 0..<2 "[["
            linkTarget 2..<3
              text 2..<3 "a"
            linkText 3..<8
              delimiter 3..<4 "|"
              text 4..<8 "b\\u{200B}"
            delimiter 8..<10 "]]"

        """
    )
  }

  @Test("Children, descendants and ancestors belong together")
  func relations() throws {
    let tree = assertParse("* {{a|b=[[c|''d'']]}}\n* e")
    for node in tree.root.descendants {
      let parent = try #require(node.parent)
      #expect(parent.children.contains(node))
      #expect(Array(node.ancestors).last == tree.root)
      #expect(node.ancestors.allSatisfy { $0.range.contains(node.range) })
    }
    #expect(tree.root.parent == nil)
    let italic = try #require(tree.root.descendants(StyleSyntax.self).first { _ in true })
    #expect(italic.syntax.ancestors.nearest(TemplateSyntax.self)?.name == "a")
    #expect(italic.syntax.ancestors.nearest(TableSyntax.self) == nil)
    #expect(italic.syntax.ancestors.map(\.kind).first == .linkText)
  }

  @Test("The leaf at an offset is the one whose bytes it is in")
  func leaves() {
    let tree = assertParse("{{a||b=}}[[c]]\n* d")
    for offset in tree.source.indices {
      let leaf = tree.leaf(at: offset)
      #expect(leaf?.kind.isLeaf == true)
      #expect(leaf?.range.offsets.contains(offset) == true)
    }
    #expect(tree.leaf(at: tree.source.count) == nil)
    #expect(tree.leaf(at: -1) == nil)
  }

  @Test("An empty page is a page")
  func empty() {
    let tree = assertParse("")
    #expect(tree.nodeCount == 2)
    #expect(tree.root.children.map(\.kind) == [])
    #expect(tree.node(NodeID(1))?.kind == .endOfFile)
    #expect(tree.node(NodeID(2)) == nil)
  }

  @Test("Plain text is what a reader sees, without templates")
  func plainText() {
    let page = """
      '''[[Isar|The Isar]]''' &amp; [[Munich]]s<ref>Atlas</ref> {{a}}[[Category:B]]<!-- c --> [[:de:D]] \
      <nowiki>''e''</nowiki> [https://f.example g] https://h.example <b>i</b>{{{j}}} __NOTOC__
      """
    #expect(
      assertParse(page).root.plainText == "The Isar & Munichs  de:D ''e''  g https://h.example i "
    )
  }
}
