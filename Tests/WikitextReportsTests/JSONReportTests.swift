import Testing
import WikitextReports
import WikitextSyntax
import WikitextValidator

@Suite struct JSONReportTests {
  @Test func `a finding has its place in bytes, lines and scalars, and its fix`() {
    let report = JSONReport()
    let source = Array("Füssen\nIsar".utf8)
    let range = SourceRange(start: 8, end: 9)
    let finding = Finding(
      rule: "a-rule",
      severity: .warning,
      message: "say \"no\"",
      range: range,
      fix: Fix("Mend it", [SyntaxEdit(replacing: range, with: "i")])
    )
    let files = [
      FindingsOfFile(file: "a.wikitext", source: source, findings: [finding]),
      FindingsOfFile(file: "b.wikitext", source: source, findings: []),
    ]
    let place =
      #""range":{"start":{"offset":8,"line":2,"column":1},"end":{"offset":9,"line":2,"column":2}}"#
    #expect(
      String(decoding: report.write(files), as: UTF8.self)
        == "[\n" + #"{"rule":"a-rule","severity":"warning","message":"say \"no\"","file":"a.wikitext","#
        + place + #","fix":{"title":"Mend it","edits":[{"# + place + #","replacement":"i"}]}}"# + "\n]\n"
    )
  }
}
