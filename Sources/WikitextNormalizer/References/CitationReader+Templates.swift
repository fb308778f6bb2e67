import WikitextDocument
import WikitextSyntax

extension CitationReader {
  /// Reads a citation.
  ///
  /// - Parameters:
  ///   - node: the template.
  ///   - template: what it is.
  ///   - type: the type of work that it cites, where it says one.
  ///   - document: the template's document.
  ///   - place: where it stands.
  /// - Returns: false when it says nothing of a work.
  mutating func readCitation(
    _ node: Int,
    _ template: CitationTemplate,
    _ type: CSLType?,
    of document: Document,
    _ place: Place
  ) -> Bool {
    var draft = readArguments(node, template, of: document)
    defer { swap(&draft, &scratch) }
    guard var item = item(&draft, type, document.range(node)) else { return false }
    item.template = document.string(document.records[node].name)
    add(item, place)
    return true
  }

  /// Reads a citation whose data are elsewhere; what it says beside that is read too.
  mutating func readExternal(
    _ node: Int,
    _ template: CitationTemplate,
    of document: Document,
    _ place: Place
  ) -> Bool {
    var draft = readArguments(node, template, of: document)
    defer { swap(&draft, &scratch) }
    let name = document.string(document.records[node].name)
    var item = item(&draft, nil, document.range(node)) ?? BibliographicItem(.document, range: document.range(node))
    // Where nothing names the data, the template itself has them.
    item.external = draft.external ?? "Template:" + name
    item.template = name
    add(item, place)
    return true
  }

  /// Reads the link to a copy in an archive: of the citation before it in the same reference, or by itself.
  mutating func readArchive(
    _ node: Int,
    _ template: CitationTemplate,
    of document: Document,
    _ place: Place
  ) -> Bool {
    var draft = readArguments(node, template, of: document)
    defer { swap(&draft, &scratch) }
    let range = document.range(node)
    guard var item = item(&draft, .webpage, range), place.reference != nil || item.title != nil else { return false }
    if let last = bibliography.items.indices.last, place.reference != nil, item.archive != nil,
      bibliography.items[last].reference == place.reference, bibliography.items[last].archive == nil,
      item.title == nil || bibliography.items[last].url == item.url
    {
      bibliography.items[last].archive = item.archive
      return true
    }
    item.template = document.string(document.records[node].name)
    add(item, place)
    return true
  }

  mutating func add(_ item: consuming BibliographicItem, _ place: Place) {
    item.reference = place.reference
    item.useCount = place.uses
    bibliography.items.append(item)
  }

  // MARK: Arguments

  /// An empty draft with the room of the one before.
  mutating func takeScratch() -> CitationDraft {
    var draft = CitationDraft()
    swap(&draft, &scratch)
    draft.clear()
    return draft
  }

  mutating func readArguments(_ node: Int, _ template: CitationTemplate, of document: Document) -> CitationDraft {
    var draft = takeScratch()
    let records = document.records
    var position = 0
    var argument = node + 1
    let end = Int(records[node].next)
    while argument < end {
      let record = records[argument]
      let next = Int(record.next)
      if record.detail == 0 { position += 1 }
      // An argument without a value says nothing, whatever its name.
      if next > argument + 1 {
        if let (rule, number) = lookup.rule(
          document,
          argument,
          position: record.detail == 0 ? position : 0,
          of: template
        ) {
          set(rule, number, argument, of: document, &draft)
        } else if draft.unknown.count < CitationReader.maximumUnknown {
          draft.unknown.append(record.detail == 0 ? String(position) : document.string(record.name))
        }
      }
      argument = next
    }
    return draft
  }

  /// More parameters that nobody knows than this are not listed.
  private static let maximumUnknown = 100

  private mutating func set(
    _ rule: ParameterRule,
    _ number: Int,
    _ argument: Int,
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    if case .ignored = rule.meaning { return }
    // `url2`, `isbn2`: of what is one thing the first counts.
    switch rule.meaning {
    case .name, .identifier: break
    default: if number > 1 { return }
    }
    switch rule.meaning {
    case .url: return setAddress(.work, rule.rank, argument, of: document, &draft)
    case .chapterURL: return setAddress(.chapter, rule.rank, argument, of: document, &draft)
    case .archiveURL: return setAddress(.archive, rule.rank, argument, of: document, &draft)
    case .anchor, .anchorNames:
      return setAnchor(argument, of: document, needsYear: rule.meaning == .anchorNames, &draft)
    default: break
    }
    text.read(argument, of: document, &lookup)
    for identifier in text.identifiers { addIdentifier(identifier, &draft) }
    if let language = text.language, draft.language == nil { draft.language = language }
    guard !text.bytes.isEmpty else { return }
    switch rule.meaning {
    case .text(let variable, let hint): setText(variable, rule.rank, hint, of: document, &draft)
    case .name(let role, let part): setName(role, part, number, of: document, &draft)
    case .date(let variable, let part): draft.set(part, variable, text.bytes, rank: rule.rank)
    case .identifier(let scheme): addIdentifier(WorkIdentifier(scheme: scheme, value: text.string), &draft)
    case .identifiers: if text.identifiers.isEmpty { addIdentifier(text.string, &draft) }
    case .wayback: draft.waybackStamp = text.bytes
    case .archivePlace: draft.archivePlace = text.string
    case .urlStatus: draft.linkState = state() ?? draft.linkState
    case .deadURL:
      draft.linkState =
        lookup.isWord(text.bytes, .yes) ? .dead : lookup.isWord(text.bytes, .no) ? .live : state() ?? draft.linkState
    case .deadSince: if !lookup.isWord(text.bytes, .no) { draft.linkState = .dead }
    case .language: draft.language = languageNames.tag(text)
    case .external: draft.external = text.string
    case .url, .chapterURL, .archiveURL, .anchor, .anchorNames, .ignored: break
    }
  }

  private mutating func state() -> LinkState? {
    let states: [(CitationWords, LinkState)] = [
      (.live, .live), (.dead, .dead), (.deviated, .deviated), (.unfit, .unfit), (.usurped, .usurped),
    ]
    return states.first { lookup.isWord(text.bytes, $0.0) }?.1
  }
}

extension Document {
  /// Where a node is in the source.
  func range(_ node: Int) -> SourceRange {
    SourceRange(start: Int(records[node].sourceStart), end: Int(records[node].sourceEnd))
  }
}
