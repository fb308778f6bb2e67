import Synchronization

/// What a field holds by the name of its parameter, where no schema says it: `birth_date`, `area_km2`, `Höhe`, `面積値`.
///
/// The rules are lines of Data/readings/fields.txt; the first that fits counts.
struct FieldNames: Sendable {
  static let standard = FieldNames(EmbeddedData.reading("fields"))

  /// Where in a name a pattern has to stand.
  private enum Form: Int, CaseIterable {
    /// The whole name.
    case whole
    /// Whole words of it.
    case words
    /// Its beginning, its end, any place.
    case beginning, end, anywhere
  }

  /// What the lines ask for; patterns are tries of the lines' numbers.
  private let expectations: [Expectation]
  private let tries: [ByteTrie]

  init(_ text: StaticString?) {
    var expectations: [Expectation] = []
    var tries = [ByteTrie](repeating: ByteTrie(), count: Form.allCases.count)
    for line in (text.map { String(describing: $0) } ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let head = line[..<colon].split(separator: " ")
      guard let kind = head.first.flatMap({ FieldKind(rawValue: String($0)) }) else { continue }
      var expectation = Expectation(kind: kind)
      for option in head.dropFirst() {
        let parts = option.split(separator: "=", maxSplits: 1)
        switch parts.first {
        case "unit" where parts.count == 2: expectation.unit = String(parts[1])
        case "currency" where parts.count == 2: expectation.currency = String(parts[1])
        case "scheme" where parts.count == 2: expectation.scheme = String(parts[1])
        case "relation" where parts.count == 2: expectation.relation = String(parts[1])
        case "single": expectation.isSingle = true
        default: break
        }
      }
      for pattern in line[line.index(after: colon)...].split(separator: "|") {
        let pattern = pattern.trimmingBlanks
        let (form, text): (Form, Substring) =
          switch (pattern.first, pattern.last) {
          case ("*", "*") where pattern.utf8.count > 2: (.anywhere, pattern.dropFirst().dropLast())
          case ("*", _): (.end, pattern.dropFirst())
          case (_, "*"): (.beginning, pattern.dropLast())
          case ("=", _): (.whole, pattern.dropFirst())
          default: (.words, pattern)
          }
        let bytes = form == .end ? Array(text.utf8.reversed()) : Array(text.utf8)
        if !text.isEmpty { tries[form.rawValue].insert(bytes, expectations.count) }
      }
      expectations.append(expectation)
    }
    self.expectations = expectations
    self.tries = tries
  }

  /// What the field with a name holds.
  ///
  /// - Complexity: O(length of the name × length of the longest pattern); callers keep the answer.
  func expectation(of name: String) -> Expectation {
    let folded = FieldNames.folded(name)
    guard !folded.isEmpty, folded.count <= FieldNames.longestName else { return .anything }
    if let line = firstLine(fitting: folded) { return expectations[line] }
    // `QuarterReleaseDate`; but `PubChem` is one word.
    let words = FieldNames.folded(FieldNames.spaced(name))
    guard words != folded else { return .anything }
    return firstLine(fitting: words).map { expectations[$0] } ?? .anything
  }

  private static let longestName = 200

  /// Lower case; blanks for underscores and hyphens; no number at the end.
  private static func folded(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in name.lowercased().utf8 {
      let isBlank = byte <= 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      if isBlank, bytes.last == 0x20 || bytes.isEmpty { continue }
      bytes.append(isBlank ? 0x20 : byte)
    }
    let all = bytes
    while let last = bytes.last, (last &- 0x30) < 10 || last == 0x20 { bytes.removeLast() }
    // A unit is no number: km2.
    return endsInPower(all) ? all : bytes
  }

  /// `QuarterReleaseDate` in words.
  private static func spaced(_ name: String) -> String {
    var spaced = ""
    var wasSmall = false
    for character in name {
      let isCapital = ("A"..."Z").contains(character)
      if isCapital, wasSmall { spaced.append(" ") }
      wasSmall = ("a"..."z").contains(character)
      spaced.append(character)
    }
    return spaced
  }

  private static func endsInPower(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last, last == UInt8(ascii: "2") || last == UInt8(ascii: "3"), bytes.count > 2 else {
      return false
    }
    return bytes[bytes.count - 2] == UInt8(ascii: "m")
      && (bytes.count == 2 || [0x20, 0x6B, 0x63, 0x6D].contains(bytes[bytes.count - 3]))
  }

  /// The first line with a pattern that fits a name.
  private func firstLine(fitting name: [UInt8]) -> Int? {
    var first = Int.max
    tries[Form.whole.rawValue].walk(name, from: 0) { if $0 == name.count { first = min(first, $1) } }
    tries[Form.beginning.rawValue].walk(name, from: 0) { first = min(first, $1) }
    tries[Form.end.rawValue].walk(name.reversed(), from: 0) { first = min(first, $1) }
    for start in name.indices {
      tries[Form.anywhere.rawValue].walk(name, from: start) { first = min(first, $1) }
      guard start == 0 || name[start - 1] == 0x20 else { continue }
      tries[Form.words.rawValue].walk(name, from: start) { end, line in
        if end == name.count || name[end] == 0x20 || (name[end] &- 0x30) < 10 { first = min(first, line) }
      }
    }
    return first == .max ? nil : first
  }
}

/// Byte strings with a number each: of all that a text begins with, found in one walk.
struct ByteTrie: Sendable {
  /// The node behind a node (from the ninth bit on) and a byte.
  private var next: [Int: Int] = [:]
  /// The least number of the strings that end at a node; -1 for none.
  private var values: [Int] = [-1]

  /// Adds a string. Of two that are the same the lesser number counts.
  mutating func insert(_ bytes: [UInt8], _ value: Int) {
    var node = 0
    for byte in bytes {
      let key = node << 8 | Int(byte)
      if let known = next[key] {
        node = known
      } else {
        next[key] = values.count
        node = values.count
        values.append(-1)
      }
    }
    if values[node] < 0 || value < values[node] { values[node] = value }
  }

  /// Calls `found` with the end and the number of each string that stands at `start`.
  func walk(_ bytes: [UInt8], from start: Int, _ found: (_ end: Int, _ value: Int) -> Void) {
    var node = 0
    for place in start..<bytes.count {
      guard let child = next[node << 8 | Int(bytes[place])] else { return }
      node = child
      if values[node] >= 0 { found(place + 1, values[node]) }
    }
  }
}
