/// The mark of UTF-8 before a page, which is no part of it.
enum ByteOrderMark {
  /// The mark at the beginning of a file; nothing where there is none.
  static func prefix(of bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[..<3]) : []
  }
}
