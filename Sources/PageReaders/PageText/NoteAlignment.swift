/// Finds the numbers that entries of a list of references have on the page, where the text has lost some of them.
///
/// An extractor that drops an entry counts on without it: the entry that marks call 136 is the list's 135. But each
/// entry has as many back-links as the page has marks of it, so that the list can be laid against the marks again:
///
///     list    1.^  2.^a b  3.^  4.^a b c             4 entries
///     marks   [1]  [2][2]  [3][3][3][3]  [4]  [5]…   5 numbers: entry 3 is lost, 3 and 4 are the page's 4 and 5
enum NoteAlignment {
  /// The most entries that may be lost: past these a list tells too little.
  static let mostLost = 24
  /// How many more entries must agree with their marks for each that is taken for lost.
  static let gainOfLost = 4

  /// What is added to the number of each entry.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of the entries in the text, ascending.
  ///   - links: how many back-links each has.
  ///   - uses: how many marks each number has; the first is for 0.
  /// - Returns: as many as there are entries, ascending; nil where the numbers are right as they are.
  /// - Complexity: O(entries), times ``mostLost`` squared.
  static func shifts(numbers: [Int], links: [Int], uses: [Int]) -> [Int]? {
    guard let last = numbers.last, numbers.count == links.count else { return nil }
    let most = min(uses.count - 1 - last, mostLost)
    guard most > 0 else { return nil }
    func agreement(_ entry: Int, _ shift: Int) -> Int {
      let number = numbers[entry] + shift
      guard uses.indices.contains(number), uses[number] == links[entry] else { return 0 }
      return links[entry] > 1 ? 2 : 1
    }
    // For each entry and shift the best sum so far, and the shift before it.
    var sums = [Int](repeating: 0, count: most + 1)
    for shift in 1...most { sums[shift] = -gainOfLost * shift }
    var before: [UInt8] = []
    before.reserveCapacity(numbers.count * (most + 1))
    for entry in numbers.indices {
      var next = sums
      for shift in 0...most {
        var best = shift
        for earlier in 0..<shift where sums[earlier] - gainOfLost * (shift - earlier) > sums[best] { best = earlier }
        before.append(UInt8(best))
        next[shift] = (best == shift ? sums[shift] : sums[best] - gainOfLost * (shift - best)) + agreement(entry, shift)
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
