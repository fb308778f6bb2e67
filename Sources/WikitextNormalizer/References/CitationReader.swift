public import WikitextDocument
import WikitextSyntax

/// Reads the works that a page cites: its references, and citations elsewhere, as in lists of literature.
///
///     var reader = CitationReader(language: "en")
///     let bibliography = reader.read(Document(wikitext: "…<ref>{{cite web |url=… |title=…}}</ref>"))
///
/// What templates mean is data (``CitationData``). A reference without a template is read for what is certain: an
/// address and its text, codes with check digits, a year in brackets; all of its text is the `note`.
///
/// Keep a reader for the pages of a wiki: its scratch is reused.
public struct CitationReader: Sendable {
  let language: String
  var lookup: CitationLookup
  var text = CitationText()
  var scratch = CitationDraft()
  var dateReader: CitationDateReader
  let languageNames: LanguageNames
  var bibliography = Bibliography()
  /// The reference that the page named last.
  var lastReference: Int?

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - language: the language of the wiki, as MediaWiki's code or BCP 47.
  ///   - data: what templates mean.
  public init(language: String, data: CitationData = .standard) {
    self.init(language: language, data: data, lexicon: Lexicon.of(language))
  }

  init(language: String, data: CitationData, lexicon: Lexicon) {
    self.language = CitationReader.dataLanguage(language, in: data)
    lookup = CitationLookup(data, language: self.language)
    dateReader = CitationDateReader(language: language, lexicon: lexicon)
    languageNames = LanguageNames.of(self.language)
  }

  /// The language whose file serves for a language: itself, or what is before its first hyphen.
  private static func dataLanguage(_ language: String, in data: CitationData) -> String {
    let language = language.lowercased()
    if data.scope(ofLanguage: language) != nil { return language }
    if language == "nb" || language == "nn" { return "no" }
    return String(language.prefix { $0 != "-" && $0 != "_" })
  }

  /// The works that a page cites, and its short references with the works they lead to.
  ///
  /// - Complexity: O(nodes and bytes of the document).
  public mutating func read(_ document: Document) -> Bibliography {
    bibliography = Bibliography()
    lastReference = nil
    var references: [Int] = []
    var ends: [Int] = []
    var uses: [Int: Int] = [:]
    // An array of its own costs nothing; one of another module's class is fetched at each look.
    let records = document.records
    var index = 1
    while index < records.count {
      while let end = ends.last, end <= index {
        ends.removeLast()
        references.removeLast()
      }
      let record = records[index]
      let next = Int(record.next)
      switch record.kind {
      case .reference:
        let number = record.referenceNumber
        lastReference = number
        if document.extras.references[number].definition == UInt32(truncatingIfNeeded: index) {
          uses[number] = Int(document.extras.references[number].useCount)
          let place = Place(reference: number, uses: uses[number] ?? 0)
          if document.dialect == .wikitext {
            readPlain(index, of: document, place)
          } else {
            readWritten(index, of: document, place)
          }
          references.append(number)
          ends.append(next)
        } else if next > index + 1 {
          // Defined again: Cite shows the first.
          index = next
          continue
        }
        index += 1
      case .template:
        let place = Place(reference: references.last, uses: references.last.flatMap { uses[$0] } ?? 0)
        index = readTemplate(index, of: document, place) ? next : index + 1
      default:
        index += 1
      }
    }
    resolve(document)
    defer { bibliography = Bibliography() }
    return bibliography
  }

  /// Where a citation stands.
  struct Place {
    var reference: Int?
    var uses: Int
  }

  /// Reads a template that is about citations.
  ///
  /// - Returns: whether it is; what is in it is then done with.
  private mutating func readTemplate(_ node: Int, of document: Document, _ place: Place) -> Bool {
    guard let template = lookup.template(document, node) else { return false }
    switch template.kind {
    case .citation(let type):
      return readCitation(node, template, type, of: document, place)
    case .external:
      return readExternal(node, template, of: document, place)
    case .archive:
      return readArchive(node, template, of: document, place)
    case .deadLink:
      if let last = bibliography.items.indices.last, bibliography.items[last].reference == place.reference,
        place.reference != nil
      {
        bibliography.items[last].linkState = .dead
      }
      return true
    case .harvard, .severalHarvard, .byAnchor, .named, .pages:
      readShort(node, template, of: document, place)
      return true
    case .identifier:
      return true
    case .footnote, .anchor, .show, .literal, .language, .none:
      return false
    }
  }
}

extension CitationData {
  /// The data that come with the library.
  public static let standard = CitationData(below: [])

  /// The data that come with the library, with a user's files above them.
  ///
  /// - Parameter files: the texts of the files, each with its language.
  /// - Complexity: O(bytes) of all files.
  public init(below files: [(language: String, text: String)]) {
    self.init(files + EmbeddedData.citationsNames.map { ($0, EmbeddedData.citations($0)?.description ?? "") })
  }
}
