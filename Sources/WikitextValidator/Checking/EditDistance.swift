/// How far apart two names are: letters that are other ones, too many, missing, or swapped with their neighbours.
enum EditDistance {
  /// A name without regard to case, spaces, underscores and hyphens, at most ``longest`` scalars of it.
  static func folded(_ name: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in name.lowercased().unicodeScalars where scalar != " " && scalar != "_" && scalar != "-" {
      guard folded.count < longest else { break }
      folded.append(scalar)
    }
    return folded
  }

  /// A folded name as a key.
  static func key(_ folded: [Unicode.Scalar]) -> String {
    var key = String.UnicodeScalarView()
    key.append(contentsOf: folded)
    return String(key)
  }

  /// Which letters a name has, each as a bit: names at distance d differ in 2 d bits at most.
  static func letters(of folded: [Unicode.Scalar]) -> UInt64 {
    folded.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// Names are shorter.
  private static let longest = 64

  /// The distance of two names; nil where it is more than `most`.
  ///
  /// - Complexity: O(`left.count` × `right.count`).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], most: Int) -> Int? {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      next.reserveCapacity(right.count + 1)
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(last[column + 1] + 1, next[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      before = last
      last = next
      if min(before.min() ?? 0, last.min() ?? 0) > most { return nil }
    }
    return last[right.count] <= most ? last[right.count] : nil
  }
}
