/// Bytes of a source as printable text.
enum SourceEscaping {
  /// Appends `bytes` with quotation marks, backslashes, control characters, invisible ones that reorder or
  /// join text, and invalid UTF-8 escaped.
  ///
  /// - Complexity: O(`bytes.count`).
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let span = bytes.span
    var position = 0
    while position < span.count {
      guard let (scalar, length) = UTF8Scalars.decode(at: position, in: span, end: span.count) else {
        output.append(contentsOf: "\\x".utf8)
        if span[position] < 0x10 { output.append(UInt8(ascii: "0")) }
        output.append(contentsOf: String(span[position], radix: 16, uppercase: true).utf8)
        position += 1
        continue
      }
      switch scalar.value {
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x22: output.append(contentsOf: "\\\"".utf8)
      case 0x5C: output.append(contentsOf: "\\\\".utf8)
      case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        output.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
      default:
        for offset in position..<position + length { output.append(span[offset]) }
      }
      position += length
    }
  }
}
