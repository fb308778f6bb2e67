/// Gathers the rows of an infobox: from the rows of its tables, those inside its cells too, and from blocks that stand
/// where rows could.
struct HTMLBox {
  /// The text on top.
  var caption: [UInt8] = []
  private(set) var rows: [HTMLBoxRow] = []
  /// The elements in it that are furniture.
  private(set) var furniture: [Int] = []

  let tree: HTMLTree
  let shown: HTMLContent
  /// The heading in force, and whether it ends with a run of rows that are shown as one.
  private var group: [UInt8] = []
  private var runGroup: [UInt8]?
  /// Whether the first cell of a row with two is its label, header or not.
  private var labelsAreCells = false
  /// The heading below which there is nothing yet, and the one that was in force before it.
  private var heading: HTMLStretch?
  private var outerGroup: [UInt8] = []
  /// A row with a label and nothing else, which may be a heading.
  private var emptyRow: HTMLBoxRow?
  /// Citation marks that wait for a row.
  private var marks: [Int] = []

  /// The rows of a box.
  ///
  /// - Complexity: O(bytes of the box).
  init(_ index: Int, content: HTMLContent) {
    tree = content.tree
    shown = content
    labelsAreCells = !hasHeaderLabels(index)
    gather(from: index + 1, to: Int(tree.records[index].next))
    endHeading()
    if !rows.isEmpty { rows[rows.count - 1].marks += marks }
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

  func stretch(_ index: Int) -> HTMLStretch {
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
    for child in tree.children(of: index) {
      let cell = tree.records[child]
      guard isCell(child) else {
        // Nothing but cells should stand in a row.
        let content = HTMLStretch(first: child, end: Int(cell.next))
        addSingle(HTMLBoxCell(content: content, roles: [], isHeader: false))
        continue
      }
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
    // A table inside the box has a caption of its own, which heads its rows.
    if caption.isEmpty {
      takeCaption(content)
    } else {
      beginGroup(content, false)
    }
  }

  /// A row with one cell.
  private mutating func addSingle(_ single: HTMLBoxCell, isInRun: Bool = false) {
    var cell = single
    // The title may stand in a block that is all of its cell.
    if let only = onlyChild(cell.content), tree.records[only].element.isBlock {
      cell.roles.formUnion(tree.records[only].roles.intersection([.boxTitle, .boxHeader, .boxSubtitle, .boxBelow]))
    }
    let text = shown.text(from: cell.content.first, to: cell.content.end)
    let showsImage = holdsImage(cell.content)
    if text.isEmpty, !showsImage {
      noteMarks(cell.content)
      return
    }
    if cell.roles.contains(.boxTitle), !showsImage || !text.isEmpty {
      if caption.isEmpty, !text.isEmpty {
        takeCaption(cell.content)
      } else {
        add(HTMLBoxRow(role: .subtitle, cells: [cell.content]))
      }
    } else if cell.roles.contains(.boxHeader) {
      beginGroup(cell.content, isInRun)
    } else if cell.roles.contains(.boxSubtitle) {
      add(HTMLBoxRow(role: .subtitle, cells: [cell.content]))
    } else if cell.roles.contains(.boxBelow) {
      add(HTMLBoxRow(role: .below, cells: [cell.content]))
    } else if cell.roles.contains(.boxImage) {
      add(HTMLBoxRow(role: .image, cells: [cell.content]))
    } else if cell.isHeader, !text.isEmpty {
      if rows.isEmpty, group.isEmpty, caption.isEmpty, !isInRun {
        takeCaption(cell.content)
      } else if rows.isEmpty, group.isEmpty, isSmall(cell.content) {
        add(HTMLBoxRow(role: .subtitle, cells: [cell.content]))
      } else {
        beginGroup(cell.content, isInRun)
      }
    } else {
      add(HTMLBoxRow(role: showsImage ? .image : .data, cells: [cell.content]))
    }
  }

  private mutating func beginGroup(_ content: HTMLStretch, _ isInRun: Bool) {
    endHeading()
    let text = shown.text(from: content.first, to: content.end)
    noteMarks(content)
    outerGroup = currentGroup
    heading = content
    group = isInRun ? [] : text
    runGroup = isInRun ? text : nil
  }

  /// A row with several cells.
  private mutating func addCells(_ cells: [HTMLBoxCell], _ roles: HTMLRoles) {
    let contents = cells.map(\.content)
    if cells.allSatisfy({ $0.isHeader || isBlank($0.content) }), cells.filter(\.isHeader).count > 1 {
      add(HTMLBoxRow(role: .gridHeader, cells: contents))
      return
    }
    guard cells[0].isHeader || isShadedLabel(cells) || (labelsAreCells && isLabel(cells)) else {
      add(HTMLBoxRow(role: .columns, cells: contents))
      return
    }
    if arePairs(cells) {
      for place in stride(from: 0, to: cells.count, by: 2) { addPair(contents[place], [contents[place + 1]], roles) }
    } else {
      addPair(contents[0], Array(contents.dropFirst()), roles)
    }
  }

  /// Whether cells are labels and values by turns, each pair a row of its own.
  private func arePairs(_ cells: [HTMLBoxCell]) -> Bool {
    cells.count > 2 && cells.count % 2 == 0
      && cells.indices.allSatisfy { ($0 % 2 == 0) == cells[$0].isHeader }
  }

  /// A row with a label.
  private mutating func addPair(_ head: HTMLStretch, _ values: [HTMLStretch], _ roles: HTMLRoles) {
    let label = HTMLBox.label(shown.text(from: head.first, to: head.end))
    var row = HTMLBoxRow(label: label, role: label.isEmpty ? .data : nil, cells: values)
    row.labelLink = (head.first..<head.end).first { tree.records[$0].element == .a }
    noteMarks(head)
    if roles.contains(.mergedRow), values.allSatisfy({ isBlank($0) }) {
      // A label with nothing beside it heads the rows that follow.
      endHeading()
      runGroup = label
      emptyRow = row
      return
    }
    add(row)
    if roles.contains(.mergedTopRow) { runGroup = label }
  }

  /// Whether the first cell, no header, has a colour behind it that the next one does not have.
  private func isShadedLabel(_ cells: [HTMLBoxCell]) -> Bool {
    cells[0].roles.contains(.shaded) && !cells[1].roles.contains(.shaded) && !isBlank(cells[0].content)
  }

  private func isBlank(_ content: HTMLStretch) -> Bool {
    shown.text(from: content.first, to: content.end).isEmpty && !holdsImage(content)
  }

  /// Whether the first of two cells, none of them a header, is a label.
  private func isLabel(_ cells: [HTMLBoxCell]) -> Bool {
    guard cells.count == 2, !holdsImage(cells[0].content) else { return false }
    let text = shown.text(from: cells[0].content.first, to: cells[0].content.end)
    return !text.isEmpty && text.count <= 80
  }

  func holdsImage(_ content: HTMLStretch) -> Bool {
    tree.records[content.first..<content.end].contains { $0.element == .img || $0.element == .video }
  }

  mutating func add(_ row: HTMLBoxRow) {
    // What has a row below it is a heading.
    heading = nil
    if let emptyRow, currentGroup == emptyRow.label { self.emptyRow = nil }
    endHeading()
    append(row, to: currentGroup)
  }

  private mutating func append(_ row: HTMLBoxRow, to group: [UInt8]) {
    var row = row
    row.group = group
    row.marks = marks
    marks = []
    rows.append(row)
  }

  /// A heading ends. If there was nothing below it, it was none, but a row.
  private mutating func endHeading() {
    if let row = emptyRow {
      emptyRow = nil
      append(row, to: group)
    }
    if let content = heading {
      heading = nil
      append(HTMLBoxRow(role: .data, cells: [content]), to: outerGroup)
    }
  }

  /// Notes the citation marks of what becomes no row, a label, a heading, the title, and the furniture in it.
  mutating func noteMarks(_ content: HTMLStretch) {
    var index = content.first
    while index < content.end {
      let record = tree.records[index]
      if shown.furnitureKind(record) != nil {
        furniture.append(index)
        index = Int(record.next)
        continue
      }
      if record.element == .sup, record.roles.contains(.referenceMark) { marks.append(index) }
      index += 1
    }
  }
}
