import Foundation
import Testing
import WikitextDocument
import WikitextNormalizer

@testable import WikitextWriters

@Suite struct ArticlePageJSONTests {
  @Test func `Fields have the schema's label, what it expects, and typed values with their evidence`() throws {
    let text =
      "{{Infobox film|directed_by=x|director=[[Joe Ksander]]|runtime={{nowrap|106 minutes}} (cut)<ref>r</ref>}}"
    let record = try article(text)
    let box = value(record, "infoboxes", 0)
    #expect(value(box, "schema") as? String == "film")
    let director = value(box, "has_parts", 1)
    #expect(value(director, "name") as? String == "Directed by")
    #expect(value(director, "parameter") as? String == "director")
    #expect(value(director, "schema_field") as? String == "director")
    #expect(value(director, "expected") == nil)
    #expect(value(director, "typed", 0, "target") as? String == "Joe Ksander")
    let runtime = value(box, "has_parts", 2)
    #expect(value(runtime, "expected") as? String == "duration")
    let typed = value(runtime, "typed", 0)
    #expect(value(typed, "kind") as? String == "duration")
    #expect(value(typed, "iso") as? String == "PT106M")
    #expect(value(typed, "qualifiers") as? [String] == ["cut"])
    #expect(value(typed, "templates") as? [String] == ["nowrap"])
    #expect(value(typed, "references") as? [Int] == [0])
    let start = try #require(value(typed, "source", "start") as? Int)
    let end = try #require(value(typed, "source", "end") as? Int)
    let raw = try #require(value(typed, "raw") as? String)
    #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == raw)
    #expect(raw.contains("106 minutes"))
  }

  @Test func `The page says what it is, what it shows and what is wrong with it`() throws {
    let record = try article(
      """
      {{Short description|River}}
      {{about|the river|the film|isar (film)}}
      {{Infobox river|name=Isar|image=Isar.jpg|caption=The river}}
      '''Isar''' ({{zzz}}) is a river.{{cn|date=May 2020}} {{coord|48|N|11|E|display=title}}
      {{Germany-river-stub}}
      """
    )
    #expect(value(record, "description") as? String == "River")
    #expect(value(record, "abstract") as? String == "Isar is a river.")
    #expect(value(record, "is_stub") as? Bool == true)
    #expect(value(record, "is_disambiguation") == nil)
    #expect(value(record, "image", "name") as? String == "Isar.jpg")
    #expect(value(record, "images", 0, "caption") as? String == "The river")
    #expect(value(record, "images", 0, "place") as? String == "infobox")
    #expect(value(record, "hatnotes", 0, "links", 0, "name") as? String == "Isar (film)")
    #expect(value(record, "maintenance", 0, "date") as? String == "May 2020")
    #expect(value(record, "maintenance", 0, "is_inline") as? Bool == true)
    #expect(value(record, "coordinates", 0, "is_of_subject") as? Bool == true)
    #expect(value(record, "coordinates", 0, "place") as? String == "title")
  }

  @Test func `Links have the title as the wiki writes it, and the place in the page apart`() throws {
    let record = try article("[[isar#The_source|x]] [[#Here]] [[:de:isar#a]]")
    let links = value(record, "sections", 0, "has_parts", 0, "links")
    #expect(value(links, 0, "name") as? String == "Isar")
    #expect(value(links, 0, "fragment") as? String == "The source")
    #expect(value(links, 1, "name") as? String == "")
    #expect(value(links, 1, "fragment") as? String == "Here")
    #expect(value(links, 2, "name") as? String == "de:isar")
  }

