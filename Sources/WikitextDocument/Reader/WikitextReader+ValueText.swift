import WikitextSyntax

/// Values that may hold wikitext: of attributes, and of options of images such as `alt=` and `link=`.
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

  /// Appends the value of an attribute, or an address, to the pool: what extensions stand for in the place of their tags
  /// (`StripState::unstripBoth` on the attributes of a tag), and nothing of comments and inclusion tags.
  ///
  /// - Complexity: O(records and bytes of the value).
  mutating func appendValue(_ value: Int) {
    var record = value + 1
    var copied = start(value)
    let end = next(value)
    while record < end {
      let kind = records[record].kind
      guard kind.isHidden || kind == .extensionTag else {
        record += 1
        continue
      }
      appendDecoded(copied, start(record), isValue: true)
      copied = self.end(record)
      if kind == .extensionTag { appendExtensionText(record) }
      record = next(record)
    }
    appendDecoded(copied, max(copied, self.end(value)), isValue: true)
  }

  /// Appends what an extension shows in the value of an attribute: `<nowiki>` its text, a reference nothing.
  private mutating func appendExtensionText(_ tag: Int) {
    let content = next(tag + 1)
    guard content < next(tag), records[content].kind == .rawText else { return }
    switch roles.role(Int(records[tag].detail)) {
    case .nowiki: appendDecoded(start(content), end(content))
    case .other: builder.pool.append(contentsOf: source[start(content)..<end(content)])
    default: break
    }
  }
}
