import WikitextDocument
import WikitextSyntax

/// Lists of references.
extension PageAssembler {
  /// Writes a list of references, and returns the line behind it.
  mutating func assembleReferences(at first: Int) -> Int {
    let end = referencesEnd(from: first)
    let group = listGroups[first] ?? NoteGroup(name: [], isLettered: false)
    builder.openNode(NewNode(.referenceList, at: lines[first].range.lowerBound))
    var index = first
    var place = 0
    while index < end {
      place = max(place + 1, Int(lines[index].number) + (shifts[index] ?? 0))
      var behind = index + 1
      while behind < end, !isEntry(behind, ofListAt: first) { behind += 1 }
      assembleEntry(index..<behind, place: place, group: group)
      index = behind
    }
    builder.closeNode(at: lines[end - 1].range.upperBound)
    announces = false
    return end
  }

  /// Where the entries of a list end: at a line that is none and not part of one, or where numbers begin anew.
  private func referencesEnd(from first: Int) -> Int {
    var index = first + 1
    var last = lines[first].number
    while index < lines.count {
      let line = lines[index]
      if line.blanks > 1 { break }
      switch line.kind {
      case .entry where isEntry(index, ofListAt: first):
        if line.number > 0, line.number <= last { return index }
        last = line.number
      case .entry: break
      case .bullet, .number, .plain, .row:
        if line.blanks > 0 || !isIndented(line) { return index }
      default: return index
      }
      index += 1
    }
    return index
  }

  /// Whether a line is an entry of a list: one that is indented farther is part of the entry above it.
  private func isEntry(_ index: Int, ofListAt first: Int) -> Bool {
    lines[index].kind == .entry && lines[index].indent <= lines[first].indent
  }

  /// Writes an entry with the lines that belong to it.
  private mutating func assembleEntry(_ range: Range<Int>, place: Int, group: NoteGroup) {
    let line = lines[range.lowerBound]
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
    for index in range.dropFirst() {
      builder.openNode(NewNode(.lineBreak, at: lines[index - 1].range.upperBound))
      builder.closeNode(at: lines[index].range.lowerBound)
      addInlines(Int(lines[index].content)..<Int(lines[index].end), hasBrackets: lines[index].hasBracket)
    }
    builder.closeNode(at: lines[range.upperBound - 1].range.upperBound)
  }

  /// The letters or numbers of back-links; an arrow where there are none.
  private func shown(_ backlinks: Backlinks) -> String {
    if backlinks.links.isEmpty { return "^" }
    return backlinks.links.map { String(decoding: source[$0], as: UTF8.self) }.joined(separator: " ")
  }

  /// Finds out which group's notes each list of references has: the one whose highest mark is nearest to its last
  /// number, each group once, and then again for lists that
  /// are left.
  ///
  /// - Complexity: O(bytes) for the marks, and groups and lists are few.
  mutating func assignGroups() {
    var lists: [(line: Int, last: Int)] = []
    var index = 0
    while index < lines.count {
      guard lines[index].kind == .entry else {
        index += 1
        continue
      }
      let end = referencesEnd(from: index)
      let entries = (index..<end).filter { isEntry($0, ofListAt: index) }
      lists.append((index, max(entries.count, entries.last.map { Int(lines[$0].number) } ?? 0)))
      index = end
    }
    alignNumbers(lists.filter { $0.last >= PageAssembler.shortListOfNotes })
    guard lists.count > 1 || lists.contains(where: { $0.last < PageAssembler.shortListOfNotes }) else { return }
    let groups = noteGroups()
    guard groups.contains(where: { !$0.name.isEmpty }) else { return }
    var pairs: [(distance: Int, list: Int, group: Int)] = []
    for list in lists.indices.prefix(PageAssembler.mostGroups) {
      for group in groups.indices { pairs.append((abs(lists[list].last - groups[group].highest), list, group)) }
    }
    pairs.sort { ($0.distance, $0.list, $0.group) < ($1.distance, $1.list, $1.group) }
    var listed: Set<Int> = []
    for again in [false, true] {
      for pair in pairs where listGroups[lists[pair.list].line] == nil && (again || !listed.contains(pair.group)) {
        listGroups[lists[pair.list].line] = groups[pair.group]
        listed.insert(pair.group)
      }
    }
  }

