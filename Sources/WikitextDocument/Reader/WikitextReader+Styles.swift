import WikitextSyntax

/// Bold and italic text.
///
/// To `Parser::doQuotes` the marks of a line are paired whatever links and tags they stand in; where they overlap with
/// those, the rules of HTML put it right.
extension WikitextReader {
  mutating func visitStyle(_ record: SyntaxRecord) {
    beginContent()
    let isBold = record.kind == .bold
    let element = ElementName(isBold ? .b : .i)
    _ = construction.start(element, NewNode(isBold ? .bold : .italic, at: Int(record.start), flags: flags(record)))
    construction.rememberFormatting()
    enter(element, from: index + 1, to: Int(record.next))
    scopes[scopes.count - 1].isUnclosedStyle = record.flags.contains(.missingClose)
  }

  /// Ends a style without a closing mark, unless it goes on behind the link or the element that ends here.
  mutating func endUnclosedStyle(_ scope: Scope, at end: Int) {
    // The text of a `[[link]]` is balanced on its own.
    let mark = scope.end
    let isBracket = records[mark].kind == .delimiter && source[start(mark)] == UInt8(ascii: "]")
    let goesOn = records[mark].kind == .endTag || (isBracket && self.end(mark) - start(mark) == 1)
    guard goesOn, line.unclosedBolds < .max, line.unclosedItalics < .max else {
      construction.end(scope.element, at: end)
      return
    }
    if scope.element == ElementName(.b) { line.unclosedBolds += 1 } else { line.unclosedItalics += 1 }
  }

  /// A closing mark at `index` that ends a style behind the link or the element in which it began, or in a link around
  /// which it began.
  mutating func visitStrayMark(_ record: SyntaxRecord) {
    let isBold = end(index) - Int(record.start) == 3
    if isBold, line.unclosedBolds > 0 { line.unclosedBolds -= 1 }
    if !isBold, line.unclosedItalics > 0 { line.unclosedItalics -= 1 }
    construction.end(ElementName(isBold ? .b : .i), at: end(index))
  }

  /// Ends what a line leaves open.
  mutating func endUnclosedStyles() {
    let end = start(index)
    for _ in 0..<line.unclosedBolds { construction.end(ElementName(.b), at: end) }
    for _ in 0..<line.unclosedItalics { construction.end(ElementName(.i), at: end) }
    line.unclosedBolds = 0
    line.unclosedItalics = 0
  }
}
