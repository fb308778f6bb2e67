import MediaWikiDump

/// Reads a tar archive from its first byte to its last: the forms of ustar and pax (POSIX.1-2001, pax, "ustar Interchange
/// Format"), and the long names and sizes of GNU tar.
///
/// Only regular files are of interest; everything else is passed over. The format is a header of 512 bytes and the file
/// in blocks of 512, again and again: that is less to write than a system library is to install.
final class TarReader {
  /// A file of the archive.
  struct Entry {
    var path: String
    /// Its content; nil where it is too large.
    var bytes: [UInt8]?
  }

  /// What is wrong with an archive.
  struct Damage: Error {
    var problem: String
  }

  private let file: DecompressedFile
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0

  static let blockSize = 512

  /// - Parameters:
  ///   - file: the archive.
  ///   - limit: the most bytes that a file may have.
  init(_ file: DecompressedFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Whether bytes are the first header of an archive: its sum says so.
  static func isHeader(_ block: ArraySlice<UInt8>) -> Bool {
    guard block.count >= blockSize else { return false }
    let header = Array(block.prefix(blockSize))
    guard header[0] != 0, let sum = number(header[148..<156]) else { return false }
    // The field itself counts as blanks.
    let bytes = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    return bytes == sum
  }

  /// The next file; nil at the end of the archive.
  func next() throws -> Entry? {
    var longName: String?
    var longSize: Int?
    while true {
      guard let header = try take(TarReader.blockSize) else {
        if position < buffer.count { throw Damage(problem: "it ends early") }
        return nil
      }
      // Zeros end an archive; what follows is padding.
      if header.allSatisfy({ $0 == 0 }) { return nil }
      guard TarReader.isHeader(header[...]), let ownSize = TarReader.number(header[124..<136]) else {
        throw Damage(problem: "a header is damaged")
      }
      let type = header[156]
      let size = type == UInt8(ascii: "x") || type == UInt8(ascii: "L") ? ownSize : longSize ?? ownSize
      switch type {
      case UInt8(ascii: "x"), UInt8(ascii: "L"):
        guard size <= TarReader.longestName, let content = try take(size), try skipPadding(of: size) else {
          throw Damage(problem: "a long name is damaged")
        }
        if type == UInt8(ascii: "L") {
          longName = TarReader.text(content[...])
        } else {
          let records = TarReader.records(content)
          longName = records["path"] ?? longName
          longSize = records["size"].flatMap { Int($0) } ?? longSize
        }
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        let path = longName ?? TarReader.path(of: header)
        if size > limit {
          guard try skip(size), try skipPadding(of: size) else { throw Damage(problem: "it ends early") }
          return Entry(path: path, bytes: nil)
        }
        guard let content = try take(size), try skipPadding(of: size) else { throw Damage(problem: "it ends early") }
        return Entry(path: path, bytes: content)
      default:
        guard try skip(size), try skipPadding(of: size) else { throw Damage(problem: "it ends early") }
        longName = nil
        longSize = nil
      }
    }
  }

  /// Nobody has longer names, or more to say of a file, in bytes.
  private static let longestName = 1 << 20

  // MARK: Headers

  /// A number: octal digits, or, with the first bit set, in binary (GNU).
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if field.first == 0x80 {
      guard field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return digits.isEmpty || digits.count > 12 ? nil : digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func path(of header: [UInt8]) -> String {
    let name = text(header[0..<100])
    let prefix = header[257...].starts(with: "ustar\u{0}".utf8) ? text(header[345..<500]) : ""
    return prefix.isEmpty ? name : prefix + "/" + name
  }

  /// What a pax header says: lines of a length, a key and a value.
  private static func records(_ content: [UInt8]) -> [String: String] {
    var records: [String: String] = [:]
    var rest = content[...]
    while let space = rest.firstIndex(of: 0x20), let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex, length <= rest.count
    {
      let line = rest[(space + 1)..<(rest.startIndex + length)]
      if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
        let value = line[(equals + 1)...].dropLast()
        records[String(decoding: line[..<equals], as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      }
      rest = rest.dropFirst(length)
    }
    return records
  }

  // MARK: Bytes

  /// The next bytes; nil where the archive ends or is damaged before.
  private func take(_ count: Int) throws(DumpError) -> [UInt8]? {
    guard try fill(count) else { return nil }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  private func fill(_ count: Int) throws(DumpError) -> Bool {
    if buffer.count - position < count, position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    while buffer.count - position < count {
      guard try file.read(into: &buffer) == .bytes else { return false }
    }
    return true
  }

  private func skip(_ count: Int) throws(DumpError) -> Bool {
    var count = count
    while count > 0 {
      let step = min(count, 1 << 16)
      guard try fill(step) else { return false }
      position += step
      count -= step
    }
    return true
  }

  /// Files end at a block's end.
  private func skipPadding(of size: Int) throws(DumpError) -> Bool {
    try skip((TarReader.blockSize - size % TarReader.blockSize) % TarReader.blockSize)
  }
}
