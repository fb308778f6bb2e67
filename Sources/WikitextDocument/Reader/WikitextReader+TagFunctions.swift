import WikitextSyntax

/// `{{#tag:ref|content|name=x}}`: Cite's tags written as functions, so that what they hold can have tags of its own.
extension WikitextReader {
  private static let tagWord = MagicWord(named: "tag")?.id

  /// Reads the function at `index` as the tag that it makes; false when it makes none of Cite's.
  ///
  /// As in `CoreParserFunctions::tagObj`, the second argument is the content even where it has an `=`, and of the rest
  /// those with a name are attributes.
  mutating func visitTagFunction(_ record: SyntaxRecord) -> Bool {
    guard record.detail == WikitextReader.tagWord, let tag = child(.argument, of: index) else { return false }
    let isReference = textMatches(tag, "ref")
    guard isReference || textMatches(tag, "references") else { return false }
    let next = Int(record.next)
    var content = self.next(tag)
    if records[content].kind != .argument { content = next }
    let afterContent = content < next ? self.next(content) : next
    let group = tagArgument("group", from: afterContent, to: next)
    let value = content < next ? contentOfTag(content) : (text: 0..<0, from: next, to: next)
    if isReference {
      let name = tagArgument("name", from: afterContent, to: next) ?? PoolRange()
      openReference(
        group: group,
        name: name,
        hasContent: content < next,
        from: value.from,
        to: value.to,
        of: record
      )
    } else {
      beginBlock()
      let node = NewNode(.referenceList, at: Int(record.start))
      enterContext(node, isBlock: true, .item, from: value.from, to: value.to, resume: next)
    }
    addTagArguments(from: afterContent, to: next)
    builder.addText(source[value.text], from: value.text.lowerBound, to: value.text.upperBound)
    if !isReference, listGroup == nil {
      listGroup = group ?? PoolRange()
      scopes[scopes.count - 1].isReferenceList = true
    }
    return true
  }

  /// The content of a tag: the value of an argument, and before it the text of its name where it has one.
  private func contentOfTag(_ argument: Int) -> (text: Range<Int>, from: Int, to: Int) {
    var value = argument + 1
    if records[value].kind == .delimiter { value += 1 }
    let start = start(value)
    if records[value].kind == .argumentName {
      value = next(value)
      if records[value].kind == .delimiter { value += 1 }
    }
    let end = next(argument)
    return (start..<self.start(value), value < end ? value + 1 : end, end)
  }

  private mutating func addTagArguments(from first: Int, to end: Int) {
    var argument = first
    while argument < end, records[argument].kind == .argument {
      if let name = child(.argumentName, of: argument), let value = child(.argumentValue, of: argument) {
        let mark = builder.mark
        for byte in source[trimmed(start(name), self.end(name))] {
          builder.pool.append((byte &- 0x41) < 26 ? byte | 0x20 : byte)
        }
        let key = builder.since(mark)
        let range = unquoted(start(value), self.end(value))
        builder.addAttribute(key, builder.intern(source[range]), to: builder.current)
      }
      argument = next(argument)
    }
  }

  /// The value of an argument; of several the last.
  private mutating func tagArgument(_ name: StaticString, from first: Int, to end: Int) -> PoolRange? {
    var result: PoolRange?
    var argument = first
    while argument < end, records[argument].kind == .argument {
      if let key = child(.argumentName, of: argument), textMatches(key, name),
        let value = child(.argumentValue, of: argument)
      {
        result = builder.intern(source[unquoted(start(value), self.end(value))])
      }
      argument = next(argument)
    }
    return result
  }

  /// A value without the whitespace and one pair of quotes around it.
  private func unquoted(_ start: Int, _ end: Int) -> Range<Int> {
    func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    var range = trimmed(start, end)
    if range.count > 0, isQuote(source[range.lowerBound]) { range = range.lowerBound + 1..<range.upperBound }
    if range.count > 0, isQuote(source[range.upperBound - 1]) { range = range.lowerBound..<range.upperBound - 1 }
    return range
  }

  /// Whether the text of a record, trimmed, is a word; case does not count.
  private func textMatches(_ record: Int, _ word: StaticString) -> Bool {
    let range = trimmed(start(record), end(record))
    return range.count == word.utf8CodeUnitCount
      && Bytes.matches(source.span, at: range.lowerBound, end: range.upperBound, word)
  }
}
