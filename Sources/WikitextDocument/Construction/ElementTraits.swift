import WikitextSyntax

/// What the tree construction of HTML knows of an element: the sets of names in section 13.2.4 of the HTML standard,
/// and those of MediaWiki's paragraph wrapping.
struct ElementTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt32

  /// "Special": ends the search for the start of other elements.
  static let special = ElementTraits(rawValue: 1 << 0)
  /// `table`, `td`, `th`, `caption`, and contexts: nothing outside of it is in scope.
  static let scope = ElementTraits(rawValue: 1 << 1)
  /// `ul`, `ol`: nothing outside of it is in list item scope.
  static let listScope = ElementTraits(rawValue: 1 << 2)
  /// Its end tag may be left out before another end tag: `p`, `li`, `dd`, `dt`, `rb`, `rp`, `rt`, `rtc`.
  static let impliedEnd = ElementTraits(rawValue: 1 << 3)
  /// A formatting element, which is reopened after a misnested end tag.
  static let formatting = ElementTraits(rawValue: 1 << 4)
  /// Only inlines may be in it, and it stands among inlines (`onlyInlineElements` of MediaWiki's munger).
  static let inline = ElementTraits(rawValue: 1 << 5)
  /// `table` or `tr`: text directly in it is put before the table.
  static let tableStructure = ElementTraits(rawValue: 1 << 6)
  /// `p` or `div`: special, but a `<li>` is looked for beyond it.
  static let transparentForItems = ElementTraits(rawValue: 1 << 7)
  /// A start tag ends an open paragraph.
  static let closesParagraph = ElementTraits(rawValue: 1 << 8)
  /// `h1` to `h6`.
  static let heading = ElementTraits(rawValue: 1 << 9)
  /// The page or `blockquote`: bare inlines in it are wrapped in paragraphs.
  static let hostsParagraphs = ElementTraits(rawValue: 1 << 10)
  /// The content of a node of our own, read as if it stood alone: an argument, a reference, a caption.
  static let context = ElementTraits(rawValue: 1 << 11)
  /// A paragraph made for bare inlines; to the rules of HTML it is not there.
  static let wrapper = ElementTraits(rawValue: 1 << 12)

  // What is true of one open element.

  /// A formatting element with nothing but such between it and the page: it is split when a block begins in it.
  static let splittable = ElementTraits(rawValue: 1 << 16)
  /// A wrapper is among its ancestors.
  static let inWrapper = ElementTraits(rawValue: 1 << 17)
  /// It goes on with an element that was closed by what was around it.
  static let reopened = ElementTraits(rawValue: 1 << 19)
  /// The page has no end tag for it.
  static let unclosed = ElementTraits(rawValue: 1 << 18)
}

/// The name of an open element: a tag's, or of what wikitext alone makes.
struct ElementName: Equatable, BitwiseCopyable {
  let rawValue: UInt8

  init(_ tag: HTMLTag) { rawValue = tag.rawValue }
  private init(rawValue: UInt8) { self.rawValue = rawValue }
  private init(own: UInt8) { rawValue = 200 + own }

  /// The page or a context: the bottom of what can be seen.
  static let root = ElementName(own: 0)
  /// A node of our own that inlines stand beside: a template, a reference.
  static let inlineNode = ElementName(own: 1)
  /// A node of our own that ends paragraphs: a gallery, a figure.
  static let blockNode = ElementName(own: 2)
  /// A link: the `a` of HTML.
  static let link = ElementName(own: 3)
  /// Preformatted text.
  static let pre = ElementName(own: 4)
  /// A paragraph around bare inlines.
  static let wrapper = ElementName(own: 5)

  /// `h1` to `h6`.
  static func heading(level: UInt8) -> ElementName {
    ElementName(rawValue: HTMLTag.h1.rawValue + level - 1)
  }

  /// The tag, unless it is one of our own.
  var tag: HTMLTag? { HTMLTag(rawValue: rawValue) }

  @inline(__always)
  var traits: ElementTraits {
    switch self {
    case .inlineNode: return [.inline, .scope, .context]
    case .blockNode: return [.special, .closesParagraph, .scope, .context]
    default: return otherTraits
    }
  }

  private var otherTraits: ElementTraits {
    guard let tag else {
      switch self {
      case .root: return [.special, .scope, .context, .hostsParagraphs]
      case .link: return [.formatting, .inline]
      case .pre: return [.special, .closesParagraph]
      default: return .wrapper
      }
    }
    switch tag {
    case .p: return [.special, .impliedEnd, .transparentForItems, .closesParagraph]
    case .div: return [.special, .transparentForItems, .closesParagraph]
    case .blockquote: return [.special, .closesParagraph, .hostsParagraphs]
    case .center, .dl, .hr, .pre: return [.special, .closesParagraph]
    case .ul, .ol: return [.special, .closesParagraph, .listScope]
    case .li, .dd, .dt: return [.special, .impliedEnd, .closesParagraph]
    case .h1, .h2, .h3, .h4, .h5, .h6: return [.special, .heading, .closesParagraph]
    case .table: return [.special, .scope, .tableStructure, .closesParagraph]
    case .tr: return [.special, .tableStructure]
    case .td, .th, .caption: return [.special, .scope]
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: return [.formatting, .inline]
    case .rb, .rp, .rt, .rtc: return [.impliedEnd, .inline]
    default: return .inline
    }
  }
}

extension HTMLTag {
  /// Whether people leave its end tag out as HTML allows: nothing is broken then.
  var mayOmitEndTag: Bool {
    switch self {
    case .p, .li, .dt, .dd, .rb, .rp, .rt, .rtc, .tr, .td, .th, .caption: true
    default: false
    }
  }
}
