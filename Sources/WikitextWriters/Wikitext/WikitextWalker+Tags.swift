import WikitextDocument
import WikitextSyntax

/// Tags of HTML and of extensions.
extension WikitextWalker {
  /// Writes a node that a tag made.
  mutating func writeTag(_ index: Int) { writeElement(index, name(of: index)) }

  /// Writes a node that wiki markup cannot make where it stands.
  mutating func writeAsTag(_ index: Int, _ name: String) { writeElement(index, Array(name.utf8)[...]) }

  private mutating func writeElement(_ index: Int, _ name: ArraySlice<UInt8>) {
    let kind = records[index].kind
    if kind == .table, keptTables.contains(index), let range = source(of: index) { return keep(range) }
    output.append("<")
    output.append(raw: name)
    writeAttributes(of: index)
    if kind == .lineBreak || kind == .thematicBreak || (kind == .element && Self.isVoid(name)) {
      output.append(raw: " />".utf8)
      return
    }
    output.append(raw: ">".utf8)
    if kind == .list || kind == .table || kind == .tableRow {
      writeParts(of: index)
    } else {
      writeContent(of: index, isPhrase: isPhrase(index))
    }
    // With an end tag `<pre>` would be that of the wiki, whose content is no wikitext.
    if kind == .preformatted, isTag(index) { return }
    output.append("</")
    output.append(raw: name)
    output.append(raw: ">".utf8)
  }

  private static func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("wbr".utf8) || name.elementsEqual("meta".utf8) || name.elementsEqual("link".utf8)
  }

  private func isPhrase(_ index: Int) -> Bool { flowKind(index) == .inline }

  /// Writes what is between the tags of an element.
  private mutating func writeContent(of index: Int, isPhrase: Bool) {
    if isPhrase { return writeChildren(of: index) }
    var state = FlowState(.tag, trimsEdges: records[index].kind.isBlock)
    writeFlow(of: index, &state)
    if state.previous == .paragraph || state.previous == .lines || state.previous == .template {
      output.breakLine()
    }
  }

  /// Writes the parts of a list or a table, a line each where lines may be broken.
  private mutating func writeParts(of index: Int) {
    for child in children(of: index) where !isBlankText(child) {
      output.breakLine()
      writeInline(child)
    }
    output.breakLine()
  }

  mutating func writeListAsTags(_ index: Int) {
    switch ListKind(rawValue: UInt8(truncatingIfNeeded: records[index].detail)) {
    case .ordered: writeAsTag(index, "ol")
    case .definition: writeAsTag(index, "dl")
    default: writeAsTag(index, "ul")
    }
  }

  mutating func writeTableAsTags(_ index: Int) {
    if output.context.isLine { writeAsTag(index, "table") } else { writeTable(index) }
  }

  // MARK: Extensions

  /// Writes a node that an extension's tag made.
  mutating func writeExtension(_ index: Int) {
    // A tag that was written as a function may hold templates.
    if let range = source(of: index), document.source[range].starts(with: "{{".utf8) { return keep(range) }
    let record = records[index]
    let name = extensionName(index)
    let tag = Array(name)
    output.append("<")
    output.append(raw: tag)
    writeAttributes(of: index, except: record.kind == .extension ? ["desc", "error"] : [])
    if record.kind == .reference { writeReferenceName(index) }
    let isLeaf = record.kind == .math || record.kind == .code || record.kind == .extension
    if isLeaf ? record.target.isEmpty : Int(record.next) == index + 1 {
      output.append(raw: " />".utf8)
      return
    }
    output.append(raw: ">".utf8)
    if isLeaf { output.append(raw: target(of: index)) } else { writeExtensionContent(of: index) }
    output.append(raw: "</".utf8)
    output.append(raw: tag)
    output.append(raw: ">".utf8)
  }

  private func extensionName(_ index: Int) -> ArraySlice<UInt8> {
    switch records[index].kind {
    case .reference: Array("ref".utf8)[...]
    case .referenceList: Array("references".utf8)[...]
    case .gallery: Array("gallery".utf8)[...]
    case .math where records[index].name.isEmpty: Array("math".utf8)[...]
    case .code where records[index].name.isEmpty: Array("syntaxhighlight".utf8)[...]
    default: name(of: index)
    }
  }

  /// Writes the name of a reference that has no attributes: one of a document that has no tags.
  private mutating func writeReferenceName(_ index: Int) {
    let number = records[index].referenceNumber
    guard !records[index].flags.contains(.hasAttributes), number < document.extras.references.count else { return }
    let reference = document.extras.references[number]
    if !reference.name.isEmpty { writeAttribute("name".utf8, pool[reference.name.offsets]) }
    if !reference.group.isEmpty { writeAttribute("group".utf8, pool[reference.group.offsets]) }
  }

  private mutating func writeExtensionContent(of index: Int) {
    let outer = output.context
    output.context = WikitextContext()
    switch records[index].kind {
    case .gallery:
      for child in children(of: index) where records[child].kind == .image {
        output.breakLine()
        writeGalleryImage(child)
      }
      output.breakLine()
      output.writeBreaks()
    case .referenceList:
      for child in children(of: index) where !isBlankText(child) {
        output.breakLine()
        writeInline(child)
      }
      output.breakLine()
      output.writeBreaks()
    case .block:
      output.context.isPoem = name(of: index).elementsEqual("poem".utf8)
      var state = FlowState(.tag)
      output.breakLine()
      writeFlow(of: index, &state)
      output.breakLine()
      output.writeBreaks()
    default:
      var state = FlowState(.item)
      writeFlow(of: index, &state)
      if state.previous == .lines {
        output.breakLine()
        output.writeBreaks()
      }
    }
    output.context = outer
  }

  /// Writes `<pre>`: only character references and `<nowiki>` count in it, and a line break after its start tag does not.
  mutating func writePreformatted(_ index: Int) {
    output.append("<")
    output.append(raw: name(of: index))
    writeAttributes(of: index)
    output.append(raw: ">".utf8)
    var text: [UInt8] = []
    for child in children(of: index) where records[child].kind == .text { text += name(of: child) }
    if text.first == 0x0A { output.append(byte: 0x0A) }
    var position = 0
    while position < text.count {
      let byte = text[position]
      let isMarkup =
        switch byte {
        case UInt8(ascii: "<"): Self.isTagOfPre(text[position...])
        case UInt8(ascii: "&"): CharacterReference.begins(text[position...])
        default: false
        }
      if isMarkup { output.appendReference(to: UInt32(byte)) } else { output.append(byte: byte) }
      position += 1
    }
    output.append(raw: "</".utf8)
    output.append(raw: name(of: index))
    output.append(raw: ">".utf8)
  }

  /// `<nowiki`, `</nowiki`, `</pre`, `<!--`
  private static func isTagOfPre(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    switch text[text.startIndex + 1] | 0x20 {
    case UInt8(ascii: "/"), UInt8(ascii: "n"), UInt8(ascii: "!"), UInt8(ascii: "p"): return true
    default: return false
    }
  }
}
