import Testing
import WikitextDocument

@testable import WikitextNormalizer

private func tables(_ text: String) -> [TypedTable] {
  var normalizer = Normalizer(configuration: .standard)
  return normalizer.tables(of: Document(wikitext: text))
}

/// The values of the cells of a table's body, row by row, in one line form.
private func values(_ table: TypedTable) -> [[String]] {
  table.grid.rows[table.headers.headRows...].map { row in
    row.map { place in
      place.map { table.values(of: $0.cell).map(\.content.description).joined(separator: " | ") } ?? ""
    }
  }
}

@Suite struct TypedTableTests {
  @Test func `Columns hold what their headers say`() throws {
    let table = try #require(
      tables(
        """
        {| class="wikitable"
        |+ Mountains
        ! Mountain !! Height (m) !! First ascent !! Open
        |-
        | [[Watzmann]] || 2,713 || 29 July 1800 || {{yes}}
        |-
        | [[Hochkalter]] || 2607 || unknown || {{no}}
        |}
        """
      ).first
    )
    #expect(table.caption == "Mountains")
    #expect(values(table) == [["", "2713 m", "1800-07-29", "yes"], ["", "2607 m", "", "no"]])
    #expect(table.headers(ofColumn: 1).map(\.plainText) == ["Height (m)"])
  }

  @Test func `Headers above and beside a cell are a path`() throws {
    let table = try #require(
      tables(
        """
        {|
        ! rowspan=2 | Year !! colspan=2 | Result
        |-
        ! Votes !! Seats
        |-
        ! 1999
        | 1,234 || 5
        |}
        """
      ).first
    )
    #expect(table.headers(ofColumn: 2).map(\.plainText) == ["Result", "Seats"])
    #expect(table.headers(ofColumn: 0).map(\.plainText) == ["Year"])
    #expect(table.headers(ofRow: 2).map(\.plainText) == ["1999"])
    #expect(table.headers(ofColumn: 9).isEmpty)
    #expect(values(table)[0][1...] == ["1234", "5"])
  }

  @Test func `A cell over several places has its values once`() throws {
    let table = try #require(tables("{|\n| rowspan=2 | 12 km || 3 kg\n|-\n| 4 kg\n|}").first)
    #expect(values(table) == [["12 km", "3 kg"], ["12 km", "4 kg"]])
  }

  @Test(
    arguments: [
      ("Area (km²)", .quantity, "km2"), ("Revenue (US$ millions)", .any, nil), ("Population (1,000)", .any, nil),
      ("Share (%)", .percent, nil), ("Goals (A)", nil, nil), ("Length (min)", nil, nil),
    ] as [(String, FieldKind?, String?)]
  )
  func `Units in brackets are those of bare numbers, where nothing multiplies them`(
    header: String,
    kind: FieldKind?,
    unit: String?
  ) {
    var normalizer = Normalizer(configuration: .standard)
    let expectation = normalizer.expectation(ofHeader: header)
    if let kind { #expect(expectation.kind == kind) }
    #expect(expectation.unit == unit)
  }

  @Test func `Tables in tables and in templates are parts of what they stand in`() {
    let text = "{|\n| 1\n{|\n| 2\n|}\n|}\n{{t|\n{|\n| 3\n|}\n}}\n== H ==\n{|\n| 4\n|}"
    #expect(tables(text).count == 2)
  }

  @Test func `Many tables with huge spans share one limit`() {
    let text = String(repeating: "{|\n| rowspan=65534 colspan=1000 | 7 km\n|}\n", count: 300)
    let places = tables(text).reduce(0) { $0 + $1.grid.rows.reduce(0) { $0 + $1.count } }
    #expect(places < 4 * text.utf8.count + 8192)
  }
}

@Suite struct CellTextTests {
  @Test func `Cells of one text have the values of that text, each in its own place`() {
    let texts = ["0", "12", " 1999 ", "3.5", "12 km", "yes", "a, 2", "2001–2005", "100%", "1,234", "n/a 5", "12 (3)"]
    for text in texts {
      let page = "{|\n! A !! B\n|-\n|\(text)||\(text)\n|-\n|\(text)|| x \(text)\n|}"
      let document = Document(wikitext: page)
      var normalizer = Normalizer(configuration: .standard)
      let table = normalizer.tables(of: document)[0]
      let cells = table.grid.rows[1...].joined().compactMap { $0?.cell }
      for cell in cells {
        var fresh = Normalizer(configuration: .standard)
        let expected = fresh.values(of: cell, expecting: .anything)
        let found = Array(table.values(of: cell))
        if !found.isEmpty { #expect(found == expected, "\(text)") }
        for value in found { #expect(value.range.start >= cell.range.start && value.range.end <= cell.range.end) }
      }
      #expect(normalizer.tables(of: document)[0].values(of: cells[0]) == table.values(of: cells[0]))
    }
  }
}

extension TypedTableTests {
  @Test(arguments: [
    // A last row that is wider than the grid may be.
    "! Name\n" + (0..<60).map { "|-\n| a\($0) || \($0)\n" }.joined() + "|-\n| colspan=100 | end\n",
    // Rows that reach below the end of the grid.
    String(repeating: "|-\n| rowspan=1000 | 5 || 3\n", count: 300),
    // A wide row above many short ones, and header rows of every length.
    String(repeating: "! colspan=1000 | a\n", count: 30) + String(repeating: "|-\n! b\n", count: 2000),
  ])
  func `A grid that is cut off has values as far as it goes`(rows: String) throws {
    let table = try #require(tables("{|\n\(rows)|}").first)
    #expect(table.grid.rows.allSatisfy { $0.count <= table.grid.columnCount })
    #expect(table.grid.rows.contains { $0.count < table.grid.columnCount } == table.grid.isTruncated)
  }
}
