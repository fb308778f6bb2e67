/// A rule about records: Article JSON and Document JSON.
public protocol RecordRule: Rule {
  /// Reports what is wrong with a record. Ranges are those of the record's text.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - findings: takes the findings, in any order.
  func check(_ record: CheckedRecord, _ findings: inout FindingList)
}
