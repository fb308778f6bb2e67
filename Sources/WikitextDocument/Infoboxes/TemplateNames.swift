/// A set of template names and patterns, looked up without regard to case, spaces or underscores at their ends.
///
/// Names are compared as MediaWiki compares titles, but for case, which is folded in ASCII, Latin-1, Greek and
/// Cyrillic: a template and its redirects differ in it more often than two templates do.
struct TemplateNames: Sendable {
  private var prefixes = ByteTrie()
  private var suffixes = ByteTrie()
  private var names = ByteTrie()

  /// Reads patterns, one a line: `Ficha de *`, `* infobox`, `Taxobox`. Empty lines and those that begin with `//` say
  /// nothing.
  init(_ patterns: StaticString) {
    for line in String(describing: patterns).split(separator: "\n") where !line.hasPrefix("//") { insert(line) }
  }

  /// A set of patterns.
  init(patterns: some Sequence<String>) {
    for pattern in patterns { insert(pattern[...]) }
  }

  private mutating func insert(_ line: Substring) {
    var pattern = line
    while pattern.last == " " { pattern.removeLast() }
    guard !pattern.isEmpty else { return }
    if pattern.last == "*" {
      prefixes.insert(TemplateNames.folded(Array(pattern.dropLast().utf8)))
    } else if pattern.first == "*" {
      suffixes.insert(TemplateNames.folded(Array(pattern.dropFirst().utf8)).reversed())
    } else {
      names.insert(TemplateNames.folded(Array(pattern.utf8)))
    }
  }

  /// Whether the name in these bytes is in the set.
  ///
  /// - Complexity: O(length of the longest pattern that agrees with the name).
  func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = withoutNamespace(bytes, range)
    return prefixes.matches(bytes, range, backwards: false, whole: false)
      || suffixes.matches(bytes, range, backwards: true, whole: false)
      || names.matches(bytes, range, backwards: false, whole: true)
  }

  /// `Template:Infobox` is `Infobox`.
  private func withoutNamespace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let prefix: StaticString = "template:"
    guard range.count > prefix.utf8CodeUnitCount else { return range }
    for offset in 0..<prefix.utf8CodeUnitCount {
      // In bounds: below the literal's count.
      let expected = unsafe prefix.utf8Start[offset]
      if bytes[range.lowerBound + offset] | 0x20 != expected | 0x20 { return range }
    }
    return range.lowerBound + prefix.utf8CodeUnitCount..<range.upperBound
  }

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      folded.append(CaseFolding.fold(bytes.span, index, bytes.count))
      index += 1
    }
    return folded
  }
}

/// Case folding byte by byte, for the two-byte letters of Latin-1, Greek and Cyrillic as well as ASCII. Lossy: a letter
/// may fold to the bytes of another of the same alphabet's rarer letters, which no two template names are told apart by.
enum CaseFolding {
  /// The folded form of the byte at `index`.
  @inline(__always)
  static func fold(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> UInt8 {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte == UInt8(ascii: "_") { return UInt8(ascii: " ") }
      return (byte &- 0x41) < 26 ? byte | 0x20 : byte
    }
    if byte & 0xC0 == 0x80 {
      // The second byte of a letter: what it folds to depends on the first.
      guard index > 0 else { return byte }
      switch bytes[index - 1] {
      case 0xC3: return byte < 0x9F ? byte | 0x20 : byte  // À…Þ → à…þ
      case 0xD0: return byte >= 0x90 && byte < 0xA0 ? byte + 0x20 : byte >= 0xA0 && byte < 0xB0 ? byte - 0x20 : byte
      case 0xCE: return byte >= 0x91 && byte < 0xA0 ? byte + 0x20 : byte
      default: return byte
      }
    }
    if byte == 0xD0 || byte == 0xD1, index + 1 < end {
      // А…П → а…п stay in D0, Р…Я → р…я move to D1, which is why both fold to one.
      return 0xD0
    }
    return byte
  }
}

/// A set of byte strings, matched from either end.
struct ByteTrie: Sendable {
  private struct Edge {
    var byte: UInt8
    /// Index of the state that it leads to.
    var state: UInt32
  }

  private var edges: [[Edge]] = [[]]
  private var accepts: [Bool] = [false]
  /// For the first byte, where most look-ups end.
  private var first = [UInt32](repeating: 0, count: 256)

  mutating func insert(_ bytes: some Sequence<UInt8>) {
    var state = 0
    for byte in bytes {
      if let edge = edges[state].first(where: { $0.byte == byte }) {
        state = Int(edge.state)
      } else {
        edges.append([])
        accepts.append(false)
        edges[state].append(Edge(byte: byte, state: UInt32(edges.count - 1)))
        if state == 0 { first[Int(byte)] = UInt32(edges.count - 1) }
        state = edges.count - 1
      }
    }
    if state > 0 { accepts[state] = true }
  }

  /// Whether a string of the set begins the bytes (or ends them, read backwards), or is the whole of them.
  func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, backwards: Bool, whole: Bool) -> Bool {
    var state = 0
    for step in 0..<range.count {
      let index = backwards ? range.upperBound - 1 - step : range.lowerBound + step
      let byte = CaseFolding.fold(bytes, index, range.upperBound)
      if state == 0 {
        state = Int(first[Int(byte)])
        if state == 0 { return false }
      } else {
        guard let edge = edges[state].first(where: { $0.byte == byte }) else { return false }
        state = Int(edge.state)
      }
      if accepts[state], !whole || step == range.count - 1 { return true }
    }
    return false
  }
}
