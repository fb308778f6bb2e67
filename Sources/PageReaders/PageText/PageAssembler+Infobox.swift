import WikitextDocument
import WikitextSyntax

/// Infoboxes.
extension PageAssembler {
  /// The fewest rows with labels that make an infobox.
  static let fewestLabels = 2

  /// Writes the lines above a lead: as an infobox, where they look like one, else as captions.
  ///
  /// - Returns: the nodes that are infoboxes.
  mutating func assembleBox(_ range: Range<Int>) -> [Int] {
    let found = InfoboxRowFinder.rows(in: range, of: self)
    var index = range.lowerBound
    var infoboxes: [Int] = []
    if found.labelled >= PageAssembler.fewestLabels {
      infoboxes.append(
        addInfobox(found, lines[range.lowerBound].range.lowerBound..<lines[found.end - 1].range.upperBound)
      )
      index = found.end
    }
    while index < range.upperBound { index = min(assembleAboveLead(at: index), range.upperBound) }
    return infoboxes
  }

  /// Writes a block above the lead that is no part of an infobox.
  private mutating func assembleAboveLead(at index: Int) -> Int {
    switch lines[index].kind {
    case .bullet, .number: return assembleList(at: index)
    case .row: return assembleTable(at: index, caption: nil)
    default: return assembleText(at: index)
    }
  }

  private mutating func addInfobox(_ box: InfoboxRows, _ range: Range<Int>) -> Int {
    builder.openNode(NewNode(.template, at: range.lowerBound, flags: .block))
    let node = builder.current
    if let caption = box.caption {
      let name = builder.intern(Array(RowAttribute.caption.utf8)[...])
      let value = builder.intern(source[caption])
      builder.addAttribute(name, value, to: node)
    }
    for row in box.rows { add(row) }
    builder.closeNode(at: range.upperBound)
    return node
  }

  private mutating func add(_ row: InfoboxRow) {
    guard let start = row.label?.lowerBound ?? row.image?.lowerBound ?? row.parts.first?.range.lowerBound else {
      return
    }
    let end = row.parts.last?.range.upperBound ?? row.image?.upperBound ?? row.label?.upperBound ?? start
    var argument = NewNode(.argument, at: start, detail: 1)
    if let label = row.label { argument.name = internLabel(label) }
    builder.openNode(argument)
    let node = builder.current
    if let group = row.group {
      let name = builder.intern(Array(RowAttribute.group.utf8)[...])
      let value = internLabel(group)
      builder.addAttribute(name, value, to: node)
    }
    if let role = row.role { builder.addAttribute(named: RowAttribute.role, role.rawValue, to: node) }
    if row.hasLostLabel { builder.addAttribute(named: RowAttribute.lost, "label", to: node) }
    if row.label != nil, row.parts.isEmpty { builder.addAttribute(named: RowAttribute.lost, "value", to: node) }
    if let image = row.image {
      let target = builder.intern(source[image])
      builder.openNode(NewNode(.image, at: image.lowerBound, target: target))
      builder.closeNode(at: image.upperBound)
    }
    add(row.parts)
    builder.closeNode(at: end)
  }

  /// Writes the parts of a value: lines with breaks between them, bullets as lists.
  private mutating func add(_ parts: [InfoboxRow.Part]) {
    var index = 0
    while index < parts.count {
      if parts[index].isBullet {
        let end = parts[index...].firstIndex { !$0.isBullet } ?? parts.count
        builder.openNode(NewNode(.list, at: parts[index].range.lowerBound, detail: UInt16(ListKind.unordered.rawValue)))
        for part in parts[index..<end] {
          builder.openNode(NewNode(.listItem, at: part.range.lowerBound))
          addValue(part)
          builder.closeNode(at: part.range.upperBound)
        }
        builder.closeNode(at: parts[end - 1].range.upperBound)
        index = end
      } else {
        if parts[index].goesOn {
          let gap = parts[index - 1].range.upperBound..<parts[index].range.lowerBound
          builder.addText([0x20], from: gap.lowerBound, to: gap.upperBound)
        } else if index > 0, !parts[index - 1].isBullet {
          builder.openNode(NewNode(.lineBreak, at: parts[index - 1].range.upperBound))
          builder.closeNode(at: parts[index].range.lowerBound)
        }
        addValue(parts[index])
        index += 1
      }
    }
  }

  /// Writes a part of a value without the text that its pictures stand for and the links behind it.
  private mutating func addValue(_ part: InfoboxRow.Part) {
    let source = source
    let bytes = source.span
    let text = words.withoutPictures(bytes, part.range)
    if text.lowerBound > part.range.lowerBound {
      builder.extras.furniture.append(Furniture(.hidden, SourceRange(part.range.lowerBound..<text.lowerBound)))
    }
    if text.upperBound < part.range.upperBound {
      builder.extras.furniture.append(Furniture(.editLink, SourceRange(text.upperBound..<part.range.upperBound)))
    }
    var start = text.lowerBound
    var index = start
    while index < text.upperBound {
      guard let hidden = hiddenEnd(index, in: text) else {
        index += 1
        continue
      }
      let end = hidden.end
      if start < index { addInlines(start..<index, hasBrackets: part.hasBrackets) }
      builder.extras.furniture.append(Furniture(hidden.kind, SourceRange(index..<end)))
      start = end
      index = end
    }
    if start < text.upperBound { addInlines(start..<text.upperBound, hasBrackets: part.hasBrackets) }
  }

  /// Where what stands in a value without being of it ends: a date as machines write it, a picture's text, a link to
  /// where the value is edited.
  private func hiddenEnd(_ index: Int, in text: Range<Int>) -> (end: Int, kind: Furniture.Kind)? {
    let bytes = source.span
    if bytes[index] == UInt8(ascii: "(") {
      guard text.count > PageWords.machineDateLength, words.isMachineDate(bytes, index, text.upperBound) else {
        return nil
      }
      return (index + PageWords.machineDateLength, .hidden)
    }
    guard bytes[index].isUpper || bytes[index] == UInt8(ascii: "["), index > text.lowerBound,
      bytes[index - 1] == 0x20 || bytes[index - 1] == 0xA0
    else {
      return nil
    }
    if let end = words.pictureEnd(bytes, index..<text.upperBound) { return (end, .hidden) }
    return words.editLinkEnd(bytes, index..<text.upperBound).map { ($0, .editLink) }
  }

  /// A label without marks, on one line.
  private mutating func internLabel(_ range: Range<Int>) -> PoolRange {
    let source = source
    let bytes = source.span
    var label: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "["), index > range.lowerBound, let mark = marks.mark(bytes, at: index, in: range)
      {
        index = mark.end
      } else {
        label.append(bytes[index] < 0x20 ? 0x20 : bytes[index])
        index += 1
      }
    }
    while label.last == 0x20 { label.removeLast() }
    return builder.intern(label[...])
  }
}
