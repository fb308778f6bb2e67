public import WikitextSyntax

/// A node of a document: the document and an index into it.
public struct Node: Sendable {
  /// The document that the node belongs to.
  public let document: Document
  package let index: Int

  package init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  @inline(__always)
  var record: NodeRecord { document.records[index] }

  /// The node's number in preorder; the root is 0.
  public var id: Int { index }
  /// What the node is.
  public var kind: NodeKind { record.kind }
  /// What is special about it.
  public var flags: NodeFlags { record.flags }

  /// The bytes of the source that the node came from.
  public var range: SourceRange {
    SourceRange(start: Int(record.sourceStart), end: Int(record.sourceEnd))
  }

  /// The node as it stands in the source.
  public var sourceText: String { String(decoding: document.source[range.offsets], as: UTF8.self) }

  /// The text of a `text` node; the name of a template, function, argument, element or extension.
  public var name: String { document.string(record.name) }

  /// Where a link leads, without a leading colon; an image's file; a formula's LaTeX; an extension's content.
  public var target: String { kind == .reference ? "" : document.string(record.target) }

  /// The level of a section or heading: 1 to 6; 0 for the lead, and for all other nodes.
  public var level: Int { kind == .section || kind == .heading ? Int(record.detail) : 0 }

  /// The kind of a list.
  public var listKind: ListKind? { kind == .list ? ListKind(rawValue: UInt8(truncatingIfNeeded: record.detail)) : nil }

  /// The namespace that a link leads to; 0 for other wikis, and for all other nodes.
  public var namespace: Int { kind == .link ? Int(Int16(bitPattern: record.detail)) : 0 }

  /// The nodes directly below.
  public var children: NodeChildren { NodeChildren(parent: self) }

  /// All nodes below, in preorder.
  public var descendants: some Sequence<Node> {
    (index + 1..<max(Int(record.next), index + 1)).lazy.map { [document] in Node(document: document, index: $0) }
  }

  /// The value of an attribute; of several the last.
  ///
  /// - Complexity: O(log attributes of the document).
  public func attribute(_ name: String) -> String? {
    guard flags.contains(.hasAttributes) else { return nil }
    return document.attributeRecords(of: index).last { document.string($0.name) == name }.map {
      document.string($0.value)
    }
  }

  /// The attributes, in the order of the source.
  public var attributes: [(name: String, value: String)] {
    guard flags.contains(.hasAttributes) else { return [] }
    return document.attributeRecords(of: index).map { (document.string($0.name), document.string($0.value)) }
  }
}

extension Node: Hashable {
  /// Whether both are the same node of the same document.
  public static func == (lhs: Node, rhs: Node) -> Bool { lhs.document === rhs.document && lhs.index == rhs.index }

  /// Hashes the document's identity and the node's number.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(document))
    hasher.combine(index)
  }
}

/// The direct children of a node.
public struct NodeChildren: Sequence, Sendable {
  let parent: Node

  /// An iterator over the children.
  public func makeIterator() -> Iterator {
    Iterator(document: parent.document, index: parent.index + 1, end: Int(parent.record.next))
  }

  /// Steps from child to child; each step is one load.
  public struct Iterator: IteratorProtocol {
    let document: Document
    var index: Int
    let end: Int

    /// The next child, or nil at the end.
    public mutating func next() -> Node? {
      guard index < end else { return nil }
      defer { index = Int(document.records[index].next) }
      return Node(document: document, index: index)
    }
  }
}

extension Document {
  /// The attributes of a node.
  package func attributeRecords(of node: Int) -> ArraySlice<AttributeRecord> { attributes.records(of: node) }

  /// Whether a node is no part of a line of text: blocks, figures, templates with a line to themselves, programs.
  package func standsAmongBlocks(_ node: Int) -> Bool {
    let record = records[node]
    switch record.kind {
    case .image, .template, .parserFunction, .math: return record.flags.contains(.block)
    case .code: return !attributeRecords(of: node).contains { string($0.name) == "inline" }
    default: return record.kind.isBlock
    }
  }
}

extension [AttributeRecord] {
  /// The attributes of a node, where all are sorted by their nodes.
  ///
  /// - Complexity: O(log count).
  func records(of node: Int) -> ArraySlice<AttributeRecord> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].node) < node { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, Int(self[end].node) == node { end += 1 }
    return self[low..<end]
  }
}
