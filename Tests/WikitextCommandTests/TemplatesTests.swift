import Foundation
import Testing

@testable import WikitextCommand

@Suite("wikitext templates")
struct TemplatesTests {
  /// A wiki with templates that no pack knows.
  static let dump: Data = {
    var dump = SampleDump()
    dump.add(
      "Well",
      id: 1,
      text: "{{Infobox well|depth={{Ourdepth|12|{{convert|3|m}}}}|by={{ourPerson|A}}}}{{Ourdepth|1}}"
    )
    dump.add("Pit", id: 2, text: "{{Template:our_person|B}} {{Person of ours|C}} {{coord|1|N|2|E}} {{ {{x}} }} {{USA}}")
    dump.add("Talk:Pit", namespace: 1, id: 3, text: "{{Ourdepth}}{{Ourdepth}}{{Ourdepth}}{{Ourdepth}}")
    dump.add("Template:Person of ours", namespace: 10, id: 4, text: "#REDIRECT [[Template:Our person]]")
    dump.add("Template:Place of ours", namespace: 10, id: 5, text: "#REDIRECT [[Template:Coord]]")
    dump.add("Pond", id: 6, text: "{{Place of ours|1|N|2|E}}{{Ourdepth|<nowiki>{{no}}</nowiki>}}")
    return Data(dump.xml.utf8)
  }()

  /// The templates and their calls.
  static func calls(_ run: Run) throws -> [String: Int] {
    let list = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { entry in
        (entry["template"] as? String).flatMap { name in (entry["calls"] as? Int).map { (name, $0) } }
      }
    )
  }

  @Test("Templates that no pack knows are listed by frequency, redirects followed")
  func unknown() throws {
    let run = try Run.wikitext("templates", "-", "--limit", "3", input: Self.dump)
    #expect(run.status == 0)
    #expect(
      run.text == """
        calls  pages
            3      2  {{Ourdepth}}  (Well)
            2      2  {{Our person}}  (Pit)
            1      1  {{OurPerson}}  (Well)

        """
    )
    #expect(run.errorLines.count == 1)
    #expect(run.error.contains("11 calls in 3 pages, 45.4 % of them"))
  }

  @Test("JSON says the same")
  func json() throws {
    let run = try Run.wikitext("templates", "-", "--format", "json", input: Self.dump)
    #expect(try Self.calls(run) == ["Ourdepth": 3, "Our person": 2, "OurPerson": 1])
    let list = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(list[0]["wiki"] as? String == "enwiki")
    #expect(list[0]["pages"] as? Int == 2)
    #expect(list[0]["example"] as? String == "Well")
    #expect(list[0]["kind"] is NSNull)
    #expect(try Run.wikitext("templates", "-", "--format", "json", "--limit", "0", input: Self.dump).text == "[]\n")
  }

  @Test("Known templates are listed with what they are")
  func known() throws {
    let run = try Run.wikitext("templates", "-", "--known", input: Self.dump)
    #expect(run.text.contains("{{Coord}}  coordinates  (Pit)"))
    #expect(run.text.contains("    2      2  {{Coord}}"))
    #expect(run.text.contains("{{USA}}  place"))
    #expect(!run.text.contains("Ourdepth"))
  }

  @Test("Calls inside of infoboxes count alone where that is asked for, and pages of other namespaces")
  func selection() throws {
    let inside = try Run.wikitext("templates", "-", "--inside-infoboxes", "--format", "json", input: Self.dump)
    #expect(try Self.calls(inside) == ["Ourdepth": 1, "OurPerson": 1])
    let talk = try Run.wikitext("templates", "-", "--namespace", "1", "--format", "json", input: Self.dump)
    #expect(try Self.calls(talk) == ["Ourdepth": 4])
  }

  @Test("A pack of a user's makes templates known", arguments: ["", "packs/"])
  func data(folder: String) throws {
    let data = try TemporaryFolder()
    try FileManager.default.createDirectory(at: data.url.appending(path: "packs"), withIntermediateDirectories: true)
    _ = try data.write(folder + "en.pack", Data("Ourdepth > quantity value=1 unit=\"m\"\n".utf8))
    let run = try Run.wikitext("templates", "-", "--format", "json", "--data", data.url.path, input: Self.dump)
    #expect(run.status == 0)
    #expect(try Self.calls(run) == ["Our person": 2, "OurPerson": 1])
  }

  @Test("An error in a pack says where it is and what to do")
  func brokenData() throws {
    let data = try TemporaryFolder()
    _ = try data.write("en.pack", Data("Ourdepth > hidden\nOurs > show tex=1\n".utf8))
    let run = try Run.wikitext("templates", "-", "--data", data.url.path, input: Self.dump)
    #expect(run.status == 65)
    #expect(run.text == "")
    #expect(run.errorLines.count == 1)
    #expect(run.error.contains("en.pack:2:13: unknown key \"tex\"; did you mean \"text\"?"))
  }

  @Test("Any number of jobs and dumps finds the same", arguments: ["1", "3"])
  func jobs(count: String) throws {
    let folder = try TemporaryFolder()
    let large = try folder.write("large.xml", SampleDump.large)
    let small = try folder.write("small.xml", Self.dump)
    let run = try Run.wikitext("templates", large, small, "--jobs", count, "--format", "json")
    let calls = try Self.calls(run)
    #expect(calls["Ourdepth"] == 3)
    #expect(calls["T"] == (1...3000).reduce(0) { $0 + $1 % 40 })
    let list = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(list[0]["example"] as? String == "Page 1")
    #expect(list[0]["pages"] as? Int == 2925)
  }

  @Test("Dumps of two wikis are told apart")
  func twoWikis() throws {
    var german = SampleDump(language: "de")
    german.add("Brunnen", id: 1, text: "{{Vorlage:Tiefe|1}}{{coord|1|2}}{{Literatur}}")
    let both = Self.dump + Data(german.xml.utf8)
    let run = try Run.wikitext("templates", "-", input: both)
    #expect(run.text.contains("1      1  dewiki  {{Tiefe}}  (Brunnen)"))
    #expect(run.text.contains("enwiki  {{Ourdepth}}"))
    #expect(!run.text.contains("Literatur"))
  }
}
