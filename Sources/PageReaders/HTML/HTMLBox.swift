/// Gathers the rows of an infobox: from the rows of its tables, those inside its cells too, and from blocks that stand
/// where rows could.
struct HTMLBox {
  /// The text on top.
  private(set) var caption: [UInt8] = []
  private(set) var rows: [HTMLBoxRow] = []
  /// The elements in it that are furniture.
  private(set) var furniture: [Int] = []

  private let tree: HTMLTree
  private let shown: HTMLContent
  /// The heading in force, and whether it ends with a run of rows that are shown as one.
  private var group: [UInt8] = []
  private var runGroup: [UInt8]?
  /// Whether the first cell of a row with two is its label, header or not.
  private var labelsAreCells = false

  /// The rows of a box.
  ///
  /// - Complexity: O(bytes of the box).
  init(_ index: Int, content: HTMLContent) {
    tree = content.tree
    shown = content
    labelsAreCells = !hasHeaderLabels(index)
    gather(from: index + 1, to: Int(tree.records[index].next))
  }

  /// Whether a row of several cells begins with a header.
  private func hasHeaderLabels(_ box: Int) -> Bool {
    (box..<Int(tree.records[box].next)).contains { row in
      guard tree.records[row].element == .tr else { return false }
      let cells = Array(tree.children(of: row).filter { isCell($0) })
      return cells.count > 1 && isHeader(cells[0])
    }
  }

  private func isCell(_ index: Int) -> Bool {
    tree.records[index].element == .td || tree.records[index].element == .th
  }

  private func isHeader(_ index: Int) -> Bool {
    tree.records[index].element == .th || tree.records[index].roles.contains(.boxLabel)
  }

  // MARK: Rows

  private mutating func gather(from first: Int, to end: Int) {
    var index = first
    // Text and inlines outside of rows, which make one together.
    var loose: HTMLStretch?
    while index < end {
      let record = tree.records[index]
      let next = Int(record.next)
      if shown.furnitureKind(record) != nil {
        furniture.append(index)
        index = next
        continue
      }
      if record.element.isBlock { addLoose(&loose) }
      switch record.element {
      case .tr:
        index = addRow(index)
      case .caption:
        addTitle(HTMLStretch(first: index + 1, end: next))
        index = next
      case .text where shown.isBlank(record), .link, .meta, .col, .colgroup:
        index = next
      case .table, .tbody, .thead, .tfoot:
        index += 1
      default:
        if record.element.isBlock {
          if holdsTable(index) || holdsBoxParts(index) {
            index += 1
          } else {
            addSingle(HTMLBoxCell(content: stretch(index), roles: record.roles, isHeader: false))
            index = next
          }
        } else {
          if loose == nil { loose = HTMLStretch(first: index, end: next) } else { loose?.end = next }
          index = next
        }
      }
    }
    addLoose(&loose)
  }

  private mutating func addLoose(_ loose: inout HTMLStretch?) {
    if let content = loose { addSingle(HTMLBoxCell(content: content, roles: [], isHeader: false)) }
    loose = nil
  }

  private func stretch(_ index: Int) -> HTMLStretch {
    HTMLStretch(first: index + 1, end: Int(tree.records[index].next))
  }

  private func holdsTable(_ index: Int) -> Bool {
    tree.records[index..<Int(tree.records[index].next)].contains { $0.element == .table }
  }

  /// Whether a block holds the title or a heading of the box, and is not one itself.
  private func holdsBoxParts(_ index: Int) -> Bool {
    let parts: HTMLRoles = [.boxTitle, .boxHeader, .boxImage]
    guard tree.records[index].roles.isDisjoint(with: parts) else { return false }
    return tree.records[index + 1..<Int(tree.records[index].next)].contains { !$0.roles.isDisjoint(with: parts) }
  }

  /// Adds a row; one that only holds a table is gone into.
  ///
  /// - Returns: the record to go on with.
  private mutating func addRow(_ index: Int) -> Int {
    let record = tree.records[index]
    var cells: [HTMLBoxCell] = []
    for child in tree.children(of: index) where isCell(child) {
      let cell = tree.records[child]
      if shown.furnitureKind(cell) != nil {
        furniture.append(child)
        continue
      }
      cells.append(
        HTMLBoxCell(content: stretch(child), roles: cell.roles, isHeader: isHeader(child))
      )
    }
    beginRow(record.roles)
    if cells.count == 1, let cell = cells.first {
      if holdsTable(cell.content.first - 1) { return index + 1 }
      addSingle(cell, isInRun: !record.roles.isDisjoint(with: [.mergedRow, .mergedTopRow]))
    } else if cells.count > 1 {
      addCells(cells, record.roles)
    }
    return Int(record.next)
  }

