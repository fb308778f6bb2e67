/// The labels that rendered infoboxes have for their fields, in some languages: what `Story by` is when it stands before
/// a name without a space between.
///
/// Case does not count, and of white space only that there is some.
public struct InfoboxLabels: Sendable {
  private let labels: Set<ArraySlice<UInt8>>
  /// The hashes of all labels, by which the beginning of a line is looked up without a copy of it.
  private let hashes: Set<UInt64>
  /// The most bytes that a label has.
  private let longest: Int
  private let valueSort: @Sendable (String) -> ValueSort?

  /// What a value may be known to name.
  public enum ValueSort: Sendable, Hashable {
    /// A country.
    case country
    /// A language.
    case language
  }

  /// A vocabulary.
  ///
  /// - Parameters:
  ///   - labels: the labels.
  ///   - valueSort: what a value names, by which values of two rows whose labels are lost are told apart; nil where it is
  ///     not known.
  /// - Complexity: O(size of the labels).
  public init(
    _ labels: some Sequence<String>,
    valueSort: @escaping @Sendable (_ value: String) -> ValueSort? = { _ in nil }
  ) {
    var set: Set<ArraySlice<UInt8>> = []
    var hashes: Set<UInt64> = []
    var longest = 0
    for label in labels {
      let key = Array(label.lowercased().utf8)
      guard !key.isEmpty else { continue }
      longest = max(longest, key.count)
      guard set.insert(key[...]).inserted else { continue }
      var hash = FoldedHash()
      for index in key.indices { hash.add(key.span, index, key.count) }
      hashes.insert(hash.value)
    }
    self.labels = set
    self.hashes = hashes
    self.longest = longest
    self.valueSort = valueSort
  }

  /// No labels.
  public static let none = InfoboxLabels([])

  /// Whether there are no labels.
  public var isEmpty: Bool { labels.isEmpty }

  /// Whether a text is a label; a colon at its end does not count.
  ///
  /// - Complexity: O(size of the text).
  public func contains(_ text: String) -> Bool {
    var bytes = Array(text.lowercased().utf8)[...]
    while let last = bytes.last, last == UInt8(ascii: ":") || last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return bytes.count <= longest && labels.contains(Array(bytes)[...])
  }

  /// What a value names.
  ///
  /// - Complexity: that of the function given.
  package func sort(of value: String) -> ValueSort? { valueSort(value) }

  /// Where the labels end that a range of bytes begins with, the longest last.
  ///
  /// - Parameters:
  ///   - bytes: a text.
  ///   - range: where in it to look.
  /// - Returns: the offsets behind them; those in the middle of a word too.
  /// - Complexity: O(size of the longest label).
  package func ends(in bytes: Span<UInt8>, _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var hash = FoldedHash()
    var index = range.lowerBound
    var limit = min(range.upperBound, range.lowerBound + longest)
    while index < limit {
      let blank = blankWidth(bytes, index, limit)
      if blank > 0 {
        hash.addSpace()
        index += blank
        // One of several blanks counts.
        while index < limit, case let more = blankWidth(bytes, index, limit), more > 0 {
          index += more
          limit = min(range.upperBound, limit + more)
        }
        continue
      }
      hash.add(bytes, index, range.upperBound)
      index += 1
      let isWhole = index == range.upperBound || bytes[index] & 0xC0 != 0x80
      if isWhole, hashes.contains(hash.value), isLabel(bytes, range.lowerBound..<index) { ends.append(index) }
    }
    return ends
  }

  /// The bytes of a space, a no-break space or a control character, or 0.
  private func blankWidth(_ bytes: Span<UInt8>, _ index: Int, _ limit: Int) -> Int {
    if bytes[index] <= 0x20 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < limit && bytes[index + 1] == 0xA0 ? 2 : 0
  }

  private func isLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var copy: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let blank = blankWidth(bytes, index, range.upperBound)
      if blank == 0 {
        copy.append(bytes[index])
      } else if copy.last != 0x20 {
        copy.append(0x20)
      }
      index += max(1, blank)
    }
    return labels.contains(Array(String(decoding: copy, as: UTF8.self).lowercased().utf8)[...])
  }
}

/// A hash of bytes that is the same whatever the case of their letters: FNV-1a.
private struct FoldedHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) {
    // Only ASCII is folded exactly; other letters give what their case leaves alone.
    let byte = bytes[index]
    let folded = byte < 0x80 ? CaseFolding.fold(bytes, index, end) : 0x80
    add(folded)
  }

  /// A space, whatever it is in the text: a no-break space, a line break.
  mutating func addSpace() { add(0x20) }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
