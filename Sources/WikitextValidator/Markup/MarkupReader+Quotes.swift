import WikitextSyntax

/// Bold and italic text: the marks of a line, which the parser has balanced, made tags in the order in which they stand.
extension MarkupReader {
  mutating func visitStyle(_ record: SyntaxRecord) {
    let isBold = record.kind == .bold
    let next = Int(record.next)
    beginContent()
    var scope = Scope(end: next, resume: next)
    scope.action = isBold ? .bold : .italic
    // The closing mark is read when the scope is left.
    if !record.flags.contains(.missingClose) { scope.end &-= 1 }
    scopes.append(scope)
    let opening = index
    index += 1
    // One without an opening mark goes on with what the mark of another interrupted.
    if record.flags.contains(.missingOpen) { return }
    openQuotes(isBold ? .b : .i, at: opening, openEnd: end(index))
    index += 1
  }

  /// A mark at `index` that closes a style beyond the link or element in which it began, or none.
  mutating func visitStrayQuotes() {
    beginContent()
    let quotes: MarkupLines.Quotes = end(index) - start(index) == 3 ? .b : .i
    if line.outerQuotes == quotes || line.innerQuotes == quotes {
      closeQuotes(quotes, at: index)
    } else {
      openQuotes(quotes, at: index, openEnd: end(index))
    }
    index += 1
  }

  private mutating func openQuotes(_ quotes: MarkupLines.Quotes, at record: Int, openEnd: Int) {
    construction.start(node(quotes.name, at: record, openEnd: openEnd, flags: .quotes))
    if line.outerQuotes == .none { line.outerQuotes = quotes } else { line.innerQuotes = quotes }
  }

  /// Closes a style by the mark at a record; one that is open inside is interrupted.
  mutating func closeQuotes(_ quotes: MarkupLines.Quotes, at record: Int) {
    let mark = UInt32(truncatingIfNeeded: start(record))
    let inner = line.innerQuotes
    if inner == quotes || (inner == .none && line.outerQuotes == quotes) {
      construction.place = UInt32(truncatingIfNeeded: end(record))
      construction.end(EndTag(name: quotes.name, start: mark))
      if inner == quotes { line.innerQuotes = .none } else { line.outerQuotes = .none }
    } else if inner != .none, line.outerQuotes == quotes {
      construction.place = mark
      construction.end(EndTag(name: inner.name, start: mark, isImplied: true))
      construction.place = UInt32(truncatingIfNeeded: end(record))
      construction.end(EndTag(name: quotes.name, start: mark))
      var reopened = node(inner.name, at: record, openEnd: end(record), flags: [.quotes, .impliedStart])
      reopened.start = reopened.openEnd
      construction.start(reopened)
      line.outerQuotes = inner
      line.innerQuotes = .none
    }
  }

  /// Ends what a line leaves open.
  mutating func endQuotes() {
    guard line.outerQuotes != .none else { return }
    let place = construction.place
    if line.innerQuotes != .none {
      construction.end(EndTag(name: line.innerQuotes.name, start: place, isImplied: true))
    }
    construction.end(EndTag(name: line.outerQuotes.name, start: place, isImplied: true))
    line.innerQuotes = .none
    line.outerQuotes = .none
  }
}

extension MarkupLines.Quotes {
  fileprivate var name: MarkupName { MarkupName(self == .b ? .b : .i) }
}
