/// The lines of Markdown.
struct MarkdownSink: TextSink {
  let inlines: MarkdownInlines
  let showsImages: Bool
  var repeatsSpans = true
  var layout = LineLayout()
  private var lists: [List] = []
  /// The mark of the list that ended where nothing was written since, and how much was written then: two lists in a row
  /// need different marks, or they are one.
  private var lastList: (mark: UInt8, depth: Int, count: Int) = (0, 0, -1)

  private struct List {
    var form: ListForm
    var mark: UInt8
  }

  init(inlines: MarkdownInlines, showsImages: Bool) {
    self.inlines = inlines
    self.showsImages = showsImages
  }

  var showsLinks: Bool { inlines.targets.showsLinks }
  var setsTermsBold: Bool { true }

  // MARK: Blocks

  mutating func heading(_ run: borrowing InlineRun, level: Int) {
    var text = inlines.markdown(run, in: .heading)
    // A `#` at the end would be taken for the end of the heading.
    if text.last == UInt8(ascii: "#") { text.insert(UInt8(ascii: "\\"), at: text.count - 1) }
    writeBlock(repeatElement(UInt8(ascii: "#"), count: min(max(level, 1), 6)) + [0x20] + text)
  }

  mutating func paragraph(_ run: borrowing InlineRun) {
    if let formula = run.loneFormula {
      let lines = withoutEmptyLines(MarkdownEscaping.formula(run.text[formula.range])[...])
      writeBlock(Array("$$\n".utf8) + lines + Array("\n$$".utf8))
    } else {
      writeBlock(inlines.markdown(run, in: .paragraph))
    }
  }

  /// An empty line would end the formula.
  private func withoutEmptyLines(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    for line in text.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      if !output.isEmpty { output.append(0x0A) }
      output += line
    }
    return output
  }

  mutating func caption(_ run: borrowing InlineRun) {
    writeBlock(inlines.markdown(run, in: .paragraph))
  }

  mutating func verbatim(_ text: ArraySlice<UInt8>, language: ArraySlice<UInt8>?) {
    let backtick = UInt8(ascii: "`")
    let fence = repeatElement(backtick, count: max(3, MarkdownInlines.longestRun(of: backtick, in: text) + 1))
    let info = (language ?? []).filter { $0 > 0x20 && $0 != backtick }
    writeBlock(fence + info + [0x0A] + text + [0x0A] + fence)
  }

  mutating func rule() {
    writeBlock(Array("---".utf8))
  }

  private mutating func writeBlock(_ text: [UInt8]) {
    if text.isEmpty { return }
    layout.ask(gap: 2)
    layout.write(text[...])
    layout.ask(gap: 2)
  }

  // MARK: Lists

  mutating func beginList(_ kind: ListForm, isNested: Bool) {
    layout.ask(gap: isNested && kind != .ordered && kind != .indentation ? 1 : 2)
    let isOrdered = kind == .ordered
    var mark = isOrdered ? UInt8(ascii: ".") : UInt8(ascii: "-")
    if lastList == (mark, lists.count, layout.bytes.count) { mark = isOrdered ? UInt8(ascii: ")") : UInt8(ascii: "*") }
    lists.append(List(form: kind, mark: mark))
  }

  mutating func beginItem(_ item: ListItemForm, isFirst: Bool) {
    let mark = lists.last?.mark ?? UInt8(ascii: "-")
    if !isFirst { layout.ask(gap: 1) }
    switch item {
    case .bullet, .description: layout.push(mark: [mark, 0x20], indentation: "  ".utf8)
    case .numbered(let number):
      // Nine digits are the most that a list may have.
      let text = Array("\(min(max(number, 0), 999_999_999))".utf8) + [lists.last?.mark ?? UInt8(ascii: "."), 0x20]
      layout.push(mark: text, indentation: repeatElement(0x20, count: text.count))
    case .term:
      layout.ask(gap: 2)
      layout.push(mark: "".utf8, indentation: "".utf8)
    case .indented:
      // Without the empty line, its text would go on that of the line before.
      layout.ask(gap: 2)
      layout.push(mark: "> ".utf8, indentation: "> ".utf8)
    }
  }

  mutating func endItem() {
    layout.pop()
    layout.ask(gap: lists.last?.form == .indentation ? 2 : 1)
  }

  mutating func endList() {
    guard let list = lists.popLast() else { return }
    lastList = (list.mark, lists.count, layout.bytes.count)
    layout.ask(gap: lists.isEmpty || list.form == .indentation ? 2 : 1)
  }

  mutating func beginQuote() {
    layout.ask(gap: 2)
    layout.push(mark: "> ".utf8, indentation: "> ".utf8)
  }

  mutating func endQuote() {
    layout.pop()
    layout.ask(gap: 2)
  }

  // MARK: Tables

  func cell(_ run: borrowing InlineRun) -> [UInt8] { inlines.markdown(run, in: .cell) }

  mutating func table(_ table: TextTable) {
    let width = table.rows.reduce(0) { max($0, $1.count) }
    var lines: [UInt8] = []
    let head = headRow(of: table, width: width)
    appendRow(head, to: &lines)
    lines += "\n|".utf8
    for _ in 0..<width { lines += " --- |".utf8 }
    for row in table.rows[table.headCount...] {
      lines.append(0x0A)
      // GFM fills up a row that is shorter than the header. One wide row among many short ones would cost its square here.
      appendRow(row.map { $0.cell < 0 ? [] : table.cells[$0.cell] }, to: &lines)
    }
    writeBlock(lines)
  }

  /// The one row of headers that GFM has: those of several rows stand in one place, each once.
  ///
  /// - Complexity: O(width + places of the rows of headers + bytes).
  private func headRow(of table: TextTable, width: Int) -> [[UInt8]] {
    var texts = [[UInt8]](repeating: [], count: width)
    var last = Array(repeating: -1, count: width)
    for row in table.rows[..<table.headCount] {
      for (column, place) in row.enumerated() {
        if place.cell < 0 || place.cell == last[column] || table.cells[place.cell].isEmpty { continue }
        if !texts[column].isEmpty { texts[column] += "<br>".utf8 }
        texts[column] += table.cells[place.cell]
        last[column] = place.cell
      }
    }
    return texts
  }

  private func appendRow(_ cells: [[UInt8]], to lines: inout [UInt8]) {
    lines.append(UInt8(ascii: "|"))
    for cell in cells {
      lines.append(0x20)
      lines += cell
      if !cell.isEmpty { lines.append(0x20) }
      lines.append(UInt8(ascii: "|"))
    }
  }

  // MARK: Notes

  mutating func beginNote(_ number: Int) {
    layout.ask(gap: number == 1 ? 2 : 1)
    layout.push(mark: "[^\(number)]: ".utf8, indentation: "    ".utf8)
  }

  mutating func endNote() {
    layout.pop()
    layout.ask(gap: 1)
  }
}
