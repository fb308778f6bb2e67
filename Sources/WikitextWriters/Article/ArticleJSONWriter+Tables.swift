import WikitextDocument
import WikitextNormalizer

extension ArticleJSONWriter {
  /// A value that spans places is repeated in them until this many bytes more than the page has are repeated; after
  /// that it stands in its first place only.
  static let extraRepeats = 1 << 16
  /// What the record of a value takes at least, of those bytes.
  private static let valueRepeat = 128

  /// The tables that stand in sections, spans resolved: a value stands in each place that its cell covers.
  mutating func writeTables(_ article: Article) {
    guard !article.tables.isEmpty else { return }
    json.key("tables")
    json.beginArray()
    repeatBudget = ArticleJSONWriter.extraRepeats + article.document.source.count
    for (place, table) in article.tables.enumerated() { writeTable(table, place + 1) }
    json.endArray()
  }

  private mutating func writeTable(_ table: TypedTable, _ number: Int) {
    let document = table.table.document
    json.beginObject()
    json.key("identifier")
    json.string("table\(number)")
    for child in table.table.children where child.kind == .tableCaption {
      readText(of: child.index, document)
      json.key("caption")
      json.string(text[...])
      break
    }
    let head = table.headers.headRows
    json.key("headers")
    writeRows(table.grid.rows[..<head], table)
    json.key("rows")
    writeRows(table.grid.rows[head...], table)
    if table.headers.stubColumns > 0 {
      json.key("row_headers")
      json.int(table.headers.stubColumns)
    }
    if !table.headers.titleRows.isEmpty {
      json.key("title_rows")
      json.beginArray()
      for row in table.headers.titleRows { json.int(row - head) }
      json.endArray()
    }
    json.key("confidence_score")
    json.double(table.headers.confidence)
    if table.grid.isTruncated {
      json.key("is_truncated")
      json.bool(true)
    }
    json.source(table.table.range)
    json.endObject()
  }

  private mutating func writeRows(_ rows: ArraySlice<[TableGrid.Place?]>, _ table: TypedTable) {
    let document = table.table.document
    json.beginArray()
    for row in rows {
      json.beginArray()
      for place in row {
        json.beginObject()
        json.key("value")
        text.removeAll(keepingCapacity: true)
        let isShown = place.map { $0.isOrigin || repeatBudget > 0 } ?? false
        if let place, isShown {
          let cell = place.cell.index
          readText(from: document.contentStart(ofCell: cell), to: Int(document.records[cell].next), document)
          if !place.isOrigin { repeatBudget -= place.cell.range.count }
        }
        json.string(text[...])
        // What a cell says holds wherever it reaches.
        if let place, isShown {
          let values = table.values(of: place.cell)
          writeTyped(values, document)
          if !place.isOrigin { repeatBudget -= values.count * ArticleJSONWriter.valueRepeat }
        }
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
