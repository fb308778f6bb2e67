extension ValueGrammar {
  /// Whether two units measure the same.
  func isSameDimension(_ left: String, _ right: String) -> Bool {
    guard let first = lexicon.units.unit(left)?.dimension, let second = lexicon.units.unit(right)?.dimension else {
      return left == right
    }
    return first == second
  }
}
