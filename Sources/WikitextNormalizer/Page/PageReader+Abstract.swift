import WikitextDocument
import WikitextSyntax

extension PageReader {
  /// Reads the paragraphs of the lead as text.
  ///
  /// - Complexity: O(nodes and bytes of the lead).
  mutating func readAbstract() {
    let records = document.records
    guard records.count > 1, records[1].kind == .section, records[1].detail == 0 else { return }
    var text = AbstractText(document: document)
    var child = 2
    while child < Int(records[1].next), records[child].kind != .section {
      if records[child].kind == .paragraph {
        text.beginParagraph()
        text.add(from: child + 1, to: Int(records[child].next), &builder)
      }
      child = Int(records[child].next)
    }
    facts.abstract = text.finished()
  }
}

/// Running text in the making, and what it leaves out.
///
/// Where something is left out, what is about it alone goes as well: brackets that are empty then, a separator that has
/// nothing on one of its sides, the blank before a comma. Nothing else is changed.
///
///     '''Isar''' ({{unknown}}; from ''is'') {{unknown}}, a river    // Isar (from is), a river
struct AbstractText {
  let document: Document
  private var bytes: [UInt8] = []
  private var leftOut: [SourceRange] = []
  private var paragraphStart = 0
  private var pendingSpace = false
  /// Whether something was left out since the last byte.
  private var isBehindGap = false

  init(document: Document) {
    self.document = document
  }

  /// Begins a line.
  mutating func beginParagraph() {
    endParagraph()
    if !bytes.isEmpty { bytes.append(0x0A) }
    paragraphStart = bytes.count
    pendingSpace = false
    isBehindGap = false
  }

  /// Takes back the line where nothing came to stand in it.
  private mutating func endParagraph() {
    if bytes.last == 0x0A { bytes.removeLast() }
  }

  /// The text; nil when there is none.
  mutating func finished() -> PageAbstract? {
    endParagraph()
    if bytes.isEmpty { return nil }
    return PageAbstract(text: String(decoding: bytes, as: UTF8.self), leftOut: leftOut)
  }

  /// Adds the nodes from one index up to another.
  mutating func add(from first: Int, to end: Int, _ builder: inout ValueTextBuilder) {
    let records = document.records
    let pool = document.pool
    var index = first
    while index < end {
      let record = records[index]
      var next = index + 1
      switch record.kind {
      case .text:
        add(pool[record.name.offsets])
      case .math, .code:
        add(pool[record.target.offsets])
        next = Int(record.next)
      case .lineBreak:
        pendingSpace = true
      case .template, .parserFunction:
        next = Int(record.next)
        // Values of the wiki's own, such as dates, are shown as it shows them, as far as that is known.
        let shown = builder.build(from: index, to: next)
        let text = shown.plain(0..<shown.bytes.count)
        if text.isEmpty { leaveOut(record) } else { add(Array(text.utf8)[...]) }
      case .reference, .parameter, .image, .extension, .referenceList, .gallery:
        next = Int(record.next)
        leaveOut(record)
      case .externalLink:
        if record.flags.contains(.numbered) { leaveOut(record) }
      case .list, .table, .paragraph, .listItem, .term, .description, .tableRow, .tableCell, .tableHeaderCell,
        .tableCaption, .heading, .section, .block, .preformatted, .thematicBreak:
        pendingSpace = true
      default: break
      }
      index = next
    }
  }

  // MARK: Gaps

  private mutating func leaveOut(_ record: NodeRecord) {
    leftOut.append(SourceRange(start: Int(record.sourceStart), end: Int(record.sourceEnd)))
    isBehindGap = true
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      if byte <= 0x20 {
        pendingSpace = true
        position += 1
        continue
      }
      if isBehindGap {
        let (length, isDone) = closeGap(before: text[position...])
        position += length
        if isDone { isBehindGap = false }
        if length > 0 { continue }
      }
      var end = position + 1
      while end < text.endIndex, text[end] > 0x20 { end += 1 }
      if pendingSpace, bytes.count > paragraphStart { bytes.append(0x20) }
      pendingSpace = false
      bytes += text[position..<end]
      position = end
    }
  }

  /// Brings together what stands on both sides of a gap.
  ///
  /// - Returns: how many bytes of the right side go, and whether that is all.
  private mutating func closeGap(before right: ArraySlice<UInt8>) -> (length: Int, isDone: Bool) {
    let mark = Mark(at: right)
    if mark.isClosing {
      dropSeparators()
      if dropOpeningBracket() {
        // The blank before the brackets and the one behind them are one.
        return (mark.length, false)
      }
      pendingSpace = false
      return (0, true)
    }
    if mark.isSeparator {
      let isAtStart = bytes.count == paragraphStart || Mark(endOf: bytes[paragraphStart...]).isOpening
      // "( ; a" and "a; ; b" lose a separator, "a , b" a blank.
      if isAtStart || Mark(endOf: bytes[paragraphStart...]).isSeparator { return (mark.length, false) }
      if mark.hugs { pendingSpace = false }
      return (0, true)
    }
    if Mark(endOf: bytes[paragraphStart...]).isOpening { pendingSpace = false }
    if mark.hugs { pendingSpace = false }
    return (0, true)
  }

  /// Takes separators and blanks off the end.
  private mutating func dropSeparators() {
    while bytes.count > paragraphStart {
      let mark = Mark(endOf: bytes[paragraphStart...])
      if mark.isSeparator {
        bytes.removeLast(mark.length)
      } else if bytes[bytes.count - 1] == 0x20 {
        bytes.removeLast()
      } else {
        return
      }
    }
  }

  private mutating func dropOpeningBracket() -> Bool {
    let mark = Mark(endOf: bytes[paragraphStart...])
    guard mark.isOpening else { return false }
    bytes.removeLast(mark.length)
    if bytes.count > paragraphStart, bytes[bytes.count - 1] == 0x20 {
      bytes.removeLast()
      pendingSpace = true
    }
    return true
  }

  /// A mark of punctuation at the beginning or the end of a text.
  private struct Mark {
    var isOpening = false
    var isClosing = false
    /// A comma, semicolon, colon or slash.
    var isSeparator = false
    /// Whether no blank stands before it.
    var hugs = false
    var length = 1

    init(at text: ArraySlice<UInt8>) {
      read(text.prefix(3))
    }

    init(endOf text: ArraySlice<UInt8>) {
      guard let last = text.last else { return }
      read(last < 0x80 ? text.suffix(1) : text.suffix(3))
    }

    private mutating func read(_ text: ArraySlice<UInt8>) {
      let first = text.first ?? 0
      switch first {
      case UInt8(ascii: "("), UInt8(ascii: "["): isOpening = true
      case UInt8(ascii: ")"), UInt8(ascii: "]"): isClosing = true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): (isSeparator, hugs) = (true, true)
      case UInt8(ascii: "/"): isSeparator = true
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): hugs = true
      case 0xE3, 0xEF:
        guard text.count == 3 else { return }
        length = 3
        switch Array(text) {
        case Array("（".utf8): isOpening = true
        case Array("）".utf8): isClosing = true
        case Array("、".utf8), Array("，".utf8), Array("；".utf8), Array("：".utf8): (isSeparator, hugs) = (true, true)
        case Array("。".utf8): hugs = true
        default: break
        }
      default: break
      }
    }
  }
}
