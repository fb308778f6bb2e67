/// What the lines of a context have come to: the state of MediaWiki's `BlockLevelPass`, which is one for the whole page
/// whatever the nesting of tags, and one for each node of our own whose content is read on its own.
struct LineState: BitwiseCopyable {
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
  var pending: Pending = .nothing
  /// Line breaks are shown, as in a poem.
  var showsLineBreaks = false
  /// An indented verse of a poem is open.
  var isInVerse = false
  /// A space at the beginning of a line makes it preformatted.
  var makesPreformatted = true
  /// The context is a template that lists references, and may define them in an argument.
  var listsReferences = false
  /// The line ends at the record ``clearTo``, and holds nothing but templates and the like before it.
  var isClear = false
  /// Up to this record the rest of the line was looked at: only templates and the like stand before it.
  var clearTo: UInt32 = 0
  /// Bold and italic text whose marks overlap with a link or a tag, so that it goes on behind what it began in.
  var unclosedBolds: UInt8 = 0
  var unclosedItalics: UInt8 = 0
  /// Index of the first record after the context.
  var limit: UInt32

  enum Mode: UInt8, BitwiseCopyable {
    /// Paragraphs are made.
    case flow
    /// Inlines and blocks stand as they come; line breaks are spaces.
    case item
    /// Line breaks are text.
    case inline
    /// Only arguments or images are expected.
    case parts
  }

  enum Pending: UInt8, BitwiseCopyable { case nothing, begin, beginAnother }

  init(_ mode: Mode, limit: Int) {
    self.mode = mode
    self.limit = UInt32(truncatingIfNeeded: limit)
  }

  /// A `</pre>`, or the end of what is left open: there are paragraphs again, from the next line on.
  mutating func endPre() {
    guard inPre else { return }
    inPre = false
    inBlock = false
  }
}
