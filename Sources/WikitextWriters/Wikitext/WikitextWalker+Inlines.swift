import WikitextDocument
import WikitextSyntax

/// Inlines, and blocks that may stand on a line with others.
extension WikitextWalker {
  /// Writes nodes one after another.
  ///
  /// - Parameters:
  ///   - nodes: the nodes.
  ///   - trimsStart: leaves out spaces and line breaks before the first of them.
  ///   - trimsEnd: leaves out those behind the last; nil: as before the first.
  mutating func writeInlines(_ nodes: ArraySlice<Int>, trimsStart: Bool, trimsEnd: Bool? = nil) {
    let trimsEnd = trimsEnd ?? trimsStart
    var place = nodes.startIndex
    var isStart = trimsStart
    while place < nodes.endIndex {
      if records[nodes[place]].kind == .text {
        let first = place
        while place < nodes.endIndex, records[nodes[place]].kind == .text { place += 1 }
        var text = self.text(of: nodes[first..<place])
        // The line break of a poem was written for its node.
        if output.context.isPoem, first > nodes.startIndex, records[nodes[first - 1]].kind == .lineBreak,
          text.first == 0x0A
        {
          text = text.dropFirst()
        }
        if isStart { text = text.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } }
        if place == nodes.endIndex, trimsEnd { text = trimmedEnd(text) }
        output.append(text: text)
        if text.isEmpty { continue }
      } else {
        writeInline(nodes[place])
        place += 1
      }
      isStart = false
    }
  }

  private func trimmedEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, last == 0x20 || last == 0x0A || last == 0x09 { text.removeLast() }
    return text
  }

  /// The text of neighbours that are text.
  private func text(of nodes: ArraySlice<Int>) -> ArraySlice<UInt8> {
    if nodes.count == 1 { return name(of: nodes[nodes.startIndex]) }
    var text: [UInt8] = []
    for node in nodes { text += name(of: node) }
    return text[...]
  }

  mutating func writeChildren(of index: Int) { writeInlines(children(of: index)[...], trimsStart: false) }

  mutating func writeInline(_ index: Int) {
    let record = records[index]
    if record.flags.contains(.tag) { return writeTag(index) }
    switch record.kind {
    case .text: output.append(text: name(of: index))
    case .bold, .italic: writeStyle(index)
    case .link: writeLink(index)
    case .externalLink: writeExternalLink(index)
    case .image: writeImage(index)
    case .template, .parserFunction, .parameter: writeTransclusion(index)
    case .argument: writeChildren(of: index)
    case .lineBreak: writeLineBreak()
    case .variant:
      output.append("-{")
      output.append(raw: target(of: index))
      output.append(raw: "}-".utf8)
    case .reference, .referenceList, .math, .code, .extension, .gallery: writeExtension(index)
    case .preformatted:
      if record.name.isEmpty { writeAsTag(index, "pre") } else { writePreformatted(index) }
    case .block: if record.name.isEmpty { writeAsTag(index, "div") } else { writeExtension(index) }
    case .list: writeListAsTags(index)
    case .table: writeTableAsTags(index)
    case .thematicBreak: output.append("<hr />")
    case .paragraph: writeChildren(of: index)
    case .heading: writeAsTag(index, "h\(max(1, min(6, Int(record.detail))))")
    case .listItem: writeAsTag(index, "li")
    case .term: writeAsTag(index, "dt")
    case .description: writeAsTag(index, "dd")
    case .tableCaption: writeAsTag(index, "caption")
    case .tableRow: writeAsTag(index, "tr")
    case .tableCell: writeAsTag(index, "td")
    case .tableHeaderCell: writeAsTag(index, "th")
    case .element: writeVerse(index)
    case .document, .section: writeChildren(of: index)
    }
  }

  /// An element that no tag made: an indented verse of a poem.
  private mutating func writeVerse(_ index: Int) {
    guard output.context.isPoem else { return writeAsTag(index, "span") }
    for _ in 0..<records[index].detail { output.append(":") }
    writeChildren(of: index)
  }

  /// A line break that no tag made: a line of a poem.
  private mutating func writeLineBreak() {
    if output.context.isPoem, !output.context.isLine { output.addLineBreak() } else { output.append("<br />") }
  }

  private mutating func writeStyle(_ index: Int) {
    let content = children(of: index)
    let isBold = records[index].kind == .bold
    output.appendQuotes(isBold: isBold, isOpening: true)
    let outer = output.context
    output.context.isLine = true
    // `'''''a'''''` is italic outside and bold inside.
    if isBold, content.count == 1, records[content[0]].kind == .italic, !isTag(content[0]) {
      output.append(raw: "<nowiki />".utf8)
    }
    writeInlines(content[...], trimsStart: false)
    output.context = outer
    output.appendQuotes(isBold: isBold, isOpening: false)
  }

  // MARK: Links

  private mutating func writeLink(_ index: Int) {
    let record = records[index]
    let content = children(of: index)
    let isText = content.allSatisfy { records[$0].kind == .text }
    let text = isText ? self.text(of: content[...]) : []
    if record.flags.contains(.bare), isText {
      output.append(markup: text)
      output.setOpenEnd(.word)
      return
    }
    let target = target(of: index)
    output.append("[[")
    if needsColon(index) { output.append(byte: UInt8(ascii: ":")) }
    writeTarget(target)
    var trail: ArraySlice<UInt8> = []
    if isText, text.starts(with: target), output.isTrail(text.dropFirst(target.count)) {
      trail = text.dropFirst(target.count)
    } else {
      output.append(byte: UInt8(ascii: "|"))
      if content.isEmpty { output.append(raw: "<nowiki />".utf8) }
      within({ ($0.isLink, $0.endsAtBracket, $0.isTerm) = (true, true, false) }) {
        $0.writeInlines(content[...], trimsStart: false)
      }
    }
    output.append(raw: "]]".utf8)
    output.append(raw: trail)
    output.setOpenEnd(.link)
  }

  /// Whether a link would be something else without a colon before its target.
  private func needsColon(_ index: Int) -> Bool {
    let record = records[index]
    let target = target(of: index)
    if target.first == UInt8(ascii: ":") { return true }
    if record.flags.contains(.interwiki) {
      guard let colon = target.firstIndex(of: UInt8(ascii: ":")) else { return false }
      let prefix = target[..<colon]
      return configuration.interwiki(prefix: prefix.span, in: 0..<prefix.count)?.isLanguage ?? false
    }
    let namespace = Int(Int16(bitPattern: record.detail))
    return namespace == Namespace.file || namespace == Namespace.category
  }

  private mutating func writeExternalLink(_ index: Int) {
    let record = records[index]
    let target = target(of: index)
    let content = children(of: index)
    if record.flags.contains(.bare) {
      let text = content.allSatisfy { records[$0].kind == .text } ? self.text(of: content[...]) : []
      if text.starts(with: "RFC".utf8) || text.starts(with: "PMID".utf8) {
        output.append(markup: text)
        output.setOpenEnd(.word)
      } else {
        output.beginAddress()
        writeAddress(target)
        output.setOpenEnd(.address(hasParenthesis: target.contains(UInt8(ascii: "("))))
      }
      return
    }
    output.append("[")
    writeAddress(target)
    if !record.flags.contains(.numbered) {
      output.append(byte: 0x20)
      // Spaces of other scripts behind the address are none of the text either.
      if content.isEmpty || Self.space(at: name(of: content[0])) != nil { output.append(raw: "<nowiki />".utf8) }
      within({ ($0.isLink, $0.endsAtBracket, $0.isLine) = (true, true, true) }) {
        $0.writeInlines(content[...], trimsStart: true, trimsEnd: false)
      }
    }
    output.append(raw: "]".utf8)
  }
}
