/// The names of the attributes that MediaWiki's `Sanitizer` knows, and the tags that may have them.
package enum AttributeNames {
  /// Attributes that the same tags may have.
  package struct Groups: OptionSet, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package static let common = Groups(rawValue: 1 << 0)
    package static let align = Groups(rawValue: 1 << 1)
    package static let verticalAlign = Groups(rawValue: 1 << 2)
    package static let cite = Groups(rawValue: 1 << 3)
    package static let dateTime = Groups(rawValue: 1 << 4)
    package static let clear = Groups(rawValue: 1 << 5)
    package static let width = Groups(rawValue: 1 << 6)
    package static let type = Groups(rawValue: 1 << 7)
    package static let order = Groups(rawValue: 1 << 8)
    package static let value = Groups(rawValue: 1 << 9)
    package static let table = Groups(rawValue: 1 << 10)
    package static let color = Groups(rawValue: 1 << 11)
    package static let cell = Groups(rawValue: 1 << 12)
    package static let font = Groups(rawValue: 1 << 13)
    package static let metadata = Groups(rawValue: 1 << 14)
    package static let link = Groups(rawValue: 1 << 15)
    package static let property = Groups(rawValue: 1 << 16)
    /// Means nothing without `itemscope`.
    package static let needsScope = Groups(rawValue: 1 << 17)
  }

  /// What is done to a value.
  package enum Rule: Sendable {
    /// It stays.
    case any
    /// It is CSS.
    case style
    /// It is an id, or several.
    case id, idList
    /// It is of RDFa or of microdata.
    case metadata
    /// It is an address.
    case address
    /// It is 0, or the attribute goes.
    case zero
  }

  private static let groupsByName: [[UInt8]: Groups] = table([
    (.common, "id class style lang dir title tabindex aria-describedby aria-flowto aria-hidden aria-label"),
    (.common, "aria-labelledby aria-level aria-owns role about property resource datatype typeof itemprop itemscope"),
    ([.common, .needsScope], "itemid itemref itemtype"),
    (.property, "itemprop"), (.metadata, "content"), (.link, "href title"),
    (.align, "align"), (.verticalAlign, "valign"), (.cite, "cite"), (.dateTime, "datetime"), (.clear, "clear"),
    (.width, "width"), (.type, "type"), (.order, "start reversed"), (.value, "value"), (.color, "bgcolor"),
    (.table, "summary border frame rules cellspacing cellpadding"),
    (.cell, "abbr axis headers scope rowspan colspan nowrap height"), (.font, "size color face"),
  ])

  private static let groupsByTag: [[UInt8]: Groups] = table([
    ([.common, .align], "div p h1 h2 h3 h4 h5 h6 caption"),
    ([.common, .cite], "blockquote q"), ([.common, .cite, .dateTime], "ins del"), ([.common, .clear], "br"),
    ([.common, .width], "pre hr"), ([.common, .type], "ul"), ([.common, .type, .order], "ol"),
    ([.common, .type, .value], "li"), ([.common, .value], "data"), ([.common, .dateTime], "time"),
    ([.common, .table, .width, .align, .color], "table"), ([.common, .align, .verticalAlign, .color], "tr"),
    ([.common, .cell, .width, .align, .verticalAlign, .color], "td th"), ([.common, .font], "font"),
    ([.property, .metadata], "meta"), ([.property, .link], "link"),
  ])

  private static let rules: [[UInt8]: Rule] = [
    Array("style".utf8): .style, Array("id".utf8): .id, Array("aria-describedby".utf8): .idList,
    Array("aria-flowto".utf8): .idList, Array("aria-labelledby".utf8): .idList, Array("aria-owns".utf8): .idList,
    Array("about".utf8): .metadata, Array("property".utf8): .metadata, Array("resource".utf8): .metadata,
    Array("datatype".utf8): .metadata, Array("typeof".utf8): .metadata, Array("itemid".utf8): .metadata,
    Array("itemprop".utf8): .metadata, Array("itemref".utf8): .metadata, Array("itemscope".utf8): .metadata,
    Array("itemtype".utf8): .metadata, Array("href".utf8): .address, Array("tabindex".utf8): .zero,
  ]

  private static func table(_ entries: [(Groups, StaticString)]) -> [[UInt8]: Groups] {
    var table: [[UInt8]: Groups] = [:]
    for (groups, names) in entries {
      for name in "\(names)".utf8.split(separator: 0x20) { table[Array(name), default: []].formUnion(groups) }
    }
    return table
  }

  /// The groups that an attribute is in; none when it is not known.
  package static func groups(of name: [UInt8]) -> Groups { groupsByName[name] ?? [] }

  /// The groups that a tag may have.
  package static func allowed(on tag: [UInt8]) -> Groups { groupsByTag[tag] ?? .common }

  /// The names that are in one of some groups.
  package static func names(of groups: Groups) -> some Sequence<[UInt8]> {
    groupsByName.lazy.filter { !$0.value.isDisjoint(with: groups) }.map(\.key)
  }

  /// What is done to the value of an attribute.
  package static func rule(of name: [UInt8]) -> Rule { rules[name] ?? .any }

  /// Whether it is an author's own `data-` attribute: not one that programs of the wiki trust
  /// (`Sanitizer::isReservedDataAttribute`).
  package static func isUserData(_ name: [UInt8]) -> Bool {
    name.starts(with: "data-".utf8) && !name.contains(UInt8(ascii: ":"))
      && !["data-ooui", "data-mw", "data-parsoid"].contains { name.starts(with: $0.utf8) }
  }
}
