/// What stops a reader for good. A damaged page or block does not; see `DumpEvent`.
public enum DumpError: Error, Equatable, Sendable {
  /// The file cannot be opened; `reason` is the system's.
  case cannotOpen(path: String, reason: String)
  /// The path names a directory.
  case isDirectory(path: String)
  /// Reading failed midway; `offset` is in bytes of the file.
  case readFailed(path: String, offset: Int64, reason: String)
  /// The input is not a MediaWiki dump; `found` says what it looks like.
  case notADump(path: String, found: String)
  /// The file has a format that must be unpacked first; `advice` is the command that does it.
  case unsupportedFormat(path: String, format: String, advice: String)
  /// A compression library refused to start: no memory, or a limit.
  case decompression(path: String, message: String)
}

extension DumpError: CustomStringConvertible {
  /// One line: what, where and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "cannot open \(path): \(reason)"
    case .isDirectory(let path):
      "\(path) is a directory; give a dump file"
    case .readFailed(let path, let offset, let reason):
      "cannot read \(path) at byte \(offset): \(reason)"
    case .notADump(let path, let found):
      "\(path) is not a MediaWiki XML dump: found \(found), and neither <mediawiki> nor <page>"
    case .unsupportedFormat(let path, let format, let advice):
      "\(path) is a \(format) archive; unpack it: \(advice)"
    case .decompression(let path, let message):
      "cannot decompress \(path): \(message)"
    }
  }
}
