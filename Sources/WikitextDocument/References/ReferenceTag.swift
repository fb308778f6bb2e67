import WikitextSyntax

/// What a `<ref>` says, in Cite's own terms (`Validator`, `Cite::parseArguments`).
struct ReferenceTag {
  let node: Node
  /// The group; nil where the tag names none.
  private(set) var group: String?
  private(set) var name = ""
  private(set) var follow = ""
  private(set) var details = ""
  private(set) var direction: String?
  /// Whether it has content other than whitespace.
  let hasContent: Bool
  /// The bytes of the source from its first content to its last.
  let contentRange: Range<Int>
  /// What is wrong and leaves the reference as it is.
  private(set) var warnings: [CitationError] = []

  init(_ node: Node) {
    self.node = node
    (hasContent, contentRange) = ReferenceTag.content(of: node)
    if node.document.dialect != .wikitext {
      // A rendered page has marks and entries, and no tags: the document knows which belong together.
      if let reference = node.reference {
        name = reference.name ?? ""
        group = reference.group.isEmpty ? nil : reference.group
      }
      return
    }
    for (attribute, value) in node.attributes {
      let value = AttributeValue.folded(value)
      switch attribute {
      case "group": group = value
      case "name": name = value
      case "follow": follow = value
      case "details": details = value
      case "dir": direction = value.lowercased()
      default: warnings.append(.unknownAttribute(attribute))
      }
    }
    for name in [name, follow] where !name.isEmpty && name.utf8.allSatisfy({ ($0 &- 0x30) < 10 }) {
      warnings.append(.numericName(name))
    }
    if let value = direction, !["ltr", "rtl", "auto"].contains(value) {
      warnings.append(.unknownDirection(value))
      direction = nil
    }
  }

  /// What is wrong and leaves nothing to refer to; in a text, not in a list.
  var error: CitationError? {
    if !follow.isEmpty, !name.isEmpty || !details.isEmpty { return .continuationIsNamed }
    if name.isEmpty, !hasContent { return details.isEmpty ? .empty : .detailsWithoutReference }
    return nil
  }

  private static func content(of node: Node) -> (exists: Bool, range: Range<Int>) {
    var exists = false
    var range: Range<Int>?
    for child in node.children {
      let text = child.document.pool[child.record.name.offsets]
      if child.kind != .text || text.contains(where: { $0 > 0x20 }) { exists = true }
      let start = range?.lowerBound ?? child.range.start
      range = start..<max(start, child.range.end)
    }
    return (exists, range ?? 0..<0)
  }
}
