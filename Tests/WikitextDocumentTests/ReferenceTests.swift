import Testing

@testable import WikitextDocument

@Suite struct ReferenceTests {
  @Test func `Uses of a name are one reference`() {
    let references = assertDocument("a<ref name=x>One</ref> b<ref name=\"x\" /> c<ref>Two</ref>").references
    #expect(references.map(\.name) == ["x", nil])
    #expect(references.map(\.uses.count) == [2, 1])
    #expect(references.map { $0.definition?.plainText } == ["One", "Two"])
  }

  @Test func `A group makes a name another`() {
    let references = assertDocument("<ref name=x>One</ref><ref name=x group=note>Two</ref>").references
    #expect(references.map(\.group) == ["", "note"])
  }

  @Test func `References can be defined in their list`() {
    let references = assertDocument(
      "a<ref name=x/>\n<references>\n<ref name=x>One</ref>\n<ref name=y>Two</ref>\n</references>"
    ).references
    #expect(references.map(\.name) == ["x", "y"])
    #expect(references.map(\.uses.count) == [1, 0])
    #expect(references.map(\.isListDefined) == [true, true])
    #expect(references.map { $0.definition?.plainText } == ["One", "Two"])
  }

  @Test func `A list of references lends its group`() {
    let references = assertDocument(
      "<ref group=n name=x/><references group=n><ref name=x>One</ref></references>"
    ).references
    #expect(references.count == 1)
    #expect(references[0].definition?.plainText == "One")
  }

  @Test func `What is used and never defined has no definition`() {
    let references = assertDocument("a<ref name=x/>").references
    #expect(references.count == 1)
    #expect(references[0].definition == nil)
  }

  @Test func `The first definition counts, and the second is noted`() {
    let references = assertDocument("<ref name=x>One</ref><ref name=x>Two</ref>").references
    #expect(references[0].definition?.plainText == "One")
    #expect(references[0].isDefinedAgain)
  }

  @Test func `References keep out of the text around them`() {
    let document = assertDocument("a<ref>b</ref>c")
    #expect(document.root.plainText == "ac")
  }

  @Test func `A template's argument can be their list`() {
    let references = assertDocument(
      "a<ref name=z/>\n{{reflist|colwidth=30em|refs=\n<ref name=z>Zed</ref>\n}}"
    ).references
    #expect(references.map(\.uses.count) == [1])
    #expect(references.map(\.isListDefined) == [true])
    #expect(references[0].definition?.plainText == "Zed")
  }

  @Test func `Elements in a list of references do not hide what it defines`() {
    let references = assertDocument("a<ref name=x/>\n<references><div><ref name=x>One</ref></div></references>")
      .references
    #expect(references.map(\.uses.count) == [1])
    #expect(references.map(\.isListDefined) == [true])
  }

  @Test func `A reference keeps the attributes of its tag`() {
    let reference = assertDocument("a<ref name=x group=n dir=rtl>One</ref>").references[0].definition
    #expect(reference?.attribute("name") == "x")
    #expect(reference?.attribute("group") == "n")
    #expect(reference?.attribute("dir") == "rtl")
  }

  @Test func `The function of the tag makes references`() {
    let references = assertDocument(
      "a{{#tag:ref|b<ref>inner</ref>|name=\"x\"|group = n}}\n{{#tag:references|<ref name=x>c</ref>|group=n}}"
    ).references
    #expect(references.map(\.name) == ["x", nil])
    #expect(references.map(\.group) == ["n", ""])
    #expect(references[0].definition?.plainText == "b")
    #expect(references[0].isDefinedAgain)
  }

  @Test func `The content of the function may have an equals sign`() {
    let references = assertDocument("a{{#tag:ref|one=two ''three''}}").references
    #expect(references[0].definition?.plainText == "one=two three")
  }
}
