/// Which nodes plain text leaves out.
public struct PlainTextOptions: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates options from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Line breaks of the source and `<br>` are line breaks, not spaces.
  public static let keepsLineBreaks = PlainTextOptions(rawValue: 1 << 0)
  /// Blocks inside the node are left out: the node's own text is wanted.
  public static let ownTextOnly = PlainTextOptions(rawValue: 1 << 1)
  /// Whitespace stays as it is, for text in which it counts.
  public static let verbatim = PlainTextOptions(rawValue: 1 << 2)
}

extension Node {
  /// The text that a reader of the page would see here, as far as the page alone tells: no references, no templates,
  /// no images; runs of whitespace are one space.
  ///
  /// - Complexity: O(nodes and bytes below).
  public var plainText: String {
    var text: [UInt8] = []
    document.appendPlainText(from: index + 1, to: Int(record.next), options: [], to: &text)
    if text.isEmpty, record.kind == .text || record.kind == .math || record.kind == .code {
      document.appendPlainText(from: index, to: index + 1, options: [], to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Document {
  /// Appends the text below a node; see ``Node/plainText``.
  package func appendPlainText(of node: Int, options: PlainTextOptions, to output: inout [UInt8]) {
    appendPlainText(from: node + 1, to: Int(records[node].next), options: options, to: &output)
  }

  /// Appends the text of the nodes from one index up to another, trimmed and with its spaces folded.
  package func appendPlainText(from first: Int, to end: Int, options: PlainTextOptions, to output: inout [UInt8]) {
    var omitted: [UInt32] = []
    appendPlainText(from: first, to: end, options: options, to: &output, omitted: &omitted)
  }

  /// Appends the text of the nodes from one index up to another, and to `omitted` the nodes that the text leaves out,
  /// those of which the text shows a part among them.
  package func appendPlainText(
    from first: Int,
    to end: Int,
    options: PlainTextOptions,
    to output: inout [UInt8],
    omitted: inout [UInt32]
  ) {
    // Arrays of its own cost nothing; those of a class are fetched and counted at each look.
    let records = records
    let pool = pool
    let origin = output.count
    var pendingSpace = false
    var index = first
    while index < end {
      let record = records[index]
      if options.contains(.ownTextOnly), standsAmongBlocks(index) {
        pendingSpace = true
        index = Int(record.next)
        continue
      }
      switch record.kind {
      case .text where options.contains(.verbatim):
        output.append(contentsOf: pool[record.name.offsets])
        index += 1
      case .text:
        PlainText.appendFolded(pool.span, record.name.offsets, origin, &pendingSpace, &output)
        index += 1
      case .math, .code:
        appendPool(record.target.offsets, origin, &pendingSpace, &output)
        index = Int(record.next)
      case .lineBreak:
        if options.contains(.keepsLineBreaks) {
          if output.count > origin { output.append(UInt8(ascii: "\n")) }
          pendingSpace = false
        } else {
          pendingSpace = true
        }
        index += 1
      case .reference, .template, .parserFunction, .parameter, .image, .extension, .referenceList, .gallery:
        omitted.append(UInt32(truncatingIfNeeded: index))
        index = Int(record.next)
      case .variant:
        if hidesVariants(index) { omitted.append(UInt32(truncatingIfNeeded: index)) }
        index += 1
      case .externalLink:
        if record.flags.contains(.numbered) { omitted.append(UInt32(truncatingIfNeeded: index)) }
        index += 1
      case .list, .table, .paragraph, .listItem, .term, .description, .tableRow, .tableCell, .tableHeaderCell,
        .tableCaption, .heading,
        .section, .block, .preformatted, .thematicBreak:
        pendingSpace = true
        index += 1
      default:
        index += 1
      }
    }
    // What is verbatim keeps its indentation, but not the line break that ends it.
    while output.count > origin, output[output.count - 1] <= 0x20 { output.removeLast() }
  }

  /// Whether a choice between variants has more of them than the one that is shown.
  package func hidesVariants(_ index: Int) -> Bool {
    let record = records[index]
    var shown = 0
    for child in records[index + 1..<Int(record.next)] where child.kind == .text { shown += child.name.offsets.count }
    return shown != record.target.offsets.count
  }

  private func appendPool(
    _ range: Range<Int>,
    _ origin: Int,
    _ pendingSpace: inout Bool,
    _ output: inout [UInt8]
  ) {
    if range.isEmpty { return }
    if pendingSpace, output.count > origin { output.append(UInt8(ascii: " ")) }
    pendingSpace = false
    output.append(contentsOf: pool[range])
  }
}

private enum PlainText {
  /// Appends text with its whitespace folded to single spaces.
  ///
  /// - Parameters:
  ///   - pool: where the text is.
  ///   - range: its range.
  ///   - origin: where the text begins in `output`: no space stands there.
  ///   - pendingSpace: whether a space is to come before the next text.
  ///   - output: what it is appended to.
  @inline(__always)
  static func appendFolded(
    _ pool: Span<UInt8>,
    _ range: Range<Int>,
    _ origin: Int,
    _ pendingSpace: inout Bool,
    _ output: inout [UInt8]
  ) {
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      // A run without whitespace, or with single spaces only, is copied whole.
      let start = position
      position = endOfRun(pool, position, end)
      if position > start {
        if pendingSpace {
          if output.count > origin { output.append(UInt8(ascii: " ")) }
          pendingSpace = false
        }
        unsafe pool.extracting(start..<position).withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
      }
      while position < end, pool[position] <= 0x20 {
        pendingSpace = true
        position &+= 1
      }
    }
  }

  /// Where a run ends that has no whitespace but single spaces within; it does not begin or end with one.
  @inline(__always)
  private static func endOfRun(_ pool: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    if position < end, pool[position] <= 0x20 { return position }
    let raw = unsafe pool.bytes
    let highBits: UInt64 = 0x8080_8080_8080_8080
    while position < end {
      // Eight bytes at a time, while there is no space at their end, no two side by side and nothing below.
      while position &+ 8 < end {
        // In bounds by the condition.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
        let below = (word &- 0x2020_2020_2020_2020) & ~word & highBits
        let difference = word ^ 0x2020_2020_2020_2020
        let spaces = ~((difference & ~highBits) &+ ~highBits | difference) & highBits
        if below | spaces & spaces << 8 | spaces & 0x8000_0000_0000_0000 != 0 { break }
        position &+= 8
      }
      let byte = pool[position]
      if byte > 0x20 {
        position &+= 1
      } else if byte == 0x20, position > start, position &+ 1 < end, pool[position &+ 1] > 0x20 {
        position &+= 2
      } else {
        break
      }
    }
    return position
  }
}
