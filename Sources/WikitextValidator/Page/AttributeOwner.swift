import WikitextDocument
import WikitextSyntax

/// A tag or a part of a table with its attributes.
struct AttributeOwner {
  /// The start tag, table, row, cell or caption.
  var node: Syntax
  /// The element that it makes, in lower case: `div`, `td`; the name of an extension tag is not here, see ``isHTML``.
  var tag: [UInt8]
  /// Whether MediaWiki's sanitizer looks at the attributes: those of extensions are the extensions' own.
  var isHTML: Bool
  var attributes: [AttributeSyntax]

  /// Whether these are attributes, and not the text of a cell that a pipe makes attributes of: one has a value or a name
  /// that elements have.
  var areAttributes: Bool {
    switch node.kind {
    case .tableCell, .tableHeaderCell, .tableCaption:
      attributes.contains { $0.value != nil || AttributeNames.groups(of: Array($0.name.utf8)) != [] }
    default: true
    }
  }

  /// All in a page that have attributes, in order.
  ///
  /// - Complexity: O(attributes).
  static func all(in page: CheckedPage) -> [AttributeOwner] {
    guard let tree = page.tree, let places = page.places else { return [] }
    var owners: [AttributeOwner] = []
    var last = UInt32.max
    for node in page.nodes(.attribute) {
      guard let attribute = AttributeSyntax(node) else { continue }
      let parent = places.parents[node.id.rawValue]
      if parent == last {
        owners[owners.count - 1].attributes.append(attribute)
        continue
      }
      guard let owner = tree.node(NodeID(Int(parent))) else { continue }
      last = parent
      let around = tree.records[Int(places.parents[Int(parent)])].kind
      let isHTML = owner.kind != .startTag || !(around == .extensionTag || around == .includeOnly)
      let tag = isHTML ? AttributeOwner.tag(of: owner) : []
      owners.append(AttributeOwner(node: owner, tag: tag, isHTML: isHTML, attributes: [attribute]))
    }
    return owners
  }

  private static func tag(of node: Syntax) -> [UInt8] {
    switch node.kind {
    case .table: Array("table".utf8)
    case .tableRow: Array("tr".utf8)
    case .tableCell: Array("td".utf8)
    case .tableHeaderCell: Array("th".utf8)
    case .tableCaption: Array("caption".utf8)
    default: HTMLTag(rawValue: UInt8(truncatingIfNeeded: node.detail)).map { Array($0.name.utf8) } ?? []
    }
  }
}
