import Testing

@testable import WikitextSyntax

@Suite struct PageContextTests {
  private func page(_ title: String, hasSubpages: Bool? = nil) -> PageContext {
    PageContext(title: title, configuration: .standard, hasSubpages: hasSubpages)
  }

  private func resolved(_ target: String, on title: String) -> [String?] {
    guard let link = page(title, hasSubpages: true).resolve(Array(target.utf8)[...]) else { return [] }
    return [String(decoding: link.target, as: UTF8.self), link.shown.map { String(decoding: $0, as: UTF8.self) }]
  }

  @Test func `Pages below are named by a slash, which a second one hides`() {
    #expect(resolved("/c", on: "A/b") == ["A/b/c", "/c"])
    #expect(resolved("/c/", on: "A/b") == ["A/b/c", "c"])
    #expect(resolved("/c///#d", on: "A/b") == ["A/b/c#d", "c#d"])
    #expect(resolved("/", on: "A/b") == [])
  }

  @Test func `Pages above are named by two dots, as far as the title goes`() {
    #expect(resolved("../", on: "A/b/c") == ["A/b", nil])
    #expect(resolved("../d", on: "A/b/c") == ["A/b/d", nil])
    #expect(resolved("../d/", on: "A/b/c") == ["A/b/d", "d"])
    #expect(resolved("../../", on: "A/b/c") == ["A", nil])
    #expect(resolved("..////", on: "A/b/c") == ["A/b", nil])
    #expect(resolved("../../../", on: "A/b/c") == [])
    #expect(resolved("d", on: "A/b/c") == [])
  }

  @Test func `Articles and files have no subpages, other pages do`() {
    #expect(!page("A").hasSubpages)
    #expect(!page("File:A.jpg").hasSubpages)
    #expect(page("User:A").hasSubpages)
    #expect(page("Talk:A").hasSubpages && page("Talk:A").isTalkPage)
    #expect(page("A", hasSubpages: true).hasSubpages)
  }

  @Test func `Links that go up too far are text`() {
    func kinds(_ text: String, _ title: String) -> [SyntaxKind] {
      SyntaxTree(parsing: text, page: page(title)).root.children.map(\.kind)
    }
    #expect(kinds("[[../]]", "User:A/b") == [.wikilink])
    #expect(kinds("[[../../]]", "User:A/b") == [.text])
    #expect(kinds("{{../c}}{{../../c}}", "User:A/b") == [.template, .text])
    #expect(kinds("[[../c]]", "A/b") == [.text])
  }

  @Test func `On a talk page a link to another language is an ordinary one`() {
    let tree = SyntaxTree(parsing: "[[de:A]]", page: page("Talk:A"))
    #expect(tree.root.children.map(\.kind) == [.interwikiLink])
  }
}
