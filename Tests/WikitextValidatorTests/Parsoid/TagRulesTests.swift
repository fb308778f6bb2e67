import Testing
import WikitextValidator

/// The rules about tags that are not closed, closed too late, or close nothing.
@Suite struct TagRulesTests {
  // MARK: missing-end-tag

  @Test(arguments: [
    ("The ''Isar\nrises", ["''"]),
    ("The '''''Isar", ["'''", "''"]),
    ("<div>a\n\nb", ["<div>"]),
    ("{|\n| <small>a\n| b\n|}", ["<small>"]),
    ("* ''a\n* b", ["''"]),
    ("a<ref>''b</ref>", ["''"]),
    ("[[File:a.png|thumb|'''b]]", ["'''"]),
    ("[[a|<i>b]]", ["<i>"]),
    ("<gallery>\nFile:a.png|<b>b\n</gallery>", ["<b>"]),
    ("<p>a\n\n<p>b", ["<p>", "<p>"]),
    ("<s>a<s>", ["<s>", "<s>"]),
  ])
  func `what is not closed is found where it opens`(page: String, marks: [String]) {
    // What a fix closes is found with all its text.
    let found = findings(by: "missing-end-tag", in: page)
    #expect(found.count == marks.count)
    for (finding, mark) in zip(found, marks) {
      let source = String(decoding: Array(page.utf8)[finding.range.offsets], as: UTF8.self)
      #expect(finding.fix == nil ? source == mark : source.hasPrefix(mark))
    }
  }

  @Test(arguments: [
    "''a'' '''b'''", "<div>\n* a\n</div>", "<ul><li>a<li>b</ul>", "<table><tr><td>a</table>", "{|\n| a\n| b\n|}",
    "<br>", "<nowiki>''a</nowiki>", "<!-- <b> -->", "{{a|<b>}}", "<math>a''</math>", "a's b's", "<pre>''a</pre>",
    "<table>\n{{rows}}", "<b>a\n\nb</b>", "== ''a ==", "<span>a\n\nb", "a\n b ''c''",
  ])
  func `what is closed, may be left open, or is of another category is not found`(page: String) {
    #expect(found(by: "missing-end-tag", in: page) == [])
  }

  @Test func `italic text is closed at the end of its line where its mark is the only one`() throws {
    #expect(try fixed(by: "missing-end-tag", "a<ref>''b</ref>") == "a<ref>''b</ref>")
    #expect(try fixed(by: "missing-end-tag", "The ''Isar  \nrises") == "The ''Isar''  \nrises")
    #expect(try fixed(by: "missing-end-tag", "''a'' ''b\n") == "''a'' ''b\n")
    #expect(try fixed(by: "missing-end-tag", "{|\n| ''a || b\n|}") == "{|\n| ''a || b\n|}")
    #expect(try fixed(by: "missing-end-tag", "the ''boys'\n") == "the ''boys'\n")
  }

  // MARK: headings

  @Test func `tags and apostrophes in headings have their own rules`() {
    #expect(found(by: "missing-end-tag-in-heading", in: "== <s>a ==\nb") == ["<s>"])
    #expect(found(by: "unclosed-quotes-in-heading", in: "== '''a ==\nb") == ["'''"])
    #expect(found(by: "unclosed-quotes-in-heading", in: "== [[a|''b]] ==") == ["''"])
    #expect(found(by: "unclosed-quotes-in-heading", in: "== ''a'' ==\n''b") == [])
    #expect(found(by: "missing-end-tag-in-heading", in: "== <s>a</s> ==\n<s>b") == [])
    #expect(found(by: "unclosed-quotes-in-heading", in: "== a<ref>''b</ref> ==") == [])
  }

  // MARK: misnested-tag

  @Test(arguments: [
    ("<small>a\n\nb</small>", ["<small>"]),
    ("<b>a<i>b</b>c</i>", ["<i>"]),
    ("''a'''b''c'''", ["'''"]),
    ("[[a|<span>b]]</span>", ["<span>"]),
    ("<small>\n* a\n</small>", ["<small>"]),
    ("<small>a[[File:a.png|thumb]]b</small>", ["<small>"]),
    ("# <s> a\n# b </s>", ["<s>"]),
  ])
  func `an element that ends elsewhere is found once`(page: String, marks: [String]) {
    #expect(found(by: "misnested-tag", in: page) == marks)
    #expect(found(by: "stripped-tag", in: page) == [])
    #expect(found(by: "missing-end-tag", in: page) == [])
  }

