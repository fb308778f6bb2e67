import Testing

@testable import WikitextDocument

@Suite struct HTMLReferenceTests {
  private let page = """
    <p>One<sup class="mw-ref reference" id="cite_ref-a_1-0"><a href="./Isar#cite_note-a-1"><span>[1]</span></a></sup>
    two<sup class="reference"><a href="#cite_note-a-1">&#91;1&#93;</a></sup>
    three<sup class="reference"><a href="#cite_note-2">[note 1]</a></sup></p>
    <ol class="mw-references references"><li id="cite_note-a-1"><span rel="mw:referencedBy"><a href="#cite_ref-a_1-0">
    <span class="mw-linkback-text">1 </span></a><a href="#cite_ref-a_1-1"><span class="mw-linkback-text">2 </span></a></span>
    <span class="mw-reference-text">A <i>book</i></span></li></ol>
    <ol class="references"><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span>
    <span class="reference-text">A note</span></li><li id="cite_note-3"><span class="reference-text">Unused</span></li></ol>
    """

  @Test func `Marks are tied to the entries of lists`() throws {
    let document = assertHTML(page)
    #expect(document.references.map { $0.name } == ["a-1", "2", "3"])
    #expect(document.references.map(\.uses.count) == [2, 1, 0])
    #expect(document.references.map { $0.definition?.plainText } == ["A book", "A note", "Unused"])
    #expect(document.references.map(\.isListDefined) == [true, true, true])
  }

  @Test func `Marks and backlinks are as they are shown`() {
    let document = assertHTML(page)
    let marks = document.references.map { $0.uses.map { $0.attribute("mark") ?? "" } }
    #expect(marks == [["1", "1"], ["note 1"], []])
    #expect(document.references.map { $0.definition?.attribute("mark") } == ["1", "note 1", "2"])
    #expect(document.references.map { $0.definition?.attribute("backlinks") } == ["a b", "^", nil])
    #expect(document.furniture(.backlink).count == 2)
  }

  @Test func `An arrow without a class is a backlink all the same`() {
    let document = assertHTML(
      "<ol class=references><li id='cite_note-x#y'>↑ <a href='./A#cite_ref-x#y'>1</a> text</li></ol>"
    )
    #expect(document.references.map { $0.definition?.plainText } == ["text"])
    #expect(document.references.map { $0.definition?.attribute("backlinks") } == ["^"])
    #expect(document.references.map { $0.name } == ["x#y"])
  }

  @Test func `More than 26 backlinks have two letters`() {
    let links = (0..<28).map { "<a href='#cite_ref-\($0)'>x</a>" }.joined(separator: " ")
    let document = assertHTML("<ol class=references><li id=cite_note-1><span>\(links)</span> text</li></ol>")
    #expect(document.references[0].definition?.attribute("backlinks")?.hasSuffix("y z aa ab") == true)
  }

  @Test func `Pages behind a mark are the mark's`() {
    let mark = "<sup class=reference><a href='#cite_note-1'>[1]</a></sup>"
    let document = assertHTML(
      "<p>One\(mark)<sup class='reference nowrap'><span>:&#8202;12–14&#8202;</span></sup> two\(mark). 2<sup>: a</sup></p>"
    )
    #expect(document.references.flatMap(\.uses).map { $0.attribute("pages") } == ["12–14", nil])
    #expect(document.root.plainText == "One two. 2: a")
  }

  @Test func `A citation for programs is kept with its entry`() {
    let document = assertHTML(
      """
      <ol class="references"><li id="cite_note-1"><span class="reference-text"><cite>A book</cite><span class="Z3988"
      title="ctx_ver=Z39.88-2004&amp;rft.btitle=A+book"></span></span></li></ol>
      """
    )
    #expect(
      document.references[0].definition?.attribute(ReferenceAttribute.contextObject)
        == "ctx_ver=Z39.88-2004&rft.btitle=A+book"
    )
  }
}
