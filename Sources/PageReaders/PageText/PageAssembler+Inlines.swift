import WikitextDocument

/// Running text: the text itself, marks, what is wrong with it.
extension PageAssembler {
  /// Writes a range of the source as inlines into the node opened last.
  ///
  /// - Parameters:
  ///   - range: the text, on one line.
  ///   - hasBrackets: whether a bracket may open in it.
  mutating func addInlines(_ range: Range<Int>, hasBrackets: Bool) {
    guard hasBrackets else {
      builder.addText(source[range], from: range.lowerBound, to: range.upperBound)
      return
    }
    let source = source
    let bytes = source.span
    var textStart = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "["), let found = marks.mark(bytes, at: index, in: range),
        isMark(found.mark)
      else {
        index += 1
        continue
      }
      builder.addText(source[textStart..<index], from: textStart, to: index)
      add(found.mark, at: index, to: found.end)
      index = found.end
      if case .tag = found.mark {} else { index = addPages(behind: index, range) }
      textStart = index
    }
    builder.addText(source[textStart..<range.upperBound], from: textStart, to: range.upperBound)
  }

  /// Whether the page has something that a mark may lead to.
  private func isMark(_ mark: TextMark) -> Bool {
    if case .number(let number, _) = mark { return number <= highestEntry }
    return true
  }

  private mutating func add(_ mark: TextMark, at start: Int, to end: Int) {
    switch mark {
    case .tag(let content):
      let name = builder.intern(source[content])
      builder.openNode(NewNode(.template, at: start, flags: .tag, name: name))
      builder.closeNode(at: end)
    case .number(let number, let name):
      let mark = builder.intern(source[name])
      addReference(numberedReference(number), at: start, to: end, mark: mark)
    case .note(let group, let name) where group.isEmpty:
      let group = letterGroup(source[name])
      let mark = builder.intern(source[name])
      let groupName = builder.intern(group.name[...])
      addReference(builder.reference(group: groupName, name: mark), at: start, to: end, mark: mark)
    case .note(let group, let name):
      let groupName = builder.intern(source[group])
      let noteName = builder.intern(source[name])
      let mark = builder.intern(source[group.lowerBound..<name.upperBound])
      addReference(builder.reference(group: groupName, name: noteName), at: start, to: end, mark: mark)
    }
  }

  private mutating func addReference(_ reference: Int, at start: Int, to end: Int, mark: PoolRange) {
    let number = UInt32(truncatingIfNeeded: reference)
    builder.openNode(NewNode(.reference, at: start, target: PoolRange(start: number, end: number)))
    builder.addAttribute(markName, mark, to: builder.current)
    builder.use(reference, node: builder.current)
    builder.closeNode(at: end)
  }

  /// The reference that a mark without a group leads to.
  mutating func numberedReference(_ number: Int) -> Int {
    while numbered.count <= number, numbered.count <= PageAssembler.mostNumbers { numbered.append(-1) }
    let known = number < numbered.count ? numbered[number] : -1
    if known >= 0 { return known }
    let name = builder.intern(Array(String(number).utf8)[...])
    let reference = builder.reference(group: PoolRange(), name: name)
    if number < numbered.count { numbered[number] = reference }
    return reference
  }

  /// The most bytes that the pages behind a mark have.
  static let longestPages = 60

  /// Adds the pages that stand raised behind a mark to it: `[3]:12–14`, `[3]: 12`.
  private mutating func addPages(behind start: Int, _ range: Range<Int>) -> Int {
    let end = pagesEnd(behind: start, range)
    guard end > start else { return start }
    let mark = builder.records.count - 1
    let pages = builder.intern(source[trimmed(start + 1..<end)])
    builder.addAttribute(builder.intern(Array("pages".utf8)[...]), pages, to: mark)
    builder.records[mark].sourceEnd = UInt32(truncatingIfNeeded: end)
    return end
  }

  /// Where the pages behind a mark end, which a colon begins: `:12n`, `: xiv`, `: 12–14, 20`.
  ///
  /// - Returns: `start` where there are none. Behind a space a figure may be the text's ("There were[3]: 3 men"): then the
  ///   line has to end there, or to go on with something new.
  /// - Complexity: O(1): pages are short.
  func pagesEnd(behind start: Int, _ range: Range<Int>) -> Int {
    let bytes = source.span
    guard start + 1 < range.upperBound, bytes[start] == UInt8(ascii: ":") else { return start }
    let first = bytes.skippingSpace(from: start + 1, to: range.upperBound)
    let limit = min(range.upperBound, start + PageAssembler.longestPages)
    var end = start
    var next = first
    while let page = pageEnd(from: next, limit) {
      end = page
      if bytes.hasBytes([0xE2, 0x80, 0x93], at: page, before: limit) {
        next = page + 3
      } else if page < limit, bytes[page] == UInt8(ascii: "-") || bytes[page] == UInt8(ascii: ",") {
        next = bytes.skippingSpace(from: page + 1, to: limit)
      } else {
        break
      }
    }
    return first == start + 1 || endsPages(end, range) ? end : start
  }

  /// Where a page's number ends: figures with no more than two letters behind them, or a Roman number in small letters.
  private func pageEnd(from start: Int, _ limit: Int) -> Int? {
    let bytes = source.span
    var index = start
    while index < limit, bytes[index].isDigit { index += 1 }
    let digits = index
    while index < limit, bytes[index].isLower, digits > start || "ivxlcdm".utf8.contains(bytes[index]) { index += 1 }
    let isWord = index < limit && (bytes[index].isLetter || bytes[index] >= 0xC3 && bytes[index] < 0xE2)
    return index == start || isWord || (digits > start && index > digits + 2) ? nil : index
  }

  /// Whether what stands at a place begins something new: the end, a mark, a capital letter behind a space.
  private func endsPages(_ end: Int, _ range: Range<Int>) -> Bool {
    let bytes = source.span
    let next = bytes.skippingSpace(from: end, to: range.upperBound)
    guard next < range.upperBound else { return true }
    switch bytes[next] {
    case UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."): return true
    default: return next > end && (bytes[next].isUpper || bytes[next] >= 0xC3)
    }
  }

  // MARK: Letters that count

  /// The group that marks of letters are in, as MediaWiki calls it.
  func letterGroup(_ mark: ArraySlice<UInt8>) -> NoteGroup {
    let name = mark.first?.isUpper == true ? "upper-alpha" : "lower-alpha"
    return NoteGroup(name: Array(name.utf8), isLettered: true)
  }

  /// The place of a mark of letters: 1 for `a`, 27 for `aa`.
  func letterNumber(_ mark: ArraySlice<UInt8>) -> Int {
    guard let first = mark.first else { return 0 }
    return Int((first | 0x20) &- 0x60) + (mark.count - 1) * 26
  }
}
