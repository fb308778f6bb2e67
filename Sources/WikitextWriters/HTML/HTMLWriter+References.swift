import WikitextDocument
import WikitextSyntax

/// References and their lists (Cite's `FootnoteMarkFormatter` and `ReferenceListFormatter`).
extension HTMLWriter {
  mutating func writeReference(_ index: Int) {
    switch citations.mark(of: Node(document: document, index: index)) {
    case .citation(let citation, let use): writeMark(of: citations.citations[citation], use)
    case .error(let error): writeCitationError(error)
    case .nothing, nil: break
    }
  }

  /// Writes a mark, which is a link: one in a link stands behind it.
  mutating func writeMark(of citation: Citation, _ use: Int) {
    if isInLink { return marksBehindLink.append((citation, use)) }
    output.append("<sup")
    appendAttribute("id", ReferenceID.mark(citation, use))
    output.append(" class=\"reference\">")
    beginLink(to: [UInt8(ascii: "#")] + ReferenceID.entry(citation))
    output.append("><span class=\"cite-bracket\">[</span>")
    appendText(referenceLabel(citation))
    output.append("<span class=\"cite-bracket\">]</span>")
    endLink()
    output.append("</sup>")
  }

  /// What a mark shows between its brackets: `1`, `note 1`, `1.2`.
  ///
  /// A group may have words of its own for its numbers (the message `cite_link_label_group-…`).
  func referenceLabel(_ citation: Citation) -> [UInt8] {
    let number = citation.number ?? 0
    var label = "\(number)"
    if let own = options.referenceLabels[citation.group], number > 0, number <= own.count {
      label = own[number - 1]
    } else if !citation.group.isEmpty {
      label = citation.group + " " + label
    }
    if let subnumber = citation.subnumber { label += ".\(subnumber)" }
    return Array(label.utf8)
  }

  // MARK: Lists

  mutating func writeReferenceList(_ index: Int) {
    if let list = citations.list(of: Node(document: document, index: index)) { writeReferenceList(list) }
  }

  /// Writes the lists of what no `<references>` took.
  mutating func writeAutomaticReferenceLists() {
    for list in citations.automaticLists { writeReferenceList(list) }
  }

  /// An empty list shows nothing.
  private mutating func writeReferenceList(_ list: CitationList.List) {
    if !list.citations.isEmpty || !list.errors.isEmpty {
      output.append("<div class=\"mw-references-wrap")
      if list.isResponsive == true, list.citations.count > HTMLWriter.columnThreshold {
        output.append(" mw-references-columns")
      }
      output.append("\">")
      writeEntries(of: list)
      for error in list.errors { writeCitationError(error) }
      output.append("</div>\n")
    }
    guard !list.definitionErrors.isEmpty else { return }
    output.append("<p>")
    for (place, error) in list.definitionErrors.enumerated() {
      if place > 0 { output.append("<br />\n") }
      writeCitationError(error)
    }
    output.append("</p>\n")
  }

  /// Lists that are longer are set in columns (`$wgCiteResponsiveReferencesThreshold`).
  private static let columnThreshold = 10

  private mutating func writeEntries(of list: CitationList.List) {
    guard !list.citations.isEmpty else { return }
    output.append("<ol class=\"references\"")
    if !list.group.isEmpty { appendAttribute("data-mw-group", Array(list.group.utf8)) }
    output.append(">\n")
    for citation in list.citations { writeEntry(citations.citations[citation]) }
    output.append("</ol>")
  }

  private mutating func writeEntry(_ citation: Citation) {
    if citation.isContinuation {
      // Of what may hold its content, the least.
      let name: StaticString = citation.content.allSatisfy { isPhrasing(below: $0.id) } ? "p" : "div"
      output.append(UInt8(ascii: "<"))
      output.append(name)
      appendAttribute("id", ReferenceID.entry(citation))
      output.append(">")
      writeContent(of: citation)
      close(name)
      output.append(UInt8(ascii: "\n"))
      return
    }
    output.append("<li")
    appendAttribute("id", ReferenceID.entry(citation))
    if let direction = citation.direction { appendAttribute("class", Array("mw-cite-dir-\(direction)".utf8)) }
    output.append(">")
    writeBacklinks(of: citation)
    output.append(" <span class=\"reference-text\">")
    writeContent(of: citation)
    output.append("</span>\n")
    if !citation.details.isEmpty {
      output.append("<ol class=\"mw-subreference-list\">")
      for detail in citation.details { writeEntry(citations.citations[detail]) }
      output.append("</ol>")
    }
    output.append("</li>\n")
  }

