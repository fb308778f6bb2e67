import WikitextSyntax

/// `{{#tag:ref|content|name=x}}`: tags written as functions, so that what they hold can have templates or tags of its own.
/// Cite's are read, and those whose content is a formula or a program.
extension WikitextReader {
  private static let tagWord = MagicWord(named: "tag")?.id

  /// Reads the function at `index` as the tag that it makes; false when it makes none that is read.
  ///
  /// As in `CoreParserFunctions::tagObj`, the second argument is the content even where it has an `=`, and of the rest
  /// those with a name are attributes.
  mutating func visitTagFunction(_ record: SyntaxRecord) -> Bool {
    guard let tag = citeTag(index) else { return visitLeafFunction(record) }
    let next = Int(record.next)
    let content = self.next(tag)
    let hasContent = content < next && records[content].kind == .argument
    let afterContent = hasContent ? self.next(content) : content
    let value = hasContent ? contentStart(content) : next
    let stop = hasContent ? afterContent : next
    let group = tagArgument("group", from: afterContent, to: next)
    if textMatches(tag, "ref") {
      let name = tagArgument("name", from: afterContent, to: next) ?? PoolRange()
      enterReference(group: group, name: name, at: record, from: value, to: stop)
    } else {
      beginContent()
      let node = NewNode(.referenceList, at: Int(record.start))
      enterContext(node, isBlock: true, .item, from: value, to: stop, resume: next)
      if listGroup == nil {
        listGroup = group ?? PoolRange()
        scopes[scopes.count - 1].isReferenceList = true
      }
    }
    addTagArguments(from: afterContent, to: next, node: builder.current)
    if hasContent {
      let start = start(records[content + 1].kind == .delimiter ? content + 2 : content + 1)
      builder.addText(source[start..<self.start(value)], from: start, to: self.start(value))
    }
    return true
  }

  /// Reads the function at `index` as a formula or a program.
  private mutating func visitLeafFunction(_ record: SyntaxRecord) -> Bool {
    guard record.detail == WikitextReader.tagWord, let tag = child(.argument, of: index) else { return false }
    let word = trimmed(start(tag), end(tag))
    guard let number = tree.configuration.extensionTags.firstIndex(where: { matches(word, $0.name) }) else {
      return false
    }
    let role = roles.role(number)
    guard role == .math || role == .code else { return false }
    let end = end(index)
    let next = Int(record.next)
    let content = self.next(tag)
    let name = builder.intern(Array(tree.configuration.extensionTags[number].name.utf8)[...])
    let mark = builder.mark
    var arguments = content
    if content < next, records[content].kind == .argument {
      appendOptionText(content, start(content) + 1..<self.end(content))
      arguments = self.next(content)
    }
    let target = builder.since(mark)
    let isInline = role == .math || tagArgument("inline", from: arguments, to: next) != nil
    beginContent()
    let node = NewNode(role == .math ? .math : .code, at: Int(record.start), name: name, target: target)
    construction.addVoid(node, to: end, isBlock: !isInline)
    addTagArguments(from: arguments, to: next, node: builder.records.count - 1)
    index = next
    return true
  }

  /// Whether the function at this record makes a list of references, which is a block.
  func makesReferenceList(_ record: Int) -> Bool { citeTag(record).map { textMatches($0, "references") } ?? false }

  /// The argument that names one of Cite's tags in the function at this record.
  private func citeTag(_ record: Int) -> Int? {
    guard records[record].kind == .parserFunction, records[record].detail == WikitextReader.tagWord,
      let tag = child(.argument, of: record)
    else { return nil }
    return textMatches(tag, "ref") || textMatches(tag, "references") ? tag : nil
  }

  /// The first record of an argument's value; what is before it is the name.
  private func contentStart(_ argument: Int) -> Int {
    child(.argumentValue, of: argument).map { $0 + 1 } ?? next(argument)
  }

  private mutating func addTagArguments(from first: Int, to end: Int, node: Int) {
    var argument = first
    while argument < end, records[argument].kind == .argument {
      if let name = child(.argumentName, of: argument), let value = child(.argumentValue, of: argument) {
        let mark = builder.mark
        for byte in source[trimmed(start(name), self.end(name))] {
          builder.pool.append((byte &- 0x41) < 26 ? byte | 0x20 : byte)
        }
        let key = builder.since(mark)
        let range = unquoted(start(value), self.end(value))
        builder.addAttribute(key, builder.intern(source[range]), to: node)
      }
      argument = next(argument)
    }
  }

  /// The value of an argument; of several the last.
  private mutating func tagArgument(_ name: String, from first: Int, to end: Int) -> PoolRange? {
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
  private func textMatches(_ record: Int, _ word: String) -> Bool {
    matches(trimmed(start(record), end(record)), word)
  }

  /// Whether a piece of the source is a word in lower case; case does not count.
  private func matches(_ range: Range<Int>, _ word: String) -> Bool {
    range.count == word.utf8.count && source[range].elementsEqual(word.utf8) { $0 | 0x20 == $1 }
  }
}
