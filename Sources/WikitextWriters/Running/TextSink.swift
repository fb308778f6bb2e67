/// What a form of running text, such as Markdown, makes of the blocks of a page.
///
/// A ``TextWalker`` calls it in the order of the page. Runs are not empty. In an item or quote stand blocks like any
/// others.
protocol TextSink {
  /// Whether the form shows images, and not only what is written below them.
  var showsImages: Bool { get }
  /// Whether the form says where links lead.
  var showsLinks: Bool { get }
  /// Whether a cell of a table stands in each place that it covers, and not only in its first.
  var repeatsSpans: Bool { get }
  /// Whether the terms of a definition list are bold.
  var setsTermsBold: Bool { get }

  mutating func heading(_ run: borrowing InlineRun, level: Int)
  mutating func paragraph(_ run: borrowing InlineRun)
  /// What stands below an image, or over a gallery.
  mutating func caption(_ run: borrowing InlineRun)
  /// Text in which lines and spaces count; code when `language` is not nil.
  mutating func verbatim(_ text: ArraySlice<UInt8>, language: ArraySlice<UInt8>?)
  mutating func rule()

  mutating func beginList(_ kind: ListForm, isNested: Bool)
  mutating func beginItem(_ item: ListItemForm, isFirst: Bool)
  mutating func endItem()
  mutating func endList()

  mutating func beginQuote()
  mutating func endQuote()

  /// The text of a cell, in one line.
  func cell(_ run: borrowing InlineRun) -> [UInt8]
  mutating func table(_ table: TextTable)

  mutating func beginNote(_ number: Int)
  mutating func endNote()
}

/// The kinds of lists, as far as their looks go.
enum ListForm: BitwiseCopyable {
  case unordered, ordered
  /// Terms with descriptions.
  case definition
  /// Descriptions without a term: lines moved to the right.
  case indentation
}

/// An item of a list.
enum ListItemForm: BitwiseCopyable {
  case bullet
  /// An item with this number.
  case numbered(Int)
  case term
  /// A description below a term.
  case description
  /// A description without a term.
  case indented
}

/// A table whose cells are written already: places name cells.
struct TextTable {
  struct Place: BitwiseCopyable {
    /// The number of the cell in ``TextTable/cells``, or -1.
    var cell: Int
    /// Whether the cell begins here, and does not only reach here.
    var isOrigin: Bool
  }

  var cells: [[UInt8]] = []
  var rows: [[Place]] = []
  /// How many rows at the top are nothing but headers.
  var headCount = 0
}
