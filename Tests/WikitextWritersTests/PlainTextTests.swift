import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

/// A page as plain text.
func plainText(_ wikitext: String, _ change: (inout PlainTextWriter.Options) -> Void = { _ in }) -> String {
  var options = PlainTextWriter.Options()
  change(&options)
  var writer = PlainTextWriter(options: options)
  return String(decoding: writer.write(Document(wikitext: wikitext)), as: UTF8.self)
}

@Suite struct PlainTextTests {
  @Test func `Headings and paragraphs are lines with an empty line between`() {
    #expect(plainText("lead '''b'''\nmore\n\nnext\n== H ''i'' ==\ntext") == "lead b more\n\nnext\n\nH i\n\ntext\n")
    #expect(plainText("") == "")
    #expect(plainText("{{t}}\n[[Category:C]]") == "")
  }

  @Test func `Lists are moved to the right by what they stand in`() {
    #expect(plainText("* a\n** b\n*# c\n*# d\n* e") == "* a\n  * b\n  1. c\n  2. d\n* e\n")
    #expect(plainText("; t : d\n: e") == "t\n  d\n  e\n")
    #expect(plainText("a\n: b\n:: c") == "a\n\n  b\n    c\n")
    #expect(plainText("<ol start=\"9\"><li>a<li value=20>b<li>c</ol>") == "9. a\n20. b\n21. c\n")
  }

  @Test func `An item of which nothing is to be seen has no mark`() {
    #expect(plainText("* {{t}}\n* a\n** {{u}}\n* b") == "* a\n* b\n")
  }

  @Test func `Rows of tables are lines, cells that reach into a place leave it empty`() {
    let table = "{|\n|+ C\n! a !! b\n|-\n| rowspan=2 | c || d<br>e\n|-\n|\n* f\n* g\n|}"
    #expect(plainText(table) == "C\n\na\tb\nc\td · e\n\tf · g\n")
    #expect(plainText(table) { $0.tables = .bars } == "C\n\na | b\nc | d · e\n | f · g\n")
    #expect(plainText(table) { $0.tables = .leftOut } == "")
  }

  @Test func `A table of one cell is a frame`() {
    #expect(plainText("{|\n|\n* a\n* b\n\nc\n|}") == "* a\n* b\n\nc\n")
  }

  @Test func `Formulas, code, preformatted text and poems are kept`() {
    #expect(plainText("a <math>x^2</math> b") == "a x^2 b\n")
    #expect(plainText("a <math>x^2</math> b") { $0.formulas = false } == "a b\n")
    #expect(plainText("<syntaxhighlight lang=c>\nint\n  x;\n</syntaxhighlight>") == "int\n  x;\n")
    #expect(plainText(" a\n  '''b'''") == "a\n b\n")
    #expect(plainText("<poem>\none\ntwo\n</poem>") == "one\ntwo\n")
    #expect(plainText("a<br>b") == "a\nb\n")
  }

  @Test func `Captions that readers see stand beside the text that has the image`() {
    #expect(plainText("[[File:A.jpg|thumb|c]] a") == "c\n\na\n")
    #expect(plainText("a [[File:A.jpg|thumb|''c'']] b") == "a\n\nc\n\nb\n")
    #expect(plainText("* a [[File:A.jpg|thumb|''c'']] b") == "* a b\n\n  c\n")
    #expect(plainText("a [[File:A.jpg|20px|icon]] b") == "a b\n")
    #expect(plainText("<gallery caption=\"G '''b'''\">\nA.jpg|c\nB.jpg|d\n</gallery>") == "G b\n\nc\n\nd\n")
    #expect(plainText("[[File:A.jpg|thumb|c]] a") { $0.captions = false } == "a\n")
  }

  @Test func `References are left out, or notes`() {
    let page = "a<ref name=n>''b''</ref> c<ref name=n /> d<ref>{{cite}}</ref>"
    #expect(plainText(page) == "a c d\n")
    #expect(plainText(page) { $0.references = true } == "a[1] c[1] d\n\n[1] b\n")
  }

  @Test func `What the page hides is not shown`() {
    #expect(plainText("a <span style=\"color: red; Display : none\">x</span> b") == "a b\n")
  }

  @Test func `Sections can be left out by their headings`() {
    let page = "a\n== See also ==\nb\n=== c ===\nd\n== E ==\nf"
    #expect(plainText(page) { $0.unwantedSections = ["See Also"] } == "a\n\nE\n\nf\n")
  }

  @Test func `Links show their text, and templates in targets do not leak`() {
    #expect(plainText("[[a|b]]s [http://x.org c] [http://x.org] http://y.org") == "bs c http://y.org\n")
    #expect(plainText("[[{{x}}]] a [[{{y}}|b]] [[c{{z}}]] [http://x/{{z}} d]") == "a b c d\n")
  }

  @Test func `Blocks in inlines end the paragraph, and the style goes on`() {
    #expect(plainText("<b>a<div>b</div>c</b>") == "a\n\nb\n\nc\n")
  }
}
