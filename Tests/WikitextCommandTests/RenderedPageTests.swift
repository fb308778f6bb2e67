import Foundation
import Testing

@Suite("Rendered pages from the first stage to the last")
struct RenderedPageTests {
  private func record(_ page: String) throws -> [String: Any] {
    let path = packageRoot.appending(path: "Fixtures/pages/\(page)").path
    return try #require(try Run.wikitext("normalize", path).records.first)
  }

  private func fields(_ record: [String: Any]) throws -> [[String: Any]] {
    let boxes = try #require(record["infoboxes"] as? [[String: Any]])
    #expect(boxes.map { $0["schema"] as? String } == ["film"])
    #expect(boxes.map { $0["caption"] as? String } == ["Wanne"])
    return try #require(boxes[0]["has_parts"] as? [[String: Any]])
  }

  @Test("What the text of a page lost is said, and inferred where that is nearly certain")
  func text() throws {
    let record = try record("wanne.txt")
    let fields = try fields(record)
    let inferred = fields.compactMap { $0["inferred"] as? [String: Any] }
    #expect(inferred.map { $0["schema_field"] as? String } == ["country", "language"])
    #expect(fields.filter { $0["lost"] as? String == "value" }.map { $0["name"] as? String } == ["Distributed by"])
    let sections = try #require(record["sections"] as? [[String: Any]])
    #expect(sections.map { $0["is_name_lost"] as? Bool ?? false }.contains(true))
  }

  @Test("HTML and text of a page give the same fields, references and paragraphs")
  func forms() throws {
    let html = try record("wanne.html")
    let text = try record("wanne.txt")
    #expect(html["name"] as? String == text["name"] as? String)
    #expect(html["abstract"] as? String == "Wanne is a 2019 drama film about a river.")
    let names = ["director", "released", "runtime"]
    for name in names {
      let values = try [html, text].map { record in
        try fields(record).filter { $0["schema_field"] as? String == name }.flatMap { field in
          (field["typed"] as? [[String: Any]] ?? []).map { value in
            [value["text"], value["edtf"], value["iso"]].compactMap { $0 as? String }.joined()
          }
        }
      }
      #expect(!values[0].isEmpty)
      #expect(values[0] == values[1])
    }
    let titles = try [html, text].map { record in
      let references = try #require(record["references"] as? [[String: Any]])
      return (references[0]["csl"] as? [String: Any])?["title"] as? String
    }
    #expect(titles == ["Down the Wanne", "Down the Wanne"])
  }
}
