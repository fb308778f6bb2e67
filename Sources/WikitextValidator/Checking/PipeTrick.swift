import WikitextSyntax

/// `[[Isar (river)|]]`: links whose text MediaWiki writes when the page is saved.
enum PipeTrick {
  /// The text that a link of the pipe trick gets (`Parser::pstPass2`): the target without the prefix of a namespace, and
  /// without what follows in brackets, or behind a comma.
  ///
  /// - Parameters:
  ///   - source: the page.
  ///   - link: the link with its brackets.
  /// - Returns: nil where the link is no pipe trick.
  static func text(_ source: [UInt8], _ link: SourceRange) -> [UInt8]? {
    var target = source[link.offsets].dropFirst(2).dropLast(2)
    guard target.count <= 300, target.popLast() == UInt8(ascii: "|"), !target.isEmpty,
      !target.contains(where: { "[]{}<>|#".utf8.contains($0) })
    else { return nil }
    if target.first == UInt8(ascii: ":") { target = target.dropFirst() }
    if let colon = target.firstIndex(of: UInt8(ascii: ":")) { target = target[(colon + 1)...] }
    if target.last == UInt8(ascii: ")"), let open = target.lastIndex(of: UInt8(ascii: "(")), open > target.startIndex {
      target = target[..<open]
    } else if let comma = target.firstIndex(of: UInt8(ascii: ",")) {
      target = target[..<comma]
    }
    while target.last == 0x20 { target.removeLast() }
    while target.first == 0x20 { target.removeFirst() }
    return target.isEmpty ? nil : Array(target)
  }
}
