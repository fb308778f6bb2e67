import Synchronization

/// The words of a language by which items are told apart; see Data/readings/marks.txt.
final class ReadingWords: Sendable {
  let and: [[UInt8]]
  let beside: [[UInt8]]
  let labels: [[UInt8]]
  let nameEnds: [[UInt8]]
  let ends: [[UInt8]]
  let conditions: [[UInt8]]
  /// Roles; one that begins with a `*` is an ending, in small letters.
  let roles: [[UInt8]]

  private static let tables = Mutex<[String: ReadingWords]>([:])

  /// The words of a language, read when they are first asked for.
  static func of(_ language: String) -> ReadingWords {
    let base = String(language.lowercased().prefix { $0 != "-" })
    return tables.withLock { tables in
      if let table = tables[base] { return table }
      let table = ReadingWords(base)
      tables[base] = table
      return table
    }
  }

  /// The words of a language with a user's before them: those for "and", and for the end of a marriage.
  static func of(_ language: String, files: (_ name: String) -> [[UInt8]]) -> ReadingWords {
    let base = String(language.lowercased().prefix { $0 != "-" })
    let own = files(base + ".words")
    return own.isEmpty ? of(language) : ReadingWords(base, own: own)
  }

  private init(_ language: String, own: [[UInt8]] = []) {
    var words: [String: [[UInt8]]] = [:]
    for line in own.flatMap({ String(decoding: $0, as: UTF8.self).split(separator: "\n") }) {
      let parts = line.split(separator: " ", maxSplits: 1)
      let keys = ["and": "and", "divorced": "end", "widowed": "end"]
      guard parts.count == 2, let key = keys[String(parts[0])] else { continue }
      words[key, default: []] += parts[1].split(separator: "|").map { Array($0.trimmingBlanks.utf8) }
    }
    for line in (EmbeddedData.reading("marks").map { String(describing: $0) } ?? "").split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, !line.hasPrefix("#"), parts[1] == language || parts[1] == "*" else { continue }
      words[String(parts[0]), default: []] += parts[2].split(separator: "|").map { Array($0.trimmingBlanks.utf8) }
    }
    and = words["and"] ?? []
    beside = words["beside"] ?? []
    labels = words["label"] ?? []
    nameEnds = words["name"] ?? []
    ends = words["end"] ?? []
    conditions = words["condition"] ?? []
    roles = words["role"] ?? []
  }
}
