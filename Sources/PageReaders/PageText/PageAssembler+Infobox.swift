import WikitextDocument

/// Infoboxes.
extension PageAssembler {
  /// Writes the lines above a lead: as an infobox, where they look like one, else as captions.
  mutating func assembleBox(_ range: Range<Int>) -> [Int] {
    var index = range.lowerBound
    while index < range.upperBound {
      index = min(assembleText(at: index), range.upperBound)
    }
    return []
  }
}
