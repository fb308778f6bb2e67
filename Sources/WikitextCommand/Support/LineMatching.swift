/// Which lines of one text are which lines of another: what a diff is made of.
///
/// Lines at both ends that are the same are taken first; then the lines that each text has once, in the longest order
/// that both have them in ("patience"), and between them the same again. What is left of a few hundred lines is
/// compared line by line; a larger piece that has no line of its own in common counts as replaced.
struct LineMatching {
  /// For each line of the old text, the line of the new one that it is; nil for one that went.
  private(set) var newIndices: [Int?]

  /// Pieces are cut at lines of their own this many times at the most, so that no text takes more than
  /// O(n log n); real ones need a handful.
  private static let mostCuts = 32
  /// The most pairs of lines of a piece that are compared one by one: half a megabyte of scratch space.
  private static let mostPairs = 1 << 18

  /// A piece of both texts in which nothing is decided yet.
  private struct Piece {
    var old: Range<Int>
    var new: Range<Int>
    var cuts = 0
  }

  /// Compares lines, each given as a number that lines with the same bytes share.
  ///
  /// - Complexity: O(n log n) for n lines in both texts.
  init(_ old: [Int], _ new: [Int]) {
    newIndices = Array(repeating: nil, count: old.count)
    var census = LineCensus(lineCount: 1 + max(old.max() ?? 0, new.max() ?? 0))
    var pieces = [Piece(old: 0..<old.count, new: 0..<new.count)]
    while var piece = pieces.popLast() {
      matchEnds(&piece, old, new)
      if piece.old.isEmpty || piece.new.isEmpty { continue }
      let anchors = piece.cuts < LineMatching.mostCuts ? census.anchors(old, piece.old, new, piece.new) : []
      guard !anchors.isEmpty else {
        matchLines(piece, old, new)
        continue
      }
      var oldStart = piece.old.lowerBound
      var newStart = piece.new.lowerBound
      for anchor in anchors {
        newIndices[anchor.old] = anchor.new
        pieces.append(Piece(old: oldStart..<anchor.old, new: newStart..<anchor.new, cuts: piece.cuts + 1))
        oldStart = anchor.old + 1
        newStart = anchor.new + 1
      }
      pieces.append(
        Piece(old: oldStart..<piece.old.upperBound, new: newStart..<piece.new.upperBound, cuts: piece.cuts + 1)
      )
    }
  }

  /// Matches the lines that are the same at the start and at the end of a piece.
  private mutating func matchEnds(_ piece: inout Piece, _ old: [Int], _ new: [Int]) {
    while !piece.old.isEmpty, !piece.new.isEmpty, old[piece.old.lowerBound] == new[piece.new.lowerBound] {
      newIndices[piece.old.lowerBound] = piece.new.lowerBound
      piece.old = piece.old.dropFirst()
      piece.new = piece.new.dropFirst()
    }
    while !piece.old.isEmpty, !piece.new.isEmpty, old[piece.old.upperBound - 1] == new[piece.new.upperBound - 1] {
      newIndices[piece.old.upperBound - 1] = piece.new.upperBound - 1
      piece.old = piece.old.dropLast()
      piece.new = piece.new.dropLast()
    }
  }

  /// Matches as many lines of a small piece as can be (longest common subsequence).
  private mutating func matchLines(_ piece: Piece, _ old: [Int], _ new: [Int]) {
    let width = piece.new.count + 1
    guard (piece.old.count + 1).multipliedReportingOverflow(by: width).partialValue <= LineMatching.mostPairs,
      piece.old.count < LineMatching.mostPairs, piece.new.count < LineMatching.mostPairs
    else { return }
    // `lengths[i * width + j]`: how many lines the pieces have in common from their i-th and j-th on.
    var lengths = [UInt32](repeating: 0, count: (piece.old.count + 1) * width)
    for i in piece.old.indices.reversed().map({ $0 - piece.old.lowerBound }) {
      for j in piece.new.indices.reversed().map({ $0 - piece.new.lowerBound }) {
        lengths[i * width + j] =
          old[piece.old.lowerBound + i] == new[piece.new.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < piece.old.count, j < piece.new.count {
      if old[piece.old.lowerBound + i] == new[piece.new.lowerBound + j] {
        newIndices[piece.old.lowerBound + i] = piece.new.lowerBound + j
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

/// Counts lines of pieces; its columns are used again from piece to piece.
private struct LineCensus {
  private var oldCounts: [UInt32]
  private var newCounts: [UInt32]
  /// Where a line was last seen in the new text.
  private var places: [Int]

  init(lineCount: Int) {
    oldCounts = Array(repeating: 0, count: lineCount)
    newCounts = oldCounts
    places = Array(repeating: 0, count: lineCount)
  }

  /// The lines that both pieces have once, in the longest order that both have them in.
  ///
  /// - Complexity: O(n log n) for n lines of the pieces.
  mutating func anchors(
    _ old: [Int],
    _ oldPiece: Range<Int>,
    _ new: [Int],
    _ newPiece: Range<Int>
  ) -> [(old: Int, new: Int)] {
    for index in oldPiece { oldCounts[old[index]] += 1 }
    for index in newPiece {
      newCounts[new[index]] += 1
      places[new[index]] = index
    }
    var pairs: [(old: Int, new: Int)] = []
    for index in oldPiece where oldCounts[old[index]] == 1 && newCounts[old[index]] == 1 {
      pairs.append((index, places[old[index]]))
    }
    for index in oldPiece { oldCounts[old[index]] = 0 }
    for index in newPiece { newCounts[new[index]] = 0 }
    return LineCensus.longestIncrease(pairs)
  }

  /// The longest part of the pairs, which are sorted by the old line, whose new lines go up, too.
  private static func longestIncrease(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // `tops[n]`: the pair with the lowest new line at which an increase of n + 1 pairs ends.
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var longest: [(old: Int, new: Int)] = []
    var index = tops.last ?? -1
    while index >= 0 {
      longest.append(pairs[index])
      index = previous[index]
    }
    return longest.reversed()
  }
}
