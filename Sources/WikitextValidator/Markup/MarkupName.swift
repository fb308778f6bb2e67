import WikitextSyntax

/// What a node of the markup tree is: an element of HTML, by its tag, or what wikitext alone makes.
struct MarkupName: Equatable, BitwiseCopyable {
  let rawValue: UInt8

  init(_ tag: HTMLTag) { rawValue = tag.rawValue }
  private init(own: UInt8) { rawValue = 200 + own }

  /// The page.
  static let page = MarkupName(own: 0)
  /// Content that is read as if it stood alone, and shown elsewhere or not at all: the caption of a picture in the line.
  static let fragment = MarkupName(own: 1)
  /// The same, of an extension that makes a block.
  static let blockFragment = MarkupName(own: 2)
  /// A link, of any sort: the `a` of HTML.
  static let link = MarkupName(own: 3)
  /// A picture that is taken out of the text.
  static let figure = MarkupName(own: 4)
  /// Text, or something inline that stands for text: a template, a formula, a picture in the line.
  static let text = MarkupName(own: 5)
  /// White space.
  static let blank = MarkupName(own: 6)
  /// Something that shows nothing: a category, a behaviour switch.
  static let hidden = MarkupName(own: 7)
  /// A tag that opens or closes nothing; ``MarkupNode/stray`` says which.
  static let stray = MarkupName(own: 8)
  /// The content of a reference, which is shown in the list of references.
  static let reference = MarkupName(own: 9)

  /// `h1` to `h6`.
  static func heading(level: Int) -> MarkupName {
    HTMLTag(rawValue: HTMLTag.h1.rawValue &+ UInt8(truncatingIfNeeded: level &- 1)).map(MarkupName.init) ?? .text
  }

  /// The element, unless it is one of our own.
  var tag: HTMLTag? { HTMLTag(rawValue: rawValue) }

  var traits: MarkupTraits {
    guard let tag else {
      switch self {
      case .page, .fragment, .link, .reference: return [.special, .scope, .boundary]
      case .blockFragment, .figure: return [.special, .scope, .boundary, .block]
      default: return []
      }
    }
    switch tag {
    case .p: return [.special, .impliedEnd, .passesItems, .block]
    case .div: return [.special, .passesItems, .block]
    case .blockquote, .center, .dl, .hr, .pre: return [.special, .block]
    case .ul, .ol: return [.special, .block, .listScope]
    case .li, .dd, .dt: return [.special, .impliedEnd, .block]
    case .h1, .h2, .h3, .h4, .h5, .h6: return [.special, .heading, .block]
    case .table: return [.special, .scope, .tableStructure, .block]
    case .tr: return [.special, .tableStructure, .block]
    case .td, .th, .caption: return [.special, .scope, .block]
    case .rb, .rp, .rt, .rtc: return .impliedEnd
    default: return tag.isFormatting ? .formatting : []
    }
  }
}

/// What the tree construction of HTML knows of an element: the sets of names in section 13.2.4 of the HTML standard.
struct MarkupTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt16

  /// "Special": ends the search for the start of other elements.
  static let special = MarkupTraits(rawValue: 1 << 0)
  /// `table`, `td`, `th`, `caption`, and content that stands alone: nothing outside of it is in scope.
  static let scope = MarkupTraits(rawValue: 1 << 1)
  /// `ul`, `ol`: nothing outside of it is in list item scope.
  static let listScope = MarkupTraits(rawValue: 1 << 2)
  /// Its end tag may be left out before another end tag.
  static let impliedEnd = MarkupTraits(rawValue: 1 << 3)
  /// A formatting element, which is reopened after a misnested end tag.
  static let formatting = MarkupTraits(rawValue: 1 << 4)
  /// `table` or `tr`: text directly in it is put before the table.
  static let tableStructure = MarkupTraits(rawValue: 1 << 5)
  /// `p` or `div`: special, but an `<li>` is looked for beyond it.
  static let passesItems = MarkupTraits(rawValue: 1 << 6)
  /// `h1` to `h6`.
  static let heading = MarkupTraits(rawValue: 1 << 7)
  /// A block: it ends an open paragraph, and MediaWiki wraps none around it.
  static let block = MarkupTraits(rawValue: 1 << 8)
  /// Content that is read as if it stood alone: nothing inside reaches out, nothing outside reaches in.
  static let boundary = MarkupTraits(rawValue: 1 << 9)
}
