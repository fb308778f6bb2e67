import Wikitext

/// What the records of a conversion hold.
enum RecordForm: Sendable {
  /// All that a page says: a line of JSON.
  case article
  /// A page's text: a line of JSON.
  case text(TextRecordWriter.Form)
  /// The infoboxes of one type: a line of CSV each.
  case infoboxes(InfoboxCSVWriter)

  /// What texts are written in.
  var text: TextRecordWriter.Form? {
    if case .text(let form) = self { form } else { nil }
  }

  /// What stands above the records.
  var header: [UInt8] {
    if case .infoboxes(let writer) = self { writer.header() } else { [] }
  }
}
