import WikitextDocument
import WikitextSyntax

/// Which parameter of its template a row of an infobox shows.
///
/// Parsoid tells the arguments in wikitext. Our own parser reads them; a row that shows the text of one argument, and of
/// no other, shows that one.
struct HTMLParameters {
  private var names: [[UInt8]: [[UInt8]]] = [:]

  /// The parameters of a call.
  ///
  /// - Complexity: O(bytes of the arguments).
  init(_ arguments: [HTMLTransclusion.Argument], configuration: SiteConfiguration) {
    for argument in arguments {
      let document = Document(fragment: argument.value, configuration: configuration)
      for key in Set([HTMLParameters.shownKey(document), HTMLParameters.wholeKey(document)]) where !key.isEmpty {
        names[key, default: []].append(argument.name)
      }
    }
  }

  /// The parameter whose argument is this text.
  ///
  /// - Parameters:
  ///   - text: what a row shows.
  ///   - label: the row's label, which decides between several with the same text.
  /// - Returns: the parameter's name, or nil.
  func parameter(showing text: [UInt8], label: [UInt8]) -> [UInt8]? {
    guard let candidates = names[HTMLParameters.key(text)] else { return nil }
    if candidates.count == 1 { return candidates[0] }
    let labelKey = HTMLParameters.key(label)
    return candidates.first { HTMLParameters.key($0) == labelKey }
  }

  /// What the value shows as far as it alone tells.
  private static func shownKey(_ document: Document) -> [UInt8] {
    var text: [UInt8] = []
    document.appendPlainText(of: document.fragmentRoot, options: [], to: &text)
    return key(text)
  }

  /// All of the value's text, that of templates' arguments too: lists are written with templates.
  private static func wholeKey(_ document: Document) -> [UInt8] {
    let root = Node(document: document, index: document.fragmentRoot)
    var text: [UInt8] = []
    var referenceEnd = 0
    for node in root.descendants where node.index >= referenceEnd {
      if node.kind == .reference { referenceEnd = Int(document.records[node.index].next) }
      if node.kind == .text { text += node.name.utf8 }
    }
    return key(text)
  }

  /// The letters and digits of a text, without case.
  private static func key(_ text: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case 0x30...0x39, 0x61...0x7A: key.append(byte)
      case 0x41...0x5A: key.append(byte | 0x20)
      // No-break spaces, and the dashes, quotes and marks of direction of U+2000 to U+206F.
      case 0xC2 where position < text.count && text[position] == 0xA0: position += 1
      case 0xE2 where position + 1 < text.count && text[position] & 0xFE == 0x80: position += 2
      case 0x80...: key.append(byte)
      default: break
      }
    }
    return key
  }
}
