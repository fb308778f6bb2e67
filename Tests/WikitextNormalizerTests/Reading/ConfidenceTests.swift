import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

/// How sure values are, and what else is said of them.
struct ConfidenceTests {
  private func values(_ wikitext: String, _ kind: FieldKind = .any, _ wiki: String = "enwiki") throws -> [Value] {
    var normalizer = Normalizer(configuration: try #require(SiteConfiguration(wiki: wiki)))
    return normalizer.values(ofWikitext: wikitext, expecting: Expectation(kind: kind))
  }

  @Test func `A figure beside a template that nobody knows is unsure, and names it`() throws {
    let value = try #require(try values("12 {{strange thing|x}}", .count).first)
    #expect(value.content == .number(DecimalNumber(12)))
    #expect(value.confidence == .unsure)
    #expect(value.templates == ["strange thing"])
    #expect(try values("[[Isar]] {{strange thing|x}}", .item).first?.confidence == .certain)
  }

  @Test func `Words with a figure in a field of figures are unsure`() throws {
    #expect(try values("105 × 68 m", .quantity).first?.confidence == .unsure)
    #expect(try values("some words", .quantity).first?.confidence == .certain)
  }

  @Test func `A book's number without its check digit is unsure`() throws {
    #expect(try values("{{ISBN|0-306-40615-3}}").first?.confidence == .unsure)
    #expect(try values("{{ISBN|0-306-40615-2}}").first?.confidence == .certain)
  }

  @Test func `A date with the same day in our calendar beside it is Julian`() throws {
    let texts = ["12 (24) марта 1850", "31 декабря 1850 (12 января 1851)", "{{СС3|12.03.1850}}"]
    for text in texts {
      guard case .date(let date)? = try values(text, .date, "ruwiki").first?.content else {
        Issue.record("no date: \(text)")
        continue
      }
      #expect(date.calendar == .julian)
    }
    guard case .date(let date)? = try values("12 марта 1850 (13 марта 1850)", .date, "ruwiki").first?.content else {
      return
    }
    #expect(date.calendar == .gregorian)
  }

  @Test func `Coordinates of a template keep their globe and how fine they are`() throws {
    guard case .coordinates(let position)? = try values("{{coord|10.5|-20.5|globe:moon}}").first?.content else {
      Issue.record("no coordinates")
      return
    }
    #expect(position.globe == "moon")
    #expect(position.precision == 0.1)
  }

  @Test func `What people are to each other follows the field`() throws {
    for (field, expected) in [("partner", "partner"), ("spouse", "marriage"), ("domestic_partner", "partner")] {
      let document = Document(wikitext: "{{Infobox person|\(field)=[[Jan Birch]] (1985–91)}}")
      var normalizer = Normalizer(configuration: .standard)
      let field = try #require(normalizer.normalize(document).infoboxes.first?.fields.first)
      guard case .relation(let relation)? = field.values.first?.content else {
        Issue.record("no relation")
        continue
      }
      #expect(relation.relation == expected)
    }
  }

  @Test func `Only figures hold for a date`() throws {
    #expect(try values("5,000 (2010)", .count).first?.asOf?.description == "2010")
    #expect(try values("[[Great Prize]] (1950)", .item).first?.asOf == nil)
    #expect(try values("5,000 (until 2010)", .count).first?.asOf == nil)
  }
}
