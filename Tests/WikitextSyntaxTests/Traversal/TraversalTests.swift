import Testing

@testable import WikitextSyntax

@Suite("Visitors and walkers")
struct TraversalTests {
  struct Labeler: SyntaxVisitor {
    func visitDefault(_ node: Syntax) -> String { "\(node.kind)" }
    func visitTemplate(_ node: TemplateSyntax) -> String { "template " + node.name }
    func visitHeading(_ node: HeadingSyntax) -> String { "heading \(node.level)" }
    func visitFileLink(_ node: FileLinkSyntax) -> String { "file " + node.fileName }
    func visitWikilink(_ node: WikilinkSyntax) -> String { "link " + node.title }
  }

  @Test("A visitor gets each node as what it is")
  func visitor() {
    let tree = assertParse("{{a}}[[File:b.png]][[Category:c]]\n== d ==")
    var labeler = Labeler()
    #expect(
      tree.root.children.map { labeler.visit($0) } == [
        "template a", "file b.png", "link Category:c", "newline", "heading 2",
      ]
    )
  }

  /// Notes what it enters and leaves, with the kinds above.
  struct Recorder: SyntaxWalker {
    var events: [String] = []
    var skipped: SyntaxKindSet = []
    var stopAt: SyntaxKind?

    mutating func enter(_ node: Syntax, below ancestors: SyntaxPath) -> SyntaxWalkerStep {
      events.append("+\(node.kind) \(ancestors.count)")
      if node.kind == stopAt { return .stop }
      return skipped.contains(node.kind) ? .overChildren : .intoChildren
    }

    mutating func leave(_ node: Syntax, below ancestors: SyntaxPath) {
      events.append("-\(node.kind) \(ancestors.count)")
    }
  }

  @Test("A walker enters before and leaves after the children")
  func order() {
    var recorder = Recorder()
    recorder.walk(assertParse("''a''").root)
    #expect(
      recorder.events == [
        "+page 0", "+italic 1", "+delimiter 2", "-delimiter 2", "+text 2", "-text 2", "+delimiter 2", "-delimiter 2",
        "-italic 1", "-page 0",
      ]
    )
  }

  @Test("A walker passes over children, or stops, and leaves what it entered")
  func control() {
    var recorder = Recorder(skipped: [.italic])
    recorder.walk(assertParse("''a''b").root)
    #expect(recorder.events == ["+page 0", "+italic 1", "-italic 1", "+text 1", "-text 1", "-page 0"])
    recorder = Recorder(stopAt: .text)
    recorder.walk(assertParse("''a''b").root)
    #expect(
      recorder.events == [
        "+page 0", "+italic 1", "+delimiter 2", "-delimiter 2", "+text 2", "-text 2", "-italic 1", "-page 0",
      ]
    )
  }

  struct TemplateNames: SyntaxWalker {
    var names: [String] = []
    mutating func visitTemplate(_ node: TemplateSyntax) { names.append(node.name) }
  }

  @Test("A walker that has a visit method only sees all nodes")
  func names() {
    var walker = TemplateNames()
    walker.walk(assertParse("{{a|{{b}}}} ''{{c}}''").root)
    #expect(walker.names == ["a", "b", "c"])
  }

  @Test("A page 30,000 levels deep is walked like any other")
  func deep() {
    struct Depth: SyntaxWalker {
      var deepest = 0
      mutating func enter(_ node: Syntax, below ancestors: SyntaxPath) -> SyntaxWalkerStep {
        deepest = max(deepest, ancestors.count)
        return .intoChildren
      }
    }
    var walker = Depth()
    let open = String(repeating: "{{a|", count: 10_000)
    let tree = assertParse(open + String(repeating: "}}", count: 10_000))
    walker.walk(tree.root)
    #expect(walker.deepest >= 30_000)
    #expect(tree.root.descendants(TemplateSyntax.self).reduce(0) { count, _ in count + 1 } == 10_000)
  }
}
