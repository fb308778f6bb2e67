/// Finds where HTML tags end, which end tag closes which start tag, and which `[[ ]]` are links.
///
/// A tag is paired only within its own surroundings: a template argument, the text of a link, the content of an
/// extension tag. What the line structure then does to an element (a table cell that ends before it) is the tree
/// builder's business.
///
/// Linear: every token is visited once, and once more when it stands inside a tag or a link target.
struct TagPairing: ~Copyable {
  private var frames = GrowableBuffer<Frame>()
  private var openTags = GrowableBuffer<OpenTag>()
  /// For each tag, 1 + index of its innermost open start tag.
  private var innermost: [UInt32] = Array(repeating: 0, count: 256)
  /// Where the tags end whose search came by a token: 1 + the index of the `>`, or ``endless``; 0 for tokens that no
  /// long search came by. Empty where there was none: tags are short.
  private var ends: [UInt32] = []
  private static let endless = UInt32.max
  /// Steps of a search for the end of a tag before it is a long one.
  private static let shortSearch = 64

  struct Frame: BitwiseCopyable {
    var closeToken: UInt32
    var openTags: UInt32
  }

  struct OpenTag: BitwiseCopyable {
    var token: UInt32
    /// What `innermost` said before this tag.
    var outer: UInt32
    var tag: UInt8
  }

  /// Set in the detail of a tag token beside the tag's number.
  static let isEndTag: UInt16 = 1 << 8
  /// The start tag has its end tag.
  static let isPaired: UInt16 = 1 << 9
  /// The tag ends in `/>`.
  static let closesItself: UInt16 = 1 << 10

  mutating func pair(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: inout GrowableBuffer<DelimiterMatch>,
    source: Span<UInt8>,
    configuration: SiteConfiguration,
    page: PageContext?
  ) {
    frames.removeAll()
    dropTags(to: 0)
    ends = []
    let targets = LinkTargetRule(configuration: configuration, page: page)
    let count = tokens.count
    var index = 0
    while index < count {
      let token = tokens[index]
      switch token.kind {
      case .openBraces, .dash:
        push(chain: token.link, &matches)
      case .openBrackets:
        if token.link != 0 { resolveLinks(index, token.link, targets, &tokens, &matches, source) }
      case .closeBraces, .closeBrackets, .extensionClose:
        while frames.count > 0, Int(frames[frames.count - 1].closeToken) == index {
          dropTags(to: Int(frames.removeLast().openTags))
        }
      case .pipe:
        if token.link != 0, frames.count > 0 { dropTags(to: Int(frames[frames.count - 1].openTags)) }
      case .extensionOpen:
        if token.link != 0 {
          frames.append(Frame(closeToken: token.link, openTags: UInt32(truncatingIfNeeded: openTags.count)))
        }
      case .tag:
        if let end = tagEnd(index, tokens, matches, source) {
          tokens[index].link = UInt32(truncatingIfNeeded: end)
          pairTag(index, end, &tokens, source)
        }
      default:
        break
      }
      index &+= 1
    }
    dropTags(to: 0)
  }

  /// Gives memory back after a huge page.
  mutating func release(above limit: Int) {
    frames.release(above: limit)
    openTags.release(above: limit)
  }

  private mutating func push(chain: UInt32, _ matches: inout GrowableBuffer<DelimiterMatch>) {
    var next = chain
    while next != 0 {
      let match = matches[Int(next) - 1]
      frames.append(Frame(closeToken: match.closeToken, openTags: UInt32(truncatingIfNeeded: openTags.count)))
      next = match.inner
    }
  }

  private mutating func resolveLinks(
    _ index: Int,
    _ chain: UInt32,
    _ targets: LinkTargetRule,
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: inout GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) {
    var next = chain
    while next != 0 {
      let match = matches[Int(next) - 1]
      // A target that begins with more brackets is none; only the innermost of a run can be a link.
      var link: LinkTargetRule.Link?
      if match.inner == 0 {
        link = targets.link(
          start: Int(tokens[index + 1].start),
          openToken: index,
          closeToken: Int(match.closeToken),
          tokens,
          matches,
          source
        )
        // A link may not hold another, but for a picture's caption.
        if let found = link, match.containsLink, found.kind != .fileLink { link = nil }
      }
      matches[Int(next) - 1].kind = link == nil ? .noLink : .validLink
      if let link {
        matches[Int(next) - 1].linkKind = link.kind
        matches[Int(next) - 1].namespace = link.namespace
        let close = Int(match.closeToken)
        if tokens[close].detail < UInt16.max { tokens[close].detail += 1 }
        frames.append(Frame(closeToken: match.closeToken, openTags: UInt32(truncatingIfNeeded: openTags.count)))
      }
      next = match.inner
    }
  }

