import WikitextSyntax

/// The lines of a data file that say something: no blank ones, no comments, no blanks at their ends.
struct DataFileLines {
  let bytes: [UInt8]
  /// What errors call the file.
  let file: String
  /// What was wrong so far: of each line, the first thing.
  private(set) var errors: [DataFileError] = []
  /// The number of the current line, from 1.
  private(set) var number = 0
  private var position = 0
  private var lineStart = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next line; nil at the end. Whether it was indented is for ``isIndented(_:)`` to say.
  mutating func next() -> Range<Int>? {
    while position < bytes.count {
      lineStart = position
      number += 1
      var isASCII = true
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        if bytes[position] >= 0x80 { isASCII = false }
        position += 1
      }
      var line = lineStart..<position
      position += 1
      line = trimmed(line)
      guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { continue }
      if isASCII { return line }
      guard let broken = firstBrokenByte(of: line) else { return line }
      addError(at: broken, "the line is not in UTF-8", "save the file as UTF-8")
    }
    return nil
  }

  /// Whether blanks stand before a line.
  func isIndented(_ line: Range<Int>) -> Bool { line.lowerBound > lineStart }

  /// Notes what is wrong at a byte of the current line.
  mutating func addError(at offset: Int, _ problem: String, _ advice: String) {
    // A character begins with every byte that does not go on with one.
    let column = bytes[lineStart..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    errors.append(DataFileError(file: file, line: number, column: column, problem: problem, advice: advice))
  }

  /// Notes what is wrong with the file as a whole.
  mutating func addError(_ problem: String, _ advice: String) {
    errors.append(DataFileError(file: file, line: 1, column: 1, problem: problem, advice: advice))
  }

  // MARK: - Parts of a line

  /// Text of the file.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, DataFileLines.isBlank(bytes[start]) { start += 1 }
    while end > start, DataFileLines.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Takes the first word off a range.
  func takeWord(_ rest: inout Range<Int>) -> Range<Int> {
    let range = trimmed(rest)
    let end = range.first { DataFileLines.isBlank(bytes[$0]) } ?? range.upperBound
    rest = trimmed(end..<range.upperBound)
    return range.lowerBound..<end
  }

  /// The parts between bytes of one value, without blanks at their ends.
  func parts(_ range: Range<Int>, separatedBy separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      parts.append(trimmed(start..<index))
      start = index + 1
    }
    parts.append(trimmed(start..<range.upperBound))
    return parts
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func firstBrokenByte(of range: Range<Int>) -> Int? {
    let span = bytes.span
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (_, length) = UTF8Scalars.decode(at: index, in: span, end: range.upperBound) else { return index }
      index += length
    }
    return nil
  }
}
