import WikitextDocument
import WikitextSyntax

/// References of rendered pages, where the templates of citations are written out.
extension CitationReader {
  /// Reads a reference of a rendered page: its parts by the marks between them. All of its text is the note.
  ///
  /// - Parameters:
  ///   - node: the reference, with its content.
  ///   - document: its document.
  ///   - place: where it stands.
  /// - Complexity: O(bytes).
  mutating func readWritten(_ node: Int, of document: Document, _ place: Place) {
    text.read(node, of: document, &lookup)
    guard !text.bytes.isEmpty || !text.externalLinks.isEmpty else { return }
    var draft = takeScratch()
    defer { scratch = draft }
    for identifier in text.identifiers { addIdentifier(identifier, &draft) }
    let written = WrittenCitation(text, &lookup, &dateReader)
    let objects = ContextObject.all(of: node, in: document)
    if let object = objects.first {
      readPieces(of: written, of: document, &draft)
      return finish(object, written, node, of: document, place, &draft)
    }
    if let names = written.names { addNames(names, of: document, &draft) }
    if let date = written.brackets { draft.set(.full, .issued, Array(text.bytes[date]), rank: 0) }
    if let title = written.title { draft.set(.title, text.string(title), rank: 0, hint: nil) }
    let remainders = readPieces(of: written, of: document, &draft)
    if isProse(written, draft) { return }
    setSources(remainders, isPart: written.isPart, of: document, &draft)
    setTitleOfBareLink(written, &draft)
    setAddresses(written, of: document, &draft)
    finish(written, node, of: document, place, &draft)
  }

