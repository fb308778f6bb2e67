import WikitextDocument

/// Finds the label that a line of an infobox begins with.
struct LabelFinder: Sendable {
  /// The labels of the page's language, then those of English, then those that pages have beside them.
  let vocabularies: [InfoboxLabels]

  /// Where known labels end that stand at the beginning of a range, the longest last.
  func ends(in bytes: Span<UInt8>, _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    for vocabulary in vocabularies { ends += vocabulary.ends(in: bytes, range) }
    return ends.sorted()
  }

  /// Whether a range, but for a colon at its end, is a known label.
  func isLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ":") { end = bytes.trimmingSpace(from: range.lowerBound, to: end - 1) }
    return ends(in: bytes, range).contains(end)
  }
}
