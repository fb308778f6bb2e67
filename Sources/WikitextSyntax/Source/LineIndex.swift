/// Lines and columns of a source: turns byte offsets into places that people and editors speak of, and back.
///
///     let index = LineIndex(Array("Isar\nMünchen".utf8))
///     index.location(at: 8)              // 2:4 in bytes: "n"
///     index.location(at: 8, in: .utf16)  // 2:3, since "ü" is two bytes and one unit
///
/// A line ends with `\n` or `\r\n`, which are its last bytes; a lone `\r` is a character like any other. A byte that is
/// no part of well-formed UTF-8 counts as one unit, in every unit.
public struct LineIndex: Sendable {
  /// What a column counts.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// Bytes of UTF-8, as in a syntax tree.
    case utf8
    /// Unicode scalars, as in Python.
    case scalars
    /// Code units of UTF-16, as in JavaScript and the Language Server Protocol.
    case utf16
  }

  /// Where a line starts, counted from the start of the source in each unit. 12 bytes a line.
  private struct Line: BitwiseCopyable {
    var utf8: UInt32 = 0
    var scalars: UInt32 = 0
    var utf16: UInt32 = 0

    func start(in unit: Unit) -> Int {
      switch unit {
      case .utf8: Int(utf8)
      case .scalars: Int(scalars)
      case .utf16: Int(utf16)
      }
    }
  }

  private let source: [UInt8]
  private let lines: [Line]
  /// The last scalar that starts at or before each multiple of `stride`, so that a place in a long line is found
  /// without counting from the line's start.
  private let checkpoints: [Line]
  private static let stride = 1024

  /// Finds the lines of `source`.
  ///
  /// - Precondition: `source.count` is below 4 GB, as a page's is.
  /// - Complexity: O(`source.count`).
  public init(_ source: [UInt8]) {
    precondition(source.count < UInt32.max, "a page may not be larger than 4 GB")
    self.source = source
    let span = source.span
    var lines = [Line()]
    // No counter can overflow: none is ever above the number of bytes.
    var next = Line()
    var checkpoints: [Line] = []
    var position = 0
    while position < span.count {
      let byte = span[position]
      let length = byte < 0x80 ? 1 : UTF8Scalars.decode(at: position, in: span, end: span.count)?.length ?? 1
      next.utf8 = UInt32(truncatingIfNeeded: position)
      if position &+ length > checkpoints.count &* LineIndex.stride { checkpoints.append(next) }
      position &+= length
      next.utf8 = UInt32(truncatingIfNeeded: position)
      next.scalars &+= 1
      next.utf16 &+= length == 4 ? 2 : 1
      if byte == UInt8(ascii: "\n") { lines.append(next) }
    }
    if position >= checkpoints.count * LineIndex.stride { checkpoints.append(next) }
    self.lines = lines
    self.checkpoints = checkpoints
  }

  /// The number of lines: one more than there are line breaks.
  public var lineCount: Int { lines.count }

  /// The bytes of a line with its line break; nil when there is no such line. The first line is 1.
  public func range(ofLine line: Int) -> SourceRange? {
    guard line >= 1, line <= lines.count else { return nil }
    let end = line < lines.count ? Int(lines[line].utf8) : source.count
    return SourceRange(start: Int(lines[line - 1].utf8), end: end)
  }

  /// The line and column of a byte offset; in other units than bytes, one inside a scalar is at the scalar's column.
  ///
  /// - Precondition: `offset` is in `0...source.count`.
  /// - Complexity: O(log `lineCount`).
  public func location(at offset: Int, in unit: Unit = .utf8) -> SourceLocation {
    let line = lineNumber(at: offset)
    return SourceLocation(line: line + 1, column: units(before: offset, unit) - lines[line].start(in: unit) + 1)
  }

  /// The byte offset of a line and column; nil when there is no such line, or its line has no such column.
  ///
  /// The column behind the last unit of a line is the start of the next. The second unit of a surrogate pair is at the
  /// start of its scalar.
  /// - Complexity: O(length of the line); in bytes, O(1).
  public func offset(of location: SourceLocation, in unit: Unit = .utf8) -> Int? {
    guard let range = range(ofLine: location.line), location.column >= 1 else { return nil }
    return advance(range.start, by: location.column - 1, limit: range.end, unit)
  }

  /// How many units stand before a byte offset.
  ///
  /// - Precondition: `offset` is in `0...source.count`.
  /// - Complexity: O(1).
  public func unitOffset(of offset: Int, in unit: Unit) -> Int {
    precondition(offset >= 0 && offset <= source.count, "no such offset in the source")
    return units(before: offset, unit)
  }

  /// The byte offset behind the first `count` units; nil when there are not so many.
  ///
  /// - Complexity: O(log `lineCount` + length of the line).
  public func offset(ofUnit count: Int, in unit: Unit) -> Int? {
    guard count >= 0 else { return nil }
    let line = lines[lastLine { $0.start(in: unit) <= count }]
    return advance(Int(line.utf8), by: count - line.start(in: unit), limit: source.count, unit)
  }

  // MARK: Looking up

  private func lineNumber(at offset: Int) -> Int {
    precondition(offset >= 0 && offset <= source.count, "no such offset in the source")
    return lastLine { Int($0.utf8) <= offset }
  }

  /// Index of the last line that satisfies a condition which holds up to some line.
  private func lastLine(where condition: (Line) -> Bool) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if condition(lines[middle]) { low = middle } else { high = middle }
    }
    return low
  }

  /// The units before a byte offset.
  private func units(before offset: Int, _ unit: Unit) -> Int {
    if unit == .utf8 { return offset }
    let checkpoint = checkpoints[offset / LineIndex.stride]
    let span = source.span
    var position = Int(checkpoint.utf8)
    var units = checkpoint.start(in: unit)
    while position < offset {
      let (length, width) = step(span, position, unit)
      if position + length > offset { break }
      position += length
      units += width
    }
    return units
  }

  private func advance(_ start: Int, by units: Int, limit: Int, _ unit: Unit) -> Int? {
    if unit == .utf8 { return units <= limit - start ? start + units : nil }
    let span = source.span
    var position = start
    var left = units
    while left > 0 {
      guard position < limit else { return nil }
      let (length, width) = step(span, position, unit)
      if width > left { return position }
      left -= width
      position += length
    }
    return position
  }

  /// The length in bytes and the width in units of the scalar, or of the byte that is none, at `position`.
  private func step(_ span: Span<UInt8>, _ position: Int, _ unit: Unit) -> (length: Int, width: Int) {
    if span[position] < 0x80 { return (1, 1) }
    let length = UTF8Scalars.decode(at: position, in: span, end: span.count)?.length ?? 1
    return (length, unit == .utf16 && length == 4 ? 2 : 1)
  }
}

/// A line and a column, both counted from 1.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The line; the first is 1.
  public var line: Int
  /// The column in the unit that was asked for; the first is 1.
  public var column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place comes before the other.
  public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }

  /// The place as `line:column`.
  public var description: String { "\(line):\(column)" }
}
