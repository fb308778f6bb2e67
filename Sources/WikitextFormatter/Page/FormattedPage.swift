public import WikitextSyntax

/// A page as styles see it: its tree, and what each node stands in.
public struct FormattedPage: Sendable {
  /// The tree.
  public let tree: SyntaxTree
  /// Whether the page is written to be transcluded: then white space between its lines is part of other pages.
  public let isTransclusion: Bool
  /// The ranges between `<!-- wikitext-format off -->` and `<!-- wikitext-format on -->`, sorted, comments and all.
  let keptRanges: [SourceRange]
  private let places: [Place]
  private let parents: [UInt32]

  /// What a node stands in.
  public struct Place: OptionSet, Sendable, Hashable {
    /// One bit a place.
    public let rawValue: UInt8

    /// The places with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Each byte counts: arguments of parser functions, parameters, `<includeonly>`, names, targets, addresses.
    public static let exact = Place(rawValue: 1 << 0)
    /// An argument of a template.
    public static let argument = Place(rawValue: 1 << 1)
    /// White space is shown, or means something of its own: `<pre>`, `<poem>`, lines that begin with a space.
    public static let verbatim = Place(rawValue: 1 << 2)
    /// The content of an extension's tag.
    public static let `extension` = Place(rawValue: 1 << 3)

    /// Where white space between words means something.
    static let spaced: Place = [.exact, .argument, .verbatim, .extension]
  }

  /// - Complexity: O(nodes + bytes of start tags).
  init(_ tree: SyntaxTree) {
    self.tree = tree
    let records = tree.records
    var places = [Place](repeating: [], count: records.count)
    var parents = [UInt32](repeating: 0, count: records.count)
    var open: [(index: Int, end: Int, place: Place)] = []
    var kept: [SourceRange] = []
    var offStart: Int?
    for (index, record) in records.enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      let outer = open.last?.place ?? []
      places[index] = outer
      parents[index] = UInt32(truncatingIfNeeded: open.last?.index ?? 0)
      if record.kind == .comment {
        let start = Int(record.start)
        let end = Int(records[index + 1].start)
        switch FormattedPage.instruction(tree.source[start..<end]) {
        case false where offStart == nil: offStart = start
        case true:
          if let start = offStart { kept.append(SourceRange(start: start, end: end)) }
          offStart = nil
        default: break
        }
      }
      if !record.kind.isLeaf {
        open.append((index, Int(record.next), outer.union(FormattedPage.place(inside: index, of: tree))))
      }
    }
    if let offStart { kept.append(SourceRange(start: offStart, end: tree.source.count)) }
    self.places = places
    self.parents = parents
    isTransclusion = FormattedPage.isTransclusion(tree)
    keptRanges = kept
  }

  /// The bytes of the page.
  public var source: [UInt8] { tree.source }

  /// The nodes of some kinds that stand in none of some places, in the order of the page.
  ///
  /// - Complexity: O(nodes of the page), a byte a node.
  public func nodes(_ kinds: SyntaxKindSet, outside places: Place = .exact) -> [Syntax] {
    tree.records.indices.lazy.filter {
      kinds.contains(tree.records[$0].kind) && self.places[$0].isDisjoint(with: places)
    }.compactMap { tree.node(NodeID($0)) }
  }

  /// What a node stands in.
  public func place(of node: Syntax) -> Place { places[node.id.rawValue] }

  /// The node that a node is a child of; the page is its own.
  public func parent(of node: Syntax) -> Syntax { tree.node(NodeID(Int(parents[node.id.rawValue]))) ?? tree.root }

  /// The node behind a node in preorder: what follows a leaf in the source; nil at the end of the page.
  public func next(after node: Syntax) -> Syntax? { self.node(node.id.rawValue + 1) }

  /// The node of a number, where it is one that has bytes.
  private func node(_ index: Int) -> Syntax? { index < tree.nodeCount - 1 ? tree.node(NodeID(index)) : nil }

  /// The node before a node in preorder: always a leaf, where bytes stand before the node.
  public func previous(before node: Syntax) -> Syntax? {
    node.id.rawValue > 0 ? tree.node(NodeID(node.id.rawValue - 1)) : nil
  }

  /// The leaf that follows a leaf; nil at the end of the page.
  ///
  /// - Complexity: O(containers that begin between the two).
  public func nextLeaf(after leaf: Syntax) -> Syntax? {
    var index = leaf.id.rawValue + 1
    while index < tree.records.count, !tree.records[index].kind.isLeaf { index += 1 }
    return node(index)
  }

  /// The node behind all that is in a node.
  public func next(behind node: Syntax) -> Syntax? { self.node(Int(tree.records[node.id.rawValue].next)) }

  // MARK: Places

  /// Whether white space between the lines of a page means something: the page is written to be transcluded, or has a
  /// `<pre>` that is never closed.
  ///
  /// - Complexity: O(nodes).
  static func isTransclusion(_ tree: SyntaxTree) -> Bool {
    let records = tree.records
    return records.indices.contains { index in
      switch records[index].kind {
      case .inclusionTag, .includeOnly, .parameterReference:
        return true
      case .startTag where HTMLTag(rawValue: UInt8(truncatingIfNeeded: records[index].detail)) == .pre:
        // The start tag of an element, and of an extension, whose numbers are others, is the first thing in it.
        let before = records[index - 1].kind
        return before != .htmlElement && before != .extensionTag && before != .includeOnly
      default:
        return false
      }
    }
  }

  /// What stands in a container, and not around it.
  private static func place(inside index: Int, of tree: SyntaxTree) -> Place {
    let record = tree.records[index]
    switch record.kind {
    case .parserFunction, .parameterReference, .variable, .includeOnly, .languageVariant, .redirect, .transclusionName,
      .argumentName, .attributeValue, .linkTarget, .url, .autolink:
      return .exact
    case .argument:
      return .argument
    case .preformatted, .galleryItem:
      return .verbatim
    case .extensionTag:
      let name = tree.configuration.extensionTags[Int(record.detail)].name
      return name == "ref" || name == "references" ? .extension : [.extension, .verbatim]
    case .htmlElement:
      if HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) == .pre { return .verbatim }
      let startTag = tree.records[index + 1]
      guard startTag.kind == .startTag else { return [] }
      return showsSpace(tree.source[Int(startTag.start)..<Int(tree.records[Int(startTag.next)].start)]) ? .verbatim : []
    default:
      return []
    }
  }

  /// Whether a start tag has a style by which white space is shown.
  static func showsSpace(_ startTag: ArraySlice<UInt8>) -> Bool {
    let span = startTag.span
    return span.indices.contains { Bytes.matches(span, at: $0, end: span.count, "white-space") }
  }

  /// Whether a comment turns formatting on or off; nil when it says neither.
  private static func instruction(_ comment: ArraySlice<UInt8>) -> Bool? {
    guard comment.count < 64 else { return nil }
    let words = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self).split(separator: " ")
    guard words.count == 2, words[0] == "wikitext-format" else { return nil }
    return words[1] == "on" ? true : words[1] == "off" ? false : nil
  }
}
