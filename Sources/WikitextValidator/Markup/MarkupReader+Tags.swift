import WikitextSyntax

/// Tags of HTML, and of extensions.
extension MarkupReader {
  mutating func visitStartTag(_ record: SyntaxRecord) {
    guard let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) else {
      index = Int(record.next)
      return
    }
    let end = end(index)
    beginContent()
    construction.place = UInt32(truncatingIfNeeded: end)
    var element = node(MarkupName(tag), at: index, openEnd: end, flags: .literal)
    if tag.isVoid {
      construction.addVoid(tag, element)
    } else if record.flags.contains(.selfClosing) {
      element.flags.insert(.selfClosing)
      let depth = construction.open.count
      if construction.start(element), construction.open.count > depth || construction.top.name == element.name {
        construction.end(EndTag(name: element.name, start: UInt32(truncatingIfNeeded: end), isLiteral: true))
      }
    } else {
      if tag == .pre { line.inPre = true }
      if !construction.start(element) {
        construction.addStray(EndTag(name: element.name, start: element.start, isLiteral: true, record: element.record))
      }
    }
    index = Int(record.next)
  }

  mutating func visitEndTag(_ record: SyntaxRecord) {
    defer { index = Int(record.next) }
    guard let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) else { return }
    let end = end(index)
    beginContent()
    construction.place = UInt32(truncatingIfNeeded: end)
    if tag == .br {
      // MediaWiki takes `</br>` for a line break.
      construction.addVoid(tag, node(MarkupName(tag), at: index, openEnd: end, flags: .literal))
      return
    }
    construction.end(
      EndTag(
        name: MarkupName(tag),
        start: record.start,
        isLiteral: true,
        record: UInt32(truncatingIfNeeded: index)
      )
    )
    if tag == .pre, line.inPre {
      line.inPre = false
      line.inBlock = false
    }
  }

  // MARK: Extensions

  mutating func visitExtension(_ record: SyntaxRecord) {
    let next = Int(record.next)
    let startTag = index + 1
    let content = self.next(startTag)
    // The end tag of an extension is no element's.
    let isOpen = record.flags.contains(.missingClose) || records[startTag].flags.contains(.selfClosing)
    let stop = isOpen ? next : next - 1
    let tag = tree.configuration.extensionTags[Int(record.detail)]
    beginContent()
    switch tag.content {
    case .wikitext where tag.name == "ref":
      enterFragment(.reference, of: index, .plain, from: content, to: stop, resume: next)
    case .wikitext, .gallery:
      let mode: MarkupLines.Mode = tag.content == .gallery || tag.name == "references" ? .plain : line.mode
      enterFragment(
        makesBlock(index) ? .blockFragment : .fragment,
        of: index,
        mode,
        from: content,
        to: stop,
        resume: next
      )
    default:
      let end = UInt32(truncatingIfNeeded: end(index))
      if makesBlock(index) {
        construction.closeParagraph()
        construction.addLeaf(.blockFragment, record.start, end, record: index)
      } else {
        construction.text(record.start, end)
      }
      index = next
    }
  }

  /// Whether the extension tag at this record makes a block.
  func makesBlock(_ record: Int) -> Bool {
    let tag = tree.configuration.extensionTags[Int(records[record].detail)]
    switch tag.content {
    case .pre, .gallery, .imagemap: return true
    case .wikitext: return tag.name != "ref" && tag.name != "indicator"
    case .source: return TagSyntax(Syntax(tree, record + 1))?.attribute(named: "inline") == nil
    case .math: return TagSyntax(Syntax(tree, record + 1))?.attribute(named: "display") == "block"
    case .raw, .nowiki: return tag.name == "references"
    }
  }
}

extension Syntax {
  /// The node at a record of a tree.
  init(_ tree: SyntaxTree, _ record: Int) {
    self = tree.node(NodeID(record)) ?? tree.root
  }
}
