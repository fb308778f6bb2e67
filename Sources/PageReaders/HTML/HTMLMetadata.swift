import WikitextDocument

/// What a page of HTML says of itself: its numbers, when its revision was made, its address.
///
/// Parsoid writes them in the head; skins in the script that begins a page, and the foot that is printed names the
/// revision.
struct HTMLMetadata {
  private var pageID: Int64?
  private var revisionID: Int64?
  private var timestamp: String?
  private var url: String?
  /// The end of the printed foot that the walk is in.
  private var footEnd = 0
  /// How many scripts were looked at.
  private var scripts = 0

  /// Scripts that are looked at: the one with the numbers is among the first of the head.
  private static let mostScripts = 4

  /// What was found; nil where the page says nothing.
  var value: PageMetadata? {
    if pageID == nil, revisionID == nil, timestamp == nil { return nil }
    var metadata = PageMetadata(title: "")
    metadata.pageID = pageID
    metadata.revisionID = revisionID
    metadata.timestamp = timestamp
    metadata.url = url
    return metadata
  }

  /// Takes note of an element.
  ///
  /// - Complexity: O(bytes of its attributes, and of a script).
  mutating func note(_ tree: HTMLTree, _ source: [UInt8], _ index: Int) {
    let record = tree.records[index]
    if record.roles.contains(.printFooter) { footEnd = Int(record.next) }
    switch record.element {
    case .html:
      guard let about = tree.attribute(.about, of: index) else { return }
      revisionID = HTMLMetadata.number(behind: ":Redirect/revision/", in: about)
    case .meta:
      guard let property = tree.attribute(.property, of: index), let content = tree.attribute(.content, of: index)
      else {
        return
      }
      if property.equals("mw:pageId") { pageID = HTMLMetadata.number(behind: "", in: content) }
      if property.equals("dc:modified") { timestamp = String(decoding: content, as: UTF8.self) }
    case .script where scripts < HTMLMetadata.mostScripts:
      scripts += 1
      let script = source[Int(record.contentStart)..<Int(record.contentEnd)]
      revisionID = revisionID ?? HTMLMetadata.number(behind: "\"wgRevisionId\":", in: script)
      pageID = pageID ?? HTMLMetadata.number(behind: "\"wgArticleId\":", in: script)
    case .a where index < footEnd:
      guard let address = tree.attribute(.href, of: index) else { return }
      revisionID = revisionID ?? HTMLMetadata.number(behind: "oldid=", in: address)
    default: break
    }
  }

  /// Takes note of the address that the page says is its own.
  mutating func noteAddress(_ address: ArraySlice<UInt8>?) {
    guard let address, address.starts(with: "http") || address.starts(with: "//") else { return }
    url = (address.starts(with: "//") ? "https:" : "") + String(decoding: address, as: UTF8.self)
  }

  /// The number that stands right behind a key; nil for 0, which is that of a page that is not there.
  private static func number(behind key: StaticString, in bytes: ArraySlice<UInt8>) -> Int64? {
    let key = Array(key.description.utf8)
    var start = bytes.startIndex
    while let first = key.first {
      guard let found = bytes[start...].firstIndex(of: first) else { return nil }
      start = found + 1
      if bytes[found...].starts(with: key) {
        start = found + key.count
        break
      }
    }
    let digits = bytes[start...].drop { $0 <= 0x20 }.prefix { $0.isDigit }
    return digits.count > 18 ? nil : Int64(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
  }
}
