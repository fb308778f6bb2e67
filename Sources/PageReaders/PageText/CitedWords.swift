/// The longer words of a piece of text, by which an entry of a list of references is told to fit the sentence that cites
/// it.
struct CitedWords {
  /// Which end of the text they are taken from.
  enum Side { case start, end }

  /// The fewest bytes of a word that counts: shorter ones are in every sentence.
  private static let shortest = 5
  /// The bytes of the text that are looked at.
  private static let longest = 240

  private var hashes: Set<UInt64> = []

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, from side: Side) {
    let size = min(range.count, CitedWords.longest)
    let part = side == .start ? range.lowerBound..<range.lowerBound + size : range.upperBound - size..<range.upperBound
    var hash = CitedWords.seed
    var count = 0
    for index in part {
      let byte = bytes[index]
      if byte.isLetter || byte.isDigit || byte >= 0x80 {
        // FNV-1a of small letters.
        hash = (hash ^ UInt64(byte.isUpper ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
        count += 1
        continue
      }
      if count >= CitedWords.shortest { hashes.insert(hash) }
      hash = CitedWords.seed
      count = 0
    }
    if count >= CitedWords.shortest { hashes.insert(hash) }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// How many words both have.
  ///
  /// - Complexity: O(words), which are few.
  func shared(with other: CitedWords) -> Int {
    hashes.reduce(0) { $0 + (other.hashes.contains($1) ? 1 : 0) }
  }
}
