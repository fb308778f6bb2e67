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
    if flags.contains(.tooDeep) { summary += " tooDeep" }
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
