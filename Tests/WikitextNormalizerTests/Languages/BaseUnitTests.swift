import Testing
import WikitextSyntax

@testable import WikitextNormalizer

/// Quantities in the SI's base units.
struct BaseUnitTests {
  private func inSI(_ number: String, _ ucum: String) -> SIValue? {
    DecimalNumber(digits: number.utf8).flatMap { Lexicon.of("en").units.inSI($0, ucum) }
  }

  @Test func `Products, powers and quotients are worked out`() {
    #expect(inSI("5", "km") == SIValue(5000, "m"))
    #expect(inSI("2", "[ft_i]") == SIValue(0.6096, "m"))
    #expect(inSI("71.5", "[in_i]") == SIValue(1.8161, "m"))
    #expect(inSI("100", "{metric-horsepower}") == SIValue(73549.875, "kg.m2.s-3"))
    #expect(inSI("5", "g/cm3")?.unit == "kg.m-3")
    #expect((inSI("5", "g/cm3")?.number ?? 0).rounded() == 5000)
    #expect(inSI("3", "W/(m.K)")?.unit == "kg.m.s-3.K-1")
    #expect(inSI("1", "kW.h") == SIValue(3_600_000, "kg.m2.s-2"))
    #expect(inSI("20", "Cel") == SIValue(293.15, "K"))
  }

  @Test func `Persons and unknown units have none`() {
    #expect(inSI("5", "{person}/km2") == nil)
    #expect(inSI("5", "furlongs") == nil)
    #expect(inSI("5", "") == nil)
    #expect(inSI("5", "m99999999999") == nil)
  }

  @Test func `A value has it`() {
    var normalizer = Normalizer(configuration: .standard)
    let value = normalizer.values(ofWikitext: "12 km").first
    guard case .quantity(let quantity)? = value?.content else {
      Issue.record("no quantity")
      return
    }
    #expect(quantity.inSI == SIValue(12000, "m"))
  }
}
