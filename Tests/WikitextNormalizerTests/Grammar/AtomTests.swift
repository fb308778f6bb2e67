import Testing
import WikitextSyntax

@testable import WikitextNormalizer

/// Values that templates give, within text.
struct AtomTests {
  private func read(
    _ pieces: [Any],
    _ kind: FieldKind = .any,
    _ language: String = "en"
  ) -> String? {
    var text = ValueText()
    for piece in pieces {
      if let string = piece as? String {
        text.bytes += Array(string.utf8)
      } else if let content = piece as? Value.Content {
        text.atoms.append(
          ValueText.Atom(offset: text.bytes.count, value: Value(content, range: SourceRange(start: 0, end: 0)))
        )
        text.bytes.append(ValueText.Control.atom)
      }
    }
    var grammar = ValueGrammar(lexicon: Lexicon.of(language))
    return grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: kind))?.content.line
  }

  private func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> Value.Content {
    EDTFDate(year: year, month: month, day: day).map { .date($0) } ?? .text("")
  }

  @Test func `A template's number takes the words behind it`() throws {
    let number = Value.Content.number(try #require(DecimalNumber(digits: "477.672".utf8)))
    #expect(read([number, " milliards de $"], .any, "fr") == "money 477672000000 USD")
    #expect(read([number, " km²"]) == "quantity 477.672 km2")
    #expect(read([number, " %"]) == "percent 477.672")
  }

  @Test func `A template's quantity is divided by what follows`() {
    let hours = Value.Content.quantity(Quantity(DecimalNumber(1804), MeasuredUnit(ucum: "h", written: "heures")))
    #expect(read([hours, "/an"], .quantity, "fr") == "quantity 1804 h/a")
  }

  @Test func `Dates of templates are circa, and ends of spans`() {
    #expect(read(["c. ", date(2014, 12)], .date) == "date 2014-12~")
    #expect(read([date(1990), " – ", date(1995, 5, 3)]) == "interval 1990/1995-05-03")
    #expect(read([date(1990), " – present"]) == "interval 1990/..")
    #expect(read([date(1990), " in Rome"], .date) == "date 1990")
  }
}
