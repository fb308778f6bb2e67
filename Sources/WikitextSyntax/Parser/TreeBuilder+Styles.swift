/// Bold and italic.
extension TreeBuilder {
  /// A run of apostrophes: does what the balancing of its line decided.
  mutating func quotes(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    if frame.kind == .link, frame.flags.contains(.inTarget) {
      asText(tokens)
      return
    }
    if tokens[index].link == 0 { balanceLine(&tokens, matches) }
    let end = tokenEnd(tokens)
    let action = QuoteAction(rawValue: tokens[index].link) ?? .none
    text(to: end - action.width)
    switch action {
    case .none:
      break
    case .openItalic:
      openStyle(.italic)
    case .closeItalic:
      closeStyle(.italic)
    case .openBold:
      openStyle(.bold)
    case .closeBold:
      closeStyle(.bold)
    case .closeItalicReopenBold:
      if closeStyle(.italic) { reopenStyle(.bold) }
    case .closeBoldReopenItalic:
      if closeStyle(.bold) { reopenStyle(.italic) }
    case .openBoldItalic:
      openStyle(.bold)
      openStyle(.italic)
    case .openItalicBold:
      openStyle(.italic)
      openStyle(.bold)
    case .closeBoldItalic:
      closeStyle(.bold)
      closeStyle(.italic)
    case .closeItalicBold:
      closeStyle(.italic)
      closeStyle(.bold)
    case .closeBoldOpenItalic:
      closeStyle(.bold)
      openStyle(.italic)
    case .closeItalicOpenBold:
      closeStyle(.italic)
      openStyle(.bold)
    }
    index += 1
  }

  /// Balances all runs of apostrophes of the line, of which the token at `index` is the first.
  private mutating func balanceLine(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    quotes.begin()
    var next = index
    while !endsLine(next, tokens) {
      if tokens[next].kind == .quotes { quotes.add(next, tokens) }
      next = skip(next, tokens, matches)
    }
    let page = source
    quotes.resolve(&tokens, page.span)
  }

  private func markWidth(_ kind: SyntaxKind) -> Int { kind == .bold ? 3 : 2 }

  private mutating func countStyle(_ kind: SyntaxKind) {
    if kind == .bold { frame.openBolds &+= 1 } else { frame.openItalics &+= 1 }
  }

  private mutating func openStyle(_ kind: SyntaxKind) {
    open(kind)
    countStyle(kind)
    leaf(.delimiter, to: position + markWidth(kind))
  }

  /// Goes on with a style that had to be interrupted; it has no opening mark.
  private mutating func reopenStyle(_ kind: SyntaxKind) {
    open(kind, flags: .missingOpen)
    countStyle(kind)
  }

  /// Closes the innermost style of this kind; what is open inside is closed by force.
  ///
  /// - Returns: whether there was one, and not around an external link that is open; else the mark is left as a stray
  ///   one.
  @discardableResult
  private mutating func closeStyle(_ kind: SyntaxKind) -> Bool {
    let count = kind == .bold ? frame.openBolds : frame.openItalics
    let kept =
      frame.linkClose == Frame.noToken ? 0 : kind == .bold ? frame.boldsAroundLink : frame.italicsAroundLink
    guard count > kept else {
      leaf(.delimiter, to: position + markWidth(kind), flags: .stray)
      return false
    }
    while !topIs(kind) { closeNodes(to: nodes.count - 1) }
    leaf(.delimiter, to: position + markWidth(kind))
    if kind == .bold { frame.openBolds &-= 1 } else { frame.openItalics &-= 1 }
    close()
    return true
  }
}
