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
    ("{{won}}", "Won"), ("{{won|place=Second}}", "Second"), ("{{won|place=2nd}}", "2nd"), ("{{Nom}}", "Nominated"),
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
    ("{{won|place=2}}", "Won / 2"), ("{{won|3}}", "Won / 3"), ("{{nom|place=3}}", "Nominated / 3"), ("{{win}}", "Won"),
    ("{{tie}}", "Draw"), ("{{draw|2–2}}", "Draw / 2–2"), ("{{lost|[[Semi-final]]}}", "Semi-final"),
    ("{{won|}}", "Won"), ("{{1st}}", "1st"), ("{{Gold1}}", "gold"), ("{{silver2}} [[Kenya]]", "Kenya / silver"),
    ("{{bronze3}} 5", "5 / bronze"),
  ])
  func `Results of contests are never figures`(text: String, expected: String) throws {
    #expect(try cell(text) == expected)
  }

  @Test(arguments: [
    ("en", "{{increase}} 5", "5 / increase"), ("en", "5 {{decrease}}", "5 / decrease"), ("en", "{{steady}}", "steady"),
    ("en", "{{increase}} US$5 million (2019)", "5000000 USD / 2019 / increase"),
    ("en", "{{gain}} 3%", "3 % / increase"),
    ("en", "{{loss}}", "loss"), ("en", "US$ {{decrease}} 5 million", "5000000 USD / decrease"),
    ("fr", "{{augmentation}} 5,5 %", "5.5 % / increase"), ("es", "{{Descenso}} 12", "12 / decrease"),
    ("ru", "{{рост}} 12", "12 / increase"), ("pt", "{{Queda}} 12", "12 / decrease"), ("zh", "{{持平}} 12", "12 / steady"),
    ("it", "{{aumento}} 12", "12 / increase"), ("ja", "{{下降}} 12", "12 / decrease"),
    ("de", "{{Increase}} 12", "12 / increase"),
  ])
  func `Arrows say which way a figure went`(wiki: String, text: String, expected: String) throws {
    #expect(try cell(text, wiki: wiki) == expected)
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
    ("{{KEN}}", "Kenya"), ("{{fb|KEN}}", "Kenya"), ("{{fb|SCO}}", "Scotland"), ("{{flag|ENG}}", "England"),
    ("{{ru|KEN}}", "Kenya"), ("{{noflag|Nobody}}", "Nobody"),
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
