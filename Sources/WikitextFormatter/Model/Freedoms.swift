/// What may be different between two trees that count as the same page.
///
/// Each freedom is a rule of MediaWiki's that the difference means nothing. None of them holds in the arguments of parser
/// functions, in parameters and in `<includeonly>`, where each byte counts; those about white space hold only where
/// white space is not shown (``CanonicalForm``).
public struct Freedoms: OptionSet, Sendable, Hashable {
  /// One bit a freedom.
  public let rawValue: UInt32

  /// The freedoms with these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `\r\n` is `\n`: MediaWiki stores no other line ends.
  public static let lineEndings = Freedoms(rawValue: 1 << 0)
  /// Blanks at the end of a line of running text.
  public static let trailingBlanks = Freedoms(rawValue: 1 << 1)
  /// White space at the end of the page, which MediaWiki takes off when it stores it.
  public static let endOfPage = Freedoms(rawValue: 1 << 2)
  /// Blanks between a heading's marks and its text.
  public static let headingBlanks = Freedoms(rawValue: 1 << 3)
  /// Whether one blank line stands before a heading: a heading ends the paragraph before it in any case.
  public static let lineBeforeHeading = Freedoms(rawValue: 1 << 4)
  /// Blanks behind the markers of a list item.
  public static let itemBlanks = Freedoms(rawValue: 1 << 5)
  /// Blanks around the content of cells.
  public static let cellBlanks = Freedoms(rawValue: 1 << 6)
  /// Whether a cell begins on a line of its own or behind `||`.
  public static let cellLines = Freedoms(rawValue: 1 << 7)
  /// White space around the names and values of named arguments, and around the name of a template
  /// (`PPFrame::expand` of a template's arguments trims them).
  public static let argumentSpace = Freedoms(rawValue: 1 << 8)
  /// How a link that shows the same text names the same page.
  public static let linkForm = Freedoms(rawValue: 1 << 9)
  /// How the same template is named.
  public static let templateName = Freedoms(rawValue: 1 << 10)
  /// A visible character, or the reference that stands for it.
  public static let characterReferences = Freedoms(rawValue: 1 << 11)
  /// Whether the tag of an element that is always empty ends in `/>`, and blanks before it.
  public static let selfClosing = Freedoms(rawValue: 1 << 12)
  /// Capital letters in the names of tags and attributes.
  public static let tagCase = Freedoms(rawValue: 1 << 13)
  /// The quotation marks of attributes, and white space between and in them.
  public static let attributeForm = Freedoms(rawValue: 1 << 14)
  /// Capital letters in magic words in which case does not count.
  public static let magicWordCase = Freedoms(rawValue: 1 << 15)
  /// How many blank lines stand between two lines of text, from one on. A reader sees these: MediaWiki makes empty
  /// paragraphs of the second and every other one behind it.
  public static let blankLines = Freedoms(rawValue: 1 << 16)

  /// Those about white space between words, which counts on a page that is written to be transcluded.
  static let flow: Freedoms = [
    .trailingBlanks, .lineBeforeHeading, .itemBlanks, .cellBlanks, .cellLines, .blankLines, .headingBlanks,
  ]
}
