/// An HTML element that MediaWiki lets through in wikitext (`Sanitizer::getRecognizedTagData`).
///
/// `<pre>` is one only where it has no end tag, or is an end tag alone: else it is an extension tag. `tbody`, `thead`,
/// `tfoot`, `img` and `a` are text.
public enum HTMLTag: UInt8, Sendable, Hashable, CaseIterable {
  case abbr, b, bdi, bdo, big, blockquote, br, caption, center, cite, code, data, dd, del, dfn, div, dl, dt, em, font
  case h1, h2, h3, h4, h5, h6, hr, i, ins, kbd, li, link, mark, meta, ol, p, pre, q, rb, rp, rt, rtc, ruby, s, samp
  case small, span, strike, strong, sub, sup, table, td, th, time, tr, tt, u, ul, `var`, wbr

  /// The name in lower case.
  public var name: String { String(describing: self) }

  /// Whether it has no content and no end tag.
  public var isVoid: Bool {
    switch self {
    case .br, .wbr, .hr, .meta, .link: true
    default: false
    }
  }

  /// Whether it ends or suppresses paragraphs, in any of the ways of `paragraphEffect`.
  public var isBlock: Bool { paragraphEffect != nil }

  /// What a line that holds the tag does to paragraphs (the lists in `BlockLevelPass::execute`).
  public var paragraphEffect: ParagraphEffect? {
    switch self {
    case .table, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .p, .ul, .ol, .dl: .block
    case .td, .th: .antiBlock
    case .tr, .caption, .dt, .dd, .li: .alwaysSuppress
    case .center, .blockquote, .div, .hr: .neverSuppress
    default: nil
    }
  }

  /// Whether it is `table`, `caption`, `tr`, `td` or `th`.
  public var isTableTag: Bool {
    switch self {
    case .table, .caption, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether it is a list or an item of one.
  public var isListTag: Bool {
    switch self {
    case .ul, .ol, .dl, .li, .dt, .dd: true
    default: false
    }
  }

  /// Whether HTML reopens it after misnested end tags (the formatting elements of the HTML standard).
  public var isFormatting: Bool {
    switch self {
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// Whether it is one of `h1` to `h6`.
  public var isHeading: Bool { headingLevel != nil }

  /// 1 to 6 for a heading.
  public var headingLevel: Int? {
    Self.h1.rawValue <= rawValue && rawValue <= Self.h6.rawValue ? Int(rawValue - Self.h1.rawValue) + 1 : nil
  }

  /// Whether it may stand inside itself (`htmlnest`): a second `<b>` inside `<b>` may not.
  public var mayNestInItself: Bool {
    switch self {
    case .table, .tr, .td, .th, .div, .blockquote, .ol, .ul, .li, .dl, .dt, .dd, .font, .big, .small, .sub, .sup,
      .span, .var, .kbd, .samp, .em, .strong, .q, .ruby, .bdo:
      true
    default: false
    }
  }

  /// What MediaWiki does to paragraphs on a line with a tag.
  public enum ParagraphEffect: Sendable, Hashable {
    /// Start tags end a paragraph and suppress new ones, end tags allow them again.
    case block
    /// The other way round: inside a cell there are paragraphs.
    case antiBlock
    /// Both tags suppress paragraphs.
    case alwaysSuppress
    /// Both tags end a paragraph and suppress none.
    case neverSuppress
  }
}