  /// A run of rows that are shown as one begins, goes on or ends.
  private mutating func beginRow(_ roles: HTMLRoles) {
    if roles.contains(.mergedRow) { return }
    if runGroup != nil, !roles.contains(.mergedRow) { runGroup = nil }
  }

  private var currentGroup: [UInt8] { runGroup ?? group }

  private mutating func addTitle(_ content: HTMLStretch) {
    let text = shown.text(from: content.first, to: content.end)
    if caption.isEmpty { caption = text } else { add(HTMLBoxRow(role: .subtitle, cells: [content])) }
  }

  /// A row with one cell.
  private mutating func addSingle(_ cell: HTMLBoxCell, isInRun: Bool = false) {
    let text = shown.text(from: cell.content.first, to: cell.content.end)
    let showsImage = holdsImage(cell.content)
    if text.isEmpty, !showsImage { return }
    if cell.roles.contains(.boxTitle), !showsImage || !text.isEmpty {
      if caption.isEmpty, !text.isEmpty {
        caption = text
      } else {
        add(HTMLBoxRow(role: .subtitle, cells: [cell.content]))
      }
    } else if cell.roles.contains(.boxHeader) {
      beginGroup(text, isInRun)
    } else if cell.roles.contains(.boxSubtitle) {
      add(HTMLBoxRow(role: .subtitle, cells: [cell.content]))
    } else if cell.roles.contains(.boxBelow) {
      add(HTMLBoxRow(role: .below, cells: [cell.content]))
    } else if cell.roles.contains(.boxImage) {
      add(HTMLBoxRow(role: .image, cells: [cell.content]))
    } else if cell.isHeader, !text.isEmpty {
      if caption.isEmpty, rows.isEmpty, group.isEmpty { caption = text } else { beginGroup(text, isInRun) }
    } else {
      add(HTMLBoxRow(role: showsImage ? .image : .data, cells: [cell.content]))
    }
  }

  private mutating func beginGroup(_ text: [UInt8], _ isInRun: Bool) {
    group = text
    runGroup = nil
    _ = isInRun
  }

  /// A row with several cells.
  private mutating func addCells(_ cells: [HTMLBoxCell], _ roles: HTMLRoles) {
    let contents = cells.map(\.content)
    if cells.allSatisfy(\.isHeader) {
      add(HTMLBoxRow(role: .gridHeader, cells: contents))
      return
    }
    guard cells[0].isHeader || (labelsAreCells && isLabel(cells)) else {
      add(HTMLBoxRow(role: .columns, cells: contents))
      return
    }
    let label = HTMLBox.label(shown.text(from: contents[0].first, to: contents[0].end))
    add(HTMLBoxRow(label: label, role: label.isEmpty ? .data : nil, cells: Array(contents.dropFirst())))
    if roles.contains(.mergedTopRow) { runGroup = label }
  }

  /// Whether the first of two cells, none of them a header, is a label.
  private func isLabel(_ cells: [HTMLBoxCell]) -> Bool {
    guard cells.count == 2, !holdsImage(cells[0].content) else { return false }
    let text = shown.text(from: cells[0].content.first, to: cells[0].content.end)
    return !text.isEmpty && text.count <= 80
  }

  private func holdsImage(_ content: HTMLStretch) -> Bool {
    tree.records[content.first..<content.end].contains { $0.element == .img || $0.element == .video }
  }

  private mutating func add(_ row: HTMLBoxRow) {
    var row = row
    row.group = currentGroup
    rows.append(row)
  }

  /// A label without the colon behind it and the bullet before it.
  private static func label(_ text: [UInt8]) -> [UInt8] {
    var label = text[...]
    for bullet in ["•", "·", "∙", "–", "-", "*", "‣"] where label.starts(with: bullet.utf8) {
      label = label.dropFirst(bullet.utf8.count).trimmed
      break
    }
    for colon in [":", "："] where label.suffix(colon.utf8.count).elementsEqual(colon.utf8) {
      label = label.dropLast(colon.utf8.count).trimmed
    }
    return Array(label)
  }
}
