/// The attributes that are kept; of others nothing is known.
enum HTMLAttribute: String, CaseIterable {
  case about, align, alt, `class`, colspan, content, display, hidden, href, id, lang, rel, resource, role, rowspan,
    scope, src
  case property, start, style, title, typeof
  case dataMW = "data-mw"
  case dataGroup = "data-mw-group"
  case dataVariant = "data-mw-variant"

  private static let names = HTMLNameTable(allCases.map { ($0.rawValue, $0) })

  /// The attribute whose name ends with a zero byte; nil for one that is not kept.
  @unsafe init?(name: UnsafePointer<UInt8>) {
    var hash = HTMLNameHash()
    var position = unsafe name
    while unsafe position.pointee != 0 {
      unsafe hash.add(position.pointee)
      unsafe position += 1
    }
    guard let attribute = HTMLAttribute.names[hash] else { return nil }
    self = attribute
  }
}