  /// Takes in the parts that say themselves what they are, and in others the pieces that do.
  ///
  /// - Returns: what is left.
  @discardableResult
  private mutating func readPieces(
    of written: WrittenCitation,
    of document: Document,
    _ draft: inout CitationDraft
  ) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    for part in written.parts where !readPart(part, of: document, &draft) {
      // "In Smith, Ann (ed.)": the brackets are of the names.
      if isOfEditors(part) {
        rest.append(part)
        continue
      }
      let pieces = written.pieces(of: part)
      guard pieces.count > 1 || pieces.first.map({ $0.brackets != .none }) ?? false else {
        rest.append(part)
        continue
      }
      var joins = false
      for piece in pieces {
        if readPart(piece.range, of: document, isInSquares: piece.brackets == .square, &draft) {
          if joins, let last = rest.last { readPlace(before: piece.range, last, &rest, &draft) }
          joins = false
        } else if joins, readPlaceAndYear(piece.range, &draft) {
          joins = false
        } else if piece.brackets == .none, joins, let last = rest.last {
          rest[rest.count - 1] = last.lowerBound..<piece.range.upperBound
        } else if piece.brackets == .none {
          rest.append(piece.range)
          joins = true
        }
      }
    }
    return rest
  }

  private mutating func isOfEditors(_ part: Range<Int>) -> Bool {
    lookup.length(.containerMark, atStartOf: text.bytes, part) > 0
      && lookup.length(.editorMark, atEndOf: text.bytes, part) > 0
  }

  /// `Wasser-Verlag, Ulm 2004`: behind the publisher the place, with the year.
  private mutating func readPlaceAndYear(_ piece: Range<Int>, _ draft: inout CitationDraft) -> Bool {
    let bytes = text.bytes
    guard !draft.has(.issued), piece.count > 6, bytes[piece.upperBound - 5] == 0x20,
      let year = CitationDateReader.number(bytes[piece.upperBound - 4..<piece.upperBound]), 1400...2100 ~= year
    else { return false }
    let place = piece.lowerBound..<piece.upperBound - 5
    guard !bytes[place].contains(where: { $0 &- 0x30 < 10 }) else { return false }
    draft.set(.publisherPlace, text.string(place), rank: 0, hint: nil)
    draft.set(.full, .issued, Array(bytes[piece.upperBound - 4..<piece.upperBound]), rank: 0)
    return true
  }

  /// `Paris, Presses du Nord, 2011`: before the year the place and the publisher.
  private mutating func readPlace(
    before year: Range<Int>,
    _ names: Range<Int>,
    _ rest: inout [Range<Int>],
    _ draft: inout CitationDraft
  ) {
    let bytes = text.bytes
    guard year.count == 4, draft.text(.publisherPlace) == nil, CitationDateReader.number(bytes[year]) != nil else {
      return
    }
    let commas = names.filter { bytes[$0] == UInt8(ascii: ",") }
    guard commas.count == 1, let comma = commas.first, comma + 2 < names.upperBound else { return }
    draft.set(.publisherPlace, text.string(names.lowerBound..<comma), rank: 0, hint: nil)
    rest[rest.count - 1] = comma + 2..<names.upperBound
  }

  /// Whether the text is no citation, but a note that happens to have a quotation or words in italics: nothing in it is
  /// as in a citation.
  private func isProse(_ written: WrittenCitation, _ draft: CitationDraft) -> Bool {
    guard written.title != nil, text.externalLinks.isEmpty, draft.identifiers.isEmpty else { return false }
    if draft.has(.accessed) || draft.has(.archived) || draft.text(.volume) != nil { return false }
    if !written.isRegular { return true }
    // A title alone, with words behind it that go on with a sentence.
    let hasMark = draft.has(.issued) || draft.text(.page) != nil || written.brackets != nil
    guard !hasMark, let next = written.parts.first else { return false }
    return text.bytes[next.lowerBound] &- 0x61 < 26
  }

  /// Makes the item of a citation that the page also has as programs read it: what that says holds.
  private mutating func finish(
    _ object: ContextObject,
    _ written: WrittenCitation,
    _ node: Int,
    of document: Document,
    _ place: Place,
    _ draft: inout CitationDraft
  ) {
    for (variable, date) in [(CSLDate.issued, object.date)] {
      if let date { draft.set(.full, variable, Array(date.utf8), rank: -1) }
    }
    for (variable, value) in object.texts { draft.set(variable, value, rank: -1, hint: nil) }
    for (number, name) in object.authors.enumerated() {
      if let given = name.given {
        draft.setPart(.family, .author, number + 1, name.family)
        draft.setPart(.given, .author, number + 1, given)
      } else {
        draft.setPart(.literal, .author, number + 1, name.family)
      }
    }
    for identifier in object.identifiers { addIdentifier(identifier, &draft) }
    setAddresses(written, of: document, &draft)
    if let address = object.address, draft.address(.work) == nil { draft.set(.work, address, rank: 0) }
    draft.set(.note, text.string, rank: 0, hint: nil)
    draft.language = text.language
    draft.anchor = CitationDraft.Anchor.none
    guard let item = item(&draft, object.type, document.range(node)) else { return }
    add(item, place)
  }

  private mutating func finish(
    _ written: WrittenCitation,
    _ node: Int,
    of document: Document,
    _ place: Place,
    _ draft: inout CitationDraft
  ) {
    draft.set(.note, text.string, rank: 0, hint: nil)
    draft.language = text.language
    draft.anchor = CitationDraft.Anchor.none
    let schemes = draft.identifiers.map(\.scheme)
    let isOnline = draft.address(.work) != nil || draft.has(.accessed)
    let type: CSLType =
      schemes.contains("isbn")
      ? draft.text(.containerTitle) == nil ? .book : .chapter
      : schemes.contains("doi") || draft.text(.volume) != nil ? .articleJournal : isOnline ? .webpage : .document
    let range = document.range(node)
    guard let item = item(&draft, type, range) else { return }
    add(item, place)
  }

  // MARK: Names and titles

  private mutating func addNames(_ range: Range<Int>, of document: Document, _ draft: inout CitationDraft) {
    var names = CitationText()
    names.bytes = Array(text.bytes[range])
    names.links = text.links.filter { range.lowerBound <= $0.start && $0.end <= range.upperBound }.map {
      CitationText.Link(start: $0.start - range.lowerBound, end: $0.end - range.lowerBound, node: $0.node)
    }
    draft.add(NameReader.read(names, document, &lookup, isList: false), .author, 0)
  }

  /// A reference that is nothing but a link, or a text that has the form of a title, is a title: it ends in no full stop,
  /// and names neither pages nor a year behind a name, as short references do.
  private mutating func setTitleOfBareLink(_ written: WrittenCitation, _ draft: inout CitationDraft) {
    guard draft.text(.title) == nil else { return }
    if let link = text.externalLinks.first(where: { $0.end > $0.start }) {
      draft.set(.title, CitationReader.unquoted(text.string(link.start..<link.end)), rank: 0, hint: nil)
      return
    }
    let bytes = text.bytes
    guard let last = bytes.last, last != UInt8(ascii: "."), bytes.count <= CitationReader.longestTitle,
      bytes.split(separator: 0x20).count > 2, !isShortReference
    else { return }
    draft.set(.title, text.string, rank: 0, hint: nil)
  }

  /// Titles are not as long as this.
  private static let longestTitle = 300

  /// Whether the text has a year or pages in the manner of "Smith 1999, p. 3".
  private var isShortReference: Bool {
    mutating get {
      let words = text.bytes.split(separator: 0x20)
      for (place, word) in words.enumerated().dropFirst() {
        let isNumber = word.contains { ($0 &- 0x30) < 10 }
        if isNumber, lookup.isWord(Array(words[place - 1]), .pageMark) { return true }
        let digits = word.prefix { ($0 &- 0x30) < 10 }
        if digits.count == 4, place <= 4, place + 1 == words.count || word.last == UInt8(ascii: ",") { return true }
      }
      return false
    }
  }

  // MARK: Sources

  /// What is left are the work and its publisher: a work is in italics, where the page has them. Of two texts the first
  /// is the work; a single one may be either, and is called the publisher.
  private mutating func setSources(
    _ parts: [Range<Int>],
    isPart: Bool,
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    var texts = parts
    takeContainer(from: &texts, of: document, &draft)
    if isPart, draft.text(.containerTitle) == nil, !texts.isEmpty {
      draft.set(.containerTitle, text.string(texts.removeFirst()), rank: 0, hint: nil)
    }
    if draft.text(.containerTitle) != nil {
      // What is in the work is not its publisher twice.
    } else if let place = texts.firstIndex(where: { isItalic($0) }) {
      draft.set(.containerTitle, text.string(texts.remove(at: place)), rank: 0, hint: nil)
    } else if texts.count > 1 {
      draft.set(.containerTitle, text.string(texts.removeFirst()), rank: 0, hint: nil)
    }
    guard let publisher = texts.first(where: { !isInBrackets($0) }) else { return }
    let string = CitationReader.unquoted(text.string(publisher))
    let parts = string.split(separator: ":", maxSplits: 1).map { String($0.trimmingBlanks) }
    if parts.count == 2, string.contains(": "), parts.allSatisfy({ $0.first?.isUppercase ?? false }) {
      draft.set(.publisherPlace, parts[0], rank: 0, hint: nil)
      draft.set(.publisher, parts[1], rank: 0, hint: nil)
    } else {
      draft.set(.publisher, string, rank: 0, hint: nil)
    }
  }

  /// Takes the work that this one is a part of, which "In:" begins; the names of its editors may stand between.
  private mutating func takeContainer(
    from texts: inout [Range<Int>],
    of document: Document,
    _ draft: inout CitationDraft
  ) {
    let bytes = text.bytes
    for (place, part) in texts.enumerated() {
      let length = lookup.length(.containerMark, atStartOf: bytes, part)
      guard length > 0 else { continue }
      var start = part.lowerBound + length
      while start < part.upperBound, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ":") { start += 1 }
      // "in three parts" goes on with something else.
      let isDomain =
        !bytes[start..<part.upperBound].contains(0x20) && bytes[start..<part.upperBound].contains(UInt8(ascii: "."))
      guard start > part.lowerBound + length, start < part.upperBound, bytes[start] &- 0x61 >= 26 || isDomain else {
        continue
      }
      texts.remove(at: place)
      let editors = lookup.length(.editorMark, atEndOf: bytes, start..<part.upperBound)
      if editors > 0, place < texts.count {
        var names = CitationText()
        names.bytes = Array(bytes[start..<part.upperBound])
        draft.add(NameReader.read(names, document, &lookup, isList: false), .editor, 0)
        draft.set(.containerTitle, text.string(texts.remove(at: place)), rank: 0, hint: nil)
      } else {
        draft.set(.containerTitle, CitationReader.unquoted(text.string(start..<part.upperBound)), rank: 0, hint: nil)
      }
      return
    }
  }

  private func isItalic(_ range: Range<Int>) -> Bool {
    text.italics.contains { $0.lowerBound <= range.lowerBound && $0.upperBound + 1 >= range.upperBound }
  }

  /// "(PDF)", "(in French)".
  private func isInBrackets(_ range: Range<Int>) -> Bool {
    text.bytes[range].first == UInt8(ascii: "(") && text.bytes[range].last == UInt8(ascii: ")")
  }

  // MARK: Addresses

  /// The address behind the title, or else the first; where the title's is that of a copy, the original's stays.
  private func setAddresses(_ written: WrittenCitation, of document: Document, _ draft: inout CitationDraft) {
    let ofTitle = written.title.flatMap { title in
      text.externalLinks.first { $0.start < title.upperBound && $0.end > title.lowerBound }
    }
    guard let link = ofTitle ?? text.externalLinks.first else { return }
    let address = document.string(document.records[link.node].target)
    if draft.address(.work) != nil {
      if draft.address(.archive) == nil { draft.set(.archive, address, rank: 0) }
    } else if draft.address(.archive) != address {
      draft.set(.work, address, rank: 0)
    }
  }

  /// Of "Archived from the original", the words may lead to the copy, or to the original.
  func setArchive(_ part: Range<Int>, of document: Document, _ draft: inout CitationDraft) {
    guard let link = text.externalLinks.first(where: { part.contains($0.start) }) else { return }
    let address = document.string(document.records[link.node].target)
    draft.set(archiveName(Array(address.utf8)) == nil ? .work : .archive, address, rank: 0)
  }
}
