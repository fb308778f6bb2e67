public import WikitextDocument
import WikitextSyntax

extension Normalizer {
  /// The tables that stand in the sections of a page, in their order; those in other tables and in templates are parts of
  /// their cells.
  ///
  /// - Complexity: O(nodes + bytes): the places of grids are bounded for all tables together.
  public mutating func tables(of document: Document) -> [TypedTable] {
    var tables: [TypedTable] = []
    var extraPlaces = TableGrid.extraPlaces + document.source.count
    let records = document.records
    var index = 0
    while index < records.count {
      switch records[index].kind {
      case .table:
        if let table = typedTable(Node(document: document, index: index), extraPlaces: &extraPlaces) {
          tables.append(table)
        }
        index = Int(records[index].next)
      case .template, .parserFunction, .parameter, .reference, .image, .paragraph, .heading, .referenceList,
        .preformatted:
        index = Int(records[index].next)
      default:
        index += 1
      }
    }
    return tables
  }

  /// A table with the values of its cells; nil for a node that is none.
  ///
  /// - Complexity: O(places + nodes and bytes of the table).
  public mutating func typedTable(_ table: Node) -> TypedTable? {
    var extraPlaces = TableGrid.extraPlaces
    return typedTable(table, extraPlaces: &extraPlaces)
  }

  private mutating func typedTable(_ table: Node, extraPlaces: inout Int) -> TypedTable? {
    guard let grid = TableGrid(table, extraPlaces: extraPlaces) else { return nil }
    let places = grid.rows.reduce(0) { $0 + $1.count }
    extraPlaces = max(0, extraPlaces - max(0, places - table.range.count))
    let headers = TableHeaders(grid)
    let expectations = expectations(of: grid, headers)
    var found = TypedTable.Found()
    for row in grid.rows[headers.headRows...] {
      for (column, place) in row.enumerated() {
        guard let place, place.isOrigin, table.document.mayHoldValues(place.cell.index) else { continue }
        let values = values(ofCell: place.cell, expecting: expectations[column])
        if values.contains(where: { saysMoreThanText($0) }) { found.append(values, of: place.cell.index) }
      }
    }
    // A row's cells are in the order of the page, and so are the rows.
    let caption = table.children.first { $0.kind == .tableCaption }?.plainText
    return TypedTable(table, caption: caption, grid, headers, found)
  }

  /// Whether a value is more than what a cell's text, links and images are. What a template shows is not in the cell's
  /// text.
  private func saysMoreThanText(_ value: Value) -> Bool {
    switch value.content {
    case .text, .link: isShown(value)
    case .image, .external, .unparsed: false
    case .list(let values): values.contains { $0.content.isFigure || isShown($0) }
    default: true
    }
  }

  /// Whether a value came through a template that is known. Of one that stands beside it and that nobody knows there is
  /// nothing in the value.
  private func isShown(_ value: Value) -> Bool { value.templates.contains { !packs.rules(of: $0).isEmpty } }

  /// What the columns hold, by the lowest of their headers.
  private mutating func expectations(of grid: TableGrid, _ headers: TableHeaders) -> [Expectation] {
    var lowest: [Node?] = Array(repeating: nil, count: grid.columnCount)
    for row in grid.rows[..<headers.headRows] {
      for (column, place) in row.enumerated() {
        if let place { lowest[column] = place.cell }
      }
    }
    var last: (cell: Int, expectation: Expectation)?
    var anything = Expectation.anything
    anything.keepsFlags = true
    return lowest.map { header in
      guard let header, header.range.count <= Normalizer.longestHeader else { return anything }
      if let last, last.cell == header.index { return last.expectation }
      var expectation = expectation(ofHeader: header.plainText)
      expectation.keepsFlags = true
      last = (header.index, expectation)
      return expectation
    }
  }

  /// Longer headers are sentences. In bytes of the source.
  private static let longestHeader = 200

  /// What a column holds: by the words of its header, and the unit in brackets behind them.
  mutating func expectation(ofHeader header: String) -> Expectation {
    let bytes = Array(header.utf8)
    guard let last = bytes.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]"),
      let open = bytes.lastIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") })
    else { return hasScale(bytes) ? .anything : expectation(ofName: header) }
    let name = String(decoding: bytes[..<open], as: UTF8.self)
    // "Area (1000 km²)": the figures below are not what they stand for.
    if hasScale(bytes) { return .anything }
    var expectation = expectation(ofName: name)
    let unit = ValueGrammar.trimmed(bytes.span, open + 1..<bytes.count - 1)
    if bytes[unit].elementsEqual("%".utf8) { return Expectation(kind: .percent) }
    guard let ucum = self.unit(bytes, unit) else { return expectation }
    let isNumber = [.any, .quantity, .number, .count, .range].contains(expectation.kind)
    // One letter in brackets behind a word that says nothing of a quantity may be anything.
    // "min" is the least of something as well.
    guard isNumber, ucum != "min", expectation.kind == .quantity || unit.count > 1 || ucum == "m" else {
      return expectation
    }
    expectation.kind = .quantity
    expectation.unit = ucum
    return expectation
  }

  /// The unit that a text is, in UCUM.
  private func unit(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard !range.isEmpty,
      let found = lexicon.trie.longestMatch(
        at: range.lowerBound,
        in: bytes.span,
        end: range.upperBound,
        isEnd: { $0 == range.upperBound }
      ),
      let unit = lexicon.meaning(.unit, ofWord: found.meaning, in: bytes.span, range)
    else { return nil }
    return lexicon.units[Int(unit)].ucum
  }

  /// Whether a word or figure of a header multiplies what stands below it: "millions", "1,000".
  private func hasScale(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] > 0x40 || bytes[position] &- 0x30 < 10 { position += 1 }
      if position == start {
        position += 1
        continue
      }
      let word = start..<position
      // "m" is metres, too.
      if word.count == 1 { continue }
      if bytes[word].suffix(3).elementsEqual("000".utf8), word.count != 4 || bytes[start] == UInt8(ascii: "1") {
        return true
      }
      let found = lexicon.trie.longestMatch(at: start, in: bytes.span, end: position) { $0 == position }
      if let found, lexicon.meaning(.scale, ofWord: found.meaning, in: bytes.span, word) != nil { return true }
    }
    return false
  }
}

extension Document {
  /// Whether a cell may hold more than text and links: there is a template or a figure in it, or one short word, which may
  /// be yes or no.
  ///
  /// - Complexity: O(nodes of the cell), and O(bytes) up to the first figure.
  fileprivate func mayHoldValues(_ cell: Int) -> Bool {
    let end = Int(records[cell].next)
    var index = cell + 1
    while index < end {
      let record = records[index]
      switch record.kind {
      case .template, .parserFunction, .image, .math: return true
      case .table:
        index = Int(record.next)
        continue
      case .text:
        let text = pool[record.name.offsets]
        if end == cell + 2, text.count <= Document.longestWord { return true }
        // Digits of ASCII, and the first bytes of those of Arabic and Indian scripts.
        if text.contains(where: { $0 &- 0x30 < 10 || $0 == 0xD9 || $0 == 0xDB || $0 == 0xE0 }) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  /// "Yes", "はい", "Ні", and the blanks around. In bytes.
  private static let longestWord = 12
}

extension Value.Content {

  /// Whether a part of a list is more than text, links and images.
  fileprivate var isFigure: Bool {
    switch self {
    case .text, .link, .image, .external, .unparsed, .list: false
    default: true
    }
  }
}
