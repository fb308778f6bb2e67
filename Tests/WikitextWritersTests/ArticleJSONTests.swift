import Foundation
import Testing
import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

@testable import WikitextWriters

/// Writes a page and reads the record back.
func article(_ text: String, metadata: PageMetadata = PageMetadata(title: "T")) throws -> [String: Any] {
  try article(Array(text.utf8), metadata: metadata)
}

func article(_ source: [UInt8], metadata: PageMetadata = PageMetadata(title: "T")) throws -> [String: Any] {
  let record = articleRecord(Document(SyntaxTree(parsing: source)), metadata: metadata)
  #expect(!record.contains(UInt8(ascii: "\n")))
  return try #require(try JSONSerialization.jsonObject(with: Data(record)) as? [String: Any])
}

/// Normalizes and writes a page.
func articleRecord(_ document: Document, metadata: PageMetadata = PageMetadata(title: "T")) -> [UInt8] {
  var normalizer = Normalizer(configuration: document.configuration)
  var writer = ArticleJSONWriter()
  return writer.write(normalizer.normalize(document), metadata: metadata)
}

/// A value below an object: keys by name, places in arrays by number.
func value(_ object: Any?, _ path: Any...) -> Any? {
  path.reduce(object) { object, step in
    if let key = step as? String { return (object as? [String: Any])?[key] }
    if let index = step as? Int, let array = object as? [Any], array.indices.contains(index) { return array[index] }
    return nil
  }
}

@Suite struct ArticleJSONTests {
  @Test func `A record says what the dump says of its page`() throws {
    var metadata = PageMetadata(title: "Isar", namespace: 0)
    metadata.pageID = 7
    metadata.revisionID = 9
    metadata.timestamp = "2026-01-02T03:04:05Z"
    metadata.editor = "A \"B\""
    metadata.comment = "c\u{1}d"
    metadata.isMinorEdit = true
    let record = try article("x", metadata: metadata)
    #expect(value(record, "name") as? String == "Isar")
    #expect(value(record, "identifier") as? Int == 7)
    #expect(value(record, "version", "identifier") as? Int == 9)
    #expect(value(record, "version", "editor", "name") as? String == "A \"B\"")
    #expect(value(record, "version", "comment") as? String == "c\u{1}d")
    #expect(value(record, "version", "is_minor_edit") as? Bool == true)
    #expect(value(record, "date_modified") as? String == "2026-01-02T03:04:05Z")
    #expect(value(record, "in_language", "identifier") as? String == "en")
  }

  @Test func `Fields have name, parameter, raw value, items, links and source`() throws {
    let text = "{{Infobox river|name=Isar|mouth=[[Danube]]<br>{{coord|1|2}}}}"
    let record = try article(text)
    let mouth = value(record, "infoboxes", 0, "has_parts", 1)
    #expect(value(mouth, "type") as? String == "field")
    #expect(value(mouth, "parameter") as? String == "mouth")
    #expect(value(mouth, "raw") as? String == "[[Danube]]<br>{{coord|1|2}}")
    #expect(value(mouth, "values") as? [String] == ["Danube", "{{coord|1|2}}"])
    #expect(value(mouth, "links", 0, "name") as? String == "Danube")
    #expect(value(mouth, "typed", 0, "kind") as? String == "link")
    #expect(value(mouth, "templates") as? [String] == ["coord"])
    let start = try #require(value(mouth, "source", "start") as? Int)
    let end = try #require(value(mouth, "source", "end") as? Int)
    #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == value(mouth, "raw") as? String)
  }

