import WikitextNormalizer
import WikitextValidator
import WikitextWriters

/// Findings that are accepted, so that only new ones count.
///
/// A file of JSON that is sorted, one entry a line: `{"path", "rule", "line", "count"}`, where `line` is a digest of the
/// line's text. Of the findings of a rule in lines of the same text of a path, the first `count` are accepted, wherever
/// these lines are.
public struct Baseline: Sendable {
  /// What entries are about.
  public struct Key: Sendable, Hashable, Comparable {
    /// The path of the file, or of a page in it.
    public var path: String
    /// The id of the rule.
    public var rule: String
    /// The digest of the line's text.
    public var line: String

    /// The order of the file.
    public static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.path, lhs.rule, lhs.line) < (rhs.path, rhs.rule, rhs.line)
    }

    init(path: String, _ identity: FindingIdentity) {
      self.path = path
      rule = identity.rule
      line = identity.line
    }

    init(path: String, rule: String, line: String) {
      self.path = path
      self.rule = rule
      self.line = line
    }
  }

  /// How many findings are accepted.
  public private(set) var counts: [Key: Int] = [:]

  /// More of one finding than any page has: what a file says above that is taken as this many.
  private static let largestCount = 1_000_000_000

  /// A baseline that accepts nothing.
  public init() {}

  /// The number of accepted findings.
  public var count: Int { counts.values.reduce(0, +) }

  /// Accepts the findings of a page.
  public mutating func add(_ identities: [FindingIdentity], path: String) {
    for identity in identities { counts[Key(path: path, identity), default: 0] += 1 }
  }

  /// Accepts what another one does, of other pages.
  public mutating func merge(_ other: Baseline) {
    for (key, count) in other.counts { counts[key, default: 0] += count }
  }

  /// What is accepted of the paths that satisfy a condition.
  public func keeping(_ isKept: (String) -> Bool) -> Baseline {
    var kept = Baseline()
    kept.counts = counts.filter { isKept($0.key.path) }
    return kept
  }

  /// Whether a finding is accepted.
  public func accepts(_ identity: FindingIdentity, path: String) -> Bool {
    identity.occurrence < counts[Key(path: path, identity), default: 0]
  }

  /// What is accepted and was not found any more, sorted; pages that were not looked at are left out.
  ///
  /// - Parameters:
  ///   - found: all findings that were found.
  ///   - isChecked: whether the page of a path was looked at.
  /// - Returns: the entries, with how many findings of each are gone.
  public func missing(from found: Baseline, isChecked: (String) -> Bool) -> [(key: Key, count: Int)] {
    counts.compactMap { key, count in
      let left = count - found.counts[key, default: 0]
      return left > 0 && isChecked(key.path) ? (key, left) : nil
    }.sorted { $0.key < $1.key }
  }

  // MARK: - The file

  /// The file.
  ///
  /// - Complexity: O(n log n) for n entries.
  public func json() -> [UInt8] {
    var output = Array("{\"version\":1,\"findings\":[".utf8)
    for (number, key) in counts.keys.sorted().enumerated() {
      var json = JSONWriter()
      json.beginObject()
      json.key("path")
      json.string(key.path)
      json.key("rule")
      json.string(key.rule)
      json.key("line")
      json.string(key.line)
      json.key("count")
      json.int(counts[key, default: 0])
      json.endObject()
      output += number == 0 ? Array("\n".utf8) : Array(",\n".utf8)
      output += json.take()
    }
    return output + Array("\n]}\n".utf8)
  }

  /// Reads the file.
  ///
  /// - Throws: `BaselineError` for what is none.
  /// - Complexity: O(bytes).
  public init(json bytes: [UInt8]) throws(BaselineError) {
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.read(bytes)
    } catch {
      throw BaselineError(description: "it is no JSON: \(error.problem), at byte \(error.offset)")
    }
    guard value["version"] == .number("1") else {
      throw BaselineError(description: "it is no baseline of version 1; write a new one with --update-baseline")
    }
    guard case .array(let entries)? = value["findings"] else {
      throw BaselineError(description: "\"findings\" is no array; write a new one with --update-baseline")
    }
    for (number, entry) in entries.enumerated() {
      guard let path = entry["path"]?.string, let rule = entry["rule"]?.string, let line = entry["line"]?.string,
        case .number(let text)? = entry["count"], let count = Int(text), count > 0
      else {
        throw BaselineError(description: "findings[\(number)] is no entry: path, rule, line and count are wanted")
      }
      let key = Key(path: path, rule: rule, line: line)
      counts[key] = min(Baseline.largestCount, counts[key, default: 0] + min(Baseline.largestCount, count))
    }
  }
}

/// What is wrong with the file of a baseline.
public struct BaselineError: Error, Hashable, CustomStringConvertible {
  /// What, and what to do.
  public var description: String
}
