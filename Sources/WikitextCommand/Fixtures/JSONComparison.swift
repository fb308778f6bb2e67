import WikitextNormalizer

/// Compares JSON by what it says: white space, the order of members and the escapes of strings are nothing.
enum JSONComparison {
  /// Whether two texts are JSON of the same value.
  ///
  /// - Complexity: O(n log n) for n values.
  static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if compact(first) == compact(second) { return true }
    guard let first = try? JSONReader.read(first), let second = try? JSONReader.read(second) else { return false }
    var waiting = [(first, second)]
    while let (first, second) = waiting.popLast() {
      switch (first, second) {
      case (.array(let first), .array(let second)):
        guard first.count == second.count else { return false }
        waiting += zip(first, second)
      case (.object(let first), .object(let second)):
        let first = Dictionary(first.map { ($0.name, $0.value) }) { $1 }
        let second = Dictionary(second.map { ($0.name, $0.value) }) { $1 }
        guard first.count == second.count else { return false }
        for (name, value) in first {
          guard let other = second[name] else { return false }
          waiting.append((value, other))
        }
      default:
        guard first == second else { return false }
      }
    }
    return true
  }

  /// JSON with a value a line, however it was laid out.
  static func indented(_ json: [UInt8]) -> [UInt8] { JSONLayout.indented(compact(json)) + [UInt8(ascii: "\n")] }

  /// JSON without the white space between values.
  private static func compact(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count)
    var isInString = false
    var isEscaped = false
    for byte in json {
      if isInString {
        output.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte > 0x20 {
        output.append(byte)
        isInString = byte == UInt8(ascii: "\"")
      }
    }
    return output
  }
}
