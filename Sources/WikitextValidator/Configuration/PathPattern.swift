/// A pattern of paths, as `.gitignore` has them: `*.txt`, `talk/**`, `articles/[A-M]*.wikitext`.
///
/// `*` and `?` stand for anything but a slash, `[a-z]` for one of some characters, `[!a-z]` for another; `**` for anything. A
/// pattern without a slash is about names, in whatever folder, with all that is in them if they are folders; one with a
/// slash about paths from the folder of the configuration on; one that ends in a slash about all that is in a folder.
public struct PathPattern: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case byte(UInt8)
    /// `?`
    case one
    /// `*`
    case many
    /// `**`
    case all
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  /// The pattern as it is written.
  public let text: String
  private let parts: [Part]
  /// Whether the pattern is about names, and so begins anew in each folder.
  private let isName: Bool

  /// Reads a pattern; any text is one.
  public init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)[...]
    isName = !bytes.dropLast().contains(UInt8(ascii: "/"))
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    if bytes.starts(with: "./".utf8) { bytes = bytes.dropFirst(2) }
    var parts: [Part] = []
    while let byte = bytes.first {
      bytes.removeFirst()
      switch byte {
      case UInt8(ascii: "*"):
        if bytes.first == byte {
          bytes.removeFirst()
          // `a/**/b` is `a/b` as well.
          if bytes.first == UInt8(ascii: "/"), parts.isEmpty || parts.last == .byte(UInt8(ascii: "/")) {
            bytes.removeFirst()
          }
          parts.append(.all)
        } else {
          parts.append(.many)
        }
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "["): parts.append(PathPattern.set(&bytes) ?? .byte(byte))
      default: parts.append(.byte(byte))
      }
    }
    if parts.last == .byte(UInt8(ascii: "/")) { parts.append(.all) }
    self.parts = parts
  }

  /// The rest of `[…]`; nil where it does not end.
  private static func set(_ bytes: inout ArraySlice<UInt8>) -> Part? {
    guard let end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var content = bytes[bytes.startIndex..<end]
    let isNegated = content.first == UInt8(ascii: "!") || content.first == UInt8(ascii: "^")
    if isNegated { content.removeFirst() }
    var ranges: [ClosedRange<UInt8>] = []
    while let first = content.popFirst() {
      if content.first == UInt8(ascii: "-"), let last = content.dropFirst().first {
        content = content.dropFirst(2)
        if first <= last { ranges.append(first...last) }
      } else {
        ranges.append(first...first)
      }
    }
    bytes = bytes[(end + 1)...]
    return .set(ranges, isNegated: isNegated)
  }

  /// Whether the pattern is about a path, which is relative to the folder of the configuration.
  ///
  /// - Complexity: O(bytes of the path × parts of the pattern).
  public func matches(_ path: String) -> Bool {
    guard !parts.isEmpty else { return false }
    // The parts that may come next, all at once: nothing is tried twice.
    var next = [Bool](repeating: false, count: parts.count + 1)
    next[0] = true
    closeOver(&next)
    for byte in path.utf8 {
      // What is in a folder that matches.
      if byte == UInt8(ascii: "/"), next[parts.count] { return true }
      var after = [Bool](repeating: false, count: parts.count + 1)
      for index in parts.indices where next[index] {
        switch parts[index] {
        case .byte(let expected): if byte == expected { after[index + 1] = true }
        case .one: if byte != UInt8(ascii: "/") { after[index + 1] = true }
        case .many: if byte != UInt8(ascii: "/") { after[index] = true }
        case .all: after[index] = true
        case .set(let ranges, let isNegated):
          if ranges.contains(where: { $0.contains(byte) }) != isNegated { after[index + 1] = true }
        }
      }
      if isName, byte == UInt8(ascii: "/") { after[0] = true }
      next = after
      closeOver(&next)
    }
    return next[parts.count]
  }

  /// Adds what may come where stars stand for nothing.
  private func closeOver(_ next: inout [Bool]) {
    for index in parts.indices where next[index] && (parts[index] == .many || parts[index] == .all) {
      next[index + 1] = true
    }
  }
}
