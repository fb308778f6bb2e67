import Foundation
import Testing

@testable import WikitextCommand

@Suite("wikitext convert")
struct ConvertTests {
  @Test("The sample dump gives the records that are expected")
  func sample() throws {
    let run = try Run.wikitext("convert", fixture("sample.xml"))
    #expect(run.status == 0)
    let expected = try Data(contentsOf: URL(fileURLWithPath: fixture("sample.jsonl")))
    let lines = run.text.split(separator: "\n")
    let expectedLines = String(decoding: expected, as: UTF8.self).split(separator: "\n")
    for (line, expectedLine) in zip(lines, expectedLines) { #expect(line == expectedLine) }
    // If the format was changed on purpose: wikitext convert Fixtures/dumps/sample.xml >Fixtures/dumps/sample.jsonl
    #expect(run.output == expected)
    #expect(
      run.error.hasPrefix("wikitext: 4 of 8 pages converted, skipped: 3 of other namespaces, 1 with deleted text;")
    )
    #expect(run.errorLines.count == 1)
  }

  @Test("A record says what the dump knows of the page")
  func metadata() throws {
    let record = try #require(try Run.wikitext("convert", fixture("sample.xml")).records.first)
    #expect(record["name"] as? String == "Wanne (river)")
    #expect(record["identifier"] as? Int == 1)
    #expect(record["url"] as? String == "https://rivers.example/wiki/Wanne_(river)")
    #expect(record["date_modified"] as? String == "2026-03-02T08:30:00Z")
    let version = try #require(record["version"] as? [String: Any])
    #expect(version["identifier"] as? Int == 101)
    #expect(version["comment"] as? String == "/* Towns */ populations of 2025")
    #expect((version["editor"] as? [String: Any])?["name"] as? String == "Amsel")
    #expect((record["is_part_of"] as? [String: Any])?["identifier"] as? String == "riverwiki")
  }

  @Test("Redirects are records that say where to")
  func redirect() throws {
    let records = try Run.wikitext("convert", fixture("sample.xml")).records
    #expect(records.compactMap { $0["redirect"] as? String } == ["Wanne (river)"])
  }

  @Test("Any number of jobs writes the same bytes", arguments: [2, 3, 4, 16])
  func jobs(count: Int) throws {
    let one = try Run.wikitext("convert", "-", "--jobs", "1", input: SampleDump.large)
    let several = try Run.wikitext("convert", "-", "--jobs", "\(count)", input: SampleDump.large)
    #expect(one.status == 0)
    #expect(try one.records.count == 3000)
    #expect(several.output == one.output)
  }

  @Test("Compressed or not, from a file or from the standard input, a dump is the same")
  func inputs() throws {
    let plain = try Run.wikitext("convert", fixture("three-pages.xml"))
    #expect(try plain.records.count == 3)
    for ending in ["bz2", "gz", "lzma", "xz", "zst"] {
      let file = fixture("three-pages.xml.\(ending)")
      #expect(try Run.wikitext("convert", file).output == plain.output)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(try Run.wikitext("convert", "-", input: bytes).output == plain.output)
    }
  }

  @Test(
    "Namespaces are those asked for",
    arguments: [
      (["--namespace", "10"], ["Template:Infobox river"]),
      (["--namespace", "1", "--namespace", "10"], ["Template:Infobox river", "Talk:Wanne (river)"]),
      (["--namespace", "828"], []),
      (
        ["--namespace", "all"],
        [
          "Wanne (river)", "River Wanne", "Otto Lindqvist", "Template:Infobox river", "Brack (river)",
          "Talk:Wanne (river)",
        ]
      ),
    ]
  )
  func namespaces(arguments: [String], titles: [String]) throws {
    let run = try Run(commandURL, ["convert", fixture("sample.xml")] + arguments)
    #expect(run.status == 0)
    #expect(try run.records.map { $0["name"] as? String } == titles)
  }

