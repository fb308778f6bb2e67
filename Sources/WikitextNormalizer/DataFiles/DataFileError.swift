/// What is wrong with a file of templates, schemas or words, where, and what to do about it.
///
/// A file with errors is used as far as it is understood: a line that is not, is left out.
public struct DataFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The character of the line, from 1.
  public var column: Int
  /// What is wrong.
  public var problem: String
  /// What to do about it.
  public var advice: String

  /// All of it in one line: `de.pack:12:8: unknown kind "dat"; did you mean "date"?`
  public var description: String { "\(file):\(line):\(column): \(problem); \(advice)" }
}

extension DataFileError {
  /// Part of a file as an error quotes it: not too long.
  static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    let longest = 40
    let start = Array(bytes.prefix(longest + 1))
    return "\"" + String(decoding: start.prefix(longest), as: UTF8.self) + (start.count > longest ? "…" : "") + "\""
  }

  /// Which of some words may have been meant: the nearest one if it is near, else all of them.
  static func advice(for word: some Collection<UInt8>, among words: [String]) -> String {
    if let nearest = EditDistance.nearest(to: word, among: words) { return "did you mean \"\(nearest)\"?" }
    return "known are " + words.joined(separator: ", ")
  }
}

/// How far words are apart.
enum EditDistance {
  /// No word that we know is longer.
  private static let longest = 32

  /// The word that is nearest, if at most every third byte has to change.
  static func nearest(to word: some Collection<UInt8>, among words: [String]) -> String? {
    guard word.count <= longest else { return nil }
    let word = Array(word)
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = between(word, Array(candidate.utf8))
      if distance <= max(1, word.count / 3), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Levenshtein's distance in bytes.
  private static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = i
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
