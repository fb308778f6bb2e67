import WikitextSyntax

/// Attributes of elements, tables and cells.
extension WikitextReader {
  /// Adds the attributes among the children from record `first` on; they come before any other content.
  ///
  /// A template that stands among them is noted, unless it is read with the content all the same.
  mutating func addAttributes(ofChildrenFrom first: Int, to end: Int, node: Int, notesTemplates: Bool = true) {
    var child = first
    while child < end {
      switch records[child].kind {
      case .attribute: addAttribute(child, node: node)
      case .template, .parserFunction, .variable: if notesTemplates { noteTransclusion(child) }
      case .delimiter, .text, .parameterReference, .extensionTag: break
      case _ where records[child].kind.isHidden: break
      default: return
      }
      // Past the mark that ends the attributes is content.
      if records[child].kind == .delimiter, child > first { return }
      child = next(child)
    }
  }

  /// Past the mark and the attributes among the children from record `first` on, and the text between them that makes no
  /// attribute.
  func contentStart(_ first: Int, _ end: Int) -> Int {
    var child = first
    while child < end {
      switch records[child].kind {
      case .attribute, .text, .comment: child = next(child)
      case .delimiter where child == first: child = next(child)
      default: return child
      }
    }
    return end
  }

  mutating func addAttribute(_ attribute: Int, node: Int) {
    var name = PoolRange()
    var value = PoolRange()
    var child = attribute + 1
    while child < next(attribute) {
      if records[child].kind == .attributeName, name.isEmpty {
        let mark = builder.mark
        for byte in source[start(child)..<end(child)] {
          builder.pool.append((byte &- 0x41) < 26 ? byte | 0x20 : byte)
        }
        name = builder.since(mark)
      } else if records[child].kind == .attributeValue {
        let mark = builder.mark
        appendValue(child)
        value = builder.since(mark)
      }
      child = next(child)
    }
    builder.addAttribute(name, value, to: node)
    noteTransclusions(in: attribute)
  }

  // MARK: Templates that are no nodes

  /// Notes the templates in the node at this record: an attribute, a target or an address, which have no nodes below.
  mutating func noteTransclusions(in node: Int) {
    var record = node + 1
    let end = next(node)
    while record < end {
      switch records[record].kind {
      case .template, .parserFunction, .variable:
        noteTransclusion(record)
        record = next(record)
      case .extensionTag, .includeOnly:
        record = next(record)
      default:
        record += 1
      }
    }
  }

  mutating func noteTransclusion(_ record: Int) {
    var arguments: [DocumentExtras.Argument] = []
    var child = next(record + 2)
    while child < next(record) {
      if records[child].kind == .argument { arguments.append(argument(child)) }
      child = next(child)
    }
    let callee =
      records[record].kind == .template
      ? DocumentExtras.Callee.template(name: templateName(record + 2))
      : DocumentExtras.Callee.function(MagicWord(id: records[record].detail))
    builder.extras.otherTransclusions.append(
      DocumentExtras.Transclusion(
        callee: callee,
        arguments: arguments,
        range: SourceRange(start: start(record), end: end(record))
      )
    )
  }

  /// The name and the place of the value of an argument that is no node.
  private mutating func argument(_ record: Int) -> DocumentExtras.Argument {
    var child = record + 1
    if records[child].kind == .delimiter { child += 1 }
    var name: PoolRange?
    if records[child].kind == .argumentName {
      name = argumentName(child)
      child = next(child)
      if records[child].kind == .delimiter { child += 1 }
    }
    let value = trimmed(start(child), end(child))
    return DocumentExtras.Argument(name: name, range: SourceRange(start: value.lowerBound, end: value.upperBound))
  }
}
