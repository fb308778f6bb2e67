/// Writes the tree of a page in one walk over its paired tokens.
///
/// The builder knows which delimiters are real (``DelimiterPairing``) and which tags have an end (``TagPairing``)
/// before it begins, so it writes records in preorder and never takes one back. What it decides itself is the line
/// structure: headings, lists, tables, preformatted lines; and the apostrophes and bracketed addresses of each line,
/// when it comes to the first of them.
///
/// Two stacks carry the state. `nodes` are the open containers. `frames` are the surroundings in which lines, lists and
/// apostrophes are balanced on their own: the page, a part of a template, the text of a link, a table and each of its
/// cells, the content of an extension tag. Nothing reaches out of its frame, which is what keeps damage local: when a
/// frame ends, all that is open in it ends with it.
///
/// Invariants:
/// - Every byte before `position` is in a leaf, no other is; leaves are written in order.
/// - `tokens[index].start <= position` or the bytes between are the builder's next leaf.
/// - No recursion: the depth of the page is the depth of the two stacks.
struct TreeBuilder: ~Copyable {
  var source: [UInt8] = []
  var configuration = SiteConfiguration.standard
  var records = GrowableBuffer<SyntaxRecord>()
  var nodes = GrowableBuffer<OpenNode>()
  var frames = GrowableBuffer<Frame>()
  var lists = GrowableBuffer<OpenList>()
  var quotes = QuoteBalancing()
  /// For each HTML tag, 1 + index in `nodes` of its innermost open element.
  var innermost: [UInt32] = Array(repeating: 0, count: 256)

  /// The token being read.
  var index = 0
  /// The first byte that is in no leaf yet.
  var position = 0
  /// Whether the last record is a text leaf that the next text may lengthen.
  var textIsOpen = false
  /// Line breaks before this token are not followed by a category.
  var noCategoryBefore = 0

  /// Up to this token only what leaves nothing on the page stands in the address that is open, which goes on behind it.
  var addressGoesOnBefore = 0

  /// A container that is not closed yet.
  struct OpenNode: BitwiseCopyable {
    var record: UInt32
    /// `htmlElement`: what `innermost` said before.
    var outer: UInt32
    var kind: SyntaxKind
    /// `htmlElement`: the tag.
    var tag: UInt8
  }

  /// A list that is not closed yet; its open item is the node above it.
  struct OpenList: BitwiseCopyable {
    /// Index of the list in `nodes`.
    var node: UInt32
    /// The marker, with `:` for `;`.
    var marker: UInt8
  }

  /// Surroundings in which lines are read.
  struct Frame: BitwiseCopyable {
    var kind: Kind
    /// `nodes.count` before the frame's own container.
    var nodeBase: UInt32
    /// `lists.count` at the start.
    var listBase: UInt32
    /// Index of the token that ends it, or `noToken`; a table and its cells end with their surroundings.
    var closeToken: UInt32
    /// 1 + index of the match it stands for, or 0.
    var match: UInt32 = 0

    // What the current line and its surroundings are.
    var openBolds: UInt16 = 0
    var openItalics: UInt16 = 0
    /// How many of them were open before the external link that is open.
    var boldsAroundLink: UInt16 = 0
    var italicsAroundLink: UInt16 = 0
    /// Index of the token that closes the heading of this line, or `noToken`.
    var headingClose: UInt32 = noToken
    /// Index of the token that closes the external link that is open, or `noToken`.
    var linkClose: UInt32 = noToken
    /// No `]` comes before this token, on the line where one was looked for.
    var noBracketBefore: UInt32 = 0
    /// `nodes.count` with a `;` item on top that may still meet its `:`, or 0.
    var termDepth: UInt32 = 0
    var flags: Flags = []
    /// `attributes`: how far an attribute has come, and the quotation mark of its value.
    var attribute: AttributeState = .between
    var quote: UInt8 = 0

    static let noToken = UInt32.max

    enum Kind: UInt8, BitwiseCopyable {
      case page, transclusion, link, variant, extensionTag, gallery, table, caption, cell, attributes, address, autolink
    }

    enum AttributeState: UInt8, BitwiseCopyable { case between, name, afterName, beforeValue, value }

    struct Flags: OptionSet, BitwiseCopyable {
      let rawValue: UInt16
      /// `link`: the target is not over. `transclusion`: the name is not over.
      static let inTarget = Flags(rawValue: 1 << 0)
      /// `link`: each pipe begins a part (files), not only the first.
      static let splitsAtEachPipe = Flags(rawValue: 1 << 1)
      /// `cell`: the line that began the cell is not over, `||` begins another.
      static let onCellLine = Flags(rawValue: 1 << 2)
      /// `cell`: the line began with `!`, `!!` begins another.
      static let onHeaderLine = Flags(rawValue: 1 << 3)
      /// `table`: a row is open.
      static let rowIsOpen = Flags(rawValue: 1 << 4)
      /// `table`: a list of `:` was opened to indent it.
      static let isIndented = Flags(rawValue: 1 << 5)
      /// The last line was preformatted.
      static let preformatted = Flags(rawValue: 1 << 6)
      /// A block element of HTML is open that suppresses paragraphs and preformatted lines.
      static let inBlockElement = Flags(rawValue: 1 << 7)
      static let lineOpensBlock = Flags(rawValue: 1 << 8)
      static let lineClosesBlock = Flags(rawValue: 1 << 9)
      static let inBlockquote = Flags(rawValue: 1 << 10)
      /// A table on this line ended that a list of `:` indents.
      static let closesIndent = Flags(rawValue: 1 << 11)
      /// An `<includeonly>` stands before the markup of the line.
      static let lineBeginsLater = Flags(rawValue: 1 << 12)
      /// An HTML `<pre>` is open, in which lines make no lists (`BlockLevelPass`: `inPre`).
      static let inPre = Flags(rawValue: 1 << 13)
      /// `extensionTag`: a poem, in which colons and blanks at the start of a line indent a verse.
      static let inPoem = Flags(rawValue: 1 << 14)
    }
  }
}

