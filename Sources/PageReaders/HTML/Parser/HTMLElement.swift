/// The elements that the reader tells apart.
enum HTMLElement: String, CaseIterable {
  /// Text between tags.
  case text = "#text"
  /// An element of another name.
  case other = "#other"
  case a, abbr, acronym, annotation, area, article, aside, audio, b, base, bdi, bdo, big, blockquote, body, br, button
  case caption, center, cite, code, col, colgroup, data, dd, del, details, dfn, div, dl, dt, em, figcaption, figure,
    font
  case footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input, ins, kbd, label, li, link
  case main, map, mark, math, meta, nav, noscript, object, ol, option, p, pre, q, rb, rp, rt, ruby, s, samp, script
  case section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template
  case textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr

  private static let names = HTMLNameTable(allCases.map { ($0.rawValue, $0) })

  /// The element whose name ends with a zero byte.
  @unsafe init(name: UnsafePointer<UInt8>) {
    var hash = HTMLNameHash()
    var position = unsafe name
    while unsafe position.pointee != 0 {
      unsafe hash.add(position.pointee)
      unsafe position += 1
    }
    self = HTMLElement.names[hash] ?? .other
  }

  /// Whether the element never has an end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .hr, .img, .input, .link, .meta, .source, .track, .wbr: true
    default: false
    }
  }

  /// Whether the content is text, whatever it looks like.
  var holdsRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title, .iframe, .noscript: true
    default: false
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element makes a line, or lines, of its own when nothing says otherwise.
  var isBlock: Bool {
    switch self {
    case .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .div, .dl, .dt, .figcaption, .figure,
      .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .html, .li, .main, .nav, .ol, .p, .pre, .section,
      .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }
}
