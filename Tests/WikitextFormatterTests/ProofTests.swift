import Testing
import WikitextSyntax

@testable import WikitextFormatter

/// A style that does what no style should.
private struct WrongStyle: FormatStyle {
  let about = StyleDescription(id: "wrong", summary: "", explanation: "", before: "", after: "")
  var freedoms: Freedoms
  var edits: [SyntaxEdit]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for edit in edits where edit.range.end <= page.source.count { changes.propose(edit.range, [edit]) }
  }
}

@Suite("The proof that a page stays the same")
struct ProofTests {
  private func same(_ first: String, _ second: String, _ freedoms: Freedoms, wiki: String = "enwiki") -> Bool {
    let configuration = SiteConfiguration(wiki: wiki) ?? .standard
    return CanonicalForm.bytes(of: SyntaxTree(parsing: first, configuration: configuration), freedoms: freedoms)
      == CanonicalForm.bytes(of: SyntaxTree(parsing: second, configuration: configuration), freedoms: freedoms)
  }

  private static let all = StyleCatalog.all.reduce(into: Freedoms()) { $0.formUnion($1.freedoms) }

  @Test("Without freedoms each byte counts")
  func strict() {
    let page = "== A ==\n* b  \n{{c|d= e}} [[f|F]] <br/> &ndash;\r\n"
    #expect(same(page, page, []))
    for offset in page.utf8.indices {
      var bytes = Array(page.utf8)
      bytes.remove(at: page.utf8.distance(from: page.startIndex, to: offset))
      #expect(!same(page, String(decoding: bytes, as: UTF8.self), []))
    }
  }

  @Test(
    "What readers or templates get otherwise is never the same, whatever is free",
    arguments: [
      ("{{t| a }}", "{{t|a}}"), ("{{#if: a |b}}", "{{#if:a|b}}"), ("{{{a| b}}}", "{{{a|b}}}"),
      ("[[Isar_river]]", "[[Isar river]]"), ("[[isar]]", "[[Isar]]"), ("[[Isar|]]", "[[Isar]]"),
      ("[[user:A]]", "[[User:A]]"), ("<pre>a  \n b</pre>", "<pre>a\n b</pre>"), (" a  \n b", " a\n b"),
      ("<nowiki>&ndash;</nowiki>", "<nowiki>–</nowiki>"), ("<poem>\na  \n</poem>", "<poem>\na\n</poem>"),
      ("a\n\n\n== b ==", "a\n\n== b =="), ("\n== b ==", "\n\n== b =="), ("{{a}}\n== b ==", "{{a}}\n\n== b =="),
      ("[[Category:A]]\n== b ==", "[[Category:A]]\n\n== b =="), ("&lt;b>", "<b>"), ("a&nbsp;b", "a b"),
      ("{{t|&ndash;}}", "{{t|–}}"), ("<div class=a b>", "<div class=\"a b\">"), ("{{Foo:bar}}", "{{foo:bar}}"),
      ("{{Template:Help:A}}", "{{Help:A}}"), ("<noinclude>a </noinclude>\n", "<noinclude>a</noinclude>\n"),
      ("* a\n** b", "* a\n* * b"), ("''a ''b", "''a''b"), ("a b", "a  b"),
      ("<br/>", "<hr>"), ("<ref name=a />", "<ref name=a>"), ("__NOTOC__", "__TOC__"), ("a <b>b</b>", "a<b>b</b>"),
      ("<span style='white-space:pre'>a \nb</span>", "<span style='white-space:pre'>a\nb</span>"),
    ]
  )
  func different(first: String, second: String) {
    #expect(!same(first, second, Self.all.subtracting(.blankLines)), "\(first) and \(second)")
  }

  @Test("A letter behind a link is part of it where the wiki reads on there, and a reference is not")
  func trails() {
    #expect(same("[[a]]&eacute;", "[[a]]é", .characterReferences))
    #expect(!same("[[a]]&eacute;", "[[a]]é", Self.all, wiki: "frwiki"))
    #expect(formatted("[[a]]&eacute;", wiki: "frwiki") == "[[a]]&eacute;")
  }

  @Test("A freedom is one thing, and no other")
  func single() {
    #expect(same("==A==", "== A ==", .headingBlanks))
    #expect(!same("==A==", "== A ==", Self.all.subtracting(.headingBlanks)))
    #expect(same("[[isar|a]]", "[[Isar|a]]", .linkForm))
    #expect(!same("[[isar|a]]", "[[Isar|a]]", .linkForm, wiki: "enwiktionary"))
    #expect(same("[[Isar|Isars]]", "[[Isar]]s", .linkForm))
    #expect(same("{{T|a = b\n}}", "{{T|a=b}}", .argumentSpace))
    #expect(!same("{{T|a = b\n}}", "{{T|a=b}}", Self.all.subtracting(.argumentSpace)))
    #expect(same("<b a='c' >d</b>", "<b a=c>d</b>", .attributeForm))
    #expect(same("{|\n|a||b\n|}", "{|\n| a || b\n|}", .cellBlanks))
  }

  @Test("A style that breaks the page changes nothing of it, and is reported")
  func refused() {
    let page = "[[a]] ''b''\n* c"
    for offset in 0..<page.utf8.count {
      let style = WrongStyle(
        freedoms: Self.all,
        edits: [SyntaxEdit(replacing: SourceRange(start: offset, end: offset + 1), with: "x")]
      )
      var formatter = PageFormatter(styles: [style])
      let formatted = formatter.format(Array(page.utf8))
      #expect(String(decoding: formatted.source, as: UTF8.self) == page)
      #expect(formatted.refusals.count == 1)
    }
  }

  @Test("Of many changes those are made that can be")
  func halves() {
    let page = "==A==\n==B==\n==C==\n"
    let bad = SyntaxEdit(replacing: SourceRange(start: 8, end: 9), with: "X")
    let good = [2, 14].map { SyntaxEdit(inserting: " ", at: $0) }
    var formatter = PageFormatter(styles: [WrongStyle(freedoms: .headingBlanks, edits: [good[0], bad, good[1]])])
    let formatted = formatter.format(Array(page.utf8))
    #expect(formatted.isUnsettled || formatted.refusals.contains { $0.range == SourceRange(start: 8, end: 9) })
  }

  @Test("A style whose changes never end leaves the page as it was")
  func unsettled() {
    let style = WrongStyle(freedoms: .headingBlanks, edits: [SyntaxEdit(inserting: " ", at: 2)])
    var formatter = PageFormatter(styles: [style])
    let formatted = formatter.format(Array("== A ==\n".utf8))
    #expect(formatted.isUnsettled)
    #expect(String(decoding: formatted.source, as: UTF8.self) == "== A ==\n")
  }

  @Test("Places of refusals are those of the page as it was given")
  func places() {
    var map = OffsetMap()
    map.append([SyntaxEdit(inserting: "xx", at: 0), SyntaxEdit(deleting: SourceRange(start: 4, end: 6))])
    map.append([SyntaxEdit(replacing: SourceRange(start: 2, end: 3), with: "yyy")])
    // abcdefgh, xxabcdgh, xxyyybcdgh
    #expect(map.original(SourceRange(start: 8, end: 9)) == SourceRange(start: 6, end: 7))
    #expect(map.original(SourceRange(start: 5, end: 6)) == SourceRange(start: 1, end: 2))
    #expect(map.original(SourceRange(start: 3, end: 4)) == SourceRange(start: 0, end: 0))
  }
}
