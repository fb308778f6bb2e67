import WikitextSyntax

/// One node of a ``MarkupTree``; the others that it names are numbers of nodes, 0 for none.
struct MarkupNode: BitwiseCopyable {
  var name: MarkupName
  var flags: Flags
  /// Where its start tag, or its mark, begins in the source; of text where it begins.
  var start: UInt32
  /// Where its start tag ends.
  var openEnd: UInt32
  /// Where it ends, its end tag included.
  var end: UInt32
  /// The record of the syntax tree that it was made of: of a start tag, a link, a table.
  var record: UInt32
  /// Of a tag that opens or closes nothing, the element that it names.
  var stray = MarkupName.text
  var parent: UInt32 = 0
  var first: UInt32 = 0
  var last: UInt32 = 0
  var previous: UInt32 = 0
  var next: UInt32 = 0

  /// How an element came to begin and end.
  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// It is written as a tag of HTML.
    static let literal = Flags(rawValue: 1 << 0)
    /// Nothing in the page opens it here: it goes on with an element that was ended by what is around it.
    static let impliedStart = Flags(rawValue: 1 << 1)
    /// Nothing in the page closes it here.
    static let impliedEnd = Flags(rawValue: 1 << 2)
    /// Its tag ends in `/>`, though it is no void element.
    static let selfClosing = Flags(rawValue: 1 << 3)
    /// It was put before the table that it stands in.
    static let fostered = Flags(rawValue: 1 << 4)
    /// Apostrophes make it.
    static let quotes = Flags(rawValue: 1 << 5)
    /// It is an end tag.
    static let endTag = Flags(rawValue: 1 << 6)
    /// It is a table, and a template stands in it and in no cell: it may make rows, and the end of the table.
    static let holdsTemplate = Flags(rawValue: 1 << 7)
  }

  /// What it covers in the source.
  var range: SourceRange { SourceRange(start: Int(start), end: max(Int(start), Int(end))) }
  /// Its start tag in the source.
  var openRange: SourceRange { SourceRange(start: Int(start), end: max(Int(start), Int(openEnd))) }
}
