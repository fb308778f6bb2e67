/// How far two spellings are apart.
enum Spelling {
  /// Spellings longer than this are not compared: nobody means one of them by the other.
  private static let longest = 40

  /// The candidate that is one slip of the pen away: a letter too many, too few, another, or two in the wrong order; of
  /// words of eight letters and more, two slips. Nil where none is, or several are.
  ///
  /// - Parameters:
  ///   - word: what is written, in lower case.
  ///   - candidates: what it could be meant to be, in lower case.
  /// - Returns: the candidate.
  /// - Complexity: O(`candidates.count`), for lengths have a limit.
  static func nearest(_ word: [UInt8], among candidates: some Sequence<[UInt8]>) -> [UInt8]? {
    guard word.count >= 3, word.count <= longest else { return nil }
    let limit = word.count < 8 ? 1 : 2
    var best: (distance: Int, word: [UInt8])?
    var isUnique = true
    for candidate in candidates where abs(candidate.count - word.count) <= limit && candidate != word {
      let distance = distance(word, candidate)
      guard distance <= limit else { continue }
      if let known = best, known.distance <= distance {
        if known.distance == distance, known.word != candidate { isUnique = false }
        continue
      }
      best = (distance, candidate)
      isUnique = true
    }
    return isUnique ? best?.word : nil
  }

  /// The number of letters to insert, delete, replace, or to exchange with their neighbours.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var older: [Int] = []
    var old = Array(0...second.count)
    for row in 1...first.count {
      var new = [row]
      for column in 1...max(second.count, 1) where column <= second.count {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(old[column] + 1, new[column - 1] + 1, old[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          cost = min(cost, older[column - 2] + 1)
        }
        new.append(cost)
      }
      older = old
      old = new
    }
    return old[second.count]
  }
}
