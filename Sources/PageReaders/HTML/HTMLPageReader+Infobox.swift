import WikitextDocument
import WikitextSyntax

/// Infoboxes: each row of the box becomes an argument of a template.
extension HTMLPageReader {
  /// Reads an infobox.
  ///
  /// - Returns: the record behind it; nil when it has no rows: then it is no infobox.
  mutating func visitInfobox(_ record: HTMLRecord, _ index: Int) -> Int? {
    guard builder.depth < HTMLPageReader.maximumDepth else { return nil }
    let box = HTMLBox(index, content: content)
    if box.rows.isEmpty { return nil }
    for part in box.furniture { addFurniture(content.furnitureKind(tree.records[part]) ?? .site, part) }
    let number = page.transclusions.number(of: index, in: tree)
    let transclusion = number.map { page.transclusions.all[$0] }
    if let number { boxTransclusions.insert(number) }
    let name = builder.intern((transclusion?.name ?? [])[...])
    builder.openNode(NewNode(.template, at: Int(record.start), flags: .block, name: name))
    infoboxes.append(builder.current)
    if !box.caption.isEmpty {
      builder.addAttribute(self.name(RowAttribute.caption), builder.intern(box.caption[...]), to: builder.current)
    }
    let parameters = transclusion.map { HTMLParameters($0.arguments, configuration: configuration) }
    let outer = (context, looseDepth)
    (context, looseDepth, isInBox) = (.line, -1, true)
    for row in box.rows { addRow(row, parameters) }
    (context, looseDepth, isInBox) = (outer.0, outer.1, false)
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  /// Whether a table without a telling class is an infobox all the same: it floats at the top of the article, and most of
  /// its rows are a label and a value.
  func looksLikeInfobox(_ record: HTMLRecord, _ index: Int) -> Bool {
    guard record.element == .table, record.roles.contains(.floating), infoboxes.isEmpty,
      builder.depth == builder.sectionDepth, builder.records[builder.current].detail == 0,
      !record.roles.contains(.dataTable)
    else { return false }
    var pairs = 0
    var others = 0
    for row in index..<after(index) where tree.records[row].element == .tr {
      let cells = tree.children(of: row).filter {
        tree.records[$0].element == .td || tree.records[$0].element == .th
      }
      if cells.count == 2 { pairs += 1 } else if cells.count > 2 { others += 1 }
    }
    return pairs > 2 && others * 4 < pairs
  }

  private mutating func addRow(_ row: HTMLBoxRow, _ parameters: HTMLParameters?) {
    guard let first = row.cells.first, let last = row.cells.last else { return }
    var start = place(of: first).lowerBound
    var end = place(of: last).upperBound
    while start < end, source[start] <= 0x20 { start += 1 }
    while end > start, source[end - 1] <= 0x20 { end -= 1 }
    builder.openNode(NewNode(.argument, at: start, detail: 1, name: builder.intern(row.label[...])))
    if !row.group.isEmpty {
      builder.addAttribute(name(RowAttribute.group), builder.intern(row.group[...]), to: builder.current)
    }
    if let role = row.role {
      builder.addAttribute(name(RowAttribute.role), name(role.rawValue), to: builder.current)
    }
    let text = row.cells.flatMap { content.text(from: $0.first, to: $0.end) }
    if let parameter = parameters?.parameter(showing: text, label: row.label) {
      builder.addAttribute(name(RowAttribute.parameter), builder.intern(parameter[...]), to: builder.current)
    }
    if let link = row.labelLink, let address = tree.attribute(.href, of: link),
      case .page(let title) = page.target(of: address, isExternal: tree.records[link].roles.contains(.externalLink))
    {
      builder.addAttribute(name(RowAttribute.link), builder.intern(title[...]), to: builder.current)
    }
    for mark in row.marks { addMarks(in: mark, at: start) }
    for cell in row.cells {
      if row.cells.count == 1 {
        read(from: cell.first, to: cell.end)
        continue
      }
      let place = place(of: cell)
      let name = name("div")
      builder.openNode(NewNode(.block, at: place.lowerBound, name: name))
      read(from: cell.first, to: cell.end)
      builder.closeNode(at: place.upperBound)
    }
    builder.closeNode(at: end)
  }

  /// Where a stretch of records is in the source; an empty one is in the cell before it.
  private func place(of stretch: HTMLStretch) -> Range<Int> {
    if stretch.first < stretch.end {
      let start = Int(tree.records[stretch.first].start)
      var last = stretch.first
      var index = stretch.first
      while index < stretch.end {
        last = index
        index = after(index)
      }
      return start..<max(start, Int(tree.records[last].end))
    }
    let record = tree.records[stretch.first - 1]
    return Int(record.contentStart)..<Int(max(record.contentStart, record.contentEnd))
  }
}