  @Test func `References are CSL-JSON with flat metadata, and short references name them`() throws {
    let record = try article(
      """
      a<ref>{{cite book |last=Doe |first=Jane |title=Rivers |year=1999 |isbn=0-306-40615-2 |archive-url=https://a.example/x}}</ref>
      b{{sfn|Smith|2001|p=3}} c<ref>{{harvnb|Doe|1999|p=5}}</ref>
      == Sources ==
      * {{cite journal |last=Smith |first=A. |title=Lakes |journal=Water |date=March 2001 |doi=10.1000/182}}
      """
    )
    let reference = value(record, "references", 0)
    #expect(value(reference, "type") as? String == "book")
    #expect(value(reference, "metadata", "author") as? String == "Doe, Jane")
    #expect(value(reference, "metadata", "isbn") as? String == "9780306406157")
    let csl = value(reference, "csl")
    #expect(value(csl, "author", 0, "family") as? String == "Doe")
    #expect(value(csl, "issued", "date-parts", 0) as? [Int] == [1999])
    #expect(value(csl, "ISBN") as? String == "9780306406157")
    #expect(value(csl, "custom", "archive-url") as? String == "https://a.example/x")
    let lakes = value(record, "bibliography", 0)
    #expect(value(lakes, "type") as? String == "article-journal")
    #expect(value(lakes, "container-title") as? String == "Water")
    #expect(value(lakes, "custom", "edtf", "issued") as? String == "2001-03")
    #expect(value(lakes, "DOI") as? String == "10.1000/182")
    #expect(value(record, "short_references", 0, "item") as? String == value(lakes, "id") as? String)
    #expect(value(record, "references", 1, "short_references", 0, "item") as? String == value(csl, "id") as? String)
  }

  @Test func `Cells have values that say more than their text, and tables say what their headers are`() throws {
    let record = try article("{|\n! Lake !! Area (km²)\n|-\n! colspan=2 | South\n|-\n! A\n| 12.5\n|}")
    let table = value(record, "tables", 0)
    #expect(value(table, "rows", 1, 1, "typed", 0, "kind") as? String == "quantity")
    #expect(value(table, "rows", 1, 1, "typed", 0, "unit") as? String == "km2")
    #expect(value(table, "row_headers") as? Int == 1)
    #expect(value(table, "title_rows") as? [Int] == [0])
    #expect(value(table, "confidence_score") as? Double == 1)
  }

  @Test func `Values that are read from the same bytes do not make a large record of a small page`() throws {
    let dates = String(repeating: "|2001|2|3|", count: 4000)
    let deep = String(repeating: "{{nowrap|", count: 200) + "{{ubl" + String(repeating: "|12 km", count: 4000) + "}}"
    for text in [
      "{{Infobox film|released={{Film date\(dates)}}}}",
      "{{Infobox river|length=\(deep)\(String(repeating: "}}", count: 201))",
    ] {
      let record = articleRecord(Document(wikitext: text))
      #expect(record.count < 100 * text.utf8.count + (1 << 20), "\(text.prefix(40))")
    }
  }
}

@Suite struct InfoboxCSVTests {
  private func rows(_ pages: [String], _ selection: InfoboxCSVWriter.Selection, fields: [String]?) -> String {
    let writer = InfoboxCSVWriter(selection, fields: fields)
    var normalizer = Normalizer(configuration: .standard)
    var output = writer.header()
    for (number, page) in pages.enumerated() {
      var metadata = PageMetadata(title: "Page, \(number)")
      metadata.pageID = Int64(number)
      output += writer.rows(of: normalizer.normalize(Document(wikitext: page)), metadata: metadata)
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `An infobox is a row: its fields as values, all else as JSON`() throws {
    let schema = try #require(NormalizerData.standard.schemas.schema(named: "film"))
    let text = rows(
      [
        "{{Infobox film|name=A \"b\"|director=[[C]]<br>[[D]]|runtime=106 minutes|odd_one=x}}", "no infobox",
        "{{Infobox river|name=E}}",
      ],
      .schema(schema),
      fields: ["director", "runtime"]
    )
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[0] == "page_id,title,template,director,runtime,other")
    #expect(lines[1].hasPrefix("0,\"Page, 0\",Infobox film,C | D,PT106M,\"{\"\"name\"\":\"\"A \\\"\"b\\\"\"\"\""))
    #expect(lines[1].contains("\"\"odd_one\"\":\"\"x\"\""))
  }

  @Test func `A template without a schema has its parameters for columns`() {
    let pages = ["{{infobox_oddity|a=x|b=y<br>[[z]]}}{{Infobox other|a=w}}"]
    let text = rows(pages, .template("Infobox oddity", nil), fields: ["b"])
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[1] == "0,\"Page, 0\",infobox oddity,y | z,\"{\"\"a\"\":\"\"x\"\"}\"")
  }
}
