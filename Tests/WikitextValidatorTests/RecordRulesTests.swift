import Testing
import WikitextNormalizer

@testable import WikitextValidator

@Suite struct RecordRulesTests {
  private static func findings(of rule: any RecordRule, in record: String, page: String? = nil) -> [Finding] {
    var rules = RuleSelection([])
    rules.insert(rule)
    return Validator(rules: rules).validate(record: Array(record.utf8), source: page.map { Array($0.utf8) })
  }

  @Test(arguments: RuleCatalog.records.map(\.about.id))
  func `a rule about records fires on its bad example and not on its good one`(id: String) throws {
    let rule = try #require(RuleCatalog.records.first { $0.about.id == id })
    let found = Self.findings(of: rule, in: rule.about.bad)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule == id && $0.range.end <= rule.about.bad.utf8.count })
    // What is good for one rule is good for all.
    #expect(Validator().validate(record: Array(rule.about.good.utf8)) == [])
  }

  @Test func `what is no JSON is found where reading stops`() {
    let found = Self.findings(of: RecordJSON(), in: "{\"name\": \"Isar\", }")
    #expect(found.map(\.range.start) == [17])
    #expect(Self.findings(of: RecordJSON(), in: "") != [])
    #expect(Validator().validate(record: Array("[1, 2".utf8)).map(\.rule) == ["record-json"])
  }

  @Test func `a finding of the schema says how one gets there and points at the name or value`() {
    let record = RecordExamples.article(field: "\"colour\":\"green\"")
    let found = Self.findings(of: RecordSchema(), in: record)
    #expect(found.map(\.message) == ["infoboxes[0].has_parts[0].colour: the name \"colour\" is not known here"])
    let range = found[0].range.offsets
    #expect(String(decoding: Array(record.utf8)[range], as: UTF8.self) == "\"colour\"")
  }

  @Test func `a value of another kind is looked at by the schema of its kind`() {
    let wrong = RecordExamples.length(raw: "295 km", start: 23).replacing("\"295\"", with: "295")
    let found = Self.findings(of: RecordSchema(), in: RecordExamples.article(field: wrong))
    #expect(found.map(\.message) == ["infoboxes[0].has_parts[0].typed[0].number: it is to be string"])
    let unknown = RecordExamples.length(raw: "295 km", start: 23).replacing("quantity", with: "length")
    #expect(Self.findings(of: RecordSchema(), in: RecordExamples.article(field: unknown)).count >= 1)
  }

  @Test func `raw text is compared with the page, where that is given`() {
    let page = "{{Infobox river|length=295 km}}"
    let good = RecordExamples.article(field: RecordExamples.length(raw: "295 km", start: 23))
    #expect(Self.findings(of: RecordEvidence(), in: good, page: page) == [])
    let other = Self.findings(of: RecordEvidence(), in: good, page: "{{Infobox river|length=259 km}}")
    #expect(other.count == 2)
    #expect(other.allSatisfy { $0.message.contains("\"259 km\"") })
    #expect(Self.findings(of: RecordEvidence(), in: good, page: "short").contains { $0.message.contains("5 bytes") })
  }

  @Test func `a value outside of its field is found without the page`() {
    let record = RecordExamples.article(field: RecordExamples.length(raw: "=295 km", start: 22))
    #expect(Self.findings(of: RecordEvidence(), in: record).contains { $0.message.contains("outside of its field") })
  }

  @Test(arguments: [
    "1985", "1985-04", "1985-21", "1985-04-30", "-0383", "198X", "18XX~", "1XXX?", "XXXX-12-25", "1900-02-29",
    "1985/..",
    "/1985", "1985-04/1986%", "../1985",
  ])
  func `dates and spans of EDTF are read`(text: String) {
    #expect(EDTFText.problem(text) == nil)
  }

  @Test(arguments: [
    "1985-13", "1985-02-30", "2100-02-29", "1986/1985", "85", "1985-4", "X985", "1985/1986/1987", "198X-05",
  ])
  func `dates and spans that are none are found`(text: String) {
    #expect(EDTFText.problem(text) != nil)
  }

  @Test func `points off the globe and codes that ISO does not know are found`() {
    func record(_ value: String) -> String {
      RecordExamples.article(
        field: "\"typed\":[{\(value),\"raw\":\"295 km\",\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}]"
      )
    }
    func problems(_ value: String) -> Int { Self.findings(of: RecordIntervals(), in: record(value)).count }
    let point = "\"kind\":\"coordinates\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
    #expect(problems(point + "[12.9,48.8]}") == 0)
    #expect(problems(point + "[12.9,98.8]}") == 1)
    #expect(problems(point + "[212.9,48.8]}") == 1)
    #expect(problems("\"kind\":\"place\",\"name\":\"Austria\",\"country\":\"AT\"") == 0)
    #expect(problems("\"kind\":\"place\",\"name\":\"Austria\",\"country\":\"AX\"") == 0)
    #expect(problems("\"kind\":\"place\",\"name\":\"Austria\",\"country\":\"QZ\"") == 1)
    #expect(problems("\"kind\":\"money\",\"amount\":\"5\",\"currency\":\"EUR\"") == 0)
    #expect(problems("\"kind\":\"money\",\"amount\":\"5\",\"currency\":\"EUX\"") == 1)
  }

  @Test func `documents have places and numbers of references, too`() {
    let position =
      "\"position\":{\"start\":{\"line\":1,\"column\":1,\"offset\":0},\"end\":{\"line\":1,\"column\":1,\"offset\":0}}"
    func document(_ number: Int, _ end: Int) -> String {
      "{\"type\":\"root\",\(position),\"bytes\":[0,9],\"references\":[{\"name\":\"\",\"group\":\"\",\"uses\":1,\"defined\":true}],"
        + "\"children\":[{\"type\":\"reference\",\(position),\"bytes\":[0,\(end)],\"number\":\(number),\"children\":[]}]}"
    }
    #expect(Validator().validate(record: Array(document(0, 9).utf8)) == [])
    #expect(Validator().validate(record: Array(document(1, 9).utf8)).map(\.rule) == ["record-references"])
    #expect(Validator().validate(record: Array(document(0, 12).utf8)).map(\.rule) == ["record-evidence"])
  }

  @Test func `deep nesting needs no deep stack`() {
    let depth = 500
    var value = "{\"kind\":\"text\",\"text\":\"a\",\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}"
    for _ in 0..<depth / 2 - 10 {
      value = "{\"kind\":\"list\",\"values\":[\(value)],\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}"
    }
    #expect(Validator().validate(record: Array(RecordExamples.article(field: "\"typed\":[\(value)]").utf8)) == [])
  }
}
