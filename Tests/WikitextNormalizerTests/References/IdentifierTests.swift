import Testing

@testable import WikitextNormalizer

@Suite struct WorkIdentifierTests {
  @Test(arguments: [
    ("0-306-40615-2", "9780306406157"), ("978-0-306-40615-7", "9780306406157"), ("080442957X", "9780804429573"),
    ("979-8-88645-174-0", "9798886451740"), ("ISBN 0 306 40615 2", "9780306406157"),
    ("978–0–306–40615–7", "9780306406157"),
  ])
  func `ISBNs are written with thirteen digits`(text: String, expected: String) {
    #expect(IdentifierForm.read(text, scheme: "isbn") == WorkIdentifier(scheme: "isbn", value: expected))
  }

  @Test(arguments: [
    "0-306-40615-3", "978-0-306-40615-8", "97803064061", "X306406152", "123-0-306-40615-7", "97803064061577", "none",
  ])
  func `An ISBN with a wrong digit is kept and marked`(text: String) {
    #expect(IdentifierForm.read(text, scheme: "isbn") == WorkIdentifier(scheme: "isbn", value: text, isValid: false))
  }

  @Test(arguments: [
    ("issn", "00280836", "0028-0836"), ("issn", "0317-8471", "0317-8471"), ("issn", "1050-124X", "1050-124X"),
    ("doi", "doi:10.1000/182", "10.1000/182"), ("doi", "https://doi.org/10.1000/182", "10.1000/182"),
    ("pmcid", "PMC456", "PMC456"), ("pmcid", "456", "PMC456"), ("arxiv", "arXiv:0704.0001", "0704.0001"),
    ("arxiv", "hep-th/9901001", "hep-th/9901001"), ("arxiv", "2101.00001v2", "2101.00001v2"),
    ("arxiv", "https://arxiv.org/abs/2101.00001", "2101.00001"), ("pmid", "123", "123"),
    ("bibcode", "1999Natur.401..123S", "1999Natur.401..123S"), ("jstor", "https://www.jstor.org/stable/123", "123"),
  ])
  func `Codes lose what people write around them`(scheme: String, text: String, expected: String) {
    #expect(IdentifierForm.read(text, scheme: scheme) == WorkIdentifier(scheme: scheme, value: expected))
  }

  @Test(arguments: [
    ("issn", "0028-0837"), ("doi", "11.1000/182"), ("doi", "10.1000"), ("pmid", "12a"), ("bibcode", "1999"),
    ("arxiv", "nonsense"), ("pmcid", "PMCx"), ("asin", "123"),
  ])
  func `Codes of another form are marked`(scheme: String, text: String) {
    #expect(!IdentifierForm.read(text, scheme: scheme).isValid)
  }

  @Test func `A text may have several ISBNs`() {
    #expect(
      IdentifierForm.isbns("0-306-40615-2 (hardback), 080442957X").map(\.value) == ["9780306406157", "9780804429573"]
    )
  }
}