  @Test func `Sections nest, with paragraphs, lists and their links`() throws {
    let record = try article("lead [[a]]<ref>r</ref>\n== H ==\n* b\n** [[c|d]]\n=== I ===\ntext")
    #expect(value(record, "abstract") as? String == "lead a")
    #expect(value(record, "sections", 0, "name") as? String == "Abstract")
    #expect(value(record, "sections", 0, "has_parts", 0, "citations", 0, "identifier") as? Int == 0)
    #expect(value(record, "sections", 1, "name") as? String == "H")
    let item = value(record, "sections", 1, "has_parts", 0, "has_parts", 0)
    #expect(value(item, "value") as? String == "b")
    #expect(value(item, "has_parts", 0, "has_parts", 0, "value") as? String == "d")
    #expect(value(record, "sections", 1, "has_parts", 1, "name") as? String == "I")
    #expect(value(record, "references", 0, "text", "value") as? String == "r")
  }

  @Test func `Tables have their spans resolved`() throws {
    let record = try article("{|\n|+ C\n! a !! b\n|-\n| rowspan=2 | c || d\n|-\n| e\n|}")
    let table = value(record, "tables", 0)
    #expect(value(table, "caption") as? String == "C")
    #expect(value(table, "headers", 0, 1, "value") as? String == "b")
    #expect(value(table, "rows", 1, 0, "value") as? String == "c")
    #expect(value(table, "rows", 1, 1, "value") as? String == "e")
    #expect(value(record, "sections", 0, "has_parts", 0, "table_references", 0, "identifier") as? String == "table1")
  }

  @Test func `Coordinates are GeoJSON points, longitude first`() throws {
    let record = try article("{{coord|48.5|N|11.25|E|display=title}}")
    #expect(value(record, "coordinates", 0, "type") as? String == "Point")
    #expect(value(record, "coordinates", 0, "coordinates") as? [Double] == [11.25, 48.5])
  }

  @Test func `What the text leaves out is counted`() throws {
    let record = try article("{{a|{{b}}}} {{#if:x|y}} {{{c}}} {{Infobox|d=e}}")
    #expect(value(record, "coverage", "left_out", "templates") as? Int == 1)
    #expect(value(record, "coverage", "left_out", "parser_functions") as? Int == 1)
    #expect(value(record, "coverage", "left_out", "parameters") as? Int == 1)
  }

  @Test func `Bytes that are not UTF-8 come out as replacement characters`() throws {
    let record = try article([0x61, 0xFF, 0x62, 0x20, 0x5B, 0x5B, 0xC3, 0x5D, 0x5D])
    #expect((value(record, "abstract") as? String)?.contains("a\u{FFFD}b") == true)
  }

  @Test func `Control characters and quotation marks are escaped`() throws {
    let record = try article("\u{1}\u{7F}\"\\\t\u{1F}é\u{2028}😀")
    #expect(value(record, "abstract") as? String == "\u{7F}\"\\ é\u{2028}😀")
  }

  @Test func `Every record of a hostile page is JSON, and no larger than its page allows`() throws {
    let pieces = [
      "{{Infobox|a=", "{{Infobox|a=}}", "[[File:a|", "<ref>", "<ref name=a>b</ref>", "{|\n|", "\n* ", "\n;a:b",
      "<ul><li>",
      "\n== h ==\n", "''", "<div>", "[http://x y]", "{{ubl|a|", "[[a|b]]", "<gallery>\nFile:x|y\n</gallery>", "\u{0}",
      "\"",
    ]
    for piece in pieces {
      for text in [
        String(repeating: piece, count: 3000),
        String(repeating: piece, count: 300) + String(repeating: "}}", count: 300),
      ] {
        let record = articleRecord(Document(SyntaxTree(parsing: text)))
        // A section for each heading is what takes the most: about 200 bytes for 8.
        #expect(record.count < 60 * text.utf8.count + 4096, "\(piece)")
        let parsed = try? JSONSerialization.jsonObject(with: Data(record))
        #expect(parsed != nil, "\(piece)")
      }
    }
  }

  @Test func `Spans repeat values within a limit`() throws {
    let cell = "| rowspan=1000 colspan=1000 | " + String(repeating: "long ", count: 200) + "\n|-\n"
    let text = "{|\n" + String(repeating: cell, count: 50) + "|}"
    let record = articleRecord(Document(SyntaxTree(parsing: text)))
    #expect(record.count < 40 * text.utf8.count)
  }

