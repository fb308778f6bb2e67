import Synchronization

/// What a field holds by the name of its parameter, where no schema says it: `birth_date`, `area_km2`, `Höhe`, `面積値`.
///
/// The rules are lines of Data/readings/fields.txt; the first that fits counts.
struct FieldNames: Sendable {
  static let standard = FieldNames(EmbeddedData.reading("fields"))

  /// A line's patterns are looked up by what they ask for.
  private struct Rule: Sendable {
    var expectation: Expectation
    var pattern: [UInt8]
    var form: Form
  }

  /// Where in a name a pattern has to stand.
  private enum Form: UInt8 {
    /// The whole name.
    case whole
    /// Whole words of it.
    case words
    /// Its beginning, its end, any place.
    case beginning, end, anywhere
  }

  private let rules: [Rule]

  init(_ text: StaticString?) {
    var rules: [Rule] = []
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
        if !text.isEmpty { rules.append(Rule(expectation: expectation, pattern: Array(text.utf8), form: form)) }
      }
    }
    self.rules = rules
  }

  /// What the field with a name holds.
  ///
  /// - Complexity: O(rules × length of the name); callers keep the answer.
  func expectation(of name: String) -> Expectation {
    let folded = FieldNames.folded(name)
    guard !folded.isEmpty, folded.count <= FieldNames.longestName else { return .anything }
    if let rule = rules.first(where: { fits($0, folded) }) { return rule.expectation }
    // `QuarterReleaseDate`; but `PubChem` is one word.
    let words = FieldNames.folded(FieldNames.spaced(name))
    guard words != folded else { return .anything }
    return rules.first { fits($0, words) }?.expectation ?? .anything
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

  private func fits(_ rule: Rule, _ name: [UInt8]) -> Bool {
    let pattern = rule.pattern
    guard pattern.count <= name.count else { return false }
    switch rule.form {
    case .whole: return name == pattern
    case .beginning: return name.starts(with: pattern)
    case .end: return name.suffix(pattern.count).elementsEqual(pattern)
    case .anywhere, .words:
      for start in 0...(name.count - pattern.count)
      where name[start] == pattern[0] && name[start..<start + pattern.count].elementsEqual(pattern) {
        if rule.form == .anywhere { return true }
        let end = start + pattern.count
        if start == 0 || name[start - 1] == 0x20, end == name.count || name[end] == 0x20 || (name[end] &- 0x30) < 10 {
          return true
        }
      }
      return false
    }
  }
}
