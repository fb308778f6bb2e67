import WikitextDocument
import WikitextSyntax

/// Citation marks, and the lists of what they lead to.
extension HTMLPageReader {
  /// Raised text: a citation mark, an editor's mark, or no more than that.
  mutating func visitRaised(_ record: HTMLRecord, _ index: Int) -> Int {
    if record.roles.contains(.referenceMark) {
      if addMarks(in: index) { return after(index) }
      // The comma between two marks.
      let text = content.text(of: index)
      if text.count == 1, text[0] == UInt8(ascii: ",") || text[0] == UInt8(ascii: " ") {
        addFurniture(.navigation, index)
        return after(index)
      }
      if addPages(text, index) { return after(index) }
    }
    if content.isEditorsMark(record, index) {
      let shown = content.text(of: index)
      let mark = HTMLText.unbracketed(shown) ?? shown[...]
      let name = builder.intern(mark)
      builder.addLeaf(NewNode(.template, at: Int(record.start), flags: .tag, name: name), to: Int(record.end))
      return after(index)
    }
    let name = name("sup")
    return open(index, .element, .line, name: name, closing: .nodeUnlessEmpty)
  }

  /// Adds the pages that stand raised behind a citation mark, as `: 12`, to the mark.
  ///
  /// - Returns: whether a mark stands right before them.
  private mutating func addPages(_ text: [UInt8], _ index: Int) -> Bool {
    guard text.count > 1, text[0] == UInt8(ascii: ":"), lastMark >= 0, lastMark == builder.records.count - 1 else {
      return false
    }
    let start = text.span.skippingSpace(from: 1, to: text.count)
    let pages = text[start..<text.span.trimmingSpace(from: start, to: text.count)]
    builder.addAttribute(name("pages"), builder.intern(pages), to: lastMark)
    builder.records[lastMark].sourceEnd = tree.records[index].end
    return true
  }

  /// Adds the citation marks in an element.
  ///
  /// - Parameters:
  ///   - index: the element.
  ///   - place: where the marks are said to be; nil for where they are.
  /// - Returns: whether there are any.
  @discardableResult
  mutating func addMarks(in index: Int, at place: Int? = nil) -> Bool {
    let anchors = content.noteLinks(in: index)
    for anchor in anchors {
      let record = tree.records[anchors.count == 1 ? index : anchor]
      addMark(anchor, in: anchors.count == 1 ? index : anchor, place ?? Int(record.start), place ?? Int(record.end))
    }
    return !anchors.isEmpty
  }

  private mutating func addMark(_ anchor: Int, in index: Int, _ start: Int, _ end: Int) {
    guard let name = content.noteName(anchor) else { return }
    let shown = content.text(of: index)
    let mark = HTMLText.unbracketed(shown).map(Array.init) ?? shown
    let number = builder.reference(group: PoolRange(), name: builder.intern(name))
    let target = UInt32(truncatingIfNeeded: number)
    builder.openNode(
      NewNode(.reference, at: start, target: PoolRange(start: target, end: target))
    )
    builder.addAttribute(self.name("mark"), builder.intern(mark[...]), to: builder.current)
    builder.use(number, node: builder.current)
    lastMark = builder.current
    builder.closeNode(at: end)
    if marks[number] == nil { marks[number] = mark }
  }

  // MARK: Lists

  mutating func visitReferenceList(_ record: HTMLRecord, _ index: Int) -> Int {
    let next = open(index, .referenceList, .flow)
    guard next > index, builder.currentKind == .referenceList else { return next }
    addAttributes([.dataGroup], of: index)
    let group = tree.attribute(.dataGroup, of: index).map { builder.intern($0) } ?? PoolRange()
    var position = tree.attribute(.start, of: index).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    for item in Array(tree.children(of: index)) {
      let record = tree.records[item]
      guard record.element == .li, content.furnitureKind(record) == nil else {
        read(from: item, to: after(item))
        continue
      }
      endLooseText(at: Int(record.start))
      addEntry(item, group: group, position: position)
      position &+= 1
    }
    return after(index)
  }

