import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

struct TemplateEvidenceTests {
  private func templates(_ field: String) -> [[String]] {
    var normalizer = Normalizer(configuration: .standard)
    let article = normalizer.normalize(Document(wikitext: "{{Infobox person|birth_date=\(field)}}"))
    return article.infoboxes.first?.fields.first?.values.map(\.templates) ?? []
  }

  @Test(arguments: [
    ("{{birth date|1990|1|2}}", [["birth date"]]),
    ("{{nowrap|{{birth date|1990|1|2}}}}", [["nowrap", "birth date"]]),
    ("{{nowrap|12 May 1990}}", [["nowrap"]]),
    (
      "{{ubl|[[A]]|{{flag|France}}|{{small|{{nowrap|[[B]]}}}}}}",
      [["ubl"], ["ubl", "flag"], ["ubl", "small", "nowrap"]]
    ),
    ("12 May 1990", [[]]),
  ])
  func `A value names the templates that it came through, the outermost first`(_ field: String, _ expected: [[String]])
  {
    #expect(templates(field) == expected)
  }

  @Test func `Templates one in another over many items are found in linear time, the innermost left out`() {
    let deep = String(repeating: "{{nowrap|", count: 60) + "[[A]]" + String(repeating: "}}", count: 60)
    #expect(templates(deep).first?.count == 16)
    let wide = "{{ubl" + String(repeating: "|{{nowrap|[[A]]}}", count: 5000) + "}}"
    #expect(templates(wide).count == 5000)
  }
}
