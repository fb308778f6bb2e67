import Testing

@testable import WikitextDocument

@Suite struct SectionTests {
  /// The headings of nested sections, indented by depth.
  private func outline(_ text: String) -> [String] {
    var lines: [String] = []
    func visit(_ node: Node, _ depth: Int) {
      for child in node.children where child.kind == .section {
        let heading = child.children.first { $0.kind == .heading }
        lines.append(String(repeating: " ", count: depth) + (heading?.plainText ?? "(lead)"))
        visit(child, depth + 1)
      }
    }
    visit(assertDocument(text).root, 0)
    return lines
  }

  @Test func `The lead comes first, even when it is empty`() {
    #expect(outline("== a ==") == ["(lead)", "a"])
    #expect(outline("") == ["(lead)"])
  }

  @Test func `Sections nest by their levels`() {
    #expect(
      outline("x\n== a ==\n=== b ===\n==== c ====\n=== d ===\n== e ==") == ["(lead)", "a", " b", "  c", " d", "e"]
    )
  }

  @Test func `A level may be left out, and a lower one may come first`() {
    #expect(outline("=== a ===\n== b ==\n===== c =====\n=== d ===") == ["(lead)", "a", "b", " c", " d"])
  }

  @Test func `A heading keeps its markup out of its text`() {
    #expect(outline("== ''a'' [[b|c]] <ref>d</ref> &amp; ==<!-- e -->") == ["(lead)", "a c &"])
  }

  @Test func `An unclosed table ends at the next heading`() {
    let document = assertDocument("{|\n| a\n|-\n| b\n== c ==\nd")
    #expect(document.sections.map { $0.children.first { $0.kind == .heading }?.plainText } == [nil, "c"])
    #expect(document.sections[1].plainText == "c d")
  }

  @Test func `What is unclosed above hides no section below`() {
    for damage in [
      "{{a|", "[[a|b", "''a '''b", "<ref>a", "{|\n| a", "<div>", "<b><i>", "{{{a|", "[http://a", "<nowiki>",
    ] {
      #expect(outline(damage + "\n\n== section ==\ntext") == ["(lead)", "section"], "\(damage)")
    }
  }
}

@Suite struct ParagraphTests {
  private func paragraphs(_ text: String) -> [String] {
    assertDocument(text).root.descendants.filter { $0.kind == .paragraph }.map(\.plainText)
  }

  @Test func `A blank line ends a paragraph, a line break does not`() {
    #expect(paragraphs("a\nb\n\nc\n \nd") == ["a b", "c", "d"])
  }

  @Test func `A line that is a comment is no line`() {
    #expect(paragraphs("a\n<!-- x -->\nb") == ["a b"])
  }

  @Test func `Blocks end a paragraph`() {
    #expect(paragraphs("a\n* b\nc\n----\nd\n{|\n| e\n|}\nf\n== g ==\nh") == ["a", "c", "d", "f", "h"])
  }

  @Test func `A template on a line of its own stands among blocks`() {
    let document = assertDocument("{{a}}\nb {{c}} d\n{{e}} <!-- f -->{{g}}\nh")
    let blocks = document.sections[0].children.map(\.kind)
    #expect(blocks == [.template, .paragraph, .template, .template, .paragraph])
  }

  @Test func `A thumbnail on a line of its own stands among blocks`() {
    let document = assertDocument("[[File:A.jpg|thumb|b]]\nc [[File:D.png]] e")
    #expect(document.sections[0].children.map(\.kind) == [.image, .paragraph])
  }

  @Test func `Divisions have paragraphs of their own`() {
    #expect(paragraphs("<div>\na\n\nb\n</div>\nc") == ["a", "b", "c"])
    // A line with a tag of a block makes no paragraph; bare text beside blocks becomes one in the page.
    #expect(paragraphs("<div>a\n\nb</div>c") == ["c"])
  }

  @Test func `Text is decoded and nowiki is text`() {
    #expect(paragraphs("a &amp; &#98; <nowiki>''c'' &lt;</nowiki> &unknown;") == ["a & b ''c'' < &unknown;"])
  }

  @Test func `Inlines are nodes with their ranges`() {
    let document = assertDocument("a '''b''' [[C d|e]]s [http://f g] https://h.org")
    let paragraph = document.sections[0].children.first { $0.kind == .paragraph }
    let inlines = Array(paragraph!.children).filter { $0.kind != .text }
    #expect(inlines.map(\.kind) == [.bold, .link, .externalLink, .externalLink])
    #expect(inlines.map(\.sourceText) == ["'''b'''", "[[C d|e]]s", "[http://f g]", "https://h.org"])
    #expect(inlines.map(\.target) == ["", "C d", "http://f", "https://h.org"])
    #expect(inlines.map(\.plainText) == ["b", "es", "g", "https://h.org"])
    #expect(inlines[3].flags.contains(.bare))
  }

  @Test func `The text of a link ends with the link`() {
    let document = assertDocument("[[mammal]]s eat [[wikt:a]]s b http://a.b. Next ISBN 9780000000002, and ''x'' y")
    let links = document.root.descendants.filter { $0.kind == .link || $0.kind == .externalLink }
    #expect(links.map(\.plainText) == ["mammals", "wikt:as", "http://a.b", "ISBN 9780000000002"])
    for link in links {
      for child in link.children { #expect(link.range.contains(child.range)) }
    }
  }

  @Test func `Every property can be asked of every node`() {
    let document = assertDocument("{{a|b=c}}<ref name=d>e</ref>\n* [[Category talk:F]] <math>x</math>\n== g ==")
    for node in document.root.descendants {
      #expect(node.target.utf8.count + node.name.utf8.count <= document.source.count)
      #expect((0...6).contains(node.level))
      #expect(node.namespace == 0 || node.kind == .link)
    }
  }
}
