/// A half-open range of a page's source, in UTF-8 bytes from its start.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just past the last byte; never below `start`.
  public var end: Int

  /// Creates the range `start..<end`.
  ///
  /// - Precondition: `start <= end`.
  public init(start: Int, end: Int) {
    precondition(start <= end, "a source range ends before it starts")
    self.start = start
    self.end = end
  }

  /// Creates a range from a standard library range of byte offsets.
  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  /// The same range as a `Range`, for slicing.
  public var offsets: Range<Int> { start..<end }
  /// The length in bytes.
  public var count: Int { end - start }
  /// Whether the range holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension SourceRange: CustomStringConvertible {
  /// The range as `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