  private mutating func writeBacklinks(of citation: Citation) {
    output.append("<span class=\"mw-cite-backlink\">")
    if citation.marks.count == 1 {
      writeBacklink(to: citation, 0, Array("↑".utf8))
    } else {
      output.append("↑")
      for use in citation.marks.indices {
        output.append(" <sup>")
        writeBacklink(to: citation, use, ReferenceID.letters(use))
        output.append("</sup>")
      }
    }
    output.append("</span>")
  }

  private mutating func writeBacklink(to citation: Citation, _ use: Int, _ text: [UInt8]) {
    beginLink(to: [UInt8(ascii: "#")] + ReferenceID.mark(citation, use))
    output.append(UInt8(ascii: ">"))
    append(text)
    endLink()
  }

  /// Whether a paragraph can hold all that is below a node.
  private func isPhrasing(below index: Int) -> Bool {
    (index + 1..<Int(records[index].next)).allSatisfy { place in
      switch records[place].kind {
      case .text, .bold, .italic, .link, .externalLink, .reference, .template, .parserFunction, .parameter, .argument,
        .lineBreak, .variant, .element:
        true
      case .image: !ImageOptions(Node(document: document, index: place)).isBlock
      case .math: Node(document: document, index: place).attribute("display") != "block"
      default: false
      }
    }
  }

  private mutating func writeContent(of citation: Citation) {
    let isInOuterItem = isInOwnItem
    isInOwnItem = true
    defer { isInOwnItem = isInOuterItem }
    for (place, node) in citation.content.enumerated() {
      if place > 0 { output.append(" ") }
      writeChildren(of: node.id)
    }
    if let text = citation.detailText { writeFragment(Array(text.utf8)) }
    let hasText = !citation.content.isEmpty || citation.detailText != nil
    for (place, error) in citation.errors.enumerated() {
      if place > 0 || hasText { output.append(" ") }
      writeCitationError(error)
    }
  }

  mutating func writeCitationError(_ error: CitationError) {
    output.append("<span class=\"error mw-ext-cite-error\" lang=\"en\" dir=\"ltr\">Cite error: ")
    appendText(Array(error.description.utf8))
    output.append("</span>")
  }
}

/// The ids of marks and entries, as Cite's `AnchorFormatter` makes them.
private enum ReferenceID {
  /// `cite_note-name-1`, or `cite_note-1` without a name.
  static func entry(_ citation: Citation) -> [UInt8] {
    guard let name = citation.name else { return Array("cite_note-\(citation.identifier)".utf8) }
    return escaped("cite_note-\(name)-\(citation.identifier)")
  }

  /// `cite_ref-name_1-0`; `cite_ref-1`, then `cite_ref-1-1`, without a name.
  static func mark(_ citation: Citation, _ use: Int) -> [UInt8] {
    if let name = citation.name { return escaped("cite_ref-\(name)_\(citation.identifier)-\(use)") }
    return Array((use == 0 ? "cite_ref-\(citation.identifier)" : "cite_ref-\(citation.identifier)-\(use)").utf8)
  }

  /// An id in which runs of spaces and underscores are one underscore.
  private static func escaped(_ id: String) -> [UInt8] {
    var folded: [UInt8] = []
    for byte in HeadingIDs.escaped(Array(id.utf8), .html5) where byte != UInt8(ascii: "_") || folded.last != byte {
      folded.append(byte)
    }
    return folded
  }

  /// `a`, `b` … `z`, `aa`, `ab` …
  static func letters(_ number: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = number
    repeat {
      letters.append(UInt8(ascii: "a") + UInt8(truncatingIfNeeded: rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return letters.reversed()
  }
}