  /// The index of the `>` that ends the tag at `index`.
  ///
  /// Tags in many brackets that hold no links, `[[a<b [[a<b …`, would be searched to the same far end again and again:
  /// a long search leaves its result on its way, and a search that comes upon one is at its end. What a token is
  /// passed by depends on what is behind it alone, and all searches that come by it have the same surroundings.
  private mutating func tagEnd(
    _ index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) -> Int? {
    let surroundings = frames.count > 0 ? Int(frames[frames.count - 1].closeToken) : tokens.count
    var search = Search(next: index + 1, end: surroundings)
    for _ in 0..<TagPairing.shortSearch where !search.isOver { search.step(tokens, matches, source) }
    if search.isOver { return search.result }
    if ends.isEmpty { ends = Array(repeating: 0, count: tokens.count) }
    var way: [Int] = []
    while !search.isOver {
      let known = ends[search.next]
      if known != 0 {
        search.finish(known == TagPairing.endless ? nil : Int(known) - 1)
      } else {
        way.append(search.next)
        search.step(tokens, matches, source)
      }
    }
    let result = search.result.map { UInt32(truncatingIfNeeded: $0 + 1) } ?? TagPairing.endless
    for token in way { ends[token] = result }
    return search.result
  }

  /// A search for the end of a tag, which goes token by token and over what is nested.
  private struct Search {
    private(set) var next: Int
    let end: Int
    private(set) var isOver = false
    private(set) var result: Int?

    init(next: Int, end: Int) {
      self.next = next
      self.end = end
      isOver = next >= end
    }

    mutating func finish(_ result: Int?) {
      self.result = result
      isOver = true
    }

    mutating func step(
      _ tokens: borrowing GrowableBuffer<Token>,
      _ matches: borrowing GrowableBuffer<DelimiterMatch>,
      _ source: Span<UInt8>
    ) {
      let token = tokens[next]
      switch token.kind {
      case .greaterThan:
        return finish(next)
      case .openBraces, .dash, .openBrackets:
        if token.link != 0 {
          let match = matches[Int(token.link) - 1]
          if match.kind != .noLink { next = Int(match.closeToken) }
        }
      case .extensionOpen:
        if token.link != 0 { next = Int(token.link) }
      case .pipe, .equals:
        // The tag would reach across the parts of a template.
        if token.link != 0 { return finish(nil) }
      case .tag, .endOfSource, .extensionClose:
        return finish(nil)
      case .text:
        for position in Int(token.start)..<Int(tokens[next + 1].start) where source[position] == UInt8(ascii: "<") {
          return finish(nil)
        }
      default:
        break
      }
      next += 1
      if next >= end { isOver = true }
    }
  }

  private mutating func pairTag(
    _ index: Int,
    _ end: Int,
    _ tokens: inout GrowableBuffer<Token>,
    _ source: Span<UInt8>
  ) {
    let raw = UInt8(truncatingIfNeeded: tokens[index].detail)
    guard let tag = HTMLTag(rawValue: raw) else { return }
    if source[Int(tokens[index].start) + 1] == UInt8(ascii: "/") {
      tokens[index].detail |= TagPairing.isEndTag
      let open = innermost[Int(raw)]
      let base = frames.count > 0 ? frames[frames.count - 1].openTags : 0
      guard open > base else { return }
      tokens[Int(openTags[Int(open) - 1].token)].detail |= TagPairing.isPaired
      tokens[index].detail |= TagPairing.isPaired
      dropTags(to: Int(open) - 1)
    } else if source[Int(tokens[end].start) - 1] == UInt8(ascii: "/") {
      tokens[index].detail |= TagPairing.closesItself
    } else if !tag.isVoid {
      openTags.append(OpenTag(token: UInt32(truncatingIfNeeded: index), outer: innermost[Int(raw)], tag: raw))
      innermost[Int(raw)] = UInt32(truncatingIfNeeded: openTags.count)
    }
  }

  /// Forgets the open tags from index `count` on.
  private mutating func dropTags(to count: Int) {
    while openTags.count > count {
      let tag = openTags.removeLast()
      innermost[Int(tag.tag)] = tag.outer
    }
  }
}
