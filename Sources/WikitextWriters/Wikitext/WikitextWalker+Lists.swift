import WikitextDocument
import WikitextSyntax

/// Lists of marks: `*`, `#`, `;`, `:`.
extension WikitextWalker {
  /// Writes a list, each line with the marks of the lists around it.
  mutating func writeList(_ list: Int, prefix: [UInt8]) {
    var isFirst = true
    for item in children(of: list) where !isBlankText(item) {
      if isTag(item) {
        // `# <li value="3">`: the item of the mark is ended by the tag.
        within({ $0.isLine = true }) { $0.writeInline(item) }
        continue
      }
      writeItem(item, prefix: prefix + [mark(of: item, in: list)], isFirst: isFirst)
      isFirst = false
    }
  }

  private func mark(of item: Int, in list: Int) -> UInt8 {
    switch records[item].kind {
    case .term: UInt8(ascii: ";")
    case .description: UInt8(ascii: ":")
    default: records[list].detail == UInt16(ListKind.ordered.rawValue) ? UInt8(ascii: "#") : UInt8(ascii: "*")
    }
  }

  private mutating func writeItem(_ item: Int, prefix: [UInt8], isFirst: Bool) {
    let content = children(of: item).filter { !isBlankText($0) || $0 + 1 < Int(records[item].next) }
    let lists = content.firstIndex { records[$0].kind == .list && !isTag($0) } ?? content.count
    let line = content[..<lists].allSatisfy(isBlankText) ? [] : content[..<lists]
    // The first item's marks are those of the list in it, too.
    if !line.isEmpty || lists == content.count || !isFirst {
      output.breakLine()
      output.append(markup: prefix)
      writeLine(line, isTerm: records[item].kind == .term, prefix)
    }
    for list in content[lists...] where !isBlankText(list) { writeList(list, prefix: prefix) }
  }

  private mutating func writeLine(_ line: ArraySlice<Int>, isTerm: Bool, _ prefix: [UInt8]) {
    guard let first = line.first(where: { !isBlankText($0) }) else { return }
    if records[first].kind == .table, !isTag(first), prefix.allSatisfy({ $0 == UInt8(ascii: ":") }) {
      output.append(byte: 0x20)
      writeTable(first)
      let rest = line[(line.firstIndex(of: first) ?? line.startIndex)...].dropFirst()
      within({ $0.isLine = true }) { $0.writeInlines(rest, trimsStart: false) }
      return
    }
    output.append(byte: 0x20)
    let start = output.bytes.count
    within({ ($0.isLine, $0.isTerm) = (true, isTerm) }) { $0.writeInlines(line, trimsStart: true) }
    output.trimEnd(downTo: start)
  }
}