  /// Finds out which numbers the entries of the page's one long list have on the page, where the text lost some.
  private mutating func alignNumbers(_ lists: [(line: Int, last: Int)]) {
    guard lists.count == 1, let first = lists.first?.line else { return }
    let uses = usesOfNumbers()
    let entries = (first..<referencesEnd(from: first)).filter { isEntry($0, ofListAt: first) }
    let source = source
    let bytes = source.span
    let links = entries.map { entry in
      let line = lines[entry]
      let content = Int(line.content)..<Int(line.end)
      return max(1, Backlinks(bytes, content, number: Int(line.number), words: words)?.links.count ?? 1)
    }
    let numbers = entries.map { Int(lines[$0].number) }
    // What the entries say is only read where some are lost.
    guard NoteAlignment.shifts(numbers: numbers, links: links, uses: uses) != nil else { return }
    let contexts = wordsBeforeMarks(upTo: uses.count - 1)
    let entryWords = entries.map { CitedWords(bytes, lines[$0].range, from: .start) }
    let shifts = NoteAlignment.shifts(numbers: numbers, links: links, uses: uses) { entry, number in
      contexts[number].map { entryWords[entry].shared(with: $0) } ?? 0
    }
    guard let shifts else { return }
    for (entry, shift) in zip(entries, shifts) where shift > 0 { self.shifts[entry] = shift }
  }

  /// The words before the first mark of each number.
  private func wordsBeforeMarks(upTo most: Int) -> [CitedWords?] {
    let bytes = source.span
    var words = [CitedWords?](repeating: nil, count: most + 1)
    for line in lines where line.hasBracket && line.kind != .heading && line.kind != .entry {
      var index = line.range.lowerBound
      while index < line.range.upperBound {
        guard bytes[index] == UInt8(ascii: "["), let found = marks.mark(bytes, at: index, in: line.range) else {
          index += 1
          continue
        }
        if case .number(let number, _) = found.mark, number <= most, words[number] == nil {
          words[number] = CitedWords(bytes, line.range.lowerBound..<index, from: .end)
        }
        index = found.end
      }
    }
    return words
  }

  /// How many marks each number has in the text.
  private func usesOfNumbers() -> [Int] {
    let bytes = source.span
    var uses: [Int] = [0]
    for line in lines where line.hasBracket && line.kind != .heading {
      var index = line.range.lowerBound
      while index < line.range.upperBound {
        guard bytes[index] == UInt8(ascii: "["), let found = marks.mark(bytes, at: index, in: line.range) else {
          index += 1
          continue
        }
        if case .number(let number, _) = found.mark, number <= PageAssembler.mostNumbers, number <= highestEntry {
          while uses.count <= number { uses.append(0) }
          uses[number] += 1
        }
        index = found.end
      }
    }
    return uses
  }

  /// The groups that marks of the page are of, with their highest numbers.
  private func noteGroups() -> [NoteGroup] {
    let bytes = source.span
    var groups: [NoteGroup] = []
    for line in lines where line.hasBracket && line.kind != .heading {
      var index = line.range.lowerBound
      while index < line.range.upperBound {
        guard bytes[index] == UInt8(ascii: "["), let found = marks.mark(bytes, at: index, in: line.range) else {
          index += 1
          continue
        }
        note(found.mark, in: &groups)
        index = found.end
      }
    }
    return groups
  }

  private func note(_ mark: TextMark, in groups: inout [NoteGroup]) {
    let group: NoteGroup
    let number: Int
    switch mark {
    case .tag: return
    case .number(let value, _):
      if value > highestEntry { return }
      group = NoteGroup(name: [], isLettered: false)
      number = value
    case .note(let name, let letters) where name.isEmpty:
      group = letterGroup(source[letters])
      number = letterNumber(source[letters])
    case .note(let name, let figures):
      group = NoteGroup(name: Array(source[name]), isLettered: false)
      number = source.span.number(figures) ?? 0
    }
    if let index = groups.firstIndex(where: { $0.name == group.name && $0.isLettered == group.isLettered }) {
      groups[index].highest = max(groups[index].highest, number)
    } else if groups.count < PageAssembler.mostGroups {
      groups.append(group)
      groups[groups.count - 1].highest = number
    }
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
