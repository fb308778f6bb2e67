import WikitextSyntax

/// What the lines of a page have come to: the state of MediaWiki's `BlockLevelPass`, and of the apostrophes of a line.
struct MarkupLines: BitwiseCopyable {
  /// How lines count here.
  var mode: Mode
  /// Line breaks since the last content.
  var newlines: UInt32 = 0
  /// Whether the line has content, or a block began it, so that it makes no paragraph any more.
  var hasBegun = false
  /// A paragraph of the wiki's own was begun and not ended.
  var inParagraph = false
  /// A line had a tag that suppresses paragraphs on the lines that follow.
  var inBlock = false
  /// An HTML `<pre>` is open.
  var inPre = false
  /// A blank line wants a paragraph to begin: what that is depends on the line after it.
  var pending = Pending.nothing
  /// Up to this record the rest of the line was looked at: whether only templates and the like stand on it.
  var clearTo: UInt32 = 0
  var isClear = false
  /// Index of the first record after the content.
  var limit: UInt32
  /// The styles of apostrophes that are open, the outer one first.
  var outerQuotes = Quotes.none
  var innerQuotes = Quotes.none

  enum Mode: UInt8, BitwiseCopyable {
    /// Paragraphs are made.
    case flow
    /// Inlines and blocks stand as they come.
    case plain
  }

  enum Pending: UInt8, BitwiseCopyable { case nothing, begin, beginAnother }

  enum Quotes: UInt8, BitwiseCopyable { case none, i, b }

  init(_ mode: Mode, limit: Int) {
    self.mode = mode
    self.limit = UInt32(truncatingIfNeeded: limit)
  }

  /// Whether nothing stands on the line yet.
  var isAtStart: Bool { !hasBegun || newlines > 0 }
}

/// Lines and paragraphs, by the rules of MediaWiki's `BlockLevelPass`: a blank line parts paragraphs, and a tag of a
/// block anywhere on a line keeps the line out of them.
extension MarkupReader {
  /// Makes sure that what is added next stands on its line, in a paragraph where there is one.
  @inline(__always)
  mutating func beginContent() {
    if line.hasBegun, line.newlines == 0 { return }
    beginLine()
  }

  private mutating func beginLine() {
    if line.mode == .flow {
      countBlankLines()
      let effect = effectOfLine()
      if effect.opens || effect.closes {
        line.pending = .nothing
        endParagraph()
        addLineBreak()
        line.inBlock = !effect.closes
      } else if line.inBlock {
        addLineBreak()
      } else if line.pending != .nothing {
        beginPendingParagraph()
      } else if !line.inParagraph {
        addLineBreak()
        beginParagraph()
      } else {
        addLineBreak()
      }
    } else {
      addLineBreak()
    }
    line.newlines = 0
    line.hasBegun = true
  }

  /// A block of the wiki's own begins: a list, a table, a heading. The paragraph before it is over.
  ///
  /// - Parameter inBlock: whether lines after its first make no paragraphs; nil: as before.
  mutating func beginBlock(inBlock: Bool? = nil) {
    if line.mode == .flow {
      countBlankLines()
      line.pending = .nothing
      endParagraph()
      if let inBlock { line.inBlock = inBlock }
    }
    addLineBreak()
    line.hasBegun = true
    line.newlines = 0
  }

  /// A block of the wiki's own is over; what follows it on its line makes no paragraph.
  mutating func endBlock(inBlock: Bool? = nil) {
    if line.mode == .flow {
      line.pending = .nothing
      endParagraph()
      line.hasBegun = true
      if let inBlock { line.inBlock = inBlock }
    }
    line.newlines = 0
  }

  // MARK: Blank lines

  private mutating func countBlankLines() {
    guard !line.inBlock else { return }
    var blank = Int(line.newlines) - (line.hasBegun ? 1 : 0)
    while blank > 0 {
      if line.pending != .nothing {
        beginPendingParagraph()
        var lineBreak = node(MarkupName(.br), at: index, openEnd: start(index))
        lineBreak.record = 0
        construction.addVoid(.br, lineBreak)
      } else {
        line.pending = line.inParagraph ? .beginAnother : .begin
      }
      blank -= 1
    }
  }

  // MARK: Paragraphs

  private mutating func beginPendingParagraph() {
    if line.pending == .beginAnother { endParagraph() }
    line.pending = .nothing
    addLineBreak()
    beginParagraph()
  }

  private mutating func beginParagraph() {
    var paragraph = node(MarkupName(.p), at: index, openEnd: start(index))
    paragraph.record = 0
    construction.start(paragraph)
    line.inParagraph = true
  }

  /// Ends the paragraph that the lines have begun.
  mutating func endParagraph() {
    guard line.inParagraph else { return }
    line.inParagraph = false
    construction.end(EndTag(name: MarkupName(.p), start: construction.place))
  }

  /// A line break of the source, which is white space.
  private mutating func addLineBreak() {
    guard line.newlines > 0 else { return }
    let place = UInt32(truncatingIfNeeded: start(index))
    construction.blank(place, place)
  }

  // MARK: Looking at a line

  /// Whether a line that has nothing on it yet holds only templates and what shows nothing, from `index` on.
  ///
  /// - Complexity: O(records of the line); each is looked at once.
  mutating func isLineOfTemplates() -> Bool {
    if index < Int(line.clearTo) { return line.isClear }
    guard line.isAtStart else { return false }
    let limit = Int(line.limit)
    var place = index
    var isClear = true
    scan: while place < limit {
      let record = records[place]
      switch record.kind {
      case .newline: break scan
      case .template, .parserFunction, .variable, .parameterReference, .comment, .includeOnly, .inclusionTag,
        .categoryLink, .languageLink, .behaviorSwitch:
        place = Int(record.next)
      case .text where record.flags.contains(.dropped) || isBlank(Int(record.start), end(place)):
        place += 1
      case .tableRow, .tableCell, .tableHeaderCell, .tableCaption:
        break scan
      case .delimiter where source[Int(record.start)] == UInt8(ascii: "|"):
        // `|}`
        break scan
      default:
        isClear = false
        break scan
      }
    }
    line.isClear = isClear
    line.clearTo = UInt32(truncatingIfNeeded: place)
    return isClear
  }

  /// What the tags on the line that begins at `index` do to paragraphs.
  ///
  /// - Complexity: O(records of the line); each line is looked at once.
  private func effectOfLine() -> LineEffect {
    var effect = LineEffect()
    let limit = Int(line.limit)
    var place = index
    while place < limit {
      let record = records[place]
      switch record.kind {
      case .newline:
        if !record.flags.contains(.dropped) { return effect }
        place += 1
      case .startTag, .endTag:
        if let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
          effect.add(tag, isEnd: record.kind == .endTag)
        }
        place = Int(record.next)
      case .extensionTag:
        if makesBlock(place) { effect.closes = true }
        place = Int(record.next)
      case .fileLink:
        if isFigure(place) { effect.closes = true }
        place = Int(record.next)
      case .template, .parserFunction, .variable, .parameterReference, .includeOnly, .categoryLink, .languageLink,
        .languageVariant:
        place = Int(record.next)
      case .list, .heading, .preformatted, .horizontalRule, .table, .tableCaption, .tableRow, .tableCell,
        .tableHeaderCell:
        return effect
      default:
        place += 1
      }
    }
    return effect
  }
}
