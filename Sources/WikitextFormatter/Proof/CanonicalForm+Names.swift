import WikitextSyntax

/// Names of pages, templates and words in a canonical form: what they name, and not how.
extension CanonicalForm {
  /// Whether the target of a link is text and nothing else.
  func hasPlainTarget(_ link: Int) -> Bool {
    let records = tree.records
    return link + 3 < records.count && records[link + 2].kind == .linkTarget && records[link + 3].kind == .text
      && Int(records[link + 2].next) == link + 4
  }

  /// Writes the target of a link as the page that it leads to, and of a link without a text what it shows.
  ///
  /// - Returns: whether the node is such a target.
  mutating func writeTarget(_ index: Int, _ record: SyntaxRecord) -> Bool {
    guard record.kind == .linkTarget, let link = open.last, freedoms.contains(.linkForm),
      link.isPlainLink || link.kind == .fileLink || link.kind == .categoryLink, hasPlainTarget(link.index)
    else { return false }
    let range = SourceRange(start: Int(record.start), end: Int(tree.records[Int(record.next)].start))
    let written = Blanks.trimmed(range, in: tree.source)
    let namespace = Int(Int16(bitPattern: tree.records[link.index].detail))
    let title = PageTitle(tree.source[written.offsets], in: namespace, tree.configuration)
    mark(.open, .linkTarget)
    appendText(title.bytes)
    mark(.close)
    let hasText = Int(record.next) < link.end && tree.records[Int(record.next)].kind == .linkText
    if link.isPlainLink, !hasText {
      let shown = tree.source[written.offsets]
      appendText(shown.first == UInt8(ascii: ":") ? shown.dropFirst() : shown)
    }
    skipsBlanks = false
    lineBreaks = 0
    endsUnknown = false
    return true
  }

  /// Writes the name of a template or parser function as what it names.
  ///
  /// - Returns: whether the node is such a name.
  mutating func writeName(_ index: Int, _ record: SyntaxRecord) -> Bool {
    guard record.kind == .transclusionName, let call = open.last else { return false }
    let records = tree.records
    let parts = index + 1..<Int(record.next)
    guard parts.allSatisfy({ records[$0].kind == .text || records[$0].kind == .newline }) else { return false }
    let range = SourceRange(start: Int(record.start), end: Int(records[Int(record.next)].start))
    let name = tree.source[Blanks.trimmed(range, in: tree.source).offsets]
    if call.kind == .template, freedoms.contains(.templateName) {
      mark(.open, .transclusionName)
      appendText(PageTitle(template: name, tree.configuration).bytes)
    } else if call.kind == .parserFunction || call.kind == .variable, call.freedoms.contains(.magicWordCase) {
      mark(.open, .transclusionName)
      appendText(tree.source[range.offsets].lazy.map(Bytes.lowercased))
    } else {
      return false
    }
    mark(.close)
    lineBreaks = 0
    return true
  }
}