  @Test func `Bare text beside blocks is a paragraph, once`() throws {
    let parts = try article("<div>a {{t}} ''b''<div>c</div>d</div>\n<ul><li>e<p>f</p>g</li></ul>")
    let block = value(parts, "sections", 0, "has_parts", 0)
    #expect(value(block, "has_parts", 0, "value") as? String == "a b")
    #expect(value(block, "has_parts", 1, "has_parts", 0, "value") as? String == "c")
    #expect(value(block, "has_parts", 2, "value") as? String == "d")
    let item = value(parts, "sections", 0, "has_parts", 1, "has_parts", 0)
    #expect(value(item, "value") as? String == "e g")
    #expect(value(item, "has_parts", 0, "value") as? String == "f")
    // A list in an inline, which HTML allows where a line break stands between.
    let small = try article("<small>\n* a\n* b\n</small>")
    #expect(value(small, "sections", 0, "has_parts", 0, "has_parts", 1, "value") as? String == "b")
  }

  @Test func `Preformatted text keeps its lines and spaces`() throws {
    #expect(
      value(try article("<pre>\na\n  b\n</pre>"), "sections", 0, "has_parts", 0, "value") as? String == "a\n  b"
    )
    #expect(value(try article(" x\n  y"), "sections", 0, "has_parts", 0, "value") as? String == "x\n y")
  }

  @Test func `Headings in blocks, links in cells and captions of galleries are written`() throws {
    let heading = try article("<div>\n== y ==\nt\n</div>")
    #expect(value(heading, "sections", 0, "has_parts", 0, "has_parts", 0, "value") as? String == "y")
    let cell = try article("{|\n| [[a]]<ref>r</ref> [[File:x.jpg]] {{b}}\n|}")
    #expect(value(cell, "tables", 0, "rows", 0, 0, "links", 0, "name") as? String == "A")
    #expect(value(cell, "tables", 0, "rows", 0, 0, "citations", 0, "identifier") as? Int == 0)
    #expect(value(cell, "tables", 0, "rows", 0, 0, "images", 0, "name") as? String == "x.jpg")
    #expect(value(cell, "tables", 0, "rows", 0, 0, "templates") as? [String] == ["b"])
    let gallery = try article("<gallery caption=\"C\">\nA.jpg\n</gallery>")
    #expect(value(gallery, "sections", 0, "has_parts", 0, "caption") as? String == "C")
  }

  @Test func `Templates inside the values of infoboxes are counted as left out`() throws {
    let record = try article("{{Infobox|n={{nowrap|12 km}}|l={{ubl|a|{{b}}}}|t={{formatnum:1}}}}")
    #expect(value(record, "coverage", "left_out", "templates") as? Int == 2)
    #expect(value(record, "coverage", "left_out", "parser_functions") as? Int == 1)
  }

  @Test func `Many small tables with huge spans share one limit`() throws {
    let text = String(repeating: "{|\n| rowspan=65534 colspan=1000 | a\n|}\n", count: 500)
    let record = articleRecord(Document(SyntaxTree(parsing: text)))
    #expect(record.count < 60 * text.utf8.count)
  }

  @Test func `A writer that was used writes the same`() {
    var writer = ArticleJSONWriter()
    var normalizer = Normalizer(configuration: .standard)
    let article = normalizer.normalize(Document(wikitext: "{{Infobox|a=b}} c<ref>d</ref>\n{|\n|e\n|}"))
    let first = writer.write(article, metadata: PageMetadata(title: "T"))
    let other = normalizer.normalize(Document(wikitext: "other {|\n|x"))
    _ = writer.write(other, metadata: PageMetadata(title: "U"))
    let again = normalizer.normalize(article.document)
    #expect(writer.write(again, metadata: PageMetadata(title: "T")) == first)
  }
}
