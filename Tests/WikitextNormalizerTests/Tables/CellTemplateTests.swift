import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

/// The values of one cell, in one line form, with their qualifiers.
private func cell(_ text: String, wiki: String = "en") throws -> String {
  let configuration = try #require(SiteConfiguration(wiki: wiki))
  var normalizer = Normalizer(configuration: configuration)
  let parsed = Document(wikitext: "{|\n! A !! B\n|-\n| x || y\n|-\n| z\n| \(text)\n|}", configuration: configuration)
  let table = try #require(normalizer.tables(of: parsed).first)
  let place = try #require(table.grid.rows[2].last ?? nil)
  return table.values(of: place.cell)
    .map { ([$0.content.description] + $0.qualifiers).joined(separator: " / ") }.joined(separator: " | ")
}

@Suite struct CellTemplateTests {
  @Test(arguments: [
    ("{{won}}", "Won"), ("{{won|place=Second}}", "Second"), ("{{won|place=2nd}}", "2"), ("{{Nom}}", "Nominated"),
    ("{{nom|Shortlisted}}", "Shortlisted"),
    ("{{partial}}", "Partial"), ("{{some}}", "Some"), ("{{draw}}", "Draw"), ("{{TBA}}", "TBA"), ("{{n/a}}", "N/A"),
    ("{{dunno}}", "Unknown"), ("{{maybe|If it rains}}", "If it rains"), ("{{CGuest}}", "Guest"),
    ("{{yes}}", "yes"), ("{{no}}", "no"), ("{{yes|Yes}}", "yes"), ("{{yes|Certified}}", "yes / Certified"),
    ("{{No|Not sold}}", "no / Not sold"), ("{{tick|20}}", "yes"), ("{{cross}}", "no"),
    ("{{nowrap|Mount Ararat}}", "Mount Ararat"),
  ])
  func `Cells of results say what their template shows`(text: String, expected: String) throws {
    #expect(try cell(text) == expected)
  }

  @Test(arguments: [
    ("de", "{{Ja}}", "yes"), ("de", "{{Nein|selten}}", "no / selten"),
    ("de", "{{Teilweise}}", "Teilweise"), ("fr", "{{Oui}}", "yes"),
    ("fr", "{{Gagné}}", "Lauréat"), ("fr", "{{nommé|Finaliste}}", "Finaliste"),
    ("es", "{{Sí}}", "yes"), ("es", "{{Ganador}}", "Ganador"), ("es", "{{nom}}", "Nominado"),
    ("it", "{{Si}}", "yes"), ("it", "{{forse}}", "Forse"), ("pt", "{{Não}}", "no"),
    ("pt", "{{Venceu}}", "Venceu"), ("ru", "{{да}}", "yes"), ("ru", "{{частично}}", "Частично"),
    ("ja", "{{はい}}", "yes"), ("ja", "{{won}}", "受賞"), ("zh", "{{否}}", "no"),
    ("zh", "{{提名}}", "提名"), ("sv", "{{won}}", "Vann"),
  ])
  func `Other languages have their own words for results`(wiki: String, text: String, expected: String) throws {
    #expect(try cell(text, wiki: wiki) == expected)
  }

  @Test(arguments: [
    ("{{flag|Kenya}}", "Kenya"), ("{{flagu|Kenya}}", "Kenya"), ("{{flagicon|KEN}}", "Kenya"),
    ("{{KEN}}", "Kenya"), ("{{fb|KEN}}", "Kenya"), ("{{ru|KEN}}", "Kenya"), ("{{noflag|Nobody}}", "Nobody"),
    ("{{flagicon|KEN}} [[Eliud Kipchoge]]", "Eliud Kipchoge / Kenya"),
    ("[[Eliud Kipchoge]] {{flagicon|KEN}}", "Eliud Kipchoge / Kenya"),
  ])
  func `Flags in cells are places, and remarks on the names beside them`(text: String, expected: String) throws {
    #expect(try cell(text) == expected)
  }

  @Test(arguments: [
    "[[Watzmann]]", "Some words", "words {{cn}}", "{{no such template here}}", "({{no such template here}}) words",
    "[[File:A.jpg|20px]]",
  ])
  func `Cells of text and links have no values beside them`(text: String) throws {
    #expect(try cell(text) == "")
  }

  @Test func `Attributes before a template are those of the cell`() throws {
    let text = """
      {|
      ! A !! Result !! Note
      |-
      | 1950 || rowspan="2" align=center {{won}} || style="color: red" {{yes|So}}
      |-
      | 1951 || width=5 {{n/a}} [[a]]
      |-
      | a=1 {{won}} || class {{nom}} || title="it's {{won}}
      |}
      """
    var normalizer = Normalizer(configuration: .standard)
    let document = Document(wikitext: text)
    let table = try #require(normalizer.tables(of: document).first)
    let rows = table.grid.rows.map { $0.map { $0.map { table.values(of: $0.cell).map(\.content.description) } ?? [] } }
    #expect(rows[1][1...] == [["Won"], ["yes"]])
    #expect(rows[2][1...] == [["Won"], ["N/A a"]])
    #expect(rows[3][0] == ["a=1 Won"])
    #expect(rows[3][1] == ["class Nominated"])
  }
}
