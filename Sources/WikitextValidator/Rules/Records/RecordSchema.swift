import WikitextNormalizer
import WikitextSyntax

/// `record-schema`: records that are not as their schema says.
struct RecordSchema: RecordRule {
  let about = RuleDescription(
    id: "record-schema",
    family: .records,
    severity: .error,
    summary: "A record is not as its schema says.",
    explanation: """
      Article JSON and Document JSON have published schemas (JSON Schema 2020-12). Found is what a schema does not allow: \
      names that it does not know, values of other types, what is missing, numbers and texts of another form. The message \
      says how one gets to the value from the whole. A record whose `type` is `root` is taken for Document JSON, any other \
      one for Article JSON. A name that is there twice is found, too.
      """,
    bad: RecordExamples.article(
      field: "\"typed\":[{\"kind\":\"length\",\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}]"
    ),
    good: RecordExamples.article(field: RecordExamples.length(raw: "295 km", start: 23))
  )

  func check(_ record: CheckedRecord, _ findings: inout FindingList) {
    guard let tree = record.tree else { return }
    let schema =
      switch record.kind {
      case .article: RecordSchemas.article
      case .document: RecordSchemas.document
      }
    for violation in schema.violations(in: tree) {
      let path = tree.path(to: violation.node)
      let node = tree.nodes[violation.node]
      let range = violation.isOfName ? node.name.lowerBound - 1..<node.name.upperBound + 1 : node.range
      findings.report((path.isEmpty ? "the record" : path) + ": " + violation.problem, at: SourceRange(range))
    }
  }
}

/// The schemas of our records.
enum RecordSchemas {
  static let article = schema(EmbeddedRecordSchemas.article)
  static let document = schema(EmbeddedRecordSchemas.document)

  private static func schema(_ text: StaticString) -> JSONSchema {
    do {
      return try JSONSchema(JSONReader.read(Array(String(describing: text).utf8)))
    } catch {
      preconditionFailure("an embedded schema is not understood: \(error)")
    }
  }
}
