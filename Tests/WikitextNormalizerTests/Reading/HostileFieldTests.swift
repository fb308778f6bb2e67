import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

/// Values that nobody writes in good faith: each is read to its end.
struct HostileFieldTests {
  static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
    ("opening brackets", { String(repeating: "(", count: $0) }),
    ("closing brackets", { String(repeating: ")", count: $0) }),
    ("brackets in brackets", { String(repeating: "(", count: $0 / 2) + "x" + String(repeating: ")", count: $0 / 2) }),
    ("brackets one behind the other", { "x" + String(repeating: " (a)", count: $0 / 4) }),
    ("brackets of two kinds", { String(repeating: "([", count: $0 / 4) + String(repeating: ")]", count: $0 / 4) }),
    ("small print", { "x" + String(repeating: "<small>a</small>", count: $0 / 16) }),
    ("links side by side", { String(repeating: "[[a]]", count: $0 / 5) }),
    ("links with commas", { String(repeating: "[[a]], ", count: $0 / 7) }),
    ("words with commas", { String(repeating: "ab, ", count: $0 / 4) }),
    ("dates with commas", { String(repeating: "1 May 1990, ", count: $0 / 12) }),
    ("line breaks", { String(repeating: "a<br>", count: $0 / 5) }),
    ("lines that begin with a dash", { String(repeating: "1990<br>– ", count: $0 / 10) }),
    ("lines that end in a colon", { String(repeating: "a:<br>", count: $0 / 6) }),
    ("colons", { String(repeating: "a: ", count: $0 / 3) }),
    ("percent signs", { String(repeating: "1% ", count: $0 / 3) }),
    ("flags", { String(repeating: "{{flagicon|NOR}}", count: $0 / 16) }),
    ("list items", { "\n" + String(repeating: "* a\n", count: $0 / 4) }),
    ("references", { String(repeating: "a<ref>b</ref>, ", count: $0 / 15) }),
    (
      "templates in templates",
      {
        String(repeating: "{{nowrap|", count: min($0 / 11, 200)) + "1990"
          + String(repeating: "}}", count: min($0 / 11, 200))
      }
    ),
    (
      "lists in lists",
      { String(repeating: "{{ubl|a|", count: min($0 / 10, 200)) + String(repeating: "}}", count: min($0 / 10, 200)) }
    ),
    ("unknown templates", { String(repeating: "{{zzz}}", count: $0 / 7) }),
    ("arguments", { "{{Film date" + String(repeating: "|1990|5|2|x", count: $0 / 11) + "}}" }),
    ("digits", { String(repeating: "9", count: $0) }),
    ("control characters", { String(repeating: "\u{1A}\u{1D}a", count: $0 / 3) }),
    ("quotation marks", { String(repeating: "“", count: $0 / 3) }),
    ("escaped line breaks", { String(repeating: "a&lt;br&gt;", count: $0 / 11) }),
    ("escaped comments that do not end", { String(repeating: "a&lt;!--", count: $0 / 8) }),
    (
      "remarks in brackets in brackets",
      { "a " + String(repeating: "(", count: $0 / 2) + "x" + String(repeating: ")", count: $0 / 2) }
    ),
    (
      "a line in brackets in brackets",
      { "a<br>" + String(repeating: "(", count: $0 / 2) + "x" + String(repeating: ")", count: $0 / 2) }
    ),
    ("remarks on lines of their own", { String(repeating: "[[a]]<br><small>x 1990</small><br>", count: $0 / 34) }),
    ("raised letters", { "a" + String(repeating: "<sup>b</sup>", count: $0 / 12) }),
    ("links with marks of notes", { String(repeating: "[[a]]²<br>", count: $0 / 11) }),
    ("links with an ending and a word between", { String(repeating: "[[Ada Fern]]x and ", count: $0 / 18) }),
    ("flags with commas", { "a " + String(repeating: "{{flagicon|NOR}}, ", count: $0 / 18) }),
    ("arrows", { "5 " + String(repeating: "{{increase}} ", count: $0 / 13) }),
    (
      "arguments with and without names",
      {
        "{{Film date" + String(repeating: "|1990|5|2|x", count: $0 / 22)
          + (0..<$0 / 12).map { "|x\($0)=1" }.joined() + "}}"
      }
    ),
  ]

  /// How long it takes is `bench hostile`'s to measure; here it is read to its end, each value within its field.
  @Test(arguments: shapes.map(\.name)) func `a hostile value is read to its end`(name: String) throws {
    let make = try #require(HostileFieldTests.shapes.first { $0.name == name }?.make)
    var normalizer = Normalizer(configuration: .standard)
    for field in ["birth_date", "spouse", "area_code", "other"] {
      let document = Document(wikitext: "{{Infobox person|\(field)=\(make(16_000))}}")
      guard let argument = document.root.descendants.first(where: { $0.kind == .argument }) else { continue }
      let values = normalizer.values(of: argument, name: field, template: "Infobox person")
      #expect(values.allSatisfy { argument.range.contains($0.range) }, "\(field)")
      #expect(values == normalizer.values(of: argument, name: field, template: "Infobox person"), "\(field)")
    }
  }

  @Test func `arguments that patterns repeat do not multiply`() {
    var wikitext = "x"
    for _ in 0..<60 { wikitext = "{{hlist|\(wikitext)|{{nowrap|\(wikitext.prefix(100))}}}}" }
    var normalizer = Normalizer(configuration: .standard)
    #expect(normalizer.values(ofWikitext: wikitext).count < 10_000)
  }

  @Test func `bytes that are no UTF-8 are read to their end`() {
    var bytes = Array("{{Infobox person|birth_date=".utf8)
    for value in 0..<2000 { bytes.append(UInt8(truncatingIfNeeded: value &* 37 | 0x80)) }
    bytes += Array("}}".utf8)
    let document = Document(SyntaxTree(parsing: bytes, configuration: .standard))
    var normalizer = Normalizer(configuration: .standard)
    #expect(normalizer.normalize(document).document === document)
  }
}
