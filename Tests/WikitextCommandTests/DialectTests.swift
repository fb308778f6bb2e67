import Foundation
import Testing

@Suite("Dialects on the command line")
struct DialectTests {
  private let html = "<html lang=\"en\"><h1>Wanne</h1><p>The <a href=\"/wiki/Wanne\">Wanne</a> is a river.</p></html>"
  private let pageText =
    "Wanne (river)\n\nFrom Wikipedia, the free encyclopedia\n\nThe Wanne is a river.[1]\n\n  1. ^ \"Atlas\".\n"
  private let wikitext = "'''Wanne''' is a [[river]].\n"

  private func dialect(_ page: String, _ options: String...) throws -> String? {
    let run = try Run(commandURL, ["parse", "-", "--to", "document"] + options, input: Data(page.utf8))
    let root = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    return root["dialect"] as? String
  }

  @Test("The bytes tell the dialect")
  func auto() throws {
    #expect(try dialect(html) == "html")
    #expect(try dialect(pageText) == "page-text")
    #expect(try dialect(wikitext) == nil)
  }

  @Test("An explicit choice wins")
  func choice() throws {
    #expect(try dialect(html, "--from", "page-text") == "page-text")
    #expect(try dialect(html, "--from", "wikitext") == nil)
    #expect(try dialect(wikitext, "--from", "html") == "html")
  }

  @Test("The reason is given to those who ask")
  func reason() throws {
    let run = try Run.wikitext("parse", "-", "--verbose", "--to", "text", input: Data(pageText.utf8))
    #expect(run.error.contains("- is page-text: "))
    #expect(run.error.contains("backlinks before references"))
    let quiet = try Run.wikitext("parse", "-", "--to", "text", input: Data(pageText.utf8))
    #expect(quiet.error == "")
  }

  @Test("Wikitext comes back byte for byte, byte order mark and all")
  func lossless() throws {
    let page = Data([0xEF, 0xBB, 0xBF]) + Data(wikitext.utf8)
    #expect(try Run.wikitext("parse", "-", "--to", "wikitext", input: page).output == page)
  }

  @Test("A byte order mark is no part of the page, whatever it is written in")
  func mark() throws {
    let mark = Data([0xEF, 0xBB, 0xBF])
    let heading = try Run.wikitext("parse", "-", "--to", "html", input: mark + Data("== Course ==\n* a\n".utf8))
    #expect(heading.text.contains("<h2 id=\"Course\">"))
    let chosen = try Run.wikitext(
      "parse",
      "-",
      "--from",
      "wikitext",
      "--to",
      "html",
      input: mark + Data("== Course ==\n".utf8)
    )
    #expect(chosen.text.contains("<h2 id=\"Course\">"))
    for page in [html, pageText] {
      let plain = try Run.wikitext("parse", "-", "--to", "text", input: Data(page.utf8))
      #expect(try Run.wikitext("parse", "-", "--to", "text", input: mark + Data(page.utf8)).text == plain.text)
    }
  }

  @Test("Bytes that are no UTF-8 are reported, where and what to do")
  func undeclared() throws {
    let page = Data("Wanne\n".utf8) + Data([0xCC, 0xE8, 0xF0, 0x0A])
    let run = try Run.wikitext("parse", "-", "--to", "text", input: page)
    #expect(run.error.contains("-:2: byte 6 is no UTF-8"))
    #expect(run.error.contains("iconv"))
    #expect(run.status == 0)
  }

  @Test("A page in another encoding is read as UTF-8")
  func encoding() throws {
    let page =
      Data("<html><meta charset=iso-8859-2><p>".utf8) + Data([0xAE, 0xEF, 0xE1, 0x72]) + Data("</p></html>".utf8)
    let run = try Run.wikitext("normalize", "-", "--verbose", input: page)
    #expect(run.text.contains("Žďár"))
    #expect(run.error.contains("- is in iso-8859-2"))
  }

  @Test("The pages of a dump are wikitext")
  func dump() throws {
    let run = try Run.wikitext("parse", fixture("sample.xml"), "--page", "Wanne (river)", "--from", "html")
    #expect(run.status == 64)
  }

  @Test("The record of a rendered page says what it was read from")
  func record() throws {
    let record = try #require(try Run.wikitext("normalize", "-", input: Data(pageText.utf8)).records.first)
    #expect(record["name"] as? String == "Wanne (river)")
    #expect(record["dialect"] as? String == "page-text")
    let coverage = try #require(record["coverage"] as? [String: Any])
    #expect((coverage["furniture"] as? [String: Any])?.keys.contains("site") == true)
    let references = try #require(record["references"] as? [[String: Any]])
    #expect(references.map { $0["mark"] as? String } == ["1"])
  }
}
