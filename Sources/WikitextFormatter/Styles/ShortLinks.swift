import WikitextSyntax

/// `[[isar|Isar]]` → `[[Isar]]`
struct ShortLinks: FormatStyle {
  let about = StyleDescription(
    id: "links",
    summary: "Links are as short as they can be, and name pages as the wiki does",
    explanation: """
      A link whose text is its target loses the one or the other (`[[isar|Isar]]`, `[[Isar|isar]]`), or goes on behind \
      the brackets where the wiki reads on there (`[[river|rivers]]`, `[[river]]s`). Underscores in targets become \
      spaces; names of namespaces get their capitals, and old names of the namespaces of files and categories become the \
      wiki's own; files and categories begin with a capital where it makes no difference. The underscores of a link \
      without a text stay, for they are shown.
      """,
    before: "[[isar|Isar]], [[River|rivers]] [[Upper_Isar|above]] [[category: rivers]]\n",
    after: "[[Isar]], [[river]]s [[Upper Isar|above]] [[Category:Rivers]]\n"
  )
  let freedoms: Freedoms = .linkForm

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for link in page.nodes([.wikilink, .fileLink, .categoryLink]) {
      guard let target = link.firstChild(.linkTarget), let text = page.next(after: target), text.kind == .text,
        text.range == target.range
      else { continue }
      let place = Blanks.trimmed(target.range, in: page.source)
      let written = page.source[place.offsets]
      guard !written.isEmpty, written.first != UInt8(ascii: "/"), written.first != UInt8(ascii: ".") else { continue }
      if link.kind != .wikilink {
        changes.propose(link.range, [SyntaxEdit(replacing: target.range, with: title(written, of: link, page))])
      } else if let shown = link.firstChild(.linkText) {
        let title = title(written, of: link, page)
        if let short = short(link, title, shown, page) {
          changes.propose(link.range, [short])
        } else {
          changes.propose(link.range, [SyntaxEdit(replacing: target.range, with: title)])
        }
      }
    }
  }

  // MARK: Targets

  /// The target as it is to be written.
  private func title(_ written: ArraySlice<UInt8>, of link: Syntax, _ page: FormattedPage) -> [UInt8] {
    let hash = written.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
    let name = PageTitle.normalized(written[..<hash])
    let fragment = written[hash...]
    let configuration = page.tree.configuration
    let namespace = Int(Int16(truncatingIfNeeded: link.detail))
    let isPlain = link.kind == .wikilink
    guard namespace != Namespace.main, let colon = PageTitle.prefixEnd(of: name[...], for: namespace, configuration)
    else { return name + fragment }
    let prefix = self.prefix(name[..<colon], namespace, mayChange: !isPlain, configuration)
    let rest = name[(colon + 1)...].drop { $0 == 0x20 }
    let page = isPlain ? Array(rest) : PageTitle.capitalized(rest, in: namespace, configuration)
    return prefix + [UInt8(ascii: ":")] + page + fragment
  }

  /// The name of a namespace with its capitals; an alias becomes the wiki's own name where it may change.
  private func prefix(
    _ written: ArraySlice<UInt8>,
    _ namespace: Int,
    mayChange: Bool,
    _ configuration: SiteConfiguration
  ) -> [UInt8] {
    guard let known = configuration.namespace(namespace) else { return Array(written) }
    let lowercased = String(decoding: written, as: UTF8.self).lowercased()
    let names = [known.localName] + (known.canonicalName.map { [$0] } ?? []) + known.aliases
    guard let index = names.firstIndex(where: { $0.lowercased() == lowercased }) else { return Array(written) }
    let isName = names[index] == known.localName || names[index] == known.canonicalName
    return Array((isName || !mayChange ? names[index] : known.localName).utf8)
  }

  // MARK: Texts

  /// The link without its text, where that says no more than the target.
  private func short(_ link: Syntax, _ title: [UInt8], _ text: Syntax, _ page: FormattedPage) -> SyntaxEdit? {
    guard let mark = page.next(after: text), mark.kind == .delimiter, let leaf = page.next(after: mark),
      leaf.kind == .text, leaf.range.end == text.range.end, title.first != UInt8(ascii: ":"),
      page.source[leaf.range.start] != 0x20, page.source[leaf.range.end - 1] != 0x20,
      link.children.reduce(into: 0, { $0 += $1.kind == .linkText ? 1 : 0 }) == 1
    else { return nil }
    let shown = Array(leaf.bytes)
    let whole = SourceRange(start: link.range.start + 2, end: text.range.end)
    if isSame(shown[...], title, link, page) { return SyntaxEdit(replacing: whole, with: shown) }
    guard shown.count > title.count, link.firstChild(.linkTrail) == nil, link.range.end == text.range.end + 2,
      isSame(shown.prefix(title.count), title, link, page)
    else { return nil }
    let rest = Array(shown.dropFirst(title.count))
    let trail = page.tree.configuration.linkTrailLength(after: 0, in: rest.span, end: rest.count)
    guard trail == rest.count else { return nil }
    let end = SourceRange(start: whole.start, end: link.range.end)
    return SyntaxEdit(replacing: end, with: shown.prefix(title.count) + Array("]]".utf8) + rest)
  }

  /// Whether a text names the page of a title, and so can stand for it.
  private func isSame(_ text: ArraySlice<UInt8>, _ title: [UInt8], _ link: Syntax, _ page: FormattedPage) -> Bool {
    if text.elementsEqual(title) { return true }
    // A fragment has no first letter, and behind a prefix it is not the first.
    guard link.detail == Namespace.main, title.first != UInt8(ascii: "#") else { return false }
    let configuration = page.tree.configuration
    return PageTitle.capitalized(text, in: Namespace.main, configuration)
      == PageTitle.capitalized(title[...], in: Namespace.main, configuration)
  }
}
