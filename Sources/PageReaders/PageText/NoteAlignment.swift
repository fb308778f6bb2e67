/// Finds the numbers that entries of a list of references have on the page, where the text has lost some of them.
///
/// An extractor that drops an entry counts on without it: the entry that marks call 136 is the list's 135. But each
/// entry has as many back-links as the page has marks of it, so that the list can be laid against the marks again:
///
///     list    1.^  2.^a b  3.^  4.^a b c             4 entries
///     marks   [1]  [2][2]  [3][3][3][3]  [4]  [5]…   5 numbers: entry 3 is lost, 3 and 4 are the page's 4 and 5
///
/// Where all entries of a run have one mark, that does not tell which of them is lost; what they say does: an entry shares
/// words with the sentence that cites it.
enum NoteAlignment {
  /// The most entries that may be lost: past these a list tells too little.
  static let mostLost = 24
  /// The most that are looked for where no mark has a higher number than the last entry: the marks of the last entries
  /// may be lost too.
  static let mostUnseen = 4
  /// How many more entries must agree with their marks for each that is taken for lost.
  static let gainOfLost = 4
  /// How much an entry counts that has as many back-links as marks, where each word that it shares counts one.
  static let weight = 8
  /// The most shared words that count for an entry.
  static let mostShared = 4

  /// What is added to the number of each entry.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of the entries in the text, ascending.
  ///   - links: how many back-links each has.
  ///   - uses: how many marks each number has; the first is for 0.
  ///   - shared: how many words an entry, by its place in the list, shares with the text before a number's first mark.
  /// - Returns: as many as there are entries, ascending; nil where the numbers are right as they are.
  /// - Complexity: O(entries), times ``mostLost`` squared.
  static func shifts(
    numbers: [Int],
    links: [Int],
    uses: [Int],
    shared: (_ entry: Int, _ number: Int) -> Int = { _, _ in 0 }
  ) -> [Int]? {
    guard let last = numbers.last, numbers.count == links.count else { return nil }
    let most = min(max(uses.count - 1 - last, mostUnseen), mostLost)
    func agreement(_ entry: Int, _ shift: Int) -> Int {
      let number = numbers[entry] + shift
      guard uses.indices.contains(number) else { return 0 }
      let words = min(shared(entry, number), mostShared)
      guard uses[number] == links[entry] else { return words }
      return (links[entry] > 1 ? 2 : 1) * weight + words
    }
    let cost = gainOfLost * weight
    // For each entry and shift the best sum so far, and the shift before it.
    var sums = [Int](repeating: 0, count: most + 1)
    for shift in 1...most { sums[shift] = -cost * shift }
    var before: [UInt8] = []
    before.reserveCapacity(numbers.count * (most + 1))
    for entry in numbers.indices {
      var next = sums
      for shift in 0...most {
        var best = shift
        var bestSum = sums[shift]
        for earlier in 0..<shift where sums[earlier] - cost * (shift - earlier) > bestSum {
          best = earlier
          bestSum = sums[earlier] - cost * (shift - earlier)
        }
        before.append(UInt8(best))
        next[shift] = bestSum + agreement(entry, shift)
      }
      sums = next
    }
    var shift = sums.indices.max { sums[$0] < sums[$1] || (sums[$0] == sums[$1] && $0 > $1) } ?? 0
    guard shift > 0 else { return nil }
    var shifts = [Int](repeating: 0, count: numbers.count)
    for entry in numbers.indices.reversed() {
      shifts[entry] = shift
      shift = Int(before[entry * (most + 1) + shift])
    }
    return shifts
  }
}
