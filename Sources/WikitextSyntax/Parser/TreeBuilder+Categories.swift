/// Category and language links, which leave nothing on the page where they stand.
extension TreeBuilder {
  /// Joins the line at its end to a category or language link that follows: `Parser::handleInternalLinks` takes off the
  /// white space before such a link, line breaks and all, so that what follows the link goes on with the line. A
  /// list may have categories between its items.
  ///
  /// - Returns: whether there is such a link; what stands before it was read.
  mutating func joinsCategory(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    guard index >= noCategoryBefore, frame.headingClose == Frame.noToken, frame.kind != .gallery else { return false }
    var next = index + 1
    while tokens[next].kind == .newline || (tokens[next].kind == .text && isBlank(next, tokens)) { next += 1 }
    guard isHiddenLink(next, tokens, matches) else {
      // Of many line breaks only the first looks ahead.
      noCategoryBefore = next
      return false
    }
    frame.flags.subtract([.onCellLine, .onHeaderLine])
    while index < next {
      asLeaf(tokens[index].kind == .newline ? .newline : .text, tokens, flags: .dropped)
    }
    return true
  }

  /// Whether the brackets at `index` begin a category or a language link.
  func isHiddenLink(
    _ index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    guard tokens[index].kind == .openBrackets, tokens[index].link != 0,
      tokens[index + 1].start - tokens[index].start == 2
    else { return false }
    let match = matches[Int(tokens[index].link) - 1]
    return match.kind == .validLink && (match.linkKind == .categoryLink || match.linkKind == .languageLink)
  }
}
