import WikitextDocument
import WikitextSyntax

/// Lists of references.
extension PageAssembler {
  /// Writes a list of references, and returns the line behind it.
  mutating func assembleReferences(at first: Int) -> Int {
    let end = referencesEnd(from: first)
    let count = lines[first..<end].reduce(0) { $1.kind == .entry ? $0 + 1 : $0 }
    let group = noteGroup(ofListWith: max(count, Int(lines[first..<end].last { $0.kind == .entry }?.number ?? 0)))
    builder.openNode(NewNode(.referenceList, at: lines[first].range.lowerBound))
    var index = first
    var place = 0
    while index < end {
      place = max(place + 1, Int(lines[index].number))
      index = assembleEntry(at: index, before: end, place: place, group: group)
    }
    builder.closeNode(at: lines[end - 1].range.upperBound)
    announces = false
    return end
  }

  /// Where the entries of a list end: at a line that is none and not part of one, or where numbers begin anew.
  private func referencesEnd(from first: Int) -> Int {
    var index = first + 1
    while index < lines.count {
      let line = lines[index]
      if line.blanks > 1 { break }
      switch line.kind {
      case .entry:
        if line.number > 0, line.number <= lastNumber(first, index) { return index }
      case .bullet, .number, .plain, .row:
        if line.blanks > 0 || !isIndented(line) { return index }
      default: return index
      }
      index += 1
    }
    return index
  }

  private func lastNumber(_ first: Int, _ index: Int) -> UInt32 {
    var line = index - 1
    while line > first, lines[line].kind != .entry { line -= 1 }
    return lines[line].number
  }

  /// Writes an entry with the lines that belong to it.
  private mutating func assembleEntry(at first: Int, before end: Int, place: Int, group: NoteGroup) -> Int {
    let line = lines[first]
    var behind = first + 1
    while behind < end, lines[behind].kind != .entry { behind += 1 }
    let source = source
    let backlinks = Backlinks(source.span, Int(line.content)..<Int(line.end), number: place, words: words)
    let reference = entryReference(place, group)
    let number = UInt32(truncatingIfNeeded: reference)
    builder.openNode(NewNode(.reference, at: line.range.lowerBound, target: PoolRange(start: number, end: number)))
    let node = builder.current
    let mark = builder.intern(shownMark(place, group)[...])
    builder.addAttribute(markName, mark, to: node)
    if let backlinks {
      builder.addAttribute(named: "backlinks", shown(backlinks), to: node)
      builder.extras.furniture.append(Furniture(.backlink, SourceRange(backlinks.range)))
    }
    if builder.extras.references[reference].definition == nil {
      builder.extras.references[reference].definition = UInt32(truncatingIfNeeded: node)
      builder.extras.references[reference].isListDefined = true
    } else {
      builder.extras.references[reference].isDefinedAgain = true
    }
    addInlines(min(backlinks?.text ?? Int(line.content), Int(line.end))..<Int(line.end), hasBrackets: line.hasBracket)
    for index in first + 1..<behind {
      builder.openNode(NewNode(.lineBreak, at: lines[index - 1].range.upperBound))
      builder.closeNode(at: lines[index].range.lowerBound)
      addInlines(Int(lines[index].content)..<Int(lines[index].end), hasBrackets: lines[index].hasBracket)
    }
    builder.closeNode(at: lines[behind - 1].range.upperBound)
    return behind
  }

  /// The letters or numbers of back-links; an arrow where there are none.
  private func shown(_ backlinks: Backlinks) -> String {
    if backlinks.links.isEmpty { return "^" }
    return backlinks.links.map { String(decoding: source[$0], as: UTF8.self) }.joined(separator: " ")
  }

  /// The group whose notes a list has: the one with as many marks, else the one without a name.
  private mutating func noteGroup(ofListWith count: Int) -> NoteGroup {
    let open = groups.indices.filter { !groups[$0].isListed }
    guard let index = open.min(by: { abs(groups[$0].highest - count) < abs(groups[$1].highest - count) }) else {
      return NoteGroup(name: [], isLettered: false)
    }
    groups[index].isListed = true
    return groups[index]
  }

  private mutating func entryReference(_ place: Int, _ group: NoteGroup) -> Int {
    if group.name.isEmpty { return numberedReference(place) }
    let name = group.isLettered ? letterMark(place, group) : Array(String(place).utf8)
    let groupName = builder.intern(group.name[...])
    let noteName = builder.intern(name[...])
    return builder.reference(group: groupName, name: noteName)
  }

  /// The mark that leads to an entry, as the page's text shows it.
  private func shownMark(_ place: Int, _ group: NoteGroup) -> [UInt8] {
    let number = Array(String(place).utf8)
    if group.name.isEmpty { return number }
    return group.isLettered ? letterMark(place, group) : group.name + [0x20] + number
  }

  private func letterMark(_ place: Int, _ group: NoteGroup) -> [UInt8] {
    let letter = UInt8(0x61 + (place - 1) % 26)
    let isUpper = group.name.first == UInt8(ascii: "u")
    return Array(repeating: isUpper ? letter & 0xDF : letter, count: (place - 1) / 26 % 4 + 1)
  }
}
