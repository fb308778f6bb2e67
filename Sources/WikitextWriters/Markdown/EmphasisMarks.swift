/// Decides for each style of a run whether GFM sees marks for it, or HTML is needed.
///
/// `**` begins emphasis only where it is *left-flanking* and ends it only where it is *right-flanking* (CommonMark 6.2):
/// `**foo.**bar` is no emphasis, for its end stands between punctuation and a letter. A group of marks with nothing
/// between them is one delimiter run, or near enough: in a group either all of them are marks or none.
struct EmphasisMarks {
  /// By token: whether it is set as HTML.
  private(set) var isHTML: [Bool]

  /// - Complexity: O(tokens): each group is spoilt once.
  init(_ run: borrowing InlineRun) {
    let tokens = run.tokens
    isHTML = Array(repeating: false, count: tokens.count)
    guard tokens.contains(where: { $0.kind == .open && EmphasisMarks.hasMarks($0.style) }) else { return }
    let partners = EmphasisMarks.partners(of: tokens)
    var groups: [Range<Int>] = []
    var groupOf = Array(repeating: -1, count: tokens.count)
    var spoilt: [Int] = []
    // How many of the marks that are open began in a group of several.
    var openInGroups = 0
    var index = 0
    while index < tokens.count {
      guard EmphasisMarks.isMark(tokens[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < tokens.count, EmphasisMarks.isMark(tokens[index]) {
        groupOf[index] = groups.count
        index += 1
      }
      let group = start..<index
      // `***a**b**c***`: marks in a word end what `***` began, as CommonMark's rule of three does not keep them apart.
      let endsAnother = openInGroups > 0 && EmphasisMarks.character(before: start, in: run) != .space
      if endsAnother && tokens[start].kind == .open || !EmphasisMarks.isSeen(group, in: run) {
        spoilt.append(groups.count)
      }
      groups.append(group)
      for token in group {
        if tokens[token].kind == .open {
          if group.count > 1 { openInGroups += 1 }
        } else if groups[groupOf[partners[token]]].count > 1 {
          openInGroups -= 1
        }
      }
    }
    // A style that is HTML at one end is HTML at the other, and what stands beside it there, too.
    var isSpoilt = Array(repeating: false, count: groups.count)
    while let group = spoilt.popLast() {
      if isSpoilt[group] { continue }
      isSpoilt[group] = true
      for token in groups[group] {
        isHTML[token] = true
        spoilt.append(groupOf[partners[token]])
      }
    }
  }

  /// Bold, italic and struck text have marks.
  static func hasMarks(_ style: InlineRun.Style) -> Bool { style == .bold || style == .italic || style == .strike }

  private static func isMark(_ token: InlineRun.Token) -> Bool {
    (token.kind == .open || token.kind == .close) && hasMarks(token.style)
  }

  /// For each token that opens or closes, the one that closes or opens the same.
  private static func partners(of tokens: [InlineRun.Token]) -> [Int] {
    var partners = Array(repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .open { open.append(index) }
      if token.kind == .close, let partner = open.popLast() {
        partners[index] = partner
        partners[partner] = index
      }
    }
    return partners
  }

  /// Whether GFM sees a group of marks for what they are.
  private static func isSeen(_ group: Range<Int>, in run: borrowing InlineRun) -> Bool {
    let kind = run.tokens[group.lowerBound].kind
    // `*a***b**` could be read in more than one way.
    for index in group where run.tokens[index].kind != kind { return false }
    let before = character(before: group.lowerBound, in: run)
    let after = character(after: group.upperBound, in: run)
    let hasStrike = group.contains { run.tokens[$0].style == .strike }
    let (inner, outer) = kind == .open ? (after, before) : (before, after)
    if inner == .space { return false }
    // `~~` beside `**` is punctuation to it.
    return inner == .letter && !(hasStrike && group.count > 1) || outer != .letter
  }

  private enum Neighbour { case space, punctuation, letter }

  private static func character(before index: Int, in run: borrowing InlineRun) -> Neighbour {
    if index == 0 { return .space }
    let token = run.tokens[index - 1]
    switch token.kind {
    case .text:
      var start = Int(token.end) - 1
      while start > Int(token.start), run.text[start] & 0xC0 == 0x80 { start -= 1 }
      return classify(run.text[start..<Int(token.end)])
    case .space, .lineBreak, .separator: return .space
    default: return .punctuation
    }
  }

  private static func character(after index: Int, in run: borrowing InlineRun) -> Neighbour {
    if index == run.tokens.count { return .space }
    let token = run.tokens[index]
    switch token.kind {
    case .text: return classify(run.text[token.range].prefix(4))
    case .space, .lineBreak, .separator: return .space
    default: return .punctuation
    }
  }

  /// Unicode's whitespace, and its punctuation and symbols, as CommonMark asks for them.
  private static func classify(_ bytes: ArraySlice<UInt8>) -> Neighbour {
    guard let first = bytes.first else { return .space }
    if first < 0x80 { return first <= 0x20 ? .space : MarkdownEscaping.isPunctuation(first) ? .punctuation : .letter }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return .letter }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .letter
    }
  }
}
