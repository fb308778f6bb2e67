import Testing
import WikitextReports
import WikitextSyntax
import WikitextValidator

@Suite struct BaselineTests {
  private func identities(_ lines: String..., rule: String = "r") -> [FindingIdentity] {
    let source = Array(lines.joined(separator: "\n").utf8)
    let index = LineIndex(source)
    let findings = (1...lines.count).compactMap { index.range(ofLine: $0) }.map {
      Finding(rule: rule, severity: .info, message: "m", range: SourceRange(start: $0.start, end: $0.start))
    }
    return FindingIdentity.of(FindingsOfFile(file: "a", source: source, findings: findings))
  }

  @Test func `findings are accepted by the text of their line, so many as there were`() {
    var baseline = Baseline()
    baseline.add(identities("one", "two", "one"), path: "a")
    let later = identities("new", "one", "  one", "one", "two")
    #expect(later.map { baseline.accepts($0, path: "a") } == [false, true, true, false, true])
    #expect(later.allSatisfy { !baseline.accepts($0, path: "b") })
    #expect(!baseline.accepts(identities("one", rule: "s")[0], path: "a"))
  }

  @Test func `the file is sorted, and reads back as it was`() throws {
    var baseline = Baseline()
    baseline.add(identities("one"), path: "b")
    baseline.add(identities("one", "one"), path: "a \"quoted\"")
    let json = baseline.json()
    let lines = String(decoding: json, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].contains("a \\\"quoted\\\"") && lines[1].contains("\"count\":2"))
    #expect(try Baseline(json: json).counts == baseline.counts)
    #expect(try Baseline(json: Baseline().json()).count == 0)
  }

  @Test func `what is gone is told, of pages that were looked at`() {
    var baseline = Baseline()
    baseline.add(identities("one", "one"), path: "a")
    baseline.add(identities("one"), path: "b")
    var found = Baseline()
    found.add(identities("one"), path: "a")
    let missing = baseline.missing(from: found) { $0 == "a" }
    #expect(missing.map(\.key.path) == ["a"])
    #expect(missing.map(\.count) == [1])
  }

  @Test(arguments: [
    "", "[]", "{\"version\":2}", "{\"version\":1}", "{\"version\":1,\"findings\":{}}",
    "{\"version\":1,\"findings\":[{\"path\":\"a\"}]}",
  ])
  func `what is no baseline is an error`(json: String) {
    #expect(throws: BaselineError.self) { try Baseline(json: Array(json.utf8)) }
  }

  @Test func `counts that no page has do no harm`() throws {
    let entry = #"{"path":"a","rule":"r","line":"l","count":9223372036854775807}"#
    let other = entry.replacing("\"l\"", with: "\"m\"")
    let baseline = try Baseline(json: Array("{\"version\":1,\"findings\":[\(entry),\(entry),\(other)]}".utf8))
    var twice = baseline
    twice.merge(baseline)
    #expect(baseline.count > 0 && twice.count == 2 * baseline.count)
  }
}
