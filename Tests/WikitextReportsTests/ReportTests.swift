import Testing
import WikitextReports
import WikitextSyntax
import WikitextValidator

@Suite struct ReportTests {
  private static let source = Array("Füssen\n日本語<tt>a</tt> end\n".utf8)
  private static let range = SourceRange(start: 17, end: 27)

  private static func file(
    _ path: String = "a.wikitext",
    fragment: String? = nil,
    fix: Fix? = nil,
    message: String = "<tt> is obsolete",
    isAsStored: Bool = true
  ) -> FindingsOfFile {
    FindingsOfFile(
      file: path,
      fragment: fragment,
      source: source,
      isAsStored: isAsStored,
      findings: [Finding(rule: "obsolete-tag", severity: .warning, message: message, range: range, fix: fix)]
    )
  }

  private func text(_ report: some FindingReport, _ files: FindingsOfFile...) -> String {
    String(decoding: report.write(files), as: UTF8.self)
  }

  @Test func `text says path, line, column, severity, rule and message`() {
    #expect(text(TextReport(), Self.file()) == "a.wikitext:2:4: warning obsolete-tag: <tt> is obsolete\n")
  }

  @Test func `an excerpt has its mark below the place, wide characters counted as two columns`() {
    var report = TextReport()
    report.excerptWidth = 80
    let lines = text(report, Self.file()).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "    2 | 日本語<tt>a</tt> end")
    #expect(lines[2] == "      |       ^^^^^^^^^^")
  }

  @Test func `an excerpt of a long line is cut to the width, around the place`() {
    var report = TextReport()
    report.excerptWidth = 60
    let source = Array((String(repeating: "ä", count: 40_000) + "<tt>" + String(repeating: "b", count: 40_000)).utf8)
    let range = SourceRange(start: 80_000, end: 80_004)
    let finding = Finding(rule: "r", severity: .error, message: "m", range: range)
    let lines = text(report, FindingsOfFile(file: "a", source: source, findings: [finding])).split(separator: "\n")
    #expect(lines[1].count <= 60)
    #expect(lines[1].hasSuffix("…") && lines[1].contains("…ä"))
    let mark = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let place = lines[1].firstIndex(of: "<").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(mark == place)
  }

  @Test func `a finding of the end of a page, or of bytes that are no UTF-8, has an excerpt`() {
    var report = TextReport()
    report.excerptWidth = 40
    let source: [UInt8] = [0x61, 0xFF, 0x1B, 0x5B, 0x0A]
    let findings = [SourceRange(start: 1, end: 5), SourceRange(start: 5, end: 5)].map {
      Finding(rule: "r", severity: .info, message: "\u{1B}[2J", range: $0)
    }
    let output = text(report, FindingsOfFile(file: "a", source: source, findings: findings))
    #expect(!output.utf8.contains(0x1B))
    #expect(output.split(separator: "\n").count == 6)
  }

  @Test func `colours are the terminal's own`() {
    var report = TextReport()
    report.isColored = true
    #expect(text(report, Self.file()).contains("\u{1B}[33mwarning\u{1B}[0m"))
  }

  @Test func `GitHub's commands have what their grammar forbids escaped`() {
    let output = text(GitHubReport(), Self.file("a,b:c.wikitext", message: "50% is\nbad: \"x\""))
    #expect(
      output
        == "::warning file=a%2Cb%3Ac.wikitext,line=2,col=4,endColumn=14,title=obsolete-tag::50%25 is%0Abad: \"x\"\n"
    )
  }

  @Test func `GitLab's fingerprints stay when lines are added above`() throws {
    let first = text(GitLabReport(), Self.file())
    var moved = Self.file()
    moved.source = Array("One more\n".utf8) + moved.source
    moved.findings[0].range = SourceRange(start: 26, end: 36)
    let second = text(GitLabReport(), moved)
    let fingerprint = try #require(first.firstRange(of: "\"fingerprint\":\"")).upperBound
    #expect(second.contains(first[fingerprint...].prefix(16)))
    #expect(first.contains("\"begin\":2") && second.contains("\"begin\":3"))
    #expect(!text(GitLabReport(), Self.file("other")).contains(first[fingerprint...].prefix(16)))
  }

  @Test func `findings in like lines have fingerprints of their own`() {
    let source = Array("<tt>a</tt>\n<tt>a</tt>\n".utf8)
    let findings = [0, 11].map {
      Finding(rule: "r", severity: .info, message: "m", range: SourceRange(start: $0, end: $0 + 4))
    }
    let identities = FindingIdentity.of(FindingsOfFile(file: "a", source: source, findings: findings))
    #expect(identities.map(\.occurrence) == [0, 1])
    #expect(identities[0].line == identities[1].line)
    #expect(Set(identities.map { $0.fingerprint(path: "a") }).count == 2)
  }

  @Test func `JUnit has a suite for each page, and failures for what makes the command fail`() {
    let clean = FindingsOfFile(file: "b", source: [], findings: [])
    let output = text(JUnitReport(failures: .warning), Self.file(message: "a <b> & \u{1}"), clean)
    #expect(output.contains("<testsuite name=\"a.wikitext\" tests=\"1\" failures=\"1\" errors=\"0\">"))
    #expect(output.contains("message=\"a &lt;b&gt; &amp; \u{FFFD}\""))
    #expect(output.contains("<testsuite name=\"b\" tests=\"1\" failures=\"0\" errors=\"0\">"))
    #expect(text(JUnitReport(failures: .error), Self.file()).contains("<system-out>warning: "))
  }

  @Test func `SARIF has regions in scalars and bytes, and fixes`() {
    let about = RuleCatalog.all.map(\.about).filter { $0.id == "obsolete-tag" }
    let fix = Fix("Use code", [SyntaxEdit(replacing: SourceRange(start: 18, end: 20), with: "code")])
    let output = text(
      SARIFReport(rules: about, version: "1.0.0"),
      Self.file("a b/ü#.wikitext", fragment: "A#b", fix: fix)
    )
    #expect(output.contains("\"uri\":\"a%20b/%C3%BC%23.wikitext#A%23b\""))
    #expect(
      output.contains(
        "\"region\":{\"startLine\":2,\"startColumn\":4,\"endLine\":2,\"endColumn\":14,\"byteOffset\":17,\"byteLength\":10}"
      )
    )
    // No bytes here: they would make it a replacement of bytes.
    #expect(
      output.contains(
        "{\"deletedRegion\":{\"startLine\":2,\"startColumn\":5,\"endLine\":2,\"endColumn\":7},"
          + "\"insertedContent\":{\"text\":\"code\"}}"
      )
    )
    #expect(output.contains("\"ruleIndex\":0"))
    #expect(output.hasSuffix("\n]}]}\n"))
  }

  @Test func `SARIF counts no bytes where the page is stored otherwise, and no byte order mark`() {
    let report = SARIFReport(rules: [], version: "1.0.0")
    #expect(!text(report, Self.file(isAsStored: false)).contains("byte"))
    let range = SourceRange(start: 3, end: 7)
    let marked = FindingsOfFile(
      file: "a",
      source: Array("\u{FEFF}<tt>\n".utf8),
      findings: [Finding(rule: "obsolete-tag", severity: .warning, message: "x", range: range)]
    )
    #expect(text(report, marked).contains("{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":5,"))
  }

  @Test(arguments: [
    ("./a/./b//c", "a/b/c"), ("a/../b", "b"), ("../../a", "../../a"), ("/a/../../b c", "file:///b%20c"),
    ("a#b?.wikitext", "a%23b%3F.wikitext"), ("-", "-"),
  ])
  func `paths become references without steps`(path: String, uri: String) {
    #expect(text(SARIFReport(rules: [], version: "1.0.0"), Self.file(path)).contains("\"uri\":\"\(uri)\""))
  }

  @Test func `plain texts of SARIF are without the marks of Markdown`() throws {
    let about = try #require(RuleCatalog.all.map(\.about).first { $0.explanation.contains("`") })
    let opening = String(decoding: SARIFReport(rules: [about], version: "1.0.0").opening, as: UTF8.self)
    let plain = opening.split(separator: "\"text\":\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(plain.count == 3 && plain.allSatisfy { !$0.contains("`") })
    #expect(opening.contains("\"markdown\":") && opening.contains("`"))
  }

  @Test func `reports of nothing are whole`() {
    #expect(text(JSONReport()) == "[\n\n]\n")
    #expect(text(TextReport()) == "")
    #expect(text(SARIFReport(rules: [], version: "1")).hasSuffix("\"results\":[\n\n]}]}\n"))
  }
}
