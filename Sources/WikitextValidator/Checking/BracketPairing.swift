import WikitextSyntax

/// Pairs brackets and braces that are text: brackets within a line, braces across lines.
struct BracketPairing {
  /// A run that waits for what closes it.
  private struct Open {
    var mark: TextMark
    var frame: UInt32
    /// How many of the run are not closed yet.
    var left: Int
  }

  private let tree: SyntaxTree
  private let places: PlaceIndex
  private var brackets: [Open] = []
  private var braces: [Open] = []
  private var mistakes: [BracketMistake] = []
  /// Runs of two brackets that pairs may turn out to be no links, from first to last byte.
  private var linkPairs: [SourceRange] = []

  init(_ tree: SyntaxTree, _ places: PlaceIndex) {
    self.tree = tree
    self.places = places
  }

  private func isCalled(_ index: Int) -> Bool {
    switch tree.records[index].kind {
    case .template, .parserFunction, .parameterReference: true
    default: false
    }
  }

  mutating func open(_ mark: TextMark) {
    let frame = places.frames[mark.leaf]
    if mark.byte == UInt8(ascii: "[") {
      leaveBrackets(before: mark)
      brackets.append(Open(mark: mark, frame: frame, left: mark.count))
      return
    }
    leaveBraces(before: mark)
    let next = mark.leaf + 1
    let touchesCall = mark.start + mark.count == Int(tree.records[next].start) && isCalled(next)
    if mark.count >= 2 {
      braces.append(Open(mark: mark, frame: frame, left: mark.count))
    } else if touchesCall {
      mistakes.append(BracketMistake(kind: .extraBrace, range: mark.range))
    }
  }

  mutating func close(_ mark: TextMark) {
    if mark.byte == UInt8(ascii: "]") { closeBracket(mark) } else { closeBrace(mark) }
  }

  /// Forgets the runs of braces whose surroundings ended before a mark.
  private mutating func leaveBraces(before mark: TextMark) {
    while let last = braces.last, end(ofFrame: last.frame) <= mark.start {
      braces.removeLast()
      report(last)
    }
  }

  /// Forgets the runs of brackets whose line or surroundings ended before a mark.
  private mutating func leaveBrackets(before mark: TextMark) {
    while let last = brackets.last, last.mark.line != mark.line || end(ofFrame: last.frame) <= mark.start {
      brackets.removeLast()
      report(last)
    }
  }

  private func end(ofFrame frame: UInt32) -> Int {
    Int(tree.records[Int(tree.records[Int(frame)].next)].start)
  }

  private mutating func report(_ open: Open) {
    guard open.left > 0 else { return }
    let range = open.mark.range
    if open.mark.byte == UInt8(ascii: "{") {
      mistakes.append(BracketMistake(kind: .unclosedCall, range: range))
    } else if open.mark.count >= 2 {
      mistakes.append(BracketMistake(kind: .unclosedLink, range: range))
    } else {
      if isBeforeAddress(open.mark) {
        mistakes.append(BracketMistake(kind: .unclosedExternalLink, range: range))
      } else if !isOrdinary(range) {
        mistakes.append(BracketMistake(kind: .lonely, range: range))
      }
    }
  }

  private func isBeforeAddress(_ mark: TextMark) -> Bool {
    let next = mark.leaf + 1
    return tree.records[next].kind == .autolink && Int(tree.records[next].start) == mark.start + mark.count
  }

  // MARK: Braces

  private mutating func closeBrace(_ mark: TextMark) {
    leaveBraces(before: mark)
    let frame = places.frames[mark.leaf]
    if mark.count >= 2 {
      if let last = braces.last, last.frame == frame {
        braces.removeLast()
        mistakes.append(
          BracketMistake(kind: .call, range: SourceRange(start: last.mark.start, end: mark.start + mark.count))
        )
      } else {
        mistakes.append(BracketMistake(kind: .strayCallEnd, range: mark.range))
      }
    } else if mark.start > 0, mark.start == Int(tree.records[mark.leaf].start), tree.source[mark.start - 1] == mark.byte
    {
      // The node right before ends in `}}`.
      mistakes.append(BracketMistake(kind: .extraBrace, range: mark.range))
    }
  }

  // MARK: Brackets

