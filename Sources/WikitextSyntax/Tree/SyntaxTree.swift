/// The lossless syntax tree of one page.
///
/// A tree is immutable: the source bytes and one array of 12-byte records in preorder (see `SyntaxRecord`). Printing
/// it gives the source back byte for byte, whatever the bytes. It is freed as a whole, and can be handed from thread
/// to thread without a lock.
///
///     let tree = SyntaxTree(parsing: "''Hello'' [[world]]")
///     tree.root.children.map(\.kind)   // [.italic, .text, .wikilink]
public final class SyntaxTree: Sendable {
  /// The page as it was given, in UTF-8 (or not: any bytes are kept).
  public let source: [UInt8]
  /// The grammar that the page was read by.
  public let configuration: SiteConfiguration
  /// The page that the source is the text of, where it was known.
  public let page: PageContext?
  /// The nodes in preorder, for the stages that read whole trees.
  package let records: [SyntaxRecord]

  /// Assembles a tree from the parser's records.
  init(source: [UInt8], configuration: SiteConfiguration, page: PageContext?, records: [SyntaxRecord]) {
    precondition(
      records.first?.kind == .page && records.last?.kind == .endOfFile,
      "a tree runs from page to end of file"
    )
    self.source = source
    self.configuration = configuration
    self.page = page
    self.records = records
  }

  /// The page itself.
  public var root: Syntax { Syntax(tree: self, index: 0) }

  /// The number of nodes, the root and the end of file included.
  public var nodeCount: Int { records.count }

  /// The node with this number in preorder, or nil when there are not so many.
  public func node(_ id: NodeID) -> Syntax? {
    id.rawValue < records.count ? Syntax(tree: self, index: id.rawValue) : nil
  }

  /// The source as text; bytes that are not UTF-8 come out as U+FFFD.
  public var text: String { String(decoding: source, as: UTF8.self) }

  /// The bytes of all leaves in order: the source, byte for byte, by construction.
  ///
  /// - Complexity: O(`nodeCount` + `source.count`).
  public func print() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    for index in records.indices where records[index].kind.isLeaf && records[index].kind != .endOfFile {
      output.append(contentsOf: source[Int(records[index].start)..<Int(records[index + 1].start)])
    }
    return output
  }
}

/// The number of a node in preorder: the root is 0. Stable for one tree.
public struct NodeID: Hashable, Sendable, Comparable {
  /// The index of the node's record.
  public let rawValue: Int

  /// Names the node with this number.
  public init(_ rawValue: Int) { self.rawValue = rawValue }

  /// Whether `lhs` comes before `rhs` in preorder.
  public static func < (lhs: NodeID, rhs: NodeID) -> Bool { lhs.rawValue < rhs.rawValue }
}
