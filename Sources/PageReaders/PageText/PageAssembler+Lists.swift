import WikitextDocument
import WikitextSyntax

/// Lists of bullets and numbers.
extension PageAssembler {
  /// The deepest that lists are nested here; what is indented farther stands in the deepest.
  static let deepestList = 40

  /// Writes a list, and returns the line behind it.
  mutating func assembleList(at first: Int) -> Int {
    announces = false
    let end = listEnd(from: first)
    addList(first..<end)
    return end
  }

  /// Where a list ends: at a blank line, or one that is no item and not indented.
  private func listEnd(from first: Int) -> Int {
    var index = first + 1
    while index < lines.count {
      let line = lines[index]
      guard line.blanks == 0 else { break }
      switch line.kind {
      case .bullet, .number: break
      case .plain, .row: if !isIndented(line) { return index }
      default: return index
      }
      index += 1
    }
    return index
  }

  /// Writes lines as a list: each item is as deep as it is indented; lines without a bullet go on with their item.
  ///
  /// - Complexity: O(bytes of the lines).
  mutating func addList(_ range: Range<Int>) {
    var open: [(indent: Int, isOrdered: Bool)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let line = lines[index]
      if line.kind != .bullet, line.kind != .number, !open.isEmpty {
        continueItem(line, after: lines[index - 1])
        index += 1
        continue
      }
      let previous = index > range.lowerBound ? lines[index - 1].range.upperBound : line.range.lowerBound
      closeLists(deeperThan: line, &open, at: previous)
      if let last = open.last, last.indent >= Int(line.indent) || open.count == PageAssembler.deepestList {
        builder.closeNode(at: previous)
      } else {
        let kind = line.kind == .number ? ListKind.ordered : .unordered
        builder.openNode(NewNode(.list, at: line.range.lowerBound, detail: UInt16(kind.rawValue)))
        open.append((Int(line.indent), line.kind == .number))
      }
      builder.openNode(NewNode(.listItem, at: line.range.lowerBound))
      addInlines(Int(line.content)..<Int(line.end), hasBrackets: line.hasBracket)
      index += 1
    }
    let last = lines[range.upperBound - 1].range.upperBound
    for _ in open {
      builder.closeNode(at: last)
      builder.closeNode(at: last)
    }
  }

  /// Ends lists that are indented farther than a line, and one of its depth that is of the other kind.
  private mutating func closeLists(
    deeperThan line: TextLine,
    _ open: inout [(indent: Int, isOrdered: Bool)],
    at end: Int
  ) {
    while let last = open.last {
      let isOther = last.indent == Int(line.indent) && last.isOrdered != (line.kind == .number)
      guard last.indent > Int(line.indent) || isOther else { return }
      // A list that began farther in than those around it takes what lies between.
      if !isOther, open.count == 1 || open[open.count - 2].indent < Int(line.indent) {
        return open[open.count - 1].indent = Int(line.indent)
      }
      builder.closeNode(at: end)
      builder.closeNode(at: end)
      open.removeLast()
    }
  }

  private mutating func continueItem(_ line: TextLine, after previous: TextLine) {
    builder.openNode(NewNode(.lineBreak, at: previous.range.upperBound))
    builder.closeNode(at: line.range.lowerBound)
    addInlines(line.range, hasBrackets: line.hasBracket)
  }
}
