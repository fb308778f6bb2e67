import Testing
import WikitextNormalizer

/// Time is told by the counts of what is read, and by the tests' own limit: each of these is done in a moment where the
/// time is linear.
@Suite struct HostileCitationTests {
  @Test(.timeLimit(.minutes(1))) func `Thousands of authors are read`() {
    let numbered = (1...5000).map { "|last\($0)=L\($0)|first\($0)=F" }.joined()
    #expect(bibliography("{{cite book|title=T\(numbered)}}").items[0].contributors.count == 5000)
    let listed = (1...5000).map { "Doe\($0) A" }.joined(separator: ", ")
    #expect(bibliography("{{cite book|title=T|vauthors=\(listed)}}").items[0].contributors.count == 5000)
    let linked = (1...5000).map { "[[Doe \($0)]]" }.joined(separator: ", ")
    #expect(bibliography("{{cite book|title=T|author=\(linked)}}").items[0].contributors.count == 5000)
  }

  @Test(.timeLimit(.minutes(1))) func `Thousands of unknown parameters are counted, not kept`() {
    let parameters = (1...20000).map { "|nothing\($0)=x" }.joined()
    #expect(bibliography("{{cite book|title=T\(parameters)}}").items[0].unknownParameters.count == 100)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "{{cite web|title=", "<ref>{{cite web|", "{{cite web|ref={{sfnref|", "{{sfn|", "<ref>[http://a.org ",
      "<ref name=x>", "{{r|",
      "{{cite book|author=a and ", "{{cite web|title=[http://a.org ", "{{efn|", "((", "{{cite web|author={{nowrap|",
    ]
  )
  func `Unclosed markup again and again is read`(piece: String) {
    _ = bibliography(String(repeating: piece, count: 5000))
    _ = bibliography(String(repeating: piece, count: 50) + String(repeating: "}}", count: 50))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["a and ", "A, ", "Doe, J., ", "; ", "et al. ", "(ed.) ", "[[a]] ", "1999 ", "(1999) "]
  )
  func `Long values are read`(piece: String) {
    let value = String(repeating: piece, count: 10000)
    _ = bibliography(
      "{{cite book|title=\(value)|author=\(value)|coauthors=\(value)|date=\(value)|isbn=\(value)|language=\(value)}}"
    )
    _ = bibliography("<ref>\(value)</ref>")
  }

  @Test func `Numbers of people beyond reason are unknown parameters`() {
    let item = bibliography("{{cite book|title=T|last99999999999999999999=A|last99999=B|last0=C}}").items[0]
    #expect(item.unknownParameters == ["last99999999999999999999", "last99999"])
    #expect(item.contributors.count == 1)
  }

  @Test func `Bytes that are no text are read`() {
    let tree = "<ref>{{cite web|title=\u{FFFD}\u{0}|last\u{0}=x|date=\u{661}\u{669}\u{669}\u{669}}}</ref>"
    #expect(bibliography(tree).items.count == 1)
  }

  @Test func `A page read again is the same`() {
    var reader = CitationReader(language: "en")
    let first = page(
      "<ref>{{cite book|last=Doe|title=T|year=1999|isbn=1|archive-url=http://a.org}}</ref>{{sfn|Doe|1999}}"
    )
    let second = page("<ref>{{cite web|title=U}}</ref>")
    let before = reader.read(first)
    #expect(reader.read(second).items.map { $0.contributors.count } == [0])
    #expect(reader.read(first) == before)
  }
}
