/// What somebody may have meant by a word that is none.
enum Spelling {
  /// Spellings longer than this are not compared: nobody means one of them by the other.
  private static let longest = 40

  /// The candidate that is one slip of the pen away; of words of eight letters and more, two slips.
  ///
  /// - Parameters:
  ///   - word: what is written, in the case of the candidates.
  ///   - candidates: what it could be meant to be.
  /// - Returns: nil where no candidate is so near, or several are.
  /// - Complexity: O(candidates), for lengths have a limit.
  static func nearest(_ word: [UInt8], among candidates: some Sequence<[UInt8]>) -> [UInt8]? {
    guard word.count >= 3, word.count <= longest else { return nil }
    let limit = word.count < 8 ? 1 : 2
    let scalars = word.map { Unicode.Scalar($0) }
    var best: (distance: Int, word: [UInt8])?
    var isUnique = true
    for candidate in candidates where abs(candidate.count - word.count) <= limit && candidate != word {
      guard let distance = EditDistance.distance(scalars, candidate.map { Unicode.Scalar($0) }, most: limit) else {
        continue
      }
      if let known = best, known.distance <= distance {
        if known.distance == distance, known.word != candidate { isUnique = false }
        continue
      }
      best = (distance, candidate)
      isUnique = true
    }
    return isUnique ? best?.word : nil
  }
}
