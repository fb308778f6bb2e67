import Foundation
import Testing
import Wikitext

@testable import WikitextCommand

@Suite("wikitext infobox")
struct InfoboxTests {
  @Test("The table has the kinds and values of a field one below the other, with remarks in brackets")
  func table() throws {
    let page = """
      {{Infobox river
      | name = ''Isar''
      | cities = Munich<br>[[Landshut]]
      | length = {{convert|292|km}} (2019)
      | basin_size = about half
      | depth =
      | name = Isar
      }}
      """
    let run = try Run.wikitext("infobox", "-", input: Data(page.utf8))
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(
      run.text == """
        Infobox river (schema river)
          Name        text      Isar (overridden by a later field)
          Cities      text      Munich
                      link      Landshut
          Length      quantity  292 km [2019]
          Basin size  text      about half
          Name        text      Isar
          (1 field without a value)

        """
    )
  }

  @Test("JSON is what the record of the page has")
  func json() throws {
    let boxes = try Run.wikitext("infobox", fixture("sample.xml"), "--page", "Otto Lindqvist", "--json")
    #expect(boxes.status == 0)
    let records = try Run.wikitext("convert", fixture("sample.xml")).records
    let record = try #require(records.first { $0["name"] as? String == "Otto Lindqvist" })
    let expected = try #require(record["infoboxes"] as? [Any])
    #expect(expected.count == 2)
    let written = try JSONSerialization.jsonObject(with: boxes.output) as? NSArray
    #expect(written == expected as NSArray)
  }

  @Test("A page without an infobox is an empty array, and a word to people")
  func none() throws {
    let json = try Run.wikitext("infobox", "-", "--json", input: Data("Text.".utf8))
    #expect(json.status == 0)
    #expect(json.text == "[]\n")
    let table = try Run.wikitext("infobox", "-", input: Data("Text.".utf8))
    #expect(table.status == 0)
    #expect(table.text == "")
    #expect(table.errorLines.count == 1)
  }

  @Test("What moves a terminal's cursor does not reach it")
  func controls() throws {
    let run = try Run.wikitext("infobox", "-", input: Data("{{Infobox a|b=c\u{1B}[2Jd\u{7}}}".utf8))
    #expect(!run.text.contains("\u{1B}"))
    #expect(!run.text.contains("\u{7}"))
  }

  @Test("Lines are no wider than the terminal, and nothing is lost", arguments: [24, 31, 40, 57, 80])
  func width(columns: Int) throws {
    let value = "The quick brown fox 速い茶色の狐が怠け者の犬を飛び越える and e\u{301}tude नमस्ते "
    let document = Document(
      wikitext: "{{Infobox fox|name=\(value)|link=https://fox.example/\(String(repeating: "x", count: 90))}}"
    )
    var normalizer = Normalizer(configuration: .standard)
    let infoboxes = normalizer.normalize(document).infoboxes
    let text = InfoboxTable(width: columns, isStyled: false).text(of: infoboxes)
    let lines = text.split(separator: "\n")
    for line in lines { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
    let unwrapped = InfoboxTable(width: nil, isStyled: false).text(of: infoboxes)
    #expect(unwrapped.split(separator: "\n").count == 3)
    #expect(text.filter { !$0.isWhitespace } == unwrapped.filter { !$0.isWhitespace })
  }

  @Test(
    "Wide and combining characters take up what terminals give them",
    arguments: [
      ("Isar", 4), ("京都", 4), ("ｱ", 1), ("한국", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("👍🏽", 2),
      ("\u{200B}a", 1), ("–", 1), ("Ａ", 2),
    ]
  )
  func displayWidth(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