  @Test(arguments: ["<b>a</b><i>b</i>", "<small>a\nb</small>", "<div>a\n\nb</div>", "<b>a\n\nb"])
  func `elements that nest are not misnested`(page: String) {
    #expect(found(by: "misnested-tag", in: page) == [])
  }

  // MARK: html5-misnesting

  @Test func `an inline element that holds for its first paragraph only is found`() {
    #expect(found(by: "html5-misnesting", in: "<span>a\n\nb</span>") == ["<span>"])
    #expect(found(by: "html5-misnesting", in: "''a<sub>b''c</sub>") == ["<sub>"])
    #expect(found(by: "html5-misnesting", in: "a<ref><cite>b</ref> c<ref>d</ref>") == ["<cite>"])
    #expect(found(by: "html5-misnesting", in: "[[a|<span>b]]s</span>") == ["<span>"])
    #expect(found(by: "html5-misnesting", in: "{|\n| <span>a\n| b\n|}") == [])
    #expect(found(by: "html5-misnesting", in: "<small>a\n\nb</small>") == [])
    #expect(found(by: "html5-misnesting", in: "<span>a</span>\n\nb") == [])
  }

  // MARK: multiple-unclosed-formatting-tags

  @Test func `a second start tag in place of an end tag is found`() {
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "<s>a<s> b") == ["<s>"])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "{|\n| <s>a<s>\n|}") == ["<s>"])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "[[a|<font size=1>b<font>]]") == ["<font size=1>"])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "[[a|<s>b <s>]]") == [])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "<small>a\n\n<small>b") == ["<small>"])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "{|\n| <small>a\n| <small>b\n|}") == [])
    #expect(found(by: "multiple-unclosed-formatting-tags", in: "<small>a</small> <small>b") == [])
  }

  // MARK: self-closed-tag

  @Test func `a slash in the start tag of an element that may have content is found`() {
    #expect(
      found(by: "self-closed-tag", in: "a<sub/> <span id=\"b\" /> <br/> <ref name=c />") == [
        "<sub/>", "<span id=\"b\" />",
      ]
    )
    #expect(found(by: "missing-end-tag", in: "<div/>") == [])
  }

  // MARK: stripped-tag

  @Test(arguments: [
    ("a</b>", ["</b>"]), ("a</div>b", ["</div>"]), ("a</td></tr></table>", ["</td>", "</tr>", "</table>"]),
    ("a<td>b", ["<td>"]), ("[[a|</i>b]]", ["</i>"]), ("{|\n| a</small>\n|}", ["</small>"]),
  ])
  func `tags that close or open nothing are found`(page: String, marks: [String]) {
    #expect(found(by: "stripped-tag", in: page) == marks)
  }

  @Test(arguments: ["<b>a</b>", "a</p>", "a</br>", "{{a|</b>}}", "<nowiki></b></nowiki>", "{|\n</div>\n|}"])
  func `tags that close something, or that browsers mend, are not found`(page: String) {
    #expect(found(by: "stripped-tag", in: page) == [])
  }

  @Test func `only the end tags of inline elements are deleted, and not at the start of a line`() throws {
    #expect(try fixed(by: "stripped-tag", "a</small> b</span>") == "a b")
    #expect(try fixed(by: "stripped-tag", "a</div>") == "a</div>")
    #expect(try fixed(by: "stripped-tag", "</small>* a") == "</small>* a")
    #expect(try fixed(by: "stripped-tag", "a'</b>'b") == "a'</b>'b")
  }

  // MARK: tables

  @Test func `content of a table in no cell is found, and templates are not`() {
    #expect(found(by: "fostered", in: "{|\n|-\na\n|}") == ["{|"])
    #expect(found(by: "fostered", in: "<table>a<tr><td>b</table>") == ["<table>"])
    #expect(found(by: "fostered", in: "{|\n{{a}}\n|-\n{{b}} {{c}}\n| d\n|}") == [])
    #expect(found(by: "fostered", in: "{|\n[[Category:a]]\n| d\n|}") == [])
    #expect(found(by: "fostered-transparent", in: "{|\n[[Category:a]]\n| d\n|}") == ["{|"])
    #expect(found(by: "fostered-transparent", in: "{|\n[[Category:a]]b\n| d\n|}") == [])
    #expect(found(by: "fostered-transparent", in: "{|\n| [[Category:a]]\n|}") == [])
  }

  @Test func `a table straight in a table is found, and one in a cell or behind another is not`() {
    #expect(found(by: "deletable-table-tag", in: "<table><tr><table><tr><td>a</table></table>") == ["<table>"])
    #expect(found(by: "deletable-table-tag", in: "{|\n|\n{|\n| a\n|}\n|}\n{|\n| b\n|}") == [])
  }
}