// MARK: - Records

extension TreeBuilder {
  /// Adds a leaf from `position` to `end`.
  @inline(__always)
  mutating func leaf(_ kind: SyntaxKind, to end: Int, flags: SyntaxFlags = [], detail: UInt16 = 0) {
    assert(kind.isLeaf && position <= end, "a leaf holds bytes and no nodes")
    records.append(
      SyntaxRecord(
        start: UInt32(truncatingIfNeeded: position),
        next: UInt32(truncatingIfNeeded: records.count &+ 1),
        kind: kind,
        flags: flags,
        detail: detail
      )
    )
    position = end
    textIsOpen = false
  }

  /// Adds the bytes up to `end` to the running text.
  @inline(__always)
  mutating func text(to end: Int) {
    if end <= position { return }
    if textIsOpen {
      position = end
    } else {
      leaf(.text, to: end)
      textIsOpen = true
    }
  }

  /// Opens a container at `position`.
  @inline(__always)
  mutating func open(_ kind: SyntaxKind, flags: SyntaxFlags = [], detail: UInt16 = 0) {
    nodes.append(OpenNode(record: UInt32(truncatingIfNeeded: records.count), outer: 0, kind: kind, tag: 0))
    records.append(
      SyntaxRecord(
        start: UInt32(truncatingIfNeeded: position),
        next: 0,
        kind: kind,
        flags: flags,
        detail: detail
      )
    )
    textIsOpen = false
  }

  /// Closes the innermost container.
  @inline(__always)
  mutating func close() {
    let node = nodes.removeLast()
    records[Int(node.record)].next = UInt32(truncatingIfNeeded: records.count)
    textIsOpen = false
  }

  /// Closes containers by force until `count` are open, noting in each that its closing mark is missing.
  mutating func closeNodes(to count: Int) {
    while nodes.count > count {
      let node = nodes[nodes.count - 1]
      switch node.kind {
      case .bold:
        frames[frames.count - 1].openBolds &-= 1
        records[Int(node.record)].flags.insert(.missingClose)
      case .italic:
        frames[frames.count - 1].openItalics &-= 1
        records[Int(node.record)].flags.insert(.missingClose)
      case .htmlElement:
        innermost[Int(node.tag)] = node.outer
        records[Int(node.record)].flags.insert(.missingClose)
      case .list:
        _ = lists.removeLast()
      case .preformatted:
        frames[frames.count - 1].flags.remove(.preformatted)
      case .heading:
        frames[frames.count - 1].headingClose = Frame.noToken
      case .externalLink:
        frames[frames.count - 1].linkClose = Frame.noToken
        records[Int(node.record)].flags.insert(.missingClose)
      case .table, .wikilink, .fileLink, .categoryLink, .languageLink, .interwikiLink, .includeOnly:
        records[Int(node.record)].flags.insert(.missingClose)
      default:
        break
      }
      close()
    }
  }

  /// Whether the container on top is of this kind.
  @inline(__always)
  func topIs(_ kind: SyntaxKind) -> Bool { nodes[nodes.count &- 1].kind == kind }
}

// MARK: - Frames

extension TreeBuilder {
  /// The innermost frame.
  @inline(__always)
  var frame: Frame {
    get { frames[frames.count &- 1] }
    _modify { yield &frames[frames.count &- 1] }
  }

  /// Begins a frame whose own container, if it has one, is the node on top.
  @inline(__always)
  mutating func push(_ kind: Frame.Kind, owning containers: Int, closeToken: UInt32 = Frame.noToken, match: UInt32 = 0)
  {
    frames.append(
      Frame(
        kind: kind,
        nodeBase: UInt32(truncatingIfNeeded: nodes.count &- containers),
        listBase: UInt32(truncatingIfNeeded: lists.count),
        closeToken: closeToken,
        match: match
      )
    )
  }

  /// Ends the innermost frame and all that is open in it but its own container.
  @inline(__always)
  mutating func popFrame(keeping containers: Int = 0) {
    let base = Int(frame.nodeBase) &+ containers
    if nodes.count > base { closeNodes(to: base) }
    _ = frames.removeLast()
  }

  /// Forgets the lines read so far in this frame: another part of the same construct begins.
  @inline(__always)
  mutating func beginPart() {
    frame.headingClose = Frame.noToken
    frame.linkClose = Frame.noToken
    frame.noBracketBefore = 0
    frame.termDepth = 0
    frame.flags.subtract([
      .preformatted, .inBlockElement, .lineOpensBlock, .lineClosesBlock, .inBlockquote, .inPre,
    ])
  }

  /// Whether a closing token ends the innermost frame itself, and not the surroundings of a table.
  @inline(__always)
  var frameHasCloseToken: Bool {
    switch frame.kind {
    case .transclusion, .link, .variant, .extensionTag, .gallery: true
    default: false
    }
  }

  /// Whether lines that begin with `|` or `!` belong to a table.
  @inline(__always)
  var isInTable: Bool {
    switch frame.kind {
    case .table, .caption, .cell: true
    default: false
    }
  }
}
