/// Bars of tables, which may be written as `{{!}}`.
extension TreeBuilder {
  /// The bar that the token at `index` is, or that its last two braces begin; nil when it is none, or a pipe that
  /// divides a template.
  @inline(__always)
  func bar(at index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> TableBar? {
    let token = tokens[index]
    switch token.kind {
    case .pipe: return token.link == 0 ? TableBar(start: Int(token.start), end: Int(token.start) + 1) : nil
    case .openBraces: return token.link == 0 ? nil : wordBar(at: index, tokens)
    default: return nil
    }
  }

  @inline(never)
  private func wordBar(at index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> TableBar? {
    let page = source
    return TableBar(at: index, tokens, page.span)
  }

  /// Whether `{` and a bar stand at `offset`, in the tokens from `token` on; the end of the bar.
  func tableStart(_ token: Int, _ offset: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int? {
    guard tokens[token].kind == .openBraces, Int(tokens[token].start) == offset else { return nil }
    if Int(tokens[token + 1].start) == offset + 1 {
      return tokens[token + 1].kind == .pipe && tokens[token + 1].link == 0 ? offset + 2 : nil
    }
    guard let bar = bar(at: token, tokens), bar.start == offset + 1 else { return nil }
    return bar.end
  }

  /// Whether a line of a table begins at `offset`, with the token `token`.
  func isTableLine(_ token: Int, _ offset: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    isInTable && bar(at: token, tokens).map { $0.start == offset } ?? false
  }

  /// The end of the two bars at `index` that begin another cell on this line.
  @inline(__always)
  func cellSeparatorEnd(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int? {
    guard frame.kind == .cell, frame.flags.contains(.onCellLine), let first = bar(at: index, tokens),
      first.start == Int(tokens[index].start)
    else { return nil }
    let next = tokens[index].kind == .pipe ? index + 1 : index + 3
    guard let second = bar(at: next, tokens), second.start == first.end else { return nil }
    return second.end
  }

  /// Goes on to the token that holds `position`.
  mutating func advance(_ tokens: borrowing GrowableBuffer<Token>) {
    while tokens[index].kind != .endOfSource, tokenEnd(tokens) <= position { index += 1 }
  }
}
