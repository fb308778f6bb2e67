public import WikitextDocument

/// Writes a page as a record with its text: for those who want the words of many pages, and of each what page it is.
///
///     {"name":"Isar","identifier":1,"url":"https://…","text":"The Isar is a river.\n","left_out":{"templates":1}}
///
/// `text` is plain text or Markdown; `redirect` is there for a page that leads to another, and `left_out` says how many
/// constructs of each kind the text does not show.
public struct TextRecordWriter: ~Copyable {
  /// What the text is written in.
  public enum Form: Sendable, Hashable {
    /// Plain text.
    case plainText(PlainTextWriter.Options)
    /// Markdown.
    case markdown(MarkdownWriter.Options)
  }

  private let form: Form
  private var json = JSONWriter()

  /// Creates a writer; one can write any number of pages.
  public init(_ form: Form) { self.form = form }

  /// The record of a page, without a line break, in UTF-8.
  ///
  /// - Complexity: O(size of the document).
  public mutating func write(_ document: Document, metadata: PageMetadata) -> [UInt8] {
    let (text, coverage) = text(of: document)
    json.removeAll()
    json.repairs = !document.isValidUTF8
    json.beginObject()
    json.key("name")
    json.string(metadata.title)
    if let id = metadata.pageID {
      json.key("identifier")
      json.int(Int(id))
    }
    if let url = metadata.url {
      json.key("url")
      json.string(url)
    }
    if let redirect = metadata.redirect ?? document.redirect {
      json.key("redirect")
      json.string(redirect)
    }
    json.key("text")
    json.string(text[...])
    writeCounts(coverage)
    json.endObject()
    return json.take()
  }

  private func text(of document: Document) -> (text: [UInt8], coverage: Coverage) {
    switch form {
    case .plainText(let options):
      var writer = PlainTextWriter(options: options)
      return (writer.write(document), writer.coverage)
    case .markdown(let options):
      var writer = MarkdownWriter(options: options)
      return (writer.write(document), writer.coverage)
    }
  }

  private mutating func writeCounts(_ coverage: Coverage) {
    var counts = Array(repeating: 0, count: Coverage.Reason.allCases.count)
    for omission in coverage.omissions { counts[Int(omission.reason.rawValue)] += 1 }
    json.key("left_out")
    json.beginObject()
    for reason in Coverage.Reason.allCases where counts[Int(reason.rawValue)] > 0 {
      json.key(reason.key)
      json.int(counts[Int(reason.rawValue)])
    }
    json.endObject()
  }
}
