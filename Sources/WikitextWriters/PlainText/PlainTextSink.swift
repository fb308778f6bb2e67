/// The lines of plain text.
struct PlainTextSink: TextSink {
  let tables: PlainTextWriter.Options.Tables
  var layout = LineLayout()
  private var listDepth = 0

  init(tables: PlainTextWriter.Options.Tables) {
    self.tables = tables
  }

  var showsImages: Bool { false }
  var showsLinks: Bool { false }
  var repeatsSpans: Bool { false }
  var setsTermsBold: Bool { false }

  // MARK: Blocks

  mutating func heading(_ run: borrowing InlineRun, level: Int) {
    writeBlock(PlainTextSink.text(run, lineBreak: " ", separator: " "))
  }

  mutating func paragraph(_ run: borrowing InlineRun) {
    writeBlock(PlainTextSink.text(run, lineBreak: "\n", separator: "\n"))
  }

  mutating func caption(_ run: borrowing InlineRun) {
    writeBlock(PlainTextSink.text(run, lineBreak: "\n", separator: "\n"))
  }

  mutating func verbatim(_ text: ArraySlice<UInt8>, language: ArraySlice<UInt8>?) {
    layout.ask(gap: 2)
    layout.write(text)
    layout.ask(gap: 2)
  }

  mutating func rule() {
    layout.ask(gap: 2)
  }

  private mutating func writeBlock(_ text: [UInt8]) {
    if text.isEmpty { return }
    layout.ask(gap: 2)
    layout.write(text[...])
    layout.ask(gap: 2)
  }

  // MARK: Lists

  mutating func beginList(_ kind: ListForm, isNested: Bool) {
    layout.ask(gap: isNested ? 1 : 2)
    listDepth += 1
  }

  mutating func beginItem(_ item: ListItemForm, isFirst: Bool) {
    if !isFirst { layout.ask(gap: 1) }
    switch item {
    case .bullet: layout.push(mark: "* ".utf8, indentation: "  ".utf8)
    case .numbered(let number):
      let mark = "\(number). "
      layout.push(mark: mark.utf8, indentation: repeatElement(0x20, count: mark.utf8.count))
    case .term: layout.push(mark: "".utf8, indentation: "".utf8)
    case .description, .indented: layout.push(mark: "  ".utf8, indentation: "  ".utf8)
    }
  }

  mutating func endItem() {
    layout.pop()
    layout.ask(gap: 1)
  }

  mutating func endList() {
    listDepth -= 1
    layout.ask(gap: listDepth > 0 ? 1 : 2)
  }

  mutating func beginQuote() {
    layout.ask(gap: 2)
    layout.push(mark: "  ".utf8, indentation: "  ".utf8)
  }

  mutating func endQuote() {
    layout.pop()
    layout.ask(gap: 2)
  }

  // MARK: Tables

  func cell(_ run: borrowing InlineRun) -> [UInt8] {
    PlainTextSink.text(run, lineBreak: " · ", separator: " · ")
  }

  mutating func table(_ table: TextTable) {
    var isFirst = true
    for row in table.rows {
      var line: [UInt8] = []
      var pendingEmpty = 0
      var hasCell = false
      for place in row {
        if place.cell < 0 {
          pendingEmpty += 1
          continue
        }
        // Empty cells at the end of a row need no marks.
        appendMarks(hasCell ? pendingEmpty + 1 : pendingEmpty, to: &line)
        pendingEmpty = 0
        hasCell = true
        line += table.cells[place.cell]
      }
      layout.ask(gap: isFirst ? 2 : 1)
      isFirst = false
      layout.write(line[...])
    }
    layout.ask(gap: 2)
  }

  private func appendMarks(_ count: Int, to line: inout [UInt8]) {
    for _ in 0..<count { line += tables == .bars ? " | ".utf8 : "\t".utf8 }
  }

  // MARK: Notes

  mutating func beginNote(_ number: Int) {
    layout.ask(gap: number == 1 ? 2 : 1)
    let mark = "[\(number)] "
    layout.push(mark: mark.utf8, indentation: repeatElement(0x20, count: mark.utf8.count))
  }

  mutating func endNote() {
    layout.pop()
    layout.ask(gap: 1)
  }

  // MARK: Runs

  private static func text(_ run: borrowing InlineRun, lineBreak: String, separator: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(run.text.count + run.tokens.count)
    for token in run.tokens {
      switch token.kind {
      case .text, .formula, .code, .address: output += run.text[token.range]
      case .space: output.append(0x20)
      case .lineBreak: output += lineBreak.utf8
      case .separator: output += separator.utf8
      case .noteMark: output += "[\(token.node)]".utf8
      case .open, .close, .image: break
      }
    }
    return output
  }
}
