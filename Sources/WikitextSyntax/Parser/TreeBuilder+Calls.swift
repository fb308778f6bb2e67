/// What `{{ }}` call: templates, parser functions or variables.
extension TreeBuilder {
  /// What `{{name` calls.
  struct Call {
    var kind = SyntaxKind.template
    /// The number of the function or variable.
    var word: UInt16 = 0
    /// `parserFunction`: the token with the colon that ends the name.
    var nameEnd = 0
  }

  /// Tells parser functions and variables from templates: MediaWiki looks for a variable of that name first, then for
  /// a function before the first colon (`Parser::braceSubstitution`). The name may have `{{{|safesubst:}}}` before it.
  ///
  /// - Complexity: O(tokens of the name).
  func call(
    _ match: DelimiterMatch,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Call {
    var first = Int(match.openToken) + 1
    if match.inner != 0 {
      guard let past = pastSubstitution(Int(match.inner), tokens, matches) else { return Call() }
      first = past
    }
    let close = Int(match.closeToken)
    let token = pastNothing(first, until: close, tokens, matches)
    guard token < close else { return Call() }
    let bytes = source.span
    var name = Bytes.trimmed(bytes, Int(tokens[token].start)..<Int(tokens[token + 1].start))
    if let prefix = configuration.substitutionPrefix(in: bytes, name) {
      name = name.lowerBound + prefix.length..<name.upperBound
    }
    // `{{!}}`, `{{=}}`: one token between the braces, whatever it is.
    if !name.isEmpty, tokens[token].kind != .openBraces, pastNothing(token + 1, until: close, tokens, matches) == close,
      let word = configuration.magicWord(named: bytes, in: name, hasColon: false)
    {
      return Call(kind: .variable, word: word.id)
    }
    guard tokens[token].kind == .text, let colon = functionColon(in: name),
      let word = configuration.magicWord(named: bytes, in: name.lowerBound..<colon.lowerBound, hasColon: true)
    else { return Call() }
    return Call(kind: .parserFunction, word: word.id, nameEnd: token)
  }

  /// The colon that ends the name of a function.
  private func functionColon(in name: Range<Int>) -> Range<Int>? {
    // No function's name is longer than this.
    let reach = min(name.upperBound, name.lowerBound + 100)
    for offset in name.lowerBound..<max(reach, name.lowerBound) {
      if source[offset] == UInt8(ascii: ":") { return offset..<offset + 1 }
      // The colon of Chinese and Japanese: `：`.
      if source[offset] == 0xEF, offset + 2 < reach, source[offset + 1] == 0xBC, source[offset + 2] == 0x9A {
        return offset..<offset + 3
      }
    }
    return nil
  }

  /// Past white space and what leaves nothing of itself before the name of a function.
  private func pastNothing(
    _ first: Int,
    until close: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Int {
    var index = first
    while index < close {
      if let past = pastHidden(index, tokens) {
        index = past
        continue
      }
      switch tokens[index].kind {
      case .newline:
        index += 1
      case .text where isBlank(index, tokens):
        index += 1
      case .openBraces:
        guard tokens[index].link != 0, let past = pastSubstitution(Int(tokens[index].link), tokens, matches) else {
          return index
        }
        index = past
      default:
        return index
      }
    }
    return index
  }

  /// Past a parameter whose default is a prefix such as `safesubst:`, or nothing: on the page itself it stands for that,
  /// and the prefix changes nothing there.
  private func pastSubstitution(
    _ name: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Int? {
    let match = matches[name - 1]
    let close = Int(match.closeToken)
    // Of a longer run of braces the rest would close something else.
    let width = tokens[close + 1].start - tokens[close].start
    guard match.kind == .parameter, match.isDivided, match.inner == 0, width == 3 else { return nil }
    var pipe = Int(match.openToken) + 1
    if tokens[pipe].kind == .text { pipe += 1 }
    guard tokens[pipe].kind == .pipe, Int(tokens[pipe].link) == name else { return nil }
    let bytes = source.span
    let value = Bytes.trimmed(bytes, Int(tokens[pipe + 1].start)..<Int(tokens[close].start))
    guard value.isEmpty || configuration.substitutionPrefix(in: bytes, value)?.length == value.count else { return nil }
    return close + 1
  }

  /// Reads the text token in which the name of a function ends, and the beginning of its first argument.
  mutating func endFunctionName(_ tokens: borrowing GrowableBuffer<Token>) {
    let page = source
    let bytes = page.span
    var name = Bytes.trimmed(bytes, position..<tokenEnd(tokens))
    if let prefix = configuration.substitutionPrefix(in: bytes, name) {
      name = name.lowerBound + prefix.length..<name.upperBound
    }
    if let colon = functionColon(in: name) {
      text(to: colon.lowerBound)
      close()
      leaf(.delimiter, to: colon.upperBound)
      open(.argument)
      open(.argumentValue)
    }
    asText(tokens)
  }
}
