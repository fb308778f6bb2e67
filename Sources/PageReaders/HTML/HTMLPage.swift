import WikitextDocument
import WikitextSyntax

/// What is found in a page before it is read: where the article is, what it is called, which wiki it is of.
struct HTMLPage {
  /// The element that holds the article; nil for a piece of a page, all of which is the article.
  private(set) var root: Int?
  /// The heading with the title, and the title of the window.
  private(set) var heading: Int?
  private(set) var windowTitle: Int?
  private(set) var language: ArraySlice<UInt8>?
  private(set) var redirect: [UInt8]?
  /// The records with a category or a link to another language, in their order.
  private(set) var links: [Int] = []
  /// Whether the page is a whole skin's, in which much is not the article.
  private(set) var hasSkin = false
  private(set) var transclusions = HTMLTransclusions()
  /// The coordinates in figures that the page has, and whether they stand beside its title.
  private(set) var positions: [(index: Int, isBesideTitle: Bool)] = []
  /// What holds small things beside the title.
  private(set) var indicators: [Int] = []
  /// What the page says of itself.
  private(set) var metadata = HTMLMetadata()
  private var addresses = HTMLAddresses()

  init() {}

  /// Looks through a page once.
  ///
  /// - Complexity: O(records + bytes of their attributes).
  init(_ tree: HTMLTree, _ source: [UInt8], _ configuration: SiteConfiguration) {
    var body: Int?
    var whole: Int?
    var address: ArraySlice<UInt8>?
    var ownAddress: ArraySlice<UInt8>?
    var indicatorsEnd = 0
    var coordinatesEnd = 0
    for (index, record) in tree.records.enumerated() {
      if record.element == .text { continue }
      var roles = record.roles
      // What stands beside the title is made as an article is, and is none.
      if roles.contains(.indicators), index >= indicatorsEnd {
        indicatorsEnd = Int(record.next)
        indicators.append(index)
      }
      if index < indicatorsEnd { roles.subtract([.article, .body]) }
      if roles.contains(.coordinates) { coordinatesEnd = Int(record.next) }
      if roles.contains(.position) { positions.append((index, index < max(coordinatesEnd, indicatorsEnd))) }
      metadata.note(tree, source, index)
      if roles.contains(.article), root == nil || (body.map { $0 < index } ?? false) && !isInside(root, body, tree) {
        if root == nil || body != nil { root = index }
      }
      if roles.contains(.body) { body = index }
      if roles.contains(.title), heading == nil, record.element == .h1 { heading = index }
      switch record.element {
      case .html: language = tree.attribute(.lang, of: index) ?? language
      case .body:
        whole = index
        language = tree.attribute(.lang, of: index) ?? language
      case .title where windowTitle == nil: windowTitle = index
      case .base: address = tree.attribute(.href, of: index) ?? address
      case .link:
        noteLink(tree, index, &ownAddress)
        address = ownAddress ?? address
      case .a where roles.contains(.languageLink): links.append(index)
      case .ul where roles.contains(.redirect): noteRedirect(tree, index)
      case .div where roles.contains(.categories): noteCategories(tree, index)
      default: break
      }
      transclusions.note(tree, index)
    }
    root = root ?? body ?? whole
    hasSkin = heading != nil
    if let address { addresses.host = HTMLPage.host(address) }
    metadata.noteAddress(ownAddress)
  }

  /// Whether the article found first is in the body found last.
  private func isInside(_ root: Int?, _ body: Int?, _ tree: HTMLTree) -> Bool {
    guard let root, let body else { return true }
    return root > body && root < Int(tree.records[body].next)
  }

  private mutating func noteLink(_ tree: HTMLTree, _ index: Int, _ address: inout ArraySlice<UInt8>?) {
    guard let relation = tree.attribute(.rel, of: index) else { return }
    if relation.starts(with: "mw:PageProp/Category") || relation.starts(with: "mw:PageProp/Language") {
      links.append(index)
    } else if relation.equals("mw:PageProp/redirect") {
      redirect = tree.attribute(.href, of: index).map {
        HTMLAddresses.title($0.starts(with: "./") ? $0.dropFirst(2) : $0)
      }
    } else if relation.equals("canonical") || relation.equals("dc:isVersionOf") {
      address = tree.attribute(.href, of: index) ?? address
    }
  }

  private mutating func noteRedirect(_ tree: HTMLTree, _ index: Int) {
    let link = (index..<Int(tree.records[index].next)).first { tree.records[$0].element == .a }
    guard let address = link.flatMap({ tree.attribute(.href, of: $0) }) else { return }
    redirect = HTMLAddresses.title(inPath: address)
  }

  private mutating func noteCategories(_ tree: HTMLTree, _ index: Int) {
    // The name of the list itself is a link to a special page, and none of its items.
    for child in index..<Int(tree.records[index].next) where tree.records[child].element == .li {
      if let link = (child..<Int(tree.records[child].next)).first(where: { tree.records[$0].element == .a }) {
        links.append(link)
      }
    }
  }

  /// The host in an address.
  private static func host(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let parts = address.split(separator: UInt8(ascii: "/"))
    if let first = parts.first, first.last == UInt8(ascii: ":") { return parts.count > 1 ? parts[1] : [] }
    return parts.first ?? []
  }

  /// Where a link leads.
  func target(of address: ArraySlice<UInt8>, isExternal: Bool) -> HTMLTarget {
    addresses.target(of: address, isExternal: isExternal)
  }
}
