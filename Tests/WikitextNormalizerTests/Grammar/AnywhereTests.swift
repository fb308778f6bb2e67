import Testing
import WikitextSyntax

@testable import WikitextNormalizer

/// Values that stand somewhere in a text.
struct AnywhereTests {
  private func read(_ wikitext: String, _ kind: FieldKind, _ isAnywhere: Bool = true) -> Value? {
    var normalizer = Normalizer(configuration: .standard)
    var expectation = Expectation(kind: kind)
    expectation.isAnywhere = isAnywhere
    return normalizer.values(ofWikitext: wikitext, expecting: expectation).first
  }

  @Test func `A date in a sentence has the rest of it as qualifiers`() {
    let value = read("recorded by the band on 12 May 1954 for the radio", .date)
    #expect(value?.content.line == "date 1954-05-12")
    #expect(value?.qualifiers == ["recorded by the band on", "for the radio"])
    #expect(value?.confidence == .chosen)
    #expect(read("recorded by the band on 12 May 1954 for the radio", .date, false)?.content.line != "date 1954-05-12")
  }

  @Test func `The first value counts, as long as it is`() {
    #expect(read("cut twice: first 2 hours, 5 minutes, then 90 minutes", .duration)?.content.line == "duration PT2H5M")
    #expect(read("the answer is a clear no, never yes", .boolean)?.content.line == "boolean no")
  }

  @Test func `No value is cut out of a figure, code or word`() {
    #expect(read("ref 13991-10-25 of the archive", .date)?.content.line != "date 0025")
    #expect(read("section 010/10/20072 there", .date)?.content.line.hasPrefix("date") != true)
    #expect(read("the B12x model is so", .number)?.content.line.hasPrefix("number") != true)
  }

  @Test func `An address stands among words`() {
    #expect(read("See www.example.org, please", .url)?.content.line == "url http://www.example.org")
  }

  @Test func `A long text costs no more than its beginning`() {
    let text = String(repeating: "12 and 5/5/5 of 1-2-3-4 or ", count: 4000)
    #expect(read(text + "12 May 1954", .date)?.content.line != "date 1954-05-12")
  }

  @Test func `The schema says it`() {
    var field = SchemaField(name: "recorded", kind: .date)
    field.isAnywhere = true
    var reader = SchemaReader(Array("schema s\n\(field)".utf8), file: "s.schema")
    reader.read()
    #expect(reader.errors.isEmpty)
    #expect(reader.fields.first?.isAnywhere == true)
    #expect(reader.fields.first?.expectation.isAnywhere == true)
  }
}
