import CLibXML2
import WikitextDocument
import WikitextSyntax

/// Makes a tree of what libxml2 reports: elements that begin and end, and text.
///
/// libxml2 says what there is, not where. But it says it at once, so that the place is behind what was reported: a tag
/// that begins stands between the end of the last thing reported and the parser's place.
@safe struct HTMLTreeBuilder {
  /// Elements deeper than this have what is in them beside them. libxml2 looks through all that is open at each end
  /// tag, so that the depth has to have a bound.
  static let maximumDepth = 250

  private(set) var tree = HTMLTree()
  /// What the parser reads: the page, repaired.
  private let bytes: [UInt8]
  private let context: htmlParserCtxtPtr
  private var open: [UInt32] = []
  /// Where what was reported last ends.
  private var last = 0
  /// The text that was reported and not added yet.
  private var textStart = -1
  private var textEnd = 0

  init(bytes: [UInt8], context: htmlParserCtxtPtr) {
    self.bytes = bytes
    unsafe self.context = context
    tree.records.reserveCapacity(bytes.count / 48 + 16)
    tree.attributes.reserveCapacity(bytes.count / 64 + 16)
    tree.pool.reserveCapacity(bytes.count / 2 + 16)
  }

  /// Where in the page the parser is.
  private var place: Int {
    guard let input = unsafe context.pointee.input else { return bytes.count }
    let consumed = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    return min(max(consumed, last), bytes.count)
  }

  // MARK: Elements

