extension SyntaxTree {
  /// The tree as text, a node a line: the format of the snapshots in the tests, and of `wikitext parse --to tree`.
  ///
  ///     page 0..<9
  ///       wikilink 0..<9 ns=0
  ///         delimiter 0..<2 "[["
  ///         linkTarget 2..<3
  ///           text 2..<3 "a"
  ///
  /// Bytes that are not printable ASCII or UTF-8 are escaped (`\n`, `\u{7F}`, `\xFF`).
  /// - Complexity: O(`nodeCount` × depth + `source.count`); indentation stops growing at 100 levels.
  public func dump() -> String {
    var output: [UInt8] = []
    write { output.append(contentsOf: $0) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Passes the lines of ``dump()`` to `write`, without holding the whole in memory.
  public func write(_ write: ([UInt8]) -> Void) {
    var ends: [Int] = []
    for index in records.indices.dropLast() {
      while let end = ends.last, end <= index { ends.removeLast() }
      let node = Syntax(tree: self, index: index)
      var line = [UInt8](repeating: 0x20, count: 2 * min(ends.count, 100))
      line.append(contentsOf: node.summary.utf8)
      if node.kind.isLeaf {
        line.append(contentsOf: " \"".utf8)
        SourceEscaping.append(node.bytes, to: &line)
        line.append(UInt8(ascii: "\""))
      }
      line.append(UInt8(ascii: "\n"))
      write(line)
      if !node.kind.isLeaf { ends.append(Int(records[index].next)) }
    }
  }
}

extension Syntax {
  /// Kind, range, detail and flags on one line.
  fileprivate var summary: String {
    var summary = "\(kind) \(range)"
    if let detail = detailText { summary += " " + detail }
    if flags.contains(.missingClose) { summary += " missingClose" }
    if flags.contains(.missingOpen) { summary += " missingOpen" }
    if flags.contains(.dropped) { summary += " dropped" }
    if flags.contains(.selfClosing) { summary += " selfClosing" }
    if flags.contains(.stray) { summary += " stray" }
    if flags.contains(.sameLine) { summary += " sameLine" }
    return summary
  }

  /// The detail in the kind's own terms.
  private var detailText: String? {
    switch kind {
    case .heading:
      "level=\(detail)"
    case .list:
      ListKind(rawValue: UInt8(truncatingIfNeeded: detail)).map { "\($0)" }
    case .listItem:
      "marker=\(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: detail))))"
    case .wikilink, .fileLink, .categoryLink:
      "ns=\(Int16(truncatingIfNeeded: detail))"
    case .parserFunction, .variable, .behaviorSwitch:
      MagicWord(id: UInt16(truncatingIfNeeded: detail)).name
    case .htmlElement:
      HTMLTag(rawValue: UInt8(truncatingIfNeeded: detail))?.name
    case .extensionTag:
      tree.configuration.extensionTags[detail].name
    default:
      nil
    }
  }
}

/// Bytes of a source as printable text.
enum SourceEscaping {
  /// Appends `bytes` with quotation marks, backslashes, control characters and invalid UTF-8 escaped.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let hex = Array("0123456789ABCDEF".utf8)
    var scalars = UTF8ScalarReader(bytes)
    while let next = scalars.next() {
      switch next {
      case .invalid(let byte):
        output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "x"), hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      case .scalar(let scalar, let range):
        switch scalar.value {
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0x22: output.append(contentsOf: "\\\"".utf8)
        case 0x5C: output.append(contentsOf: "\\\\".utf8)
        case 0x00..<0x20, 0x7F..<0xA0:
          output.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
        default: output.append(contentsOf: bytes[range])
        }
      }
    }
  }
}

/// Reads scalars from bytes that may not be UTF-8.
struct UTF8ScalarReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  enum Element {
    case scalar(Unicode.Scalar, Range<Int>)
    case invalid(UInt8)
  }

  mutating func next() -> Element? {
    guard position < bytes.endIndex else { return nil }
    let first = bytes[position]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    if length > 0, position + length <= bytes.endIndex {
      var iterator = bytes[position..<position + length].makeIterator()
      var decoder = UTF8()
      if case .scalarValue(let scalar) = decoder.decode(&iterator), UTF8.width(scalar) == length {
        defer { position += length }
        return .scalar(scalar, position..<position + length)
      }
    }
    position += 1
    return .invalid(first)
  }
}
