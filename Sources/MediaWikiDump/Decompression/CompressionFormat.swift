/// The formats a dump is stored in, told by their first bytes, never by a file's name.
enum CompressionFormat: Sendable {
  case plain
  case gzip
  case bzip2
  /// `.xz`, or the older `.lzma`.
  case xz
  case zstd
  case sevenZip
  case zip

  /// The longest of the signatures below, in bytes.
  static let signatureLength = 13

  /// The format of a file that begins with these bytes (all there are, if fewer than `signatureLength`).
  init(signature: ArraySlice<UInt8>) {
    let bytes = Array(signature)
    if bytes.starts(with: [0x1f, 0x8b]) {
      self = .gzip
    } else if bytes.starts(with: Array("BZh".utf8)), bytes.count > 3, (0x31...0x39).contains(bytes[3]) {
      self = .bzip2
    } else if bytes.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) || CompressionFormat.isLZMA(bytes) {
      self = .xz
    } else if bytes.starts(with: [0x28, 0xb5, 0x2f, 0xfd])
      || (bytes.count > 3 && bytes[0] & 0xf0 == 0x50 && bytes[1...3].elementsEqual([0x2a, 0x4d, 0x18]))
    {
      self = .zstd
    } else if bytes.starts(with: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) {
      self = .sevenZip
    } else if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      self = .zip
    } else {
      self = .plain
    }
  }

  /// `.lzma` has no signature: the properties byte every encoder writes (0x5d), a dictionary size of 4 KiB or more
  /// with round low bytes, and a size that is unknown (all ones) or under 256 TiB.
  private static func isLZMA(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= signatureLength, bytes[0] == 0x5d, bytes[1] == 0, bytes[2] & 0x0f == 0 else { return false }
    return bytes[5..<13].allSatisfy { $0 == 0xff } || (bytes[11] == 0 && bytes[12] == 0)
  }
}
