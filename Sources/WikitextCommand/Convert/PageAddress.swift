/// Where the pages of a wiki are on the web, learned from the address of its main page.
struct PageAddress: Sendable {
  /// What comes before the title.
  let prefix: [UInt8]

  /// - Parameter base: the `<base>` of a dump: `https://de.wikipedia.org/wiki/Wikipedia:Hauptseite`, or
  ///   `https://wiki.example/index.php?title=Main_Page`. Nil where it does not show what comes before a title.
  init?(base: String?) {
    guard let base = base.map({ Array($0.utf8) }), !base.isEmpty else { return nil }
    // A dump may come from anywhere: what it says must not make links that run something.
    guard base.starts(with: "http://".utf8) || base.starts(with: "https://".utf8) else { return nil }
    guard let host = PageAddress.end(of: "://", in: base) else { return nil }
    let end =
      PageAddress.end(of: "title=", in: base) ?? PageAddress.end(of: "/wiki/", in: base)
      ?? base.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 }
    guard let end, end > host, end < base.count else { return nil }
    prefix = Array(base[..<end])
  }

  private static func end(of part: String, in base: [UInt8]) -> Int? {
    let part = Array(part.utf8)
    return base.indices.first { base[$0...].starts(with: part) }.map { $0 + part.count }
  }

  /// The address of a page, escaped as MediaWiki does (`wfUrlencode`).
  func url(ofTitle title: String) -> String {
    var url = prefix
    url.reserveCapacity(prefix.count + title.utf8.count * 3)
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: " "): url.append(UInt8(ascii: "_"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        url.append(byte)
      default:
        if PageAddress.plain.contains(byte) {
          url.append(byte)
        } else {
          url += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
      }
    }
    return String(decoding: url, as: UTF8.self)
  }

  private static let plain = Array("-_.~;@$!*(),/:".utf8)
}
