import WikitextSyntax

/// The attributes of the elements of a ``MarkupTree``, as the page writes them.
struct MarkupAttributes {
  let tree: SyntaxTree

  /// The last attribute of a name that an element has where it begins.
  ///
  /// - Parameters:
  ///   - name: the name, in small letters.
  ///   - node: the element.
  /// - Returns: the attribute; nil for none, and where the element only goes on.
  /// - Complexity: O(bytes of the start tag, or of the line that begins the table, row or cell).
  func attribute(_ name: StaticString, of node: MarkupNode) -> AttributeSyntax? {
    guard node.record != 0, !node.flags.contains(.impliedStart) else { return nil }
    let records = tree.records
    let element = Int(node.record)
    let isTag = records[element].kind == .startTag
    var found: AttributeSyntax?
    var child = element + 1
    let end = Int(records[element].next)
    while child < end {
      switch records[child].kind {
      case .attribute:
        if nameMatches(child + 1, name) { found = tree.node(NodeID(child)).flatMap(AttributeSyntax.init) }
      case .text, .comment, .template, .parserFunction, .parameterReference, .variable, .extensionTag: break
      case .delimiter where isTag || child == element + 1: break
      default: return found
      }
      child = Int(records[child].next)
    }
    return found
  }

  /// The value of an attribute, as ``AttributeSyntax/value``; nil where templates make a part of it.
  func plainValue(_ name: StaticString, of node: MarkupNode) -> String? {
    guard let attribute = attribute(name, of: node) else { return nil }
    let isPlain = attribute.valueSyntax?.children.allSatisfy { $0.kind == .text || $0.kind == .characterReference }
    return isPlain ?? true ? attribute.value : nil
  }

  private func nameMatches(_ record: Int, _ name: StaticString) -> Bool {
    let records = tree.records
    let start = Int(records[record].start)
    let end = Int(records[Int(records[record].next)].start)
    let source = tree.source
    return records[record].kind == .attributeName && end - start == name.utf8CodeUnitCount
      && Bytes.matches(source.span, at: start, end: end, name)
  }
}
