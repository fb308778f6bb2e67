import WikitextDocument
import WikitextSyntax

/// A citation as the templates of wikis write it for programs, in the `title` of an empty element: a ContextObject in
/// pairs of keys and values (COinS; OpenURL, NISO Z39.88-2004).
///
///     ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Rivers&rft.date=2018
///
/// It is better evidence than the text that readers see: nothing in it has to be told apart.
struct ContextObject {
  /// A person; without a given name, the whole name.
  struct Name {
    var family: String
    var given: String?
  }

  private(set) var type: CSLType?
  private(set) var authors: [Name] = []
  private(set) var texts: [(CSLText, String)] = []
  private(set) var identifiers: [WorkIdentifier] = []
  private(set) var date: String?
  private(set) var address: String?

  /// Those of a reference.
  ///
  /// - Complexity: O(bytes).
  static func all(of node: Int, in document: Document) -> [ContextObject] {
    guard document.records[node].flags.contains(.hasAttributes) else { return [] }
    return document.attributeRecords(of: node).compactMap { attribute in
      guard document.pool[attribute.name.offsets].elementsEqual(ReferenceAttribute.contextObject.utf8) else {
        return nil
      }
      return ContextObject(document.pool[attribute.value.offsets])
    }
  }

  /// Reads an object; nil where it names no work.
  init?(_ bytes: ArraySlice<UInt8>) {
    var values: [String: String] = [:]
    var people: [String] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: pair[..<equals], as: UTF8.self)
      let value = ContextObject.decoded(pair[(equals + 1)...])
      if value.isEmpty { continue }
      switch key {
      case "rft.au": people.append(value)
      case "rft_id": readIdentifier(value)
      default: if values[key] == nil { values[key] = value }
      }
    }
    readAuthors(values, people)
    readTitles(values)
    for (key, variable) in ContextObject.keys {
      if let value = values[key] { texts.append((variable, value)) }
    }
    let pages =
      values["rft.pages"]
      ?? values["rft.spage"].map { first in
        values["rft.epage"].map { "\(first)–\($0)" } ?? first
      }
    if let pages { texts.append((.page, pages)) }
    date = values["rft.date"]
    for (key, scheme) in [("rft.isbn", "isbn"), ("rft.issn", "issn"), ("rft.eissn", "issn")] {
      if let value = values[key] { identifiers.append(WorkIdentifier(scheme: scheme, value: value)) }
    }
    guard !texts.isEmpty else { return nil }
  }

  /// Keys that mean one thing in all formats.
  private static let keys: [(String, CSLText)] = [
    ("rft.volume", .volume), ("rft.issue", .issue), ("rft.edition", .edition), ("rft.series", .collectionTitle),
    ("rft.place", .publisherPlace), ("rft.pub", .publisher), ("rft.inst", .publisher), ("rft.artnum", .number),
  ]

  // MARK: People

  private mutating func readAuthors(_ values: [String: String], _ people: [String]) {
    if let family = values["rft.aulast"] {
      authors.append(Name(family: family, given: values["rft.aufirst"] ?? values["rft.auinit"]))
    }
    if let body = values["rft.aucorp"] { authors.append(Name(family: body)) }
    for person in people {
      let parts = person.split(separator: ",", maxSplits: 1).map { String($0.trimmingBlanks) }
      let name = parts.count == 2 ? Name(family: parts[0], given: parts[1]) : Name(family: person)
      // Some templates name the first person twice.
      if authors.contains(where: { $0.isSame(as: name) }) { continue }
      authors.append(name)
    }
  }

  // MARK: Titles

  /// The titles by the format: of an article and its journal, of a chapter and its book.
  private mutating func readTitles(_ values: [String: String]) {
    let genre = values["rft.genre"] ?? values["rft.type"] ?? ""
    let format = values["rft_val_fmt"]?.split(separator: ":").last.map(String.init) ?? ""
    let part = values["rft.atitle"]
    let journal = values["rft.jtitle"] ?? values["rft.stitle"]
    let whole = values["rft.btitle"] ?? values["rft.title"]
    if let journal, genre != "book", genre != "bookitem" {
      if let title = part ?? whole { texts.append((.title, title)) }
      texts.append((.containerTitle, journal))
    } else if let part, let whole, part != whole {
      texts.append((.title, part))
      texts.append((.containerTitle, whole))
    } else if let title = whole ?? part ?? journal {
      texts.append((.title, title))
    }
    let isPart = part != nil && whole != nil && part != whole
    switch (genre, format) {
    case ("article", _): type = journal == nil && values["rft.issn"] == nil ? .webpage : .articleJournal
    case ("preprint", _): type = .article
    case ("proceeding", _), ("conference", _): type = isPart ? .paperConference : .book
    case ("report", _): type = .report
    case ("bookitem", _): type = .chapter
    case ("book", _), (_, "book"): type = isPart ? .chapter : .book
    case ("dissertation", _), (_, "dissertation"): type = .thesis
    case (_, "patent"): type = .patent
    case (_, "journal"): type = genre == "unknown" ? .webpage : .articleJournal
    default: type = nil
    }
  }

  // MARK: Identifiers and addresses

  /// `info:doi/10.1000/1`, or an address: the first that is of the work itself.
  private mutating func readIdentifier(_ value: String) {
    guard value.hasPrefix("info:") else {
      if value.hasPrefix("http"), address == nil, !ContextObject.isResolver(value) { address = value }
      return
    }
    let parts = value.dropFirst(5).split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let scheme = ContextObject.schemes[parts[0].lowercased()] else { return }
    identifiers.append(WorkIdentifier(scheme: scheme, value: parts[1]))
  }

  private static let schemes = [
    "doi": "doi", "pmid": "pmid", "oclcnum": "oclc", "arxiv": "arxiv", "bibcode": "bibcode", "lccn": "lccn",
    "hdl": "hdl",
    "oclc": "oclc",
  ]

  /// Whether an address is made of a code that the object has beside it.
  private static func isResolver(_ address: String) -> Bool {
    [
      "doi.org/", "/pmc/articles/", "semanticscholar.org/CorpusID", "jstor.org/stable/", "worldcat.org/",
      "worldcat.org/issn",
    ]
    .contains { address.utf8.contains(text: $0.utf8) }
  }

  /// A value of a query: `+` is a space, `%41` a byte.
  private static func decoded(_ value: ArraySlice<UInt8>) -> String {
    let spaced = value.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
    return String(Substring(String(decoding: TitleText.percentDecoded(spaced[...]), as: UTF8.self)).trimmingBlanks)
  }
}

extension ContextObject.Name {
  /// Whether both are one person, however they are written.
  fileprivate func isSame(as other: Self) -> Bool {
    if family == other.family, given == other.given { return true }
    return given.map { "\($0) \(family)" == other.family } ?? other.given.map { "\($0) \(other.family)" == family }
      ?? false
  }
}

extension Sequence<UInt8> {
  /// Whether these bytes stand one after another in a sequence of bytes.
  fileprivate func contains(text: some Collection<UInt8>) -> Bool {
    let bytes = Array(self)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }
}
