import Testing

@testable import WikitextDocument

@Suite struct TableTests {
  private func grid(_ text: String) throws -> [[String]] {
    let table = try #require(assertDocument(text).root.descendants.first { $0.kind == .table })
    return try #require(TableGrid(table)).rows.map { $0.map { $0?.cell.plainText ?? "-" } }
  }

  @Test func `Rows and cells stand as written`() throws {
    #expect(try grid("{|\n! a !! b\n|-\n| c || d\n|-\n| e\n| f\n|}") == [["a", "b"], ["c", "d"], ["e", "f"]])
  }

  @Test func `Spans reach right and down`() throws {
    #expect(
      try grid("{|\n| rowspan=2 | a || colspan=\"2\" | b\n|-\n| c || d\n|}") == [["a", "b", "b"], ["a", "c", "d"]]
    )
  }

  @Test func `A row span ends with the table, and 0 reaches there`() throws {
    #expect(try grid("{|\n| rowspan=99 | a || b\n|-\n| c\n|}") == [["a", "b"], ["a", "c"]])
    #expect(try grid("{|\n| rowspan=0 | a || b\n|-\n| c\n|-\n| d\n|}") == [["a", "b"], ["a", "c"], ["a", "d"]])
  }

  @Test func `Rows of unequal width are filled up`() throws {
    #expect(try grid("{|\n| a || b\n|-\n| c\n|}") == [["a", "b"], ["c", "-"]])
  }

  @Test func `Templates, links and nested tables do not shift columns`() throws {
    #expect(
      try grid("{|\n| {{x|y|z}} a || [[b|c]]\n|\n{|\n| n || m\n|}\n| d\n|}") == [["a", "c", "n m", "d"]]
    )
  }

  @Test func `A table of HTML tags is a table, with and without its end tags`() throws {
    #expect(try grid("<table><tr><th>a</th><td>b</td></tr></table>") == [["a", "b"]])
    #expect(try grid("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == [["a", "b"], ["c", "d"]])
  }

  @Test func `Captions and attributes are kept`() throws {
    let document = assertDocument("{| class=\"wikitable\" id=t\n|+ align=top | The caption\n| a\n|}")
    let table = try #require(document.root.descendants.first { $0.kind == .table })
    #expect(table.attribute("class") == "wikitable")
    #expect(table.children.first { $0.kind == .tableCaption }?.plainText == "The caption")
  }

  @Test func `Huge spans make no huge grid`() throws {
    let rows = String(repeating: "|-\n| colspan=1000 rowspan=1000 | a\n", count: 200)
    let table = try #require(assertDocument("{|\n\(rows)|}").root.descendants.first { $0.kind == .table })
    let grid = try #require(TableGrid(table))
    #expect(grid.isTruncated)
    #expect(grid.rows.reduce(0) { $0 + $1.count } <= TableGrid.extraPlaces + table.range.count + 1000)
  }

  @Test func `Lists nest`() {
    let document = assertDocument("* a\n** b\n*# c\n* d\n;e:f\n::g")
    #expect(
      document.dump().split(separator: "\n").filter {
        $0.contains("list") || $0.contains("term") || $0.contains("description")
      }
      .map { String($0.drop { $0 == " " }.split(separator: " ")[0]) } == [
        "list", "listItem", "list", "listItem", "list", "listItem", "listItem", "list", "term", "description", "list",
        "description",
      ]
    )
  }
}
