import WikitextDocument
import WikitextSyntax

/// References that are written out, without a template.
extension CitationReader {
  /// Reads a reference that no template writes: its address and the text of the link, its codes, the year in brackets,
  /// the date on which somebody read it. All of its text is the note.
  ///
  /// - Parameters:
  ///   - node: the reference.
  ///   - document: its document.
  ///   - place: where it stands.
  mutating func readPlain(_ node: Int, of document: Document, _ place: Place) {
    guard let link = plainLink(node, of: document) else { return }
    text.read(node, of: document, &lookup)
    var draft = takeScratch()
    defer { swap(&draft, &scratch) }
    for identifier in text.identifiers { addIdentifier(identifier, &draft) }
    let isExplanation =
      link < 0 && draft.identifiers.isEmpty && !document.extras.references[place.reference ?? 0].group.isEmpty
    guard !text.bytes.isEmpty || link >= 0, !isExplanation else { return }
    if link >= 0 { draft.set(.work, document.string(document.records[link].target), rank: 0) }
    let hasBook = draft.identifiers.contains { $0.scheme == "isbn" }
    if let title = text.externalLinks.first(where: { $0.end > $0.start }) {
      draft.set(.title, CitationReader.unquoted(text.string(title.start..<title.end)), rank: 0, hint: nil)
    } else if hasBook, let title = text.italics.first, !title.isEmpty {
      draft.set(.title, text.string(title), rank: 0, hint: nil)
    }
    if let year = yearInBrackets { draft.set(.full, .issued, year, rank: 0) }
    if let accessed = accessDate { draft.set(.full, .accessed, accessed, rank: 0) }
    if !text.bytes.isEmpty { draft.set(.note, text.string, rank: 0, hint: nil) }
    draft.language = text.language
    draft.anchor = CitationDraft.Anchor.none
    let type: CSLType =
      hasBook
      ? .book : draft.identifiers.contains { $0.scheme == "doi" } ? .articleJournal : link >= 0 ? .webpage : .document
    let range = CitationReader.contentRange(node, of: document)
    var item = item(&draft, type, range) ?? BibliographicItem(type, range: range)
    if item.texts.isEmpty { item.texts = draft.allTexts }
    add(item, place)
  }

  /// The first link to an address of a reference, or -1; nil where the reference has a template that says more.
  private mutating func plainLink(_ node: Int, of document: Document) -> Int? {
    var link = -1
    var index = node + 1
    let end = Int(document.records[node].next)
    while index < end {
      let record = document.records[index]
      switch record.kind {
      // A reference in it is read by itself; its content would be read twice here.
      case .reference: return nil
      case .externalLink:
        if link < 0 { link = index }
        index += 1
      case .template:
        switch lookup.template(document, index)?.kind {
        case .citation, .external, .harvard, .severalHarvard, .byAnchor, .named, .pages: return nil
        case .archive where link < 0: return nil
        case .show, .literal: index += 1
        default: index = Int(record.next)
        }
      default: index += 1
      }
    }
    return link
  }

  /// The source between the first and the last node of a reference.
  private static func contentRange(_ node: Int, of document: Document) -> SourceRange {
    var range: Range<Int>?
    var child = node + 1
    while child < Int(document.records[node].next) {
      let own = document.range(child).offsets
      range = (range?.lowerBound ?? own.lowerBound)..<max(range?.upperBound ?? own.upperBound, own.upperBound)
      child = Int(document.records[child].next)
    }
    return range.map { SourceRange($0) } ?? document.range(node)
  }

  /// A title without the quotation marks around it.
  static func unquoted(_ title: String) -> String {
    for (open, close) in [("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ("「", "」"), ("『", "』")]
    where title.hasPrefix(open) && title.hasSuffix(close) && title.count > 2 {
      let inner = title.dropFirst().dropLast()
      if !inner.contains(open), !inner.contains(close) {
        return String(String.UnicodeScalarView(inner.unicodeScalars.drop { $0 == " " || $0 == "\u{A0}" }))
      }
    }
    return title
  }

  /// The year in brackets, where there is just one.
  private var yearInBrackets: [UInt8]? {
    var found: [UInt8]?
    let bytes = text.bytes
    for place in bytes.indices where bytes[place] == UInt8(ascii: "(") && place + 5 < bytes.count {
      guard bytes[place + 5] == UInt8(ascii: ")"), let year = CitationDateReader.number(bytes[place + 1..<place + 5]),
        1000...2100 ~= year
      else { continue }
      if found != nil { return nil }
      found = Array(bytes[place + 1..<place + 5])
    }
    return found
  }

  /// The date behind "Retrieved" or the like, up to the end or a bracket.
  private var accessDate: [UInt8]? {
    mutating get {
      let bytes = text.bytes
      guard bytes.count < CitationReader.longestPlainText else { return nil }
      let firstBytes = lookup.firstBytes(of: .accessed)
      for place in bytes.indices where firstBytes.contains(bytes[place]) {
        guard place == 0 || bytes[place - 1] == 0x20 || bytes[place - 1] == UInt8(ascii: "(") || bytes[place] >= 0xC0
        else { continue }
        let length = lookup.length(.accessed, atStartOf: bytes, place..<bytes.count)
        guard length > 0 else { continue }
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "]") }
        var date = bytes[(place + length)...].drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }.prefix { !isEnd($0) }
        while let last = date.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") || last == 0x20 {
          date = date.dropLast()
        }
        if let reading = dateReader.read(Array(date)), reading.date.date != nil { return Array(date) }
      }
      return nil
    }
  }

  /// In longer texts nobody looks for the date of access.
  private static let longestPlainText = 4000
}
