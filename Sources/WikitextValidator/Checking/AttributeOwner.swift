import WikitextDocument
import WikitextSyntax

/// A tag or a part of a table with its attributes.
struct AttributeOwner {
  /// An attribute.
  struct Attribute {
    /// The name in lower case.
    var name: [UInt8]
    var nameRange: SourceRange
    var syntax: AttributeSyntax

    /// Whether it has this name, in lower case.
    func isNamed(_ other: String) -> Bool { name.elementsEqual(other.utf8) }

    /// The name for a message.
    var nameText: String { String(decoding: name, as: UTF8.self) }
  }

  /// The start tag, table, row, cell or caption.
  var node: Syntax
  /// The element that it makes, in lower case: `div`, `td`; empty for tags of extensions.
  var tag: [UInt8]
  /// Whether MediaWiki's sanitizer looks at the attributes: those of extensions are the extensions' own.
  var isHTML: Bool
  /// Whether these are attributes, and not the text of a cell that a pipe makes attributes of: one has a value or a name
  /// that elements have.
  var areAttributes: Bool
  var attributes: [Attribute] = []

  /// All in a page that have attributes, in order.
  ///
  /// - Complexity: O(attributes + bytes of their names).
  static func all(in page: CheckedPage) -> [AttributeOwner] {
    guard let tree = page.tree, let places = page.places else { return [] }
    let records = tree.records
    var owners: [AttributeOwner] = []
    var last = UInt32.max
    for node in page.nodes(.attribute) {
      guard let syntax = AttributeSyntax(node) else { continue }
      let parent = places.parents[node.id.rawValue]
      if parent != last {
        guard let owner = tree.node(NodeID(Int(parent))) else { continue }
        last = parent
        owners.append(AttributeOwner(owner, in: records[Int(places.parents[Int(parent)])].kind))
      }
      // The name comes first.
      let nameIndex = node.id.rawValue + 1
      let nameRange = SourceRange(start: Int(records[nameIndex].start), end: Int(records[nameIndex + 1].start))
      let name = page.source[nameRange.offsets].map(ByteClass.lowercased)
      if !owners[owners.count - 1].areAttributes, syntax.hasValue || AttributeNames.groups(of: name) != [] {
        owners[owners.count - 1].areAttributes = true
      }
      owners[owners.count - 1].attributes.append(Attribute(name: name, nameRange: nameRange, syntax: syntax))
    }
    return owners
  }

  private init(_ node: Syntax, in surroundings: SyntaxKind) {
    self.node = node
    isHTML = node.kind != .startTag || !(surroundings == .extensionTag || surroundings == .includeOnly)
    tag = isHTML ? AttributeOwner.tag(of: node) : []
    switch node.kind {
    case .tableCell, .tableHeaderCell, .tableCaption: areAttributes = false
    default: areAttributes = true
    }
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

extension AttributeSyntax {
  /// Whether an equals sign follows the name.
  fileprivate var hasValue: Bool { syntax.firstChild(.delimiter) != nil }
}
