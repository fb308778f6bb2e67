/// A bar of a table: `|`, or `{{!}}`, which MediaWiki has turned into one before it looks for tables. Templates and
/// their arguments are full of the second kind, because a plain pipe would divide them.
struct TableBar {
  /// Where it starts and ends in the source.
  var start: Int
  var end: Int

  /// The `{{!}}` whose braces are the last of the token at `index`.
  init?(at index: Int, _ tokens: borrowing GrowableBuffer<Token>, _ source: Span<UInt8>) {
    guard index + 3 < tokens.count, tokens[index + 1].kind == .text, tokens[index + 2].kind == .closeBraces else {
      return nil
    }
    let word = Int(tokens[index + 1].start)
    let close = Int(tokens[index + 2].start)
    guard close == word + 1, source[word] == UInt8(ascii: "!") else { return nil }
    // Of more than two opening braces the closing ones may take three: then it is a parameter.
    let opening = word - Int(tokens[index].start)
    let closing = Int(tokens[index + 3].start) - close
    guard closing >= 2, opening == 2 || closing == 2 else { return nil }
    self.init(start: word - 2, end: close + 2)
  }

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether the three tokens from `index` on are this bar and nothing else.
  func isWholeToken(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    start == Int(tokens[index].start) && end == Int(tokens[index + 3].start)
  }
}
