/// What classes and ids of MediaWiki's pages tell of an element.
struct HTMLRoles: OptionSet, BitwiseCopyable {
  let rawValue: UInt64

  // MARK: The page

  /// Holds the article: the parser's output, or in older skins the body of the page.
  static let article = HTMLRoles(bit: 0)
  /// Holds the article and perhaps more, where nothing holds it alone.
  static let body = HTMLRoles(bit: 1)
  /// The heading with the page's title.
  static let title = HTMLRoles(bit: 2)
  /// The links to categories.
  static let categories = HTMLRoles(bit: 3)
  /// A link to the page in another language.
  static let languageLink = HTMLRoles(bit: 4)

  // MARK: Furniture

  static let site = HTMLRoles(bit: 5)
  static let editLink = HTMLRoles(bit: 6)
  static let contents = HTMLRoles(bit: 7)
  static let navigation = HTMLRoles(bit: 8)
  static let notice = HTMLRoles(bit: 9)
  static let hatnote = HTMLRoles(bit: 10)
  static let hidden = HTMLRoles(bit: 11)
  /// Not printed: furniture when it is a block, text when it stands in a line.
  static let unprinted = HTMLRoles(bit: 12)
  /// All that make an element furniture whatever it is.
  static let furniture: HTMLRoles = [.site, .editLink, .contents, .navigation, .notice, .hatnote, .hidden, .categories]

  // MARK: References

  static let referenceMark = HTMLRoles(bit: 13)
  static let referenceList = HTMLRoles(bit: 14)
  static let backlink = HTMLRoles(bit: 15)
  static let referenceText = HTMLRoles(bit: 16)

  // MARK: Infoboxes

  static let infobox = HTMLRoles(bit: 17)
  static let boxTitle = HTMLRoles(bit: 18)
  static let boxSubtitle = HTMLRoles(bit: 19)
  static let boxImage = HTMLRoles(bit: 20)
  static let boxHeader = HTMLRoles(bit: 21)
  static let boxLabel = HTMLRoles(bit: 22)
  static let boxBelow = HTMLRoles(bit: 24)
  static let mergedRow = HTMLRoles(bit: 25)
  static let mergedTopRow = HTMLRoles(bit: 26)

  // MARK: Media

  /// A figure with its caption, where there is no element for it.
  static let figure = HTMLRoles(bit: 27)
  static let gallery = HTMLRoles(bit: 28)
  static let galleryCaption = HTMLRoles(bit: 30)
  static let imageLink = HTMLRoles(bit: 32)

  // MARK: Text

  static let formula = HTMLRoles(bit: 33)
  static let quote = HTMLRoles(bit: 34)
  static let program = HTMLRoles(bit: 35)
  static let selfLink = HTMLRoles(bit: 36)
  static let externalLink = HTMLRoles(bit: 37)
  static let numberedLink = HTMLRoles(bit: 38)
  static let bareLink = HTMLRoles(bit: 39)
  /// A table with data, whatever else it looks like.
  static let dataTable = HTMLRoles(bit: 42)
  /// A block that stands in a line all the same.
  static let inline = HTMLRoles(bit: 43)
  /// The element floats or is narrow, as infoboxes do.
  static let floating = HTMLRoles(bit: 44)
  /// A table that is no table, but puts things beside each other.
  static let layout = HTMLRoles(bit: 45)
  /// The element has a colour of its own behind it, as labels and headings have.
  static let shaded = HTMLRoles(bit: 46)
  /// What a script shows: the content of a table that mobile pages fold up.
  static let shown = HTMLRoles(bit: 31)
  /// A citation as programs read it: a ContextObject in a `title` (COinS).
  static let contextObject = HTMLRoles(bit: 23)
  /// Coordinates as figures.
  static let position = HTMLRoles(bit: 29)
  /// The foot that says where a printed page is from.
  static let printFooter = HTMLRoles(bit: 40)
  /// Holds small things beside the title, each of which may look like an article.
  static let indicators = HTMLRoles(bit: 41)
  /// Leads to the page that this one redirects to.
  static let redirect = HTMLRoles(bit: 48)
  /// The place that the page's subject is at, which skins show beside the title.
  static let coordinates = HTMLRoles(bit: 47)

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { self.init(rawValue: 1 << bit) }
}
