/// A pattern of paths, as `.gitignore` has them: `*.txt`, `talk/**`, `articles/[A-M]*.wikitext`.
///
/// `*` stands for anything but a slash, `?` for one character, `[a-z]` for one of some, `[!a-z]` for any other, and none of
/// them for a slash; `**` for anything. A character is a Unicode scalar, and `ä` is not `a` with two dots behind it. A
/// pattern without a slash is about names, in whatever folder, with all that is in them if they are folders; one with a
/// slash about paths from the folder of the configuration on; one that ends in a slash about all that is in a folder.
public struct PathPattern: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case scalar(Unicode.Scalar)
    /// `?`
    case one
    /// `*`
    case many
    /// `**`
    case all
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// The pattern as it is written.
  public let text: String
  private let parts: [Part]
  /// Whether the pattern is about names, and so begins anew in each folder.
  private let isName: Bool

  /// Reads a pattern; any text is one.
  public init(_ text: String) {
    self.text = text
    var rest = Array(text.unicodeScalars)[...]
    isName = !rest.dropLast().contains("/")
    if rest.first == "/" { rest.removeFirst() }
    if rest.starts(with: ["." as Unicode.Scalar, "/"]) { rest = rest.dropFirst(2) }
    var parts: [Part] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*":
        if rest.first == scalar {
          rest.removeFirst()
          // `a/**/b` is `a/b` as well.
          if rest.first == "/", parts.isEmpty || parts.last == .scalar("/") { rest.removeFirst() }
          parts.append(.all)
        } else {
          parts.append(.many)
        }
      case "?": parts.append(.one)
      case "[": parts.append(PathPattern.set(&rest) ?? .scalar(scalar))
      default: parts.append(.scalar(scalar))
      }
    }
    if parts.last == .scalar("/") { parts.append(.all) }
    self.parts = parts
  }

  /// The rest of `[…]`; nil where it does not end. A bracket that comes first is one of its characters.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
    let isNegated = rest.first == "!" || rest.first == "^"
    let body = rest.dropFirst(isNegated ? 1 : 0)
    guard let end = body.dropFirst().firstIndex(of: "]") else { return nil }
    var content = body[..<end]
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = content.popFirst() {
      if content.first == "-", let last = content.dropFirst().first {
        content = content.dropFirst(2)
        if first <= last { ranges.append(first...last) }
      } else {
        ranges.append(first...first)
      }
    }
    rest = rest[(end + 1)...]
    return .set(ranges, isNegated: isNegated)
  }

  /// Whether the pattern is about a path, which is relative to the folder of the configuration.
  ///
  /// - Complexity: O(characters of the path × parts of the pattern).
  public func matches(_ path: String) -> Bool {
    guard !parts.isEmpty else { return false }
    // The parts that may come next, all at once: nothing is tried twice.
    var next = [Bool](repeating: false, count: parts.count + 1)
    next[0] = true
    closeOver(&next)
    for scalar in path.unicodeScalars {
      // What is in a folder that matches.
      if scalar == "/", next[parts.count] { return true }
      var after = [Bool](repeating: false, count: parts.count + 1)
      for index in parts.indices where next[index] {
        switch parts[index] {
        case .scalar(let expected): if scalar == expected { after[index + 1] = true }
        case .one: if scalar != "/" { after[index + 1] = true }
        case .many: if scalar != "/" { after[index] = true }
        case .all: after[index] = true
        case .set(let ranges, let isNegated):
          if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != isNegated { after[index + 1] = true }
        }
      }
      if isName, scalar == "/" { after[0] = true }
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
