import WikitextSyntax

/// `record-json`: records that are no JSON.
struct RecordJSON: RecordRule {
  let about = RuleDescription(
    id: "record-json",
    family: .records,
    severity: .error,
    summary: "A record is no JSON.",
    explanation: """
      The text cannot be read as JSON (RFC 8259, in UTF-8), so nothing else can be said of it. The finding stands where \
      reading stopped; what is wrong may be before that. A file with a record on each line is read line by line.
      """,
    bad: "{\"name\":\"Isar\",}",
    good: RecordExamples.article(field: RecordExamples.length(raw: "295 km", start: 23))
  )

  func check(_ record: CheckedRecord, _ findings: inout FindingList) {
    guard let fault = record.fault else { return }
    let start = min(max(fault.offset, 0), record.source.count)
    findings.report(
      "this is no JSON: \(fault.problem)",
      at: SourceRange(start: start, end: min(start + 1, record.source.count))
    )
  }
}
