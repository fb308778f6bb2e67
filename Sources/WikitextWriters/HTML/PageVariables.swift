import WikitextDocument
import WikitextSyntax

/// The values of variables and parser functions that only the page's title and its wiki's grammar decide.
struct PageVariables {
  private let document: Document
  private let title: PageTitle

  private let mode: FragmentMode

  init(_ document: Document, title: PageTitle, _ mode: FragmentMode) {
    self.document = document
    self.title = title
    self.mode = mode
  }

  /// The value of a function or variable; nil when more is needed to know it.
  func value(of node: Int) -> [UInt8]? {
    let name = String(decoding: document.pool[document.records[node].name.offsets], as: UTF8.self)
    let arguments = arguments(of: node)
    // These say something about the page, and show nothing.
    if name == "displaytitle" || name == "defaultsort" || name == "shortdesc" { return [] }
    guard let arguments else { return nil }
    if name == "interlanguagelink" { return arguments.count > 1 && isTitle(arguments[1]) ? [] : nil }
    if let value = pageName(name, arguments.first) { return value }
    guard let first = arguments.first else { return wikiName(name) }
    return text(name, first)
  }

  // MARK: Arguments

  /// The arguments as text; nil when one of them is not text alone.
  private func arguments(of node: Int) -> [[UInt8]]? {
    var arguments: [[UInt8]] = []
    var child = node + 1
    while child < Int(document.records[node].next) {
      guard document.records[child].kind == .argument, let text = text(below: child) else { return nil }
      arguments.append(Array(Bytes.trimmed(text[...])))
      child = Int(document.records[child].next)
    }
    return arguments
  }

  private func text(below node: Int) -> [UInt8]? {
    var text: [UInt8] = []
    var child = node + 1
    while child < Int(document.records[node].next) {
      let record = document.records[child]
      switch record.kind {
      case .text: text += document.pool[record.name.offsets]
      case .parserFunction:
        guard let value = value(of: child) else { return nil }
        text += value
      default: return nil
      }
      child = Int(record.next)
    }
    return text
  }

  // MARK: Titles

  /// Whether a title is in its ordinary form: these functions take no other.
  private func isTitle(_ title: [UInt8]) -> Bool {
    !title.isEmpty && !title.contains { $0 == UInt8(ascii: "_") || $0 == 0x0A }
  }

  /// The names of the page, or of the one that is given; with an `e` at the end as in addresses.
  private func pageName(_ name: String, _ argument: [UInt8]?) -> [UInt8]? {
    let page = argument.map { PageTitle($0, in: document.configuration) } ?? title
    if page.text.isEmpty { return nil }
    if let value = part(name, of: page) { return value }
    guard name.hasSuffix("e"), let value = part(String(name.dropLast()), of: page) else { return nil }
    var address: [UInt8] = []
    URLEncoding.append(title: value, to: &address)
    return address
  }

  private func part(_ name: String, of page: PageTitle) -> [UInt8]? {
    let slash = UInt8(ascii: "/")
    switch name {
    case "pagename": return page.name
    case "fullpagename": return page.text
    case "basepagename": return page.name.lastIndex(of: slash).map { Array(page.name[..<$0]) } ?? page.name
    case "rootpagename": return page.name.firstIndex(of: slash).map { Array(page.name[..<$0]) } ?? page.name
    case "subpagename": return page.name.lastIndex(of: slash).map { Array(page.name[($0 + 1)...]) } ?? page.name
    case "namespace": return spaceName(page.namespace)
    case "namespacenumber": return Array("\(page.namespace)".utf8)
    case "talkspace": return spaceName(talk(page.namespace))
    case "subjectspace": return spaceName(subject(page.namespace))
    case "talkpagename": return prefixed(talk(page.namespace), page.name)
    case "subjectpagename": return prefixed(subject(page.namespace), page.name)
    default: return nil
    }
  }

  private func talk(_ namespace: Int) -> Int { namespace < 0 ? namespace : namespace | 1 }

  private func subject(_ namespace: Int) -> Int { namespace < 0 ? namespace : namespace & ~1 }

  private func spaceName(_ namespace: Int) -> [UInt8]? {
    document.configuration.namespace(namespace).map { Array($0.localName.utf8) }
  }

  private func prefixed(_ namespace: Int, _ name: [UInt8]) -> [UInt8]? {
    guard let space = spaceName(namespace) else { return nil }
    return space.isEmpty ? name : space + [UInt8(ascii: ":")] + name
  }

  // MARK: The wiki, and texts

  private func wikiName(_ name: String) -> [UInt8]? {
    switch name {
    case "sitename": Array(document.configuration.siteName.utf8)
    case "contentlanguage", "pagelanguage": Array(document.configuration.language.utf8)
    default: nil
    }
  }

  private func text(_ name: String, _ text: [UInt8]) -> [UInt8]? {
    switch name {
    case "lc": return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    case "uc": return Array(String(decoding: text, as: UTF8.self).uppercased().utf8)
    case "ucfirst": return Bytes.firstLetterUppercased(text[...])
    case "lcfirst":
      let string = String(decoding: text, as: UTF8.self)
      return Array((string.prefix(1).lowercased() + string.dropFirst()).utf8)
    case "anchorencode": return HeadingIDs.escaped(HeadingText.normalized(text), mode)
    case "ns", "nse":
      let string = String(decoding: text, as: UTF8.self)
      guard let id = Int(string) ?? document.configuration.namespace(named: string) else { return nil }
      return spaceName(id).map { name == "ns" ? $0 : $0.map { $0 == 0x20 ? UInt8(ascii: "_") : $0 } }
    default: return nil
    }
  }
}
