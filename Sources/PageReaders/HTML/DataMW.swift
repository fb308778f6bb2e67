/// What Parsoid keeps in attributes of the wikitext that it read.
enum DataMW {
  /// The first template that a `data-mw` tells of.
  ///
  ///     {"parts":[{"template":{"target":{"wt":"Infobox river"},"params":{"length":{"wt":"295 km"}},"i":0}}]}
  ///
  /// - Complexity: O(`bytes.count`).
  static func template(_ bytes: ArraySlice<UInt8>) -> (name: [UInt8], arguments: [HTMLTransclusion.Argument])? {
    var strings = JSONStrings(bytes)
    var name: [UInt8]?
    var arguments: [HTMLTransclusion.Argument] = []
    while let value = strings.next() {
      guard value.name.elementsEqual("wt".utf8), let parent = value.path.last else { continue }
      if parent.elementsEqual("target".utf8) {
        // Of several templates the first is the one that matters.
        if name != nil { break }
        name = HTMLText.folded(value.text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      } else if value.path.dropLast().last?.elementsEqual("params".utf8) == true {
        arguments.append(HTMLTransclusion.Argument(name: parent, value: value.text))
      }
    }
    guard let name, !name.isEmpty, name.first != UInt8(ascii: "#") else { return nil }
    return (name, arguments)
  }

  /// The choices that a `data-mw-variant` has: codes of languages, and what is shown in them.
  ///
  ///     {"twoway":[{"l":"zh-hans","t":"软件"},{"l":"zh-hant","t":"軟體"}]}
  ///
  /// - Complexity: O(`bytes.count`).
  static func variants(_ bytes: ArraySlice<UInt8>) -> [(language: [UInt8], text: [UInt8])] {
    var strings = JSONStrings(bytes)
    var variants: [(language: [UInt8], text: [UInt8])] = []
    var language: [UInt8] = []
    while let value = strings.next() {
      if value.name.elementsEqual("l".utf8) {
        language = value.text
      } else if value.name.elementsEqual("t".utf8) {
        variants.append((language, value.text))
        language = []
      }
    }
    return variants
  }
}
