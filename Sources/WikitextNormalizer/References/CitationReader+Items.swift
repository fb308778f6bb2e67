import WikitextDocument
import WikitextSyntax

/// A draft becomes an item.
extension CitationReader {
  /// The work that a draft describes; nil where it says nothing of one.
  ///
  /// - Parameters:
  ///   - draft: what the page says.
  ///   - type: the type that the template says.
  ///   - range: the citation in the source.
  /// - Returns: nil where there is neither a title nor anything else to find the work by.
  mutating func item(_ draft: inout CitationDraft, _ type: CSLType?, _ range: SourceRange) -> BibliographicItem? {
    let hasChapter = draft.text(.chapter) ?? draft.text(.scriptChapter) ?? draft.text(.translatedChapter) != nil
    let type = workType(draft, type, hasChapter: hasChapter)
    titles(&draft, hasChapter: hasChapter)
    var item = BibliographicItem(type, range: range)
    item.contributors = draft.contributors()
    item.abridgedRoles = draft.abridged
    item.identifiers = draft.identifiers
    item.language = draft.language
    item.linkState = draft.linkState
    item.unknownParameters = draft.unknown
    let (dates, suffix) = draft.readDates(&dateReader)
    item.dates = dates
    if let printed = item[.published], item[.issued] == nil {
      item.dates.removeAll { $0.variable == .published }
      item.dates.append(.init(variable: .issued, date: printed))
    }
    item.texts = draft.allTexts
    if let suffix { item.texts.append(.init(variable: .yearSuffix, text: suffix)) }
    addresses(draft, to: &item)
    guard
      item.title != nil || item.url != nil || item.archive?.url != nil || !item.contributors.isEmpty
        || !item.identifiers.isEmpty || item[.containerTitle] != nil
    else { return nil }
    switch draft.anchor {
    case .some(.none): break
    case .named(let anchor): item.anchor = anchor
    case .names(let names): item.anchor = CitationAnchor.anchor(of: item, names: names)
    case .ordinary, nil:
      let hasContribution = hasChapter && draft.hasOwnContributor && !item[.author].isEmpty
      item.anchor = CitationAnchor.anchor(of: item, hasContribution: hasContribution)
    }
    return item
  }

  /// The type of work, by the template or by what its parameters are.
  private func workType(_ draft: CitationDraft, _ type: CSLType?, hasChapter: Bool) -> CSLType {
    if let type, type != .book || !hasChapter { return type }
    if type == .book { return .chapter }
    if let hint = draft.hint(of: .containerTitle) ?? draft.hint(of: .eventTitle) ?? draft.hint(of: .number) {
      return hint
    }
    let schemes = draft.identifiers.map(\.scheme)
    if draft.text(.containerTitle) != nil {
      let isPeriodical = schemes.contains("issn") || draft.text(.issue) != nil
      return isPeriodical && !schemes.contains("isbn") ? .articleJournal : .chapter
    }
    if hasChapter { return .chapter }
    if schemes.contains("isbn") { return .book }
    if schemes.contains("doi"), draft.text(.volume) != nil { return .articleJournal }
    if draft.text(.publisher) != nil, draft.address(.work) == nil { return .book }
    return draft.address(.work) == nil ? .book : .webpage
  }

  /// Puts the titles where CSL has them: that of the part is the title, that of the whole the container's.
  private func titles(_ draft: inout CitationDraft, hasChapter: Bool) {
    if let subtitle = draft.take(.subtitle) {
      draft.set(.title, draft.text(.title).map { "\($0): \(subtitle)" } ?? subtitle, rank: -1, hint: nil)
    }
    if draft.text(.title) == nil, let title = draft.take(.scriptTitle) ?? draft.take(.translatedTitle) {
      draft.set(.title, title, rank: 0, hint: nil)
    }
    guard hasChapter else { return }
    if let title = draft.take(.title) {
      if let container = draft.text(.containerTitle), draft.text(.collectionTitle) == nil {
        draft.set(.collectionTitle, container, rank: 0, hint: nil)
      }
      draft.set(.containerTitle, title, rank: -1, hint: nil)
    }
    // What is said of the whole's title is not said of the part's.
    _ = draft.take(.scriptTitle)
    _ = draft.take(.translatedTitle)
    if let translated = draft.take(.translatedChapter) {
      draft.set(draft.text(.chapter) == nil ? .chapter : .translatedTitle, translated, rank: 0, hint: nil)
    }
    if let script = draft.take(.scriptChapter) {
      draft.set(draft.text(.chapter) == nil ? .chapter : .scriptTitle, script, rank: 0, hint: nil)
    }
    if let chapter = draft.take(.chapter) { draft.set(.title, chapter, rank: 0, hint: nil) }
  }

  // MARK: Addresses

