import WikitextDocument
import WikitextSyntax

/// What the elements of a page show, and what they are for.
struct HTMLContent {
  let tree: HTMLTree
  let source: [UInt8]

  /// The record behind an element.
  func after(_ index: Int) -> Int { Int(tree.records[index].next) }

  /// Whether a text shows nothing.
  func isBlank(_ record: HTMLRecord) -> Bool {
    source[Int(record.start)..<Int(record.end)].allSatisfy { $0 <= 0x20 }
  }

  /// The text that an element shows: no furniture, no marks of references; white space is single spaces.
  func text(of index: Int) -> [UInt8] { text(from: index + 1, to: after(index)) }

  /// The text that the records from one up to another show.
  ///
  /// - Complexity: O(bytes).
  func text(from first: Int, to end: Int) -> [UInt8] {
    var output: [UInt8] = []
    var index = first
    var breaks: [Int] = []
    while index < end {
      while let last = breaks.last, last <= index {
        breaks.removeLast()
        output.append(0x20)
      }
      let record = tree.records[index]
      if record.element == .text {
        output += HTMLCharacters.decoding(source[textPlace(record, index)])
        index += 1
        continue
      }
      let isMark = record.roles.contains(.referenceMark) && record.element == .sup
      if furnitureKind(record) != nil || isEditLink(record, index) || isMark || isEditorsMark(record, index) {
        index = Int(record.next)
        continue
      }
      if record.element == .br || (record.element.isBlock && !record.roles.contains(.inline)) {
        output.append(0x20)
        breaks.append(Int(record.next))
      }
      index += 1
    }
    return HTMLText.folded(output)
  }

  // MARK: Furniture

  /// What an element is that is not the article.
  func furnitureKind(_ record: HTMLRecord) -> Furniture.Kind? {
    switch record.element {
    case .script, .style: return .program
    case .template, .noscript, .iframe, .svg, .object, .textarea: return .hidden
    case .button, .select, .form, .nav, .footer: return .site
    default: break
    }
    let roles = record.roles
    if roles.isDisjoint(with: .mayBeFurniture) { return nil }
    if roles.contains(.hidden) { return .hidden }
    if roles.contains(.editLink) { return .editLink }
    if roles.contains(.contents) { return .contents }
    if roles.contains(.infobox) { return nil }
    if roles.contains(.hatnote) { return .hatnote }
    if roles.contains(.notice), record.element != .span { return .notice }
    if !roles.isDisjoint(with: [.navigation, .categories]) { return .navigation }
    if roles.contains(.site) { return .site }
    if roles.contains(.coordinates) { return .site }
    if roles.contains(.unprinted), record.element.isBlock, !roles.contains(.inline) { return .navigation }
    return nil
  }

  // MARK: Links to where values are edited

  /// Whether a link leads to where the values of an infobox are edited, as in "[edit on Wikidata]": to an item of
  /// Wikidata, in brackets or by its words. One that shows the item's number is a value.
  func isEditLink(_ record: HTMLRecord, _ index: Int) -> Bool {
    guard record.element == .a, let address = tree.attribute(.href, of: index), address.contains(host: "wikidata.org")
    else {
      return false
    }
    var text: [UInt8] = []
    for inner in tree.records[index..<after(index)] where inner.element == .text {
      text += source[Int(inner.start)..<Int(inner.end)]
    }
    if text.isEmpty || text[0] == UInt8(ascii: "Q") && text.dropFirst().allSatisfy(\.isDigit) { return false }
    if FurnitureWords.isEditLinkOfValue(text) { return true }
    let before = source[..<Int(record.start)].last { $0 > 0x20 }
    let behind = source[Int(record.end)...].first { $0 > 0x20 }
    return before == UInt8(ascii: "[") && behind == UInt8(ascii: "]")
  }

  /// Where the text of a record is that shows: without a bracket around a link to where values are edited.
  func textPlace(_ record: HTMLRecord, _ index: Int) -> Range<Int> {
    var start = Int(record.start)
    var end = Int(record.end)
    var last = end
    while last > start, source[last - 1] <= 0x20 { last -= 1 }
    if last > start, source[last - 1] == UInt8(ascii: "["), index + 1 < tree.records.count,
      isEditLink(tree.records[index + 1], index + 1)
    {
      end = last - 1
    }
    var first = start
    while first < end, source[first] <= 0x20 { first += 1 }
    if first < end, source[first] == UInt8(ascii: "]"), let link = linkBefore(index),
      isEditLink(tree.records[link], link)
    {
      start = first + 1
    }
    return start..<max(start, end)
  }

  /// The link that ends right before a record.
  private func linkBefore(_ index: Int) -> Int? {
    var before = index - 1
    for _ in 0..<4 where before >= 0 && after(before) == index {
      if tree.records[before].element == .a { return before }
      before -= 1
    }
    return nil
  }

  // MARK: Marks

  /// Whether an element is a mark that an editor left: raised, in brackets, and no citation.
  func isEditorsMark(_ record: HTMLRecord, _ index: Int) -> Bool {
    guard record.element == .sup, record.end &- record.start < 4096 else { return false }
    if record.roles.contains(.referenceMark), !noteLinks(in: index).isEmpty { return false }
    return isBracketed(index)
  }

  /// Whether the text of an element begins with `[` and ends with `]`.
  func isBracketed(_ index: Int) -> Bool {
    var first: UInt8 = 0
    var last: UInt8 = 0
    for record in tree.records[index..<after(index)] where record.element == .text {
      for byte in HTMLCharacters.decoding(source[Int(record.start)..<Int(record.end)]) where byte > 0x20 {
        // A no-break space is two bytes.
        if byte == 0xC2 || byte == 0xA0 { continue }
        if first == 0 { first = byte }
        last = byte
      }
    }
    return first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
  }

  /// The links to notes in an element.
  func noteLinks(in index: Int) -> [Int] {
    (index + 1..<max(after(index), index + 1)).filter { tree.records[$0].element == .a && noteName($0) != nil }
  }

  /// What a link to a note names: what is behind the `#`, without the `cite_note-` that all have.
  func noteName(_ anchor: Int) -> ArraySlice<UInt8>? {
    guard let address = tree.attribute(.href, of: anchor), let hash = address.firstIndex(of: UInt8(ascii: "#")) else {
      return nil
    }
    return HTMLContent.noteName(TitleText.decoded(address[(hash + 1)...])[...])
  }

  /// A note's id without the `cite_note-` that all have.
  static func noteName(_ id: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if id.isEmpty || id.starts(with: "cite_ref") { return nil }
    return id.starts(with: "cite_note-") ? id.dropFirst(10) : id
  }
}
