/// Values of attributes, read as their tags read them.
enum AttributeValue {
  /// A value as `Sanitizer::decodeTagAttributes` leaves it: runs of whitespace are one space, and none at its ends.
  static func folded(_ value: String) -> String {
    var bytes: [UInt8] = []
    var pendingSpace = false
    for byte in value.utf8 {
      if isSpace(byte) {
        pendingSpace = !bytes.isEmpty
      } else {
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value without the whitespace at its ends, for values whose lines count.
  static func trimmed(_ value: String) -> String {
    var bytes = Array(value.utf8)[...]
    while let byte = bytes.first, isSpace(byte) { bytes.removeFirst() }
    while let byte = bytes.last, isSpace(byte) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09) < 5 }
}
