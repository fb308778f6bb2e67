import WikitextDocument
import WikitextSyntax

/// What surrounds the article, and what the page has as a whole.
extension HTMLPageReader {
  mutating func readPage() {
    if let language = page.language, !language.isEmpty { builder.extras.language = builder.intern(language) }
    readTitle()
    builder.extras.metadata = page.metadata.value
    if let redirect = page.redirect { builder.extras.redirect = builder.intern(redirect[...]) }
    for link in page.links { readPageLink(link) }
    for index in page.indicators { readCoordinates(index) }
    for (index, isBesideTitle) in page.positions { readPosition(index, isBesideTitle: isBesideTitle) }
    noteSurroundings()
  }

  private mutating func readTitle() {
    var title: [UInt8] = []
    if let heading = page.heading { title = content.text(of: heading) }
    if title.isEmpty, let window = page.windowTitle {
      title = content.text(of: window)
      if page.hasSkin || page.root.map({ tree.records[$0].element != .body }) ?? false {
        title = HTMLPageReader.withoutSite(title)
      }
    }
    if !title.isEmpty { builder.extras.title = builder.intern(title[...]) }
  }

  /// The title of a window without the name of the site, which stands behind a dash.
  private static func withoutSite(_ title: [UInt8]) -> [UInt8] {
    for dash in [" - ", " – ", " — "] {
      let separator = Array(dash.utf8)
      var start = title.count - separator.count
      while start > 0 {
        if title[start..<start + separator.count].elementsEqual(separator) { return Array(title[..<start]) }
        start -= 1
      }
    }
    return title
  }

  private mutating func readPageLink(_ index: Int) {
    guard let address = tree.attribute(.href, of: index) else { return }
    let record = tree.records[index]
    let range = SourceRange(start: Int(record.start), end: Int(record.end))
    if record.roles.contains(.languageLink)
      || tree.attribute(.rel, of: index)?.starts(with: "mw:PageProp/Language") == true
    {
      guard case .otherWiki(let target) = page.target(of: address, isExternal: false),
        let colon = target.firstIndex(of: UInt8(ascii: ":"))
      else { return }
      builder.extras.languageLinks.append(
        DocumentExtras.Named(
          name: builder.intern(target[..<colon]),
          sortKey: builder.intern(target[(colon + 1)...]),
          range: range
        )
      )
      return
    }
    guard case .page(let target) = page.target(of: address, isExternal: false) else { return }
    let hash = target.firstIndex(of: UInt8(ascii: "#"))
    let title = target[..<(hash ?? target.endIndex)]
    let name = title.firstIndex(of: UInt8(ascii: ":")).map { title[($0 + 1)...] } ?? title
    if name.isEmpty || !categoryNames.insert(Array(name)).inserted { return }
    let key = hash.map { builder.intern(target[($0 + 1)...]) }
    builder.extras.categories.append(
      DocumentExtras.Named(name: builder.intern(name), sortKey: key, range: range)
    )
  }

  /// Notes what stands outside the article, from the greatest elements on.
  private mutating func noteSurroundings() {
    var index = 0
    while let root = page.root, index < tree.records.count {
      let record = tree.records[index]
      let next = Int(record.next)
      if index == root || index == page.heading {
        index = next
      } else if holds(root, index) || page.heading.map({ holds($0, index) }) ?? false {
        index += 1
      } else {
        noteOutside(index)
        index = next
      }
    }
    // Where the parser gave up, the rest is kept as what it is: nothing that shows.
    if tree.end < source.count, source[tree.end...].contains(where: { $0 > 0x20 }) {
      builder.extras.furniture.append(Furniture(.hidden, SourceRange(start: tree.end, end: source.count)))
    }
  }

  private func holds(_ inner: Int, _ outer: Int) -> Bool {
    outer < inner && inner < Int(tree.records[outer].next)
  }

  private mutating func noteOutside(_ index: Int) {
    let record = tree.records[index]
    switch record.element {
    case .head, .title, .meta, .link, .base: return
    case .text: if content.isBlank(record) { return }
    default: break
    }
    if record.element == .text {
      builder.extras.furniture.append(
        Furniture(.site, SourceRange(start: Int(record.start), end: Int(record.end)))
      )
    } else {
      addFurniture(content.furnitureKind(record) ?? .site, index)
    }
  }

  /// The templates that the page says it was made with, but for infoboxes, which are nodes.
  mutating func noteTransclusions() {
    for (number, transclusion) in page.transclusions.all.enumerated() where !boxTransclusions.contains(number) {
      let range = SourceRange(start: transclusion.start, end: transclusion.end)
      let name = builder.intern(transclusion.name[...])
      let arguments = transclusion.arguments.map { argument in
        DocumentExtras.Argument(name: builder.intern(argument.name[...]), range: range)
      }
      builder.extras.otherTransclusions.append(
        DocumentExtras.Transclusion(callee: .template(name: name), arguments: arguments, range: range)
      )
    }
  }
}