  private mutating func addresses(_ draft: CitationDraft, to item: inout BibliographicItem) {
    item.url = draft.address(.chapter) ?? draft.address(.work)
    if draft.address(.chapter) != nil { item.containerURL = draft.address(.work) }
    var copy = ArchivedCopy(url: draft.address(.archive), date: nil, place: draft.archivePlace)
    let stamp = draft.waybackStamp.prefix { ($0 &- 0x30) < 10 }
    if copy.url == nil, stamp.count >= 4, stamp.count == draft.waybackStamp.count, let url = item.url {
      copy.url = "https://web.archive.org/web/\(String(decoding: stamp, as: UTF8.self))/\(url)"
    }
    if let date = item.dates.firstIndex(where: { $0.variable == .archived }) {
      copy.date = item.dates.remove(at: date).date
    }
    guard let url = copy.url else { return }
    let bytes = Array(url.utf8)
    copy.place = copy.place ?? archiveName(bytes)
    if let (date, original) = CitationReader.wayback(bytes) {
      if copy.date?.date == nil, let date { copy.date = dateReader.read(date)?.date }
      item.url = item.url ?? original
    }
    item.archive = copy
  }

  /// The name of the archive at an address.
  func archiveName(_ url: [UInt8]) -> String? {
    // `https://host/…`, `//host/…`.
    guard let slash = url.prefix(9).firstIndex(of: UInt8(ascii: "/")), slash + 2 < url.count else { return nil }
    let host = url[(slash + 2)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
    return lookup.data.archives.first { entry in
      host.elementsEqual(entry.host)
        || host.count > entry.host.count && host.suffix(entry.host.count).elementsEqual(entry.host)
          && host[host.endIndex - entry.host.count - 1] == UInt8(ascii: ".")
    }?.name
  }

  /// The date of a copy in the Wayback Machine, and what it is a copy of: `…/web/20070828220258/http://…`.
  private static func wayback(_ url: [UInt8]) -> (date: [UInt8]?, original: String?)? {
    var place = 0
    while place + 18 < url.count {
      // The moment is the part of the address that has fourteen digits.
      guard url[place] == UInt8(ascii: "/") else {
        place += 1
        continue
      }
      let digits = url[(place + 1)...].prefix { ($0 &- 0x30) < 10 }
      guard digits.count == 14 else {
        place += 1
        continue
      }
      let date =
        Array(digits.prefix(4)) + [0x2D] + digits.dropFirst(4).prefix(2) + [0x2D] + digits.dropFirst(6).prefix(2)
      let rest = url[digits.endIndex...].drop { $0 != UInt8(ascii: "/") }.dropFirst()
      let hasOriginal = rest.starts(with: "http".utf8)
      return (date, hasOriginal ? String(decoding: rest, as: UTF8.self) : nil)
    }
    return nil
  }

  // MARK: Arguments that are no texts

  /// Sets an address: the argument's text up to white space, links by their target. Where the text is none, as in
  /// "Online at [http://…]", it is that of the first link; nothing where a template makes a part of it.
  func setAddress(
    _ slot: CitationDraft.Slot,
    _ rank: Int,
    _ argument: Int,
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    let pool = document.pool
    var bytes: [UInt8] = []
    var isText = true
    var index = argument + 1
    let end = Int(document.records[argument].next)
    scan: while index < end {
      let record = document.records[index]
      switch record.kind {
      case .text where isText:
        let text = pool[record.name.offsets]
        let rest = bytes.isEmpty ? text.drop { $0 <= 0x20 } : text
        let word = rest.prefix { $0 > 0x20 }
        bytes += word
        if word.endIndex < rest.endIndex {
          if CitationReader.isAddress(bytes) { break scan }
          isText = false
          bytes = []
        }
        index += 1
      case .externalLink:
        let target = pool[record.target.offsets]
        if CitationReader.holdsTemplate(target) { return }
        bytes += target
        index = Int(record.next)
        if !isText || !record.flags.contains(.bare) { break scan }
      case .template, .parserFunction, .parameter, .link:
        if isText { return }
        index = Int(record.next)
      default: index += 1
      }
    }
    if CitationReader.isAddress(bytes) { draft.set(slot, String(decoding: bytes, as: UTF8.self), rank: rank) }
  }

  /// Whether an address has a template in it: `{{`.
  private static func holdsTemplate(_ address: ArraySlice<UInt8>) -> Bool {
    guard let brace = address.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return zip(address[brace...], address[(brace + 1)...]).contains { $0 == UInt8(ascii: "{") && $1 == $0 }
  }

  /// Whether a word may be an address: it has a colon or a dot within.
  private static func isAddress(_ word: [UInt8]) -> Bool {
    word.starts(with: "//".utf8)
      || word.dropFirst().dropLast().contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }

  /// Sets what short references call the work: a name, or the names and year of a template.
  mutating func setAnchor(_ argument: Int, of document: Document, needsYear: Bool, _ draft: inout CitationDraft) {
    let first = argument + 1
    if document.records[first].kind == .template {
      if let template = lookup.template(document, first), case .anchor = template.kind {
        draft.anchor = .named(readHarvard(first, template, of: document).key)
      }
      return
    }
    text.read(argument, of: document, &lookup)
    if lookup.isWord(text.bytes, .ordinaryAnchor) {
      draft.anchor = .ordinary
    } else if lookup.isWord(text.bytes, .noAnchor) {
      draft.anchor = CitationDraft.Anchor.none
    } else {
      draft.anchor = needsYear ? .names(text.string) : .named(CitationAnchor.folded(text.string))
    }
  }
}
