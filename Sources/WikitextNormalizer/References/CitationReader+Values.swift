import WikitextDocument

/// What the values of parameters become in a draft.
extension CitationReader {
  // MARK: Texts and names

  mutating func setText(
    _ variable: CSLText,
    _ rank: Int,
    _ hint: CSLType?,
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    var string = text.string
    if variable == .page {
      // `pages=pp. 12–15`
      let mark = lookup.length(.pageMark, atStartOf: text.bytes, 0..<text.bytes.count)
      let pages = mark..<text.bytes.count
      if text.bytes[pages].contains(where: { ($0 &- 0x30) < 10 }) {
        string = String(decoding: text.bytes[pages].drop { $0 == 0x20 }, as: UTF8.self)
      }
    }
    if variable == .scriptTitle || variable == .scriptChapter,
      let (code, rest) = LanguageNames.prefix(string)
    {
      // `script-title=ja:東京物語`
      string = rest
      draft.language = draft.language ?? code
    }
    // A title that is a link to an address has its address there.
    if variable == .title, draft.address(.work) == nil, text.externalLinks.count == 1,
      text.externalLinks[0].end - text.externalLinks[0].start > 0
    {
      draft.set(.work, document.string(document.records[text.externalLinks[0].node].target), rank: 100)
    }
    draft.set(variable, string, rank: rank, hint: hint)
  }

  mutating func setName(
    _ role: CSLRole,
    _ part: ParameterMeaning.NamePart,
    _ number: Int,
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    switch part {
    case .full, .names:
      let people = NameReader.read(text, document, &lookup, isList: part == .names)
      draft.add(people, role, part == .names && number == 0 ? Self.behindAll : number)
    case .vancouver: draft.add(NameReader.vancouver(text, document, &lookup), role, number)
    case .count:
      // A number says how many of the names are shown: all are here.
      if lookup.length(.etAl, atStartOf: text.bytes, 0..<text.bytes.count) > 0 { draft.abridge(role) }
    case .family, .given, .literal:
      var string = text.string
      if part == .family, string.hasPrefix("(("), string.hasSuffix("))") {
        string = String(string.dropFirst(2).dropLast(2))
      }
      draft.setPart(part, role, number, string)
      if part != .given, let link = text.links.first {
        draft.setPart(.link, role, number, document.string(document.records[link.node].target))
      }
    case .link: draft.setPart(part, role, number, text.string)
    }
  }

  /// The number of lists of names behind all that have numbers.
  private static var behindAll: Int { FoldedName.maximumNumber + 1 }

  // MARK: Codes

  func addIdentifier(_ identifier: WorkIdentifier, _ draft: inout CitationDraft) {
    let read =
      identifier.scheme == "isbn"
      ? IdentifierForm.isbns(identifier.value) : [IdentifierForm.read(identifier.value, scheme: identifier.scheme)]
    for identifier in read where !identifier.value.isEmpty && !draft.identifiers.contains(identifier) {
      if draft.identifiers.count < CitationReader.maximumIdentifiers { draft.identifiers.append(identifier) }
    }
  }

  /// More codes than this no work has.
  private static let maximumIdentifiers = 32

  /// Adds the codes of a text that says which they are, `DOI:10.1000/1`; other text is a number of the work.
  func addIdentifier(_ string: String, _ draft: inout CitationDraft) {
    let folded = string.lowercased()
    for scheme in ["isbn", "issn", "doi", "pmid", "oclc", "arxiv", "pmc"] where folded.hasPrefix(scheme) {
      let identifier = IdentifierForm.read(string, scheme: scheme == "pmc" ? "pmcid" : scheme)
      if identifier.isValid, scheme != "isbn" { return addIdentifier(identifier, &draft) }
      if scheme == "isbn" { return IdentifierForm.isbns(string).forEach { addIdentifier($0, &draft) } }
    }
    draft.set(.number, string, rank: 100, hint: nil)
  }
}