  @Test("Where a dump gives no namespaces, titles do")
  func namespacesByTitle() throws {
    let dump = Data(
      """
      <mediawiki version="0.3" xml:lang="de"><page><title>Vorlage:Fluss</title><revision><text>a</text></revision></page>
      <page><title>Isar: ein Fluss</title><revision><text>b</text></revision></page>
      <page><title>Modul:Fluss</title><revision><text>c</text></revision></page></mediawiki>
      """.utf8
    )
    #expect(try Run.wikitext("convert", "-", input: dump).records.map { $0["name"] as? String } == ["Isar: ein Fluss"])
    let templates = try Run.wikitext("convert", "-", "--namespace", "10", input: dump).records
    #expect(templates.map { $0["name"] as? String } == ["Vorlage:Fluss"])
    #expect(try Run.wikitext("convert", "-", "--namespace", "828", input: dump).output.isEmpty)
  }

  @Test("A limit counts records", arguments: [0, 1, 2, 700, 5000])
  func limit(count: Int) throws {
    let all = try Run.wikitext("convert", "-", input: SampleDump.large).text.split(separator: "\n")
    for jobs in ["1", "2"] {
      let run = try Run.wikitext("convert", "-", "--limit", "\(count)", "--jobs", jobs, input: SampleDump.large)
      #expect(run.status == 0)
      #expect(run.text.split(separator: "\n") == Array(all.prefix(count)))
    }
  }

  @Test("A document behind another one is read as its own wiki reads it")
  func twoWikis() throws {
    var english = SampleDump()
    english.add("Isar", id: 1, text: "[[Datei:Isar.jpg|mini|A]]")
    var german = SampleDump(language: "de")
    german.add("Isar", id: 1, text: "[[Datei:Isar.jpg|mini|A]]")
    let run = try Run.wikitext("convert", "-", input: Data((english.xml + german.xml).utf8))
    let records = try run.records
    #expect(records.map { ($0["in_language"] as? [String: Any])?["identifier"] as? String } == ["en", "de"])
    #expect(records.map { $0["url"] as? String } == ["https://en.example/wiki/Isar", "https://de.example/wiki/Isar"])
    let forced = try Run.wikitext("convert", "-", "--wiki", "fr", input: Data((english.xml + german.xml).utf8))
    #expect(try forced.records.map { ($0["in_language"] as? [String: Any])?["identifier"] as? String } == ["fr", "fr"])
  }

  @Test("Laid out for people, records say the same")
  func pretty() throws {
    let plain = try #require(try Run.wikitext("convert", fixture("sample.xml"), "--limit", "1").records.first)
    let pretty = try Run.wikitext("convert", fixture("sample.xml"), "--limit", "1", "--pretty")
    let object = try JSONSerialization.jsonObject(with: pretty.output) as? NSDictionary
    #expect(object == plain as NSDictionary)
    #expect(pretty.text.hasPrefix("{\n  \"name\": \"Wanne (river)\",\n"))
  }

  @Test(
    "Addresses are made as MediaWiki makes them",
    arguments: [
      (
        "https://de.wikipedia.org/wiki/Wikipedia:Hauptseite", "Größe & Form?",
        "https://de.wikipedia.org/wiki/Gr%C3%B6%C3%9Fe_%26_Form%3F"
      ),
      ("https://wiki.example/index.php?title=Main_Page", "A/B (C)", "https://wiki.example/index.php?title=A/B_(C)"),
      ("https://wiki.example/Main_Page", "A'b", "https://wiki.example/A%27b"),
      ("https://wiki.example", "A", nil), ("", "A", nil), ("Main Page", "A", nil), ("javascript://a/wiki/B", "A", nil),
    ] as [(String, String, String?)]
  )
  func addresses(base: String, title: String, url: String?) {
    #expect(PageAddress(base: base)?.url(ofTitle: title) == url)
  }
}
