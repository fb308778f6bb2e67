import Foundation
import Testing

@Suite("wikitext parse")
struct ParseTests {
  @Test("The tree has a line for every node, and is what is printed by default")
  func tree() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("page", Data("''a'' [[b]]\n".utf8))
    let run = try Run.wikitext("parse", page)
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(run.text.hasPrefix("page 0..<12\n  italic 0..<5\n"))
    #expect(try Run.wikitext("parse", page, "--from", "wikitext", "--to", "tree").output == run.output)
  }

  @Test(
    "Back to wikitext, bytes come out as they went in, whatever they are",
    arguments: [Data(), Data("a\r\n{{b|\u{0}}}".utf8), Data([0xFF, 0x27, 0x27, 0xC3, 0x0A]), Data("{{".utf8)]
  )
  func roundTrip(bytes: Data) throws {
    let run = try Run.wikitext("parse", "-", "--to", "wikitext", input: bytes)
    #expect(run.status == 0)
    #expect(run.output == bytes)
  }

  @Test("Canonical wikitext is the document written anew")
  func canonical() throws {
    let page = Data("==A==\n*[[b|b]]s<!-- c -->\n".utf8)
    let run = try Run.wikitext("parse", "-", "--to", "canonical-wikitext", input: page)
    #expect(run.status == 0)
    #expect(run.text == "== A ==\n* [[b]]s\n")
  }

  @Test("A document is JSON in the shape of unist")
  func document() throws {
    let run = try Run.wikitext("parse", "-", "--to", "document", input: Data("== A ==\n* b\n".utf8))
    #expect(run.status == 0)
    let root = try #require(try run.records.first)
    #expect(root["type"] is String)
    #expect((root["children"] as? [Any])?.isEmpty == false)
  }

  @Test("The wiki decides what is an image")
  func wiki() throws {
    let page = Data("[[Datei:Isar.jpg|mini]]".utf8)
    #expect(try Run.wikitext("parse", "-", "--wiki", "dewiki", input: page).text.contains("fileLink"))
    #expect(try !Run.wikitext("parse", "-", input: page).text.contains("fileLink"))
  }

  @Test("A Wikipedia of a language that nothing is shipped for is read by the one that it falls back on")
  func fallback() throws {
    let page = Data("[[Файл:Isar.jpg|мини]]".utf8)
    #expect(try Run.wikitext("parse", "-", "--wiki", "bawiki", input: page).text.contains("fileLink"))
    #expect(try Run.wikitext("parse", "-", "--wiki", "ba.wikipedia.org", input: page).text.contains("fileLink"))
    #expect(try Run.wikitext("parse", "-", "--wiki", "toolongwiki", input: page).status == 64)
  }

  @Test("A page of a dump is found by its title, and read as its wiki reads it")
  func pageOfDump() throws {
    var dump = SampleDump(language: "de")
    dump.add("Isar", id: 1, text: "[[Datei:Isar.jpg|mini]] &amp;amp;")
    let run = try Run.wikitext("parse", "-", "--page", "Isar", input: Data(dump.xml.utf8))
    #expect(run.status == 0)
    #expect(run.text.contains("fileLink"))
    let source = try Run.wikitext("parse", "-", "--page", "Isar", "--to", "wikitext", input: Data(dump.xml.utf8))
    #expect(source.text == "[[Datei:Isar.jpg|mini]] &amp;")
  }
}
