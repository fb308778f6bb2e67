import WikitextSyntax

/// Where each node of a tree stands: below which node, in which surroundings, inside of what.
///
/// One pass over the records answers these questions for all rules, so that no rule climbs the tree.
struct PlaceIndex {
  /// What a node stands in, at any depth.
  struct Surroundings: OptionSet {
    let rawValue: UInt16

    /// The address of an external link.
    static let address = Surroundings(rawValue: 1 << 0)
    /// The target of a link.
    static let linkTarget = Surroundings(rawValue: 1 << 1)
    /// The text of a link.
    static let linkText = Surroundings(rawValue: 1 << 2)
    /// An external link in brackets.
    static let externalLink = Surroundings(rawValue: 1 << 3)
    /// The name of what is called.
    static let name = Surroundings(rawValue: 1 << 4)
    /// An argument of a template.
    static let templateArgument = Surroundings(rawValue: 1 << 5)
    /// An argument of a parser function, or the default of a parameter.
    static let functionArgument = Surroundings(rawValue: 1 << 6)
    /// An attribute of a tag or of a part of a table.
    static let attribute = Surroundings(rawValue: 1 << 7)
    static let heading = Surroundings(rawValue: 1 << 8)
    static let table = Surroundings(rawValue: 1 << 9)
    static let list = Surroundings(rawValue: 1 << 10)
    /// `<code>` and the like: text that shows programs or markup.
    static let code = Surroundings(rawValue: 1 << 11)
    static let reference = Surroundings(rawValue: 1 << 12)
    /// An extension tag that is no reference.
    static let otherExtension = Surroundings(rawValue: 1 << 13)
    /// `<includeonly>`: what the page itself does not show.
    static let includeOnly = Surroundings(rawValue: 1 << 14)
    /// `-{ … }-`
    static let variant = Surroundings(rawValue: 1 << 15)

    /// An argument of anything: what becomes of it is up to what is called.
    static let argument: Surroundings = [.templateArgument, .functionArgument]
    /// What is not read as text.
    static let unread: Surroundings = [.address, .linkTarget, .name, .attribute, .code]
  }

  /// The container that each record stands in directly.
  private(set) var parents: [UInt32]
  /// The innermost node that delimiters cannot reach out of, by record: a cell, an argument, the text of a link. Styles
  /// and HTML elements are none.
  private(set) var frames: [UInt32]
  /// What each record stands in.
  private(set) var surroundings: [Surroundings]

  /// - Complexity: O(nodes).
  init(_ tree: SyntaxTree) {
    let records = tree.records
    parents = [UInt32](repeating: 0, count: records.count)
    frames = parents
    surroundings = [Surroundings](repeating: [], count: records.count)
    let tags = tree.configuration.extensionTags
    let referenceTag = tags.firstIndex { $0.name == "ref" }
    var open: [(index: Int, end: Int, frame: UInt32, inside: Surroundings)] = []
    for (index, record) in records.enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      let top = open.last ?? (index: 0, end: 0, frame: 0, inside: [])
      parents[index] = UInt32(truncatingIfNeeded: top.index)
      frames[index] = top.frame
      surroundings[index] = top.inside
      guard !record.kind.isLeaf else { continue }
      var inside = top.inside
      var frame = UInt32(truncatingIfNeeded: index)
      switch record.kind {
      case .url, .autolink: inside.insert(.address)
      case .linkTarget: inside.insert(.linkTarget)
      case .linkText: inside.insert(.linkText)
      case .externalLink: inside.insert(.externalLink)
      case .transclusionName, .argumentName: inside.insert(.name)
      case .template: inside.insert(.templateArgument)
      case .parserFunction, .parameterReference: inside.insert(.functionArgument)
      case .attribute: inside.insert(.attribute)
      case .heading: inside.insert(.heading)
      case .table: inside.insert(.table)
      case .listItem: inside.insert(.list)
      case .includeOnly: inside.insert(.includeOnly)
      case .languageVariant: inside.insert(.variant)
      case .extensionTag: inside.insert(Int(record.detail) == referenceTag ? .reference : .otherExtension)
      case .htmlElement:
        frame = top.frame
        if PlaceIndex.isCode(record.detail) { inside.insert(.code) }
      case .bold, .italic, .list, .startTag: frame = top.frame
      default: break
      }
      open.append((index, Int(record.next), frame, inside))
    }
  }

  private static func isCode(_ tag: UInt16) -> Bool {
    switch HTMLTag(rawValue: UInt8(truncatingIfNeeded: tag)) {
    case .code, .kbd, .samp, .tt, .var, .pre: true
    default: false
    }
  }
}
