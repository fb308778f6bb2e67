import Foundation
import Testing

@Suite("wikitext normalize")
struct NormalizeTests {
  @Test("The record of a page of a dump is the one that convert writes")
  func record() throws {
    let run = try Run.wikitext("normalize", fixture("sample.xml"), "--page", "Otto Lindqvist")
    #expect(run.status == 0)
    #expect(run.error == "")
    let record = try #require(run.records.first)
    let records = try Run.wikitext("convert", fixture("sample.xml")).records
    let expected = try #require(records.first { $0["name"] as? String == "Otto Lindqvist" })
    #expect(record as NSDictionary == expected as NSDictionary)
  }

  @Test("A page that is no part of a dump has the title and the wiki that it is given")
  func page() throws {
    let text = Data("{{Infobox Fluss|LÄNGE=295}}".utf8)
    let run = try Run.wikitext("normalize", "-", "--wiki", "de", "--title", "Benutzer:Isar", input: text)
    let record = try #require(run.records.first)
    #expect(record["name"] as? String == "Benutzer:Isar")
    #expect((record["namespace"] as? [String: Any])?["identifier"] as? Int == 2)
    #expect((record["in_language"] as? [String: Any])?["identifier"] as? String == "de")
    let pretty = try Run.wikitext("normalize", "-", "--pretty", input: text)
    #expect(pretty.text.split(separator: "\n").count > 10)
  }

  @Test("A user's data goes before ours, and what is wrong with it is said")
  func data() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("en.pack", Data("Oddity > quantity value=1 unit=\"km\"\n".utf8))
    let page = Data("{{Infobox x|thing={{oddity|12}}}}".utf8)
    let without = try Run.wikitext("infobox", "-", "--json", input: page)
    #expect(!without.text.contains("\"kind\":\"quantity\""))
    let with = try Run.wikitext("infobox", "-", "--json", "--data", folder.url.path, input: page)
    #expect(with.text.contains("\"kind\":\"quantity\",\"number\":\"12\",\"unit\":\"km\""))
    _ = try folder.write("en.pack", Data("Oddity > quantty value=1\n".utf8))
    let broken = try Run.wikitext("infobox", "-", "--data", folder.url.path, input: page)
    #expect(broken.status == 65)
    #expect(broken.errorLines.count == 1)
    #expect(broken.error.contains("en.pack:1:"))
    #expect(broken.error.contains("quantity"))
  }
}

@Suite("wikitext convert --format csv")
struct ConvertCSVTests {
  private static let dump: Data = {
    var dump = SampleDump()
    for id in 1...600 {
      dump.add(
        "River \(id)",
        id: id,
        text: "{{Infobox river|name=R|length=\(id) km|odd=a, b}}\n\(String(repeating: "text ", count: id))"
      )
      dump.add("Film \(id)", id: 1000 + id, text: "{{Infobox film|name=F|runtime=\(id) minutes}}")
    }
    return Data(dump.xml.utf8)
  }()

  @Test("A row is an infobox of the type, below one header")
  func rows() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("dump.xml", Self.dump)
    let run = try Run.wikitext("convert", dump, "--format", "csv", "--infobox", "river", "--fields", "length")
    #expect(run.status == 0)
    let lines = run.text.split(separator: "\r\n")
    #expect(lines.count == 601)
    #expect(lines[0] == "page_id,title,template,length,other")
    #expect(lines[1].hasPrefix("1,River 1,Infobox river,1 km,"))
    let byTemplate = try Run.wikitext(
      "convert",
      dump,
      "--format",
      "csv",
      "--infobox",
      "infobox river",
      "--fields",
      "length"
    )
    #expect(byTemplate.output == run.output)
  }

  @Test("Any number of jobs writes the same rows, to a file as well")
  func jobs() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("dump.xml", Self.dump)
    let one = try Run.wikitext("convert", dump, "--format", "csv", "--infobox", "film", "--jobs", "1")
    let four = try Run.wikitext(
      "convert",
      dump,
      "--format",
      "csv",
      "--infobox",
      "film",
      "--jobs",
      "4",
      "-o",
      folder.path("out")
    )
    #expect(four.status == 0)
    #expect(try Data(contentsOf: folder.url.appending(path: "out")) == one.output)
    #expect(one.text.split(separator: "\r\n").count == 601)
  }
}
