/// The styles that come with the library. One style is one file.
public enum StyleCatalog {
  /// All of them, in the order in which a page is formatted: what changes lines stands before what looks at lines.
  public static let all: [any FormatStyle] = [
    LineEndings(), TagCase(), VoidTags(), AttributeQuotes(), MagicWordCase(), VisibleReferences(), TemplateNames(),
    TemplateCapitals(), ShortLinks(), BlockArguments(), InlineArguments(), TrailingBlanks(), HeadingBlanks(),
    HeadingLines(), BlankLines(), ItemBlanks(), CellLines(), CellBlanks(), EndOfPage(),
  ]

  /// Those that are on unless something else is asked for.
  public static let standard: [any FormatStyle] = all.filter(\.about.isOn)

  /// The style of an id; nil for none.
  public static func style(_ id: String) -> (any FormatStyle)? { all.first { $0.about.id == id } }
}
