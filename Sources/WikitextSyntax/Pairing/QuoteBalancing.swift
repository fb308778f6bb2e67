/// What a run of apostrophes does, after its line was balanced.
///
/// The first letter of a two-mark action is the mark that comes first in the source.
enum QuoteAction: UInt32 {
  case none = 0
  case openItalic, closeItalic
  case openBold, closeBold
  /// `''` in `''a'''b''`: bold is interrupted, italic ends, bold goes on.
  case closeItalicReopenBold
  /// `'''` in `'''a''b'''`: italic is interrupted, bold ends, italic goes on.
  case closeBoldReopenItalic
  case openBoldItalic, openItalicBold
  case closeBoldItalic, closeItalicBold
  case closeBoldOpenItalic, closeItalicOpenBold

  /// The number of apostrophes that are marks; the rest of the run stands before them as text.
  var width: Int {
    switch self {
    case .none: 0
    case .openItalic, .closeItalic, .closeItalicReopenBold: 2
    case .openBold, .closeBold, .closeBoldReopenItalic: 3
    default: 5
    }
  }
}

/// Balances the apostrophes of a line: MediaWiki's `Parser::doQuotes`, which decides line by line which runs open and
/// close what, and turns one run of three into two and a literal apostrophe when both kinds are odd.
struct QuoteBalancing: ~Copyable {
  private var runs = GrowableBuffer<Run>()

  struct Run: BitwiseCopyable {
    var token: UInt32
    /// Marks: 2, 3 or 5.
    var width: UInt32
  }

  mutating func begin() { runs.removeAll() }

  mutating func release(above limit: Int) { runs.release(above: limit) }

  /// Notes the run of apostrophes that is token `index`.
  mutating func add(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) {
    let length = tokens[index + 1].start - tokens[index].start
    // Four are an apostrophe and three; more than five are apostrophes and five.
    let width: UInt32 = length == 2 ? 2 : length <= 4 ? 3 : 5
    runs.append(Run(token: UInt32(truncatingIfNeeded: index), width: width))
  }

  /// Writes the action of each noted run into its token.
  ///
  /// - Complexity: O(runs).
  mutating func resolve(_ tokens: inout GrowableBuffer<Token>, _ source: Span<UInt8>) {
    repairOddLine(tokens, source)
    var state = State.plain
    var pendingBoth = -1
    for index in 0..<runs.count {
      let run = runs[index]
      var action = QuoteAction.none
      switch (run.width, state) {
      case (2, .italic): (action, state) = (.closeItalic, .plain)
      case (2, .boldItalic): (action, state) = (.closeItalic, .bold)
      case (2, .italicBold): (action, state) = (.closeItalicReopenBold, .bold)
      case (2, .both):
        settle(pendingBoth, .openBoldItalic, &tokens)
        (action, state) = (.closeItalic, .bold)
      case (2, .plain): (action, state) = (.openItalic, .italic)
      case (2, .bold): (action, state) = (.openItalic, .boldItalic)
      case (3, .bold): (action, state) = (.closeBold, .plain)
      case (3, .boldItalic): (action, state) = (.closeBoldReopenItalic, .italic)
      case (3, .italicBold): (action, state) = (.closeBold, .italic)
      case (3, .both):
        settle(pendingBoth, .openItalicBold, &tokens)
        (action, state) = (.closeBold, .italic)
      case (3, .plain): (action, state) = (.openBold, .bold)
      case (3, .italic): (action, state) = (.openBold, .italicBold)
      case (_, .bold): (action, state) = (.closeBoldOpenItalic, .italic)
      case (_, .italic): (action, state) = (.closeItalicOpenBold, .bold)
      case (_, .boldItalic): (action, state) = (.closeItalicBold, .plain)
      case (_, .italicBold): (action, state) = (.closeBoldItalic, .plain)
      case (_, .both):
        settle(pendingBoth, .openItalicBold, &tokens)
        (action, state) = (.closeBoldItalic, .plain)
      case (_, .plain):
        pendingBoth = Int(run.token)
        (action, state) = (.openBoldItalic, .both)
      }
      tokens[Int(run.token)].link = action.rawValue
    }
  }

  /// What is open; in the two-letter states the first is the outer one.
  enum State { case plain, bold, italic, boldItalic, italicBold, both }

  private func settle(_ token: Int, _ action: QuoteAction, _ tokens: inout GrowableBuffer<Token>) {
    if token >= 0 { tokens[token].link = action.rawValue }
  }

  /// When a line has an odd number of bold and of italic marks, one bold mark is an apostrophe and an italic mark:
  /// the first that follows a single-letter word, else the first that follows a longer word, else the first that
  /// follows a space.
  private mutating func repairOddLine(_ tokens: borrowing GrowableBuffer<Token>, _ source: Span<UInt8>) {
    var bold = 0
    var italic = 0
    for index in 0..<runs.count {
      let width = runs[index].width
      if width != 2 { bold += 1 }
      if width != 3 { italic += 1 }
    }
    guard bold % 2 == 1, italic % 2 == 1 else { return }
    var singleLetter = -1
    var multiLetter = -1
    var space = -1
    for index in 0..<runs.count where runs[index].width == 3 {
      let start = Int(tokens[Int(runs[index].token) + 1].start) - 3
      let before = start >= 1 ? source[start - 1] : 0
      // What stands on the line before is none of this one's.
      let beforeThat = start >= 2 && before != UInt8(ascii: "\n") ? source[start - 2] : 0
      if before == UInt8(ascii: " ") {
        if space < 0 { space = index }
      } else if beforeThat == UInt8(ascii: " ") {
        singleLetter = index
        break
      } else if multiLetter < 0 {
        multiLetter = index
      }
    }
    let chosen = singleLetter >= 0 ? singleLetter : multiLetter >= 0 ? multiLetter : space
    if chosen >= 0 { runs[chosen].width = 2 }
  }
}
