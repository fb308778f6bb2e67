import Testing

@testable import WikitextCommand

@Suite("wikitext convert --format")
struct ConvertFormatTests {
  @Test("Records with texts have the page's name, number and address, and say what the text leaves out")
  func text() throws {
    let records = try Run.wikitext("convert", fixture("sample.xml"), "--format", "text").records
    #expect(records.count == 4)
    let record = try #require(records.first)
    #expect(Set(record.keys) == ["name", "identifier", "url", "text", "left_out"])
    #expect(record["name"] as? String == "Wanne (river)")
    #expect(record["identifier"] as? Int == 1)
    #expect(record["url"] as? String == "https://rivers.example/wiki/Wanne_(river)")
    let text = try #require(record["text"] as? String)
    #expect(text.hasPrefix("The Wanne is a river"))
    #expect(!text.contains("[["))
    #expect((record["left_out"] as? [String: Int])?["templates"] ?? 0 > 0)
    #expect(records.compactMap { $0["redirect"] as? String } == ["Wanne (river)"])
  }

  @Test("Markdown takes the options of Markdown")
  func markdown() throws {
    func first(_ options: String...) throws -> String {
      let run = try Run(commandURL, ["convert", fixture("sample.xml"), "--format", "markdown"] + options)
      return try #require(run.records.first?["text"] as? String)
    }
    #expect(try first().contains("**Wanne**"))
    #expect(try first().contains("](https://rivers.example/wiki/"))
    #expect(try first("--base", "https://w.example/").contains("](https://w.example/"))
    #expect(try first("--links", "titles").contains("]("))
    #expect(try !first("--links", "none", "--no-images").contains("]("))
  }

  @Test("Any number of jobs writes the same texts")
  func jobs() throws {
    let one = try Run.wikitext("convert", fixture("hundred-pages.xml.bz2"), "--format", "markdown", "--jobs", "1")
    let four = try Run.wikitext("convert", fixture("hundred-pages.xml.bz2"), "--format", "markdown", "--jobs", "4")
    #expect(one.output == four.output)
    #expect(!one.output.isEmpty)
  }
}
