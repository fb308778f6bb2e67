extension Syntax {
  /// The child of this kind that the grammar says is there.
  func requiredChild(_ kind: SyntaxKind) -> Syntax {
    guard let child = firstChild(kind) else {
      preconditionFailure("the parser writes a \(kind) into every \(self.kind)")
    }
    return child
  }

  /// Whether the node is a mark of its parent's, not one of apostrophes with nothing to close.
  private var isMark: Bool { kind == .delimiter && !flags.contains(.stray) }

  /// The bytes between a node's opening and closing mark; a mark that is missing has none.
  var rangeBetweenMarks: SourceRange {
    let range = range
    var start = range.start
    var end = range.end
    for child in children where child.isMark {
      let mark = child.range
      if mark.start == range.start, !flags.contains(.missingOpen) {
        start = mark.end
      } else if mark.end == range.end {
        end = mark.start
      }
    }
    return SourceRange(start: start, end: end)
  }

  /// The bytes between the start tag and the end tag.
  var rangeBetweenTags: SourceRange {
    let range = range
    var start = range.start
    var end = range.end
    for child in children {
      let tag = child.range
      if child.kind == .startTag, tag.start == range.start { start = tag.end }
      if child.kind == .endTag, tag.end == range.end, !child.flags.contains(.stray) { end = tag.start }
    }
    return SourceRange(start: start, end: end)
  }

  /// The children that lie in a range: what is behind the marks before it and before those behind it.
  func children(in range: SourceRange) -> [Syntax] { children.filter { range.contains($0.range) } }

  /// The bytes of a cell behind its mark and, if it has attributes, behind the pipe that ends them.
  var rangeBehindCellMarks: SourceRange {
    var start = range.start
    var marks = 0
    for child in children where child.isMark {
      start = child.range.end
      marks += 1
      if marks == 2 { break }
    }
    return SourceRange(start: start, end: range.end)
  }

  /// What a reader sees of the children from a byte offset on, trimmed.
  func plainText(fromOffset offset: Int) -> String {
    guard let first = children.first(where: { $0.range.start >= offset }) else { return "" }
    return Bytes.trimmedText(Array(plainText(from: first.index).utf8)[...])
  }
}
