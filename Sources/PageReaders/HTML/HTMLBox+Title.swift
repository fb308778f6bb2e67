/// Titles and labels of infoboxes.
extension HTMLBox {
  /// Takes the first line of a title as the box's caption; what follows is a row below it.
  mutating func takeCaption(_ content: HTMLStretch) {
    var line = content
    var rest: [HTMLStretch] = []
    // A first line that is a block may have lines itself.
    while let (first, others) = firstLine(line), first.first > line.first || first.end < line.end || !others.isEmpty {
      rest = others + rest
      if first.first == line.first, first.end == line.end { break }
      line = first
    }
    caption = shown.text(from: line.first, to: line.end)
    noteMarks(line)
    for other in rest where shown.text(from: other.first, to: other.end).isEmpty { noteMarks(other) }
    rest.removeAll { shown.text(from: $0.first, to: $0.end).isEmpty }
    if !rest.isEmpty { add(HTMLBoxRow(role: .subtitle, cells: rest)) }
  }

  /// The first line of a stretch that shows something, and what follows it; nil when the stretch is one line.
  private func firstLine(_ content: HTMLStretch) -> (line: HTMLStretch, rest: [HTMLStretch])? {
    var index = content.first
    var showsText = false
    while index < content.end {
      let record = tree.records[index]
      let next = Int(record.next)
      let isBlock = record.element.isBlock && !record.roles.contains(.inline)
      if showsText, isBlock || record.element == .br {
        return (HTMLStretch(first: content.first, end: index), [HTMLStretch(first: index, end: content.end)])
      }
      if !shown.text(from: index, to: next).isEmpty {
        // A block, or an element that holds all there is: its own lines count.
        let isAll = next >= content.end && !showsText && record.element != .text
        if isBlock || isAll {
          return (stretch(index), next < content.end ? [HTMLStretch(first: next, end: content.end)] : [])
        }
        showsText = true
      }
      index = next
    }
    return nil
  }

  /// The element that is all that a stretch shows.
  func onlyChild(_ content: HTMLStretch) -> Int? {
    var only: Int?
    var index = content.first
    while index < content.end {
      let next = Int(tree.records[index].next)
      if !shown.text(from: index, to: next).isEmpty || holdsImage(HTMLStretch(first: index, end: next)) {
        if only != nil || tree.records[index].element == .text { return nil }
        only = index
      }
      index = next
    }
    return only
  }

  /// Whether all that a stretch shows is small print.
  func isSmall(_ content: HTMLStretch) -> Bool {
    onlyChild(content).map { tree.records[$0].element == .small } ?? false
  }

  /// A label without the colon behind it and the bullet before it.
  static func label(_ text: [UInt8]) -> [UInt8] {
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
