import Synchronization

/// The words of a language by which items are told apart; see Data/readings/marks.txt.
final class ReadingWords: Sendable {
  let and: [[UInt8]]
  let beside: [[UInt8]]
  let labels: [[UInt8]]
  let nameEnds: [[UInt8]]
  let ends: [[UInt8]]
  let conditions: [[UInt8]]

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

  private init(_ language: String) {
    var words: [String: [[UInt8]]] = [:]
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
  }
}