  private mutating func closeBracket(_ mark: TextMark) {
    leaveBrackets(before: mark)
    let frame = places.frames[mark.leaf]
    var left = mark.count
    var isHalf = false
    while left > 0, let last = brackets.last, last.frame == frame {
      let taken = min(left, last.left)
      if taken >= 2 {
        linkPairs.append(SourceRange(start: last.mark.start, end: mark.start + mark.count))
      } else if last.mark.count == 1 {
        isHalf = mark.count == 2 && left == 2
        note(pair: last.mark, mark)
      }
      left -= taken
      brackets[brackets.count - 1].left -= taken
      if brackets[brackets.count - 1].left == 0 { brackets.removeLast() }
    }
    guard left > 0 else { return }
    let range = SourceRange(start: mark.start + mark.count - left, end: mark.start + mark.count)
    if isHalf || mark.count >= 2 {
      mistakes.append(BracketMistake(kind: .strayLinkEnd, range: isHalf ? mark.range : range))
    } else if !isOrdinary(range) {
      mistakes.append(BracketMistake(kind: .lonely, range: range))
    }
  }

  /// Bytes before and behind a bracket in which something may explain it.
  private static let reach = 60

  /// Whether a bracket is alone for a reason: it is one of an interval, which a parenthesis or a bracket of the other
  /// direction closes, or its counterpart is written as a character reference.
  private func isOrdinary(_ range: SourceRange) -> Bool {
    let source = tree.source
    let isOpen = source[range.start] == UInt8(ascii: "[")
    var near =
      isOpen ? source[range.end...].prefix(BracketPairing.reach) : source[..<range.start].suffix(BracketPairing.reach)
    let line = isOpen ? near.firstIndex(where: ByteClass.isLineBreak) : near.lastIndex(where: ByteClass.isLineBreak)
    if let line { near = isOpen ? near[..<line] : near[(line + 1)...] }
    if near.contains(UInt8(ascii: "&")), near.contains(UInt8(ascii: "#")) { return true }
    let inner = isOpen ? near.first : near.last
    guard let inner, ByteClass.isDigit(inner) || "-+\\(".utf8.contains(inner) || inner >= 0x80 else { return false }
    return near.contains { "()[],;".utf8.contains($0) }
  }

  /// Looks at what stands in a pair of single brackets.
  private mutating func note(pair open: TextMark, _ close: TextMark) {
    let range = SourceRange(start: open.start, end: close.start + 1)
    let next = open.leaf + 1
    let record = tree.records[next]
    if record.kind == .externalLink, Int(record.start) == open.start + 1,
      Int(tree.records[Int(record.next)].start) == close.start
    {
      mistakes.append(BracketMistake(kind: .externalLinkInTwo, range: range))
    } else if tree.source.count > open.start + 5, tree.source[(open.start + 1)...].starts(with: "www.".utf8) {
      mistakes.append(BracketMistake(kind: .addressWithoutProtocol, range: range))
    }
  }

  // MARK: The end

  consuming func finish(_ page: CheckedPage) -> [BracketMistake] {
    for open in brackets { report(open) }
    for open in braces { report(open) }
    guard !linkPairs.isEmpty else { return mistakes }
    var links: [Int] = []
    for link in page.nodes(.wikilink) { links.append(link.range.start) }
    for range in linkPairs {
      let first = links.partitioningIndex { $0 >= range.start }
      let holdsLink = first < links.count && links[first] < range.end
      let target = BracketPairing.target(page.source, range)
      // What calls put into a target, and what the names of a wiki's own namespaces are, is not known here.
      if target.contains(UInt8(ascii: "{")) || LinkTarget.isFileName(target) { continue }
      let isTrick = !holdsLink && PipeTrick.text(page.source, range) != nil
      mistakes.append(BracketMistake(kind: holdsLink ? .outerLink : isTrick ? .pipeTrick : .link, range: range))
    }
    return mistakes
  }

  /// No title is longer than this, in bytes.
  private static let longestTarget = 300

  /// What stands between brackets before the first pipe.
  private static func target(_ source: [UInt8], _ link: SourceRange) -> ArraySlice<UInt8> {
    source[link.offsets].dropFirst(2).prefix(longestTarget).prefix {
      $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "]")
    }
  }
}

extension [Int] {
  /// The first index whose element fits, where all behind it do.
  ///
  /// - Complexity: O(log count).
  func partitioningIndex(where fits: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
