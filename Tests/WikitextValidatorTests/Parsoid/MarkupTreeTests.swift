import Testing
import WikitextSyntax

@testable import WikitextValidator

@Suite struct MarkupTreeTests {
  /// The tree as text: an element with its content in parentheses, `+` before one that goes on with another, `-` behind
  /// one that nothing in the page closes.
  private static func dump(_ page: String) -> String {
    let tree = MarkupTree(SyntaxTree(parsing: page))
    func write(_ node: UInt32, _ depth: Int) -> String {
      guard depth < 40 else { return "…" }
      var parts: [String] = []
      var child = tree[node].first
      while child != 0 {
        let record = tree[child]
        let name = self.name(record)
        if name != "" {
          var text = record.flags.contains(.impliedStart) ? "+" + name : name
          if record.first != 0 { text += "(\(write(child, depth + 1)))" }
          if record.flags.contains(.impliedEnd) { text += "-" }
          parts.append(text)
        }
        child = record.next
      }
      return parts.joined(separator: " ")
    }
    return write(0, 0)
  }

  private static func name(_ node: MarkupNode) -> String {
    switch node.name {
    case .text: "·"
    case .blank: ""
    case .link: "a"
    case .hidden: "hidden"
    case .reference: "ref"
    case .figure: "figure"
    case .fragment: "fragment"
    case .blockFragment: "block"
    case .stray: "!" + (node.stray.tag?.name ?? "")
    default: node.name.tag?.name ?? "?"
    }
  }

  @Test(arguments: [
    ("one", "p(·)"),
    ("one\n\ntwo", "p(·) p(·)"),
    ("== a ==\n* b\n* c", "h2(·) ul(li(·) li(·))"),
    ("a ''b'' '''c'''", "p(· i(·) b(·))"),
    ("{|\n|+ a\n! b\n|-\n| c || d\n|}", "table(caption(·) tr-(th(·)) tr(td(·) td(·)))"),
    ("<div>a</div>b", "div(·) ·"),
    ("a<ref>''b''</ref>", "p(· ref(i(·)))"),
    ("[[a|'''b''']] [[Category:c]]", "p(a(b(·)) hidden)"),
    ("[[File:a.png|thumb|left|''b'']]", "figure(i(·))"),
  ])
  func `sound markup makes the tree that it says`(page: String, tree: String) {
    #expect(Self.dump(page).replacing("-", with: "") == tree.replacing("-", with: ""))
  }

  @Test(arguments: [
    ("''a", "p(i(·)-)"),
    ("<b>a", "p(b(·)-)"),
    ("<small>a\n\nb</small>", "p(small(·)-)"),
    ("a</span>b", "p(· !span ·)"),
    ("<b>a<i>b</b>c</i>", "p(b(· i(·)-) +i(·))"),
    ("<span>a\n\nb</span>", "p(span(·)-) p(· !span)"),
    ("a<td>b", "· !td ·"),
  ])
  func `what the page does not open or close is marked`(page: String, tree: String) {
    #expect(Self.dump(page).hasPrefix(tree))
  }

  @Test func `a block in a formatting element is untangled from an end tag that comes too early`() {
    #expect(Self.dump("<b>a<div>b</b>c</div>") == "b(·)- div(+b(·) ·)")
  }

  @Test func `text straight in a table goes before it`() {
    #expect(Self.dump("{|\n|-\na\n|}") == "· table(tr)")
    #expect(Self.dump("{|\n|-\n{{a}}\n|}") == "table(tr)")
    #expect(Self.dump("<table><tr><b>a</table>").hasPrefix("b(·)- table(tr-)"))
  }

  @Test func `a formatting element in the page itself is split around the blocks in it`() {
    #expect(Self.dump("<div></div><b>a<div>c</div>d</b>") == "div b(·)- +b(div(·))- +b(·)")
  }

  @Test func `apostrophes that overlap are made tags that nest`() {
    #expect(Self.dump("''a'''b''c'''d") == "p(i(· b(·)-) +b(·) ·)")
  }

  @Test func `a template in a line is text, and one that has its line to itself is nothing`() {
    #expect(Self.dump("a {{b}}") == "p(·)")
    #expect(Self.dump("{{b}}\n{{c}} {{d}}\n") == "")
    #expect(Self.dump("a\n{{b}}\nc") == "p(·) p(·)")
  }

  @Test(arguments: [
    ("", "<b>"), ("", "<div>"), ("", "<b><i></b></i>"), ("", "<b><p>a</b>"), ("", "<font size=1>a\n\n"),
    ("", "<table><tr>a"), ("", "<small>a<div>b</div>"), ("", "''a'''b"), ("", "</i>"), ("<i>", "a<div>b</div>"),
  ])
  func `pages made to hurt are read in linear time`(start: String, unit: String) {
    let page = String(repeating: start, count: 200) + String(repeating: unit, count: 150_000 / unit.utf8.count)
    let tree = MarkupTree(SyntaxTree(parsing: page))
    #expect(tree.nodes.count < page.utf8.count + 1_000)
    _ = MarkupFaults(tree)
  }

  @Test func `a node takes 44 bytes`() {
    #expect(MemoryLayout<MarkupNode>.stride == 44)
  }
}
