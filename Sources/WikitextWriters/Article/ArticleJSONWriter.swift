public import WikitextDocument
public import WikitextNormalizer
import WikitextSyntax

/// Writes a page as Article JSON: one record, with the field names of Wikimedia Enterprise's structured contents and
/// keys of our own beside them (`parameter`, `typed`, `raw`, `source`, `evidence`, `coverage`). JSONSchemas has its schema.
///
/// Offsets in `source` are UTF-8 bytes of the page's text.
public struct ArticleJSONWriter: ~Copyable {
  var json = JSONWriter()
  /// Plain text on its way into the record.
  var text: [UInt8] = []
  /// The links, images, references and templates of a text.
  var mentions: [Int] = []
  /// The nodes that the texts written so far leave out.
  var omitted: [UInt32] = []
  /// How many tables were met so far.
  var tableNumber = 0
  /// How many more bytes of the values of tables may be repeated for their spans.
  var repeatBudget = 0
  /// How many more bytes of evidence may be written beside values; see ``extraEvidence``.
  var evidenceBudget = 0

  /// Creates a writer; one can write any number of pages.
  public init() {}

  /// The record of a page, without a line break, in UTF-8.
  ///
  /// - Parameters:
  ///   - article: what the page says.
  ///   - metadata: what is known of the page beside its text.
  /// - Returns: an object of JSON.
  /// - Complexity: O(size of the article).
  public mutating func write(_ article: Article, metadata: PageMetadata) -> [UInt8] {
    let document = article.document
    begin(document)
    json.beginObject()
    writeMetadata(document, metadata)
    if let redirect = metadata.redirect ?? document.redirect {
      json.key("redirect")
      json.string(redirect)
    }
    writeFacts(article.page)
    writeInfoboxes(article)
    writeSections(document)
    writeReferences(article)
    writeBibliography(article.bibliography)
    writeTables(article)
    writeSets(document)
    writeCoordinates(article.page)
    writeSwitches(document)
    writeImages(article.page)
    writeNotices(article.page)
    writeCoverage(document)
    json.endObject()
    return json.take()
  }

  /// Begins a record.
  mutating func begin(_ document: Document) {
    json.removeAll()
    json.repairs = !document.isValidUTF8
    tableNumber = 0
    evidenceBudget = ArticleJSONWriter.extraEvidence + 4 * document.source.count
    omitted.removeAll(keepingCapacity: true)
  }

  // MARK: The page

  private mutating func writeMetadata(_ document: Document, _ metadata: PageMetadata) {
    let site = document.configuration
    json.key("name")
    json.string(metadata.title.isEmpty ? document.title ?? "" : metadata.title)
    if document.dialect != .wikitext { json.field("dialect", document.dialect.rawValue) }
    if let id = metadata.pageID {
      json.key("identifier")
      json.int(Int(id))
    }
    json.key("namespace")
    json.beginObject()
    json.key("identifier")
    json.int(metadata.namespace)
    if let name = site.namespace(metadata.namespace)?.localName, !name.isEmpty {
      json.key("name")
      json.string(name)
    }
    json.endObject()
    if let url = metadata.url {
      json.key("url")
      json.string(url)
    }
    if let timestamp = metadata.timestamp {
      json.key("date_modified")
      json.string(timestamp)
    }
    writeVersion(document, metadata)
    json.key("in_language")
    json.beginObject()
    json.key("identifier")
    json.string(document.language ?? site.language)
    json.endObject()
    json.key("is_part_of")
    json.beginObject()
    if let name = site.dbName {
      json.key("identifier")
      json.string(name)
    }
    json.key("name")
    json.string(site.siteName)
    json.endObject()
  }

  private mutating func writeVersion(_ document: Document, _ metadata: PageMetadata) {
    json.key("version")
    json.beginObject()
    if let id = metadata.revisionID {
      json.key("identifier")
      json.int(Int(id))
    }
    if let comment = metadata.comment {
      json.key("comment")
      json.string(comment)
    }
    if metadata.isMinorEdit {
      json.key("is_minor_edit")
      json.bool(true)
    }
    if let editor = metadata.editor {
      json.key("editor")
      json.beginObject()
      if let id = metadata.editorID {
        json.key("identifier")
        json.int(Int(id))
      }
      json.key("name")
      json.string(editor)
      json.endObject()
    }
    json.key("size")
    json.beginObject()
    json.key("value")
    json.int(document.source.count)
    json.key("unit_text")
    json.string("B")
    json.endObject()
    json.endObject()
  }

  // MARK: Sets

  private mutating func writeSets(_ document: Document) {
    let extras = document.extras
    if !extras.categories.isEmpty {
      json.key("categories")
      json.beginArray()
      for category in extras.categories {
        json.beginObject()
        json.key("name")
        json.string(document.pool[category.name.offsets])
        if let key = category.sortKey {
          json.key("sort_key")
          json.string(document.pool[key.offsets])
        }
        json.endObject()
      }
      json.endArray()
    }
    if !extras.languageLinks.isEmpty {
      json.key("language_links")
      json.beginArray()
      for link in extras.languageLinks {
        json.beginObject()
        json.key("language")
        json.string(document.pool[link.name.offsets])
        json.key("name")
        json.string(document.pool[(link.sortKey ?? PoolRange()).offsets])
        json.endObject()
      }
      json.endArray()
    }
  }

  private mutating func writeSwitches(_ document: Document) {
    guard !document.extras.behaviorSwitches.isEmpty else { return }
    json.key("behavior_switches")
    json.beginArray()
    for word in document.extras.behaviorSwitches { json.string(word.name) }
    json.endArray()
  }

  // MARK: Pieces

  /// Makes ``text`` the text of the nodes from one index up to another, and notes what it leaves out.
  mutating func readText(from first: Int, to end: Int, options: PlainTextOptions = [], _ document: Document) {
    text.removeAll(keepingCapacity: true)
    document.appendPlainText(from: first, to: end, options: options, to: &text, omitted: &omitted)
  }

  /// Makes ``text`` the text below a node, and notes what it leaves out.
  mutating func readText(of node: Int, options: PlainTextOptions = [], _ document: Document) {
    readText(from: node + 1, to: Int(document.records[node].next), options: options, document)
  }

  mutating func writeSource(_ start: Int, _ end: Int) {
    json.source(SourceRange(start: start, end: end))
  }
}
