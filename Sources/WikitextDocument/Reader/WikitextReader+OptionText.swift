import WikitextSyntax

/// The values of image options that may hold wikitext: `alt=`, `link=`.
extension WikitextReader {
  /// Appends what a reader would see of a piece of an image's part to the pool (`Parser::stripAltText`).
  ///
  /// - Parameters:
  ///   - part: the record of the part.
  ///   - range: the piece, in bytes of the source.
  /// - Complexity: O(records and bytes of the part).
  mutating func appendOptionText(_ part: Int, _ range: Range<Int>) {
    var record = part + 1
    let end = next(part)
    while record < end {
      switch records[record].kind {
      case .delimiter, .comment, .startTag, .endTag, .inclusionTag, .includeOnly, .attribute:
        record = next(record)
      case .extensionTag:
        // Of extensions only `<nowiki>` makes text.
        let isText = roles.role(Int(records[record].detail)) == .nowiki
        record = isText ? record + 1 : next(record)
      case .wikilink, .interwikiLink:
        // The children are `[[`, the target, perhaps a text.
        let text = next(record + 2)
        let hasText = text < next(record) && records[text].kind == .linkText
        record = hasText ? text : record + 2
      case .externalLink:
        // The children are `[`, the address, perhaps a text.
        let text = next(record + 2)
        record = records[text].kind == .delimiter ? record + 2 : text
      case .template, .parserFunction, .variable, .parameterReference:
        appendSource(record, within: range)
        record = next(record)
      case .text, .newline, .characterReference, .rawText, .linkTrail, .url, .signature:
        appendSource(record, within: range)
        record = next(record)
      default:
        record += 1
      }
    }
  }

  private mutating func appendSource(_ record: Int, within range: Range<Int>) {
    let start = max(start(record), range.lowerBound)
    let end = min(end(record), range.upperBound)
    if start < end { appendDecoded(start, end) }
  }
}
