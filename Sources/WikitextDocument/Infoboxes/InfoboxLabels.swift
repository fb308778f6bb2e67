/// The labels that rendered infoboxes have for their fields, in some languages: what `Story by` is when it stands before
/// a name without a space between.
///
/// Case and white space do not count.
public struct InfoboxLabels: Sendable {
  private let labels: Set<ArraySlice<UInt8>>
  /// The most bytes that a label has.
  private let longest: Int

  /// A vocabulary.
  ///
  /// - Parameter labels: the labels.
  /// - Complexity: O(size of the labels).
  public init(_ labels: some Sequence<String>) {
    var set: Set<ArraySlice<UInt8>> = []
    var longest = 0
    for label in labels {
      let key = Array(label.lowercased().utf8)
      guard !key.isEmpty else { continue }
      longest = max(longest, key.count)
      set.insert(key[...])
    }
    self.labels = set
    self.longest = longest
  }

  /// No labels.
  public static let none = InfoboxLabels([])

  /// Whether a text is a label; a colon at its end does not count.
  ///
  /// - Complexity: O(size of the text).
  public func contains(_ text: String) -> Bool {
    var bytes = Array(text.lowercased().utf8)[...]
    while let last = bytes.last, last == UInt8(ascii: ":") || last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return bytes.count <= longest && labels.contains(Array(bytes)[...])
  }
}
