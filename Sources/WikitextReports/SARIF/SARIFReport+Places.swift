import WikitextSyntax
import WikitextWriters

extension SARIFReport {
  /// Where findings are in a page, as regions (3.30).
  struct Places {
    private let lines: LineIndex
    /// Whether the page begins with a byte order mark, which columns do not count (3.30.2).
    private let hasMark: Bool
    private let hasBytes: Bool

    init(_ file: FindingsOfFile) {
      lines = LineIndex(file.source)
      hasMark = file.source.starts(with: [0xEF, 0xBB, 0xBF])
      hasBytes = file.isAsStored
    }

    /// Writes a region; with its bytes where they are asked for and are those of the file.
    func write(_ range: SourceRange, bytes: Bool, to json: inout JSONWriter) {
      let start = lines.location(at: range.start, in: .scalars)
      let end = lines.location(at: range.end, in: .scalars)
      json.beginObject()
      json.key("startLine")
      json.int(start.line)
      json.key("startColumn")
      json.int(column(of: start))
      json.key("endLine")
      json.int(end.line)
      json.key("endColumn")
      json.int(column(of: end))
      if bytes, hasBytes {
        json.key("byteOffset")
        json.int(range.start)
        json.key("byteLength")
        json.int(range.count)
      }
      json.endObject()
    }

    private func column(of location: SourceLocation) -> Int {
      hasMark && location.line == 1 ? max(location.column - 1, 1) : location.column
    }
  }

  /// A path as a reference of RFC 3986, without `.`, `..` and empty segments (3.10.2); what tells a page among others is
  /// its fragment.
  ///
  /// Segments `..` go with the one before them, so links among folders are not followed.
  static func uri(of path: String, fragment: String?) -> String {
    let isAbsolute = path.hasPrefix("/")
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      let isStep = segment == ".." && segments.last.map { $0 != ".." } ?? isAbsolute
      if isStep { _ = segments.popLast() } else { segments.append(segment) }
    }
    var output = isAbsolute ? "file:///" : ""
    output += segments.map { escaped($0.utf8) }.joined(separator: "/")
    if let fragment { output += "#" + escaped(fragment.utf8) }
    return output
  }

  private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    var output = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return output
  }
}