  private mutating func addEntry(_ item: Int, group: PoolRange, position: Int) {
    let record = tree.records[item]
    let id = tree.attribute(.id, of: item) ?? tree.attribute(.about, of: item)?.drop { $0 == UInt8(ascii: "#") }
    let name = id.flatMap { HTMLContent.noteName($0) }.map { builder.intern($0) } ?? PoolRange()
    let number = builder.reference(group: PoolRange(), name: name)
    let target = UInt32(truncatingIfNeeded: number)
    builder.openNode(NewNode(.reference, at: Int(record.start), target: PoolRange(start: target, end: target)))
    let node = builder.current
    let mark = marks[number] ?? Array(String(position).utf8)
    builder.addAttribute(self.name("mark"), builder.intern(mark[...]), to: node)
    let links = backlinks(item)
    if !links.letters.isEmpty {
      builder.addAttribute(self.name("backlinks"), builder.intern(links.letters[...]), to: node)
    }
    builder.extras.references[number].group = group
    if builder.extras.references[number].definition == nil {
      builder.extras.references[number].definition = UInt32(truncatingIfNeeded: node)
      builder.extras.references[number].isListDefined = true
    } else {
      builder.extras.references[number].isDefinedAgain = true
    }
    for object in item..<after(item) where tree.records[object].roles.contains(.contextObject) {
      guard let title = tree.attribute(.title, of: object), !title.isEmpty else { continue }
      builder.addAttribute(self.name(ReferenceAttribute.contextObject), builder.intern(title), to: node)
    }
    let outer = context
    context = .line
    read(from: links.end, to: after(item))
    context = outer
    builder.closeNode(at: Int(record.end))
  }

  /// The links of an entry that lead back to its marks, which stand before its text: `^`, or a letter for each mark.
  private mutating func backlinks(_ item: Int) -> (letters: [UInt8], end: Int) {
    var count = 0
    var child = item + 1
    let end = after(item)
    while child < end {
      let record = tree.records[child]
      if record.element == .text {
        guard content.isBlank(record) || isSeparator(record) else { break }
        child += 1
        continue
      }
      let links = backlinkCount(child)
      guard links > 0 || record.roles.contains(.backlink) else { break }
      count += links
      addFurniture(.backlink, child)
      child = Int(record.next)
    }
    return (HTMLPageReader.letters(count), child)
  }

  /// Whether a text is the arrow before links back, or a comma between them.
  private func isSeparator(_ record: HTMLRecord) -> Bool {
    let text = HTMLText.folded(Array(source[Int(record.start)..<Int(record.end)]))
    return [Array("^".utf8), Array("↑".utf8), Array(",".utf8)].contains(text)
  }

  /// How many links an element has that lead back to marks, when it has no other links.
  private func backlinkCount(_ index: Int) -> Int {
    if tree.records[index].roles.contains(.referenceText) { return 0 }
    var count = 0
    for place in index..<after(index) where tree.records[place].element == .a {
      guard let address = tree.attribute(.href, of: place), let hash = address.firstIndex(of: UInt8(ascii: "#")),
        address[(hash + 1)...].starts(with: "cite_ref")
      else { return 0 }
      count += 1
    }
    return count
  }

  /// `^` for one, `a b c` for more; behind `z` follows `aa`.
  private static func letters(_ count: Int) -> [UInt8] {
    if count < 2 { return count == 1 ? [UInt8(ascii: "^")] : [] }
    var letters: [UInt8] = []
    for number in 0..<count {
      if number > 0 { letters.append(0x20) }
      if number >= 26 { letters.append(UInt8(truncatingIfNeeded: 0x61 + (number / 26 - 1) % 26)) }
      letters.append(UInt8(truncatingIfNeeded: 0x61 + number % 26))
    }
    return letters
  }
}
