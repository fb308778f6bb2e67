import Testing
import WikitextDocument

@Suite struct CitationListTests {
  /// The references of a page.
  private func citations(_ wikitext: String) -> CitationList { CitationList(assertDocument(wikitext)) }

  /// The numbers that the marks of a page show, in order; those that are errors are nil.
  private func numbers(_ wikitext: String) -> [String?] {
    let document = assertDocument(wikitext)
    let list = CitationList(document)
    return document.root.descendants.filter { $0.kind == .reference }.compactMap { node -> String?? in
      switch list.mark(of: node) {
      case .citation(let citation, _):
        let citation = list.citations[citation]
        return "\(citation.group)\(citation.number ?? 0)" + (citation.subnumber.map { ".\($0)" } ?? "")
      case .error: return .some(nil)
      case .nothing, nil: return nil
      }
    }
  }

  @Test func `A name is one number, whichever of its marks has the content`() {
    #expect(numbers("a<ref name=x /> b<ref>One</ref> c<ref name=x>Two</ref>") == ["1", "2", "1"])
    let list = citations("a<ref name=x /> c<ref name=x>Two</ref>")
    #expect(list.citations.map(\.marks.count) == [2])
    #expect(list.citations[0].content.map(\.plainText) == ["Two"])
  }

  @Test func `Groups are numbered apart, and anew after each list`() {
    #expect(numbers("<ref group=n>a</ref><ref>b</ref><ref group=n>c</ref>") == ["n1", "1", "n2"])
    #expect(numbers("<ref>a</ref>\n<references />\n<ref>b</ref>") == ["1", "1"])
    let list = citations("<ref>a</ref><ref group=n>b</ref>\n<references />\n<ref>c</ref>")
    #expect(list.lists.map(\.citations) == [[0], [2], [1]])
    #expect(list.automaticLists.map(\.group) == ["", "n"])
    #expect(list.automaticLists.map(\.errors) == [[], [.groupWithoutList("n")]])
  }

  @Test func `A list defines what was used before it, and says what was not`() {
    let list = citations("<ref name=x />\n<references>\n<ref name=x>One</ref>\n<ref name=y>Two</ref>\n</references>")
    #expect(list.lists[0].citations.map { list.citations[$0].name } == ["y", "x"])
    #expect(list.citations.map(\.errors) == [[], [.unused(name: "y")]])
    #expect(list.citations.map(\.number) == [1, nil])
  }

  @Test(arguments: [
    ("<ref></ref>", CitationError.empty),
    ("<ref name=\"\"> </ref>", .empty),
    ("<ref details=\"p. 1\" />", .detailsWithoutReference),
    ("<ref name=a follow=b>x</ref>", .continuationIsNamed),
  ])
  func `What can be no reference is an error in its place`(_ wikitext: String, _ error: CitationError) {
    let document = assertDocument("a" + wikitext)
    let reference = document.root.descendants.first { $0.kind == .reference }
    #expect(reference.flatMap { CitationList(document).mark(of: $0) } == .error(error))
  }

  @Test(arguments: [
    ("<ref name=a />", [CitationError.undefined(name: "a")]),
    ("<ref name=12>x</ref>", [.numericName("12")]),
    ("<ref name=a>x</ref><ref name=a>y</ref>", [.conflictingContent(name: "a")]),
    ("<ref name=a>x</ref><ref name=a>x</ref>", []),
    ("<ref name=a dir=ltr /><ref name=a dir=rtl>x</ref>", [.conflictingDirections(name: "a")]),
    ("<ref dir=up>x</ref>", [.unknownDirection("up")]),
    ("<ref nmae=a>x</ref>", [.unknownAttribute("nmae")]),
    ("<references><ref>x</ref></references>", [.unnamedInList]),
    ("<ref name=a /><references><ref name=a group=n>x</ref></references>", [.otherGroupInList("n")]),
  ])
  func `Other mistakes leave the reference, and say so`(_ wikitext: String, _ errors: [CitationError]) {
    #expect(citations(wikitext).citations[0].errors == errors)
  }

  @Test func `A definition without content is a mistake of its list`() {
    let list = citations("<ref name=a>x</ref>\n<references unknown=1><ref name=a /></references>")
    #expect(list.lists[0].definitionErrors == [.emptyInList(name: "a")])
    #expect(list.lists[0].errors == [.unknownListAttribute("unknown")])
  }

  @Test func `A continuation lengthens what it continues`() {
    let list = citations("<ref name=a>One</ref><ref follow=a>Two</ref><ref follow=b>Three</ref>")
    #expect(list.citations.map { $0.content.map(\.plainText) } == [["One", "Two"], ["Three"]])
    #expect(list.citations.map(\.isContinuation) == [false, true])
    #expect(list.lists[0].citations == [1, 0])
  }

  @Test func `Details are numbered below what they belong to`() {
    #expect(
      numbers("<ref name=a details=p1 /><ref name=a details=p2>Book</ref><ref>b</ref><ref name=a details=p1 />")
        == ["1.1", "1.2", "2", "1.1"]
    )
    let list = citations("<ref name=a details=p1>Book</ref>")
    #expect(list.lists[0].citations == [0])
    #expect(list.citations[0].details == [1])
    #expect(list.citations[0].marks.isEmpty)
    #expect(list.citations[1].detailText == "p1")
  }

  @Test func `References in a reference are numbered before it`() {
    #expect(numbers("a{{#tag:ref|b<ref>c</ref>}}") == ["2", "1"])
  }

  @Test func `What a template defines serves the names of the page, and has no mark`() {
    let list = citations("{{box|x=<ref name=a>One</ref>}} b<ref name=a />")
    #expect(list.citations.map { $0.content.map(\.plainText) } == [["One"]])
    #expect(list.citations[0].marks.count == 1)
  }

  @Test func `Many mistakes cost no more than their number`() {
    let attributes = (0..<4000).map { " a\($0)=1" }.joined()
    let tags = String(repeating: "<ref name=x>y</ref>", count: 2000)
    #expect(
      citations("<ref name=x\(attributes)>\(String(repeating: "z", count: 4000))</ref>" + tags).citations.count == 1
    )
  }
}