  @unsafe mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let place = place
    let element = unsafe HTMLElement(name: name)
    // An element that libxml2 thinks must be there has no tag.
    let start = unsafe tagStart(name, before: place)
    addText()
    var contentStart = last
    if start != nil {
      contentStart = place
      if place < bytes.count, bytes[place] == UInt8(ascii: "/") { contentStart += 1 }
      if contentStart < bytes.count, bytes[contentStart] == UInt8(ascii: ">") { contentStart += 1 }
    }
    let index = tree.records.count
    tree.records.append(
      HTMLRecord(
        next: UInt32(truncatingIfNeeded: index + 1),
        firstAttribute: UInt32(truncatingIfNeeded: tree.attributes.count),
        attributeCount: 0,
        element: element,
        roles: [],
        start: UInt32(truncatingIfNeeded: start ?? last),
        contentStart: UInt32(truncatingIfNeeded: contentStart),
        contentEnd: UInt32(truncatingIfNeeded: contentStart),
        end: UInt32(truncatingIfNeeded: contentStart)
      )
    )
    unsafe addAttributes(attributes, to: index)
    last = contentStart
    if unsafe element.isVoid && !isEmpty(name), isFollowedByContent(place) {
      forgetName()
    } else if open.count >= HTMLTreeBuilder.maximumDepth, !element.isVoid, !element.holdsRawText,
      isFollowedByContent(place)
    {
      if let parent = open.last { tree.records[Int(parent)].isTooDeep = true }
      forgetName()
    } else {
      open.append(UInt32(truncatingIfNeeded: index))
    }
  }

  /// Whether libxml2 knows that an element has no content: it is older than `<wbr>`, and would put all that follows into it.
  private func isEmpty(_ name: UnsafePointer<UInt8>) -> Bool {
    guard let description = unsafe htmlTagLookup(name) else { return false }
    return unsafe description.pointee.empty != 0
  }

  /// Whether the parser, which is in a start tag, will not end the element with the tag.
  private func isFollowedByContent(_ place: Int) -> Bool {
    place < bytes.count && bytes[place] == UInt8(ascii: ">")
  }

  /// Takes the element that the parser opened last from its list of open ones, as if it had ended.
  private func forgetName() {
    unsafe context.pointee.nameNr -= 1
    let count = unsafe Int(context.pointee.nameNr)
    unsafe context.pointee.name = count > 0 ? context.pointee.nameTab[count - 1] : nil
  }

  /// Where the tag of this name begins, between what was reported last and the parser's place.
  private func tagStart(_ name: UnsafePointer<UInt8>, before place: Int) -> Int? {
    var position = last
    let bytes = bytes.span
    while position < place {
      guard bytes[position] == UInt8(ascii: "<") else {
        position &+= 1
        continue
      }
      var letter = unsafe name
      var cursor = position &+ 1
      while cursor < place, unsafe letter.pointee != 0, unsafe bytes[cursor] | 0x20 == letter.pointee | 0x20 {
        cursor &+= 1
        unsafe letter += 1
      }
      if unsafe letter.pointee == 0 { return position }
      position &+= 1
    }
    return nil
  }

  mutating func end(_ name: UnsafePointer<UInt8>) {
    guard let top = open.popLast() else { return }
    let place = place
    let index = Int(top)
    var contentEnd = last
    var end = last
    // A tag that ends several elements is reported for each of them; only the last one has its name.
    if let tag = endTag(before: place) {
      addText()
      contentEnd = tag
      end = tag
      if unsafe hasName(name, at: tag + 2) {
        end = place
        last = place
      }
    } else {
      addText()
    }
    let record = tree.records[index]
    let start = Int(record.contentStart)
    tree.records[index].contentEnd = UInt32(truncatingIfNeeded: max(contentEnd, start))
    tree.records[index].end = UInt32(truncatingIfNeeded: max(end, start))
    tree.records[index].next = UInt32(truncatingIfNeeded: tree.records.count)
  }

  /// Where the end tag begins that was just read.
  private func endTag(before place: Int) -> Int? {
    guard place > last, bytes[place - 1] == UInt8(ascii: ">") else { return nil }
    var position = place - 2
    while position >= last, bytes[position] != UInt8(ascii: "<") { position -= 1 }
    return position >= last && bytes[position + 1] == UInt8(ascii: "/") ? position : nil
  }

  private func hasName(_ name: UnsafePointer<UInt8>, at position: Int) -> Bool {
    var letter = unsafe name
    var cursor = position
    while unsafe letter.pointee != 0 {
      guard cursor < bytes.count, unsafe bytes[cursor] | 0x20 == letter.pointee | 0x20 else { return false }
      cursor += 1
      unsafe letter += 1
    }
    return true
  }

  // MARK: Attributes

  private mutating func addAttributes(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, to index: Int) {
    guard var attribute = unsafe attributes else { return }
    var roles: HTMLRoles = []
    while let name = unsafe attribute.pointee {
      let value = unsafe attribute[1]
      unsafe attribute += 2
      guard let name = unsafe HTMLAttribute(name: name) else { continue }
      let start = tree.pool.count
      if let value = unsafe value { unsafe addValue(value) }
      switch name {
      case .class: roles.formUnion(HTMLRoles(classes: tree.pool[start...]))
      case .id: roles.formUnion(HTMLRoles(id: tree.pool[start...]))
      case .style:
        // It tells nothing else.
        roles.formUnion(HTMLStyle.roles(tree.pool[start...]))
        tree.pool.removeLast(tree.pool.count - start)
        continue
      case .hidden: roles.insert(.hidden)
      case .align where tree.pool[start...].equals("right"): roles.insert(.floating)
      case .role:
        if tree.pool[start...].equals("navigation") { roles.insert(.navigation) }
        if tree.pool[start...].equals("presentation") { roles.insert(.layout) }
      default: break
      }
      let range = PoolRange(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: tree.pool.count))
      tree.attributes.append(HTMLAttributeRecord(name: name, value: range))
      tree.records[index].attributeCount &+= 1
    }
    if roles.contains(.shown) { roles.remove(.hidden) }
    tree.records[index].roles = roles
  }

  private mutating func addValue(_ value: UnsafePointer<UInt8>) {
    let count = unsafe Int(xmlStrlen(value))
    let bytes = unsafe UnsafeBufferPointer(start: value, count: count)
    if unsafe bytes.contains(HTMLRepair.damaged) {
      for offset in 0..<count {
        let byte = unsafe bytes[offset]
        if byte == HTMLRepair.damaged { tree.pool += [0xEF, 0xBF, 0xBD] } else { tree.pool.append(byte) }
      }
    } else {
      unsafe tree.pool.append(contentsOf: bytes)
    }
  }

  // MARK: Text

  /// Text was read up to the parser's place.
  mutating func text() {
    let place = place
    var start = last
    // Before it there may be what libxml2 says nothing of: end tags of nothing, and `<!…>`.
    while start &+ 1 < place, bytes[start] == UInt8(ascii: "<"), isSilent(bytes[start &+ 1]) {
      addText()
      while start < place, bytes[start] != UInt8(ascii: ">") { start &+= 1 }
      start = min(start &+ 1, place)
    }
    last = place
    guard start < place else { return }
    if textStart < 0 { textStart = start }
    textEnd = place
  }

  private func isSilent(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Something was read that is no part of the tree: a comment.
  mutating func skip() {
    addText()
    last = place
  }

  /// Adds the text that was read since the last tag.
  private mutating func addText() {
    guard textStart >= 0 else { return }
    let start = UInt32(truncatingIfNeeded: textStart)
    let end = UInt32(truncatingIfNeeded: textEnd)
    textStart = -1
    if let parent = open.last, tree.records[Int(parent)].element.holdsRawText,
      tree.records[Int(parent)].element != .title
    {
      return
    }
    tree.records.append(
      HTMLRecord(
        next: UInt32(truncatingIfNeeded: tree.records.count + 1),
        firstAttribute: 0,
        attributeCount: 0,
        element: .text,
        roles: [],
        start: start,
        contentStart: start,
        contentEnd: end,
        end: end
      )
    )
  }

  /// Closes what is open.
  mutating func finish() -> HTMLTree {
    tree.end = place
    addText()
    while let top = open.popLast() {
      let index = Int(top)
      let end = max(UInt32(truncatingIfNeeded: last), tree.records[index].contentStart)
      tree.records[index].contentEnd = end
      tree.records[index].end = end
      tree.records[index].next = UInt32(truncatingIfNeeded: tree.records.count)
    }
    return tree
  }
}
