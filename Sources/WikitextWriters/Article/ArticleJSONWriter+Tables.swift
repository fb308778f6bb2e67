import WikitextDocument

extension ArticleJSONWriter {
  /// A value that spans places is repeated in them until this many bytes more than the page has are repeated; after
  /// that it stands in its first place only.
  static let extraRepeats = 1 << 16

  /// The tables that stand in sections, spans resolved: a value stands in each place that its cell covers.
  mutating func writeTables(_ document: Document) {
    guard tableNumber > 0 else { return }
    json.key("tables")
    json.beginArray()
    repeatBudget = ArticleJSONWriter.extraRepeats + document.source.count
    placeBudget = TableGrid.extraPlaces + document.source.count
    var number = 0
    let records = document.records
    var index = 0
    while index < records.count {
      switch records[index].kind {
      case .table:
        number += 1
        writeTable(Node(document: document, index: index), number)
        index = Int(records[index].next)
      case .template, .parserFunction, .parameter, .reference, .image, .paragraph, .heading, .referenceList,
        .preformatted:
        index = Int(records[index].next)
      default:
        index += 1
      }
    }
    json.endArray()
  }

  private mutating func writeTable(_ table: Node, _ number: Int) {
    guard let grid = TableGrid(table, extraPlaces: placeBudget) else { return }
    let places = grid.rows.reduce(0) { $0 + $1.count }
    placeBudget = max(0, placeBudget - max(0, places - table.range.count))
    json.beginObject()
    json.key("identifier")
    json.string("table\(number)")
    for child in table.children where child.kind == .tableCaption {
      readText(of: child.index, table.document)
      json.key("caption")
      json.string(text[...])
      break
    }
    // The rows at the top with nothing but header cells are the head of the table.
    let head = grid.rows.prefix { row in
      row.contains { $0 != nil } && row.allSatisfy { $0 == nil || $0?.cell.kind == .tableHeaderCell }
    }.count
    json.key("headers")
    writeRows(grid.rows[..<head], table.document)
    json.key("rows")
    writeRows(grid.rows[head...], table.document)
    if grid.isTruncated {
      json.key("is_truncated")
      json.bool(true)
    }
    writeSource(table.range.start, table.range.end)
    json.endObject()
  }

  private mutating func writeRows(_ rows: ArraySlice<[TableGrid.Place?]>, _ document: Document) {
    json.beginArray()
    for row in rows {
      json.beginArray()
      for place in row {
        json.beginObject()
        json.key("value")
        text.removeAll(keepingCapacity: true)
        if let place, place.isOrigin || repeatBudget > 0 {
          readText(of: place.cell.index, document)
          if !place.isOrigin { repeatBudget -= place.cell.range.count }
        }
        json.string(text[...])
        if let place, place.isOrigin {
          let cell = place.cell.index
          writeMentions(from: cell + 1, to: Int(document.records[cell].next), document, includingTemplates: true)
        }
        json.endObject()
      }
      json.endArray()
    }
    json.endArray()
  }
}
