import Foundation
import Testing

@Suite("Validating")
struct ValidateTests {
  /// A folder with findings of a rule of severity info, one that is off in a part of it.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let below = folder.url.appending(path: "talk")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    _ = try folder.write("a.wikitext", Data("<center>Isar</center>\n".utf8))
    _ = try folder.write("b.wikitext", Data("'''Lech'''\n".utf8))
    try Data("<tt>c</tt> <tt>d</tt>\n".utf8).write(to: below.appending(path: "c.wikitext"))
    return folder
  }

  private func only(_ arguments: String..., in folder: TemporaryFolder) throws -> Run {
    try Run(
      URL(fileURLWithPath: "/bin/bash"),
      [
        "-c",
        "cd '\(folder.url.path)' && exec '\(commandURL.path)' validate --rule obsolete-tag \(arguments.joined(separator: " "))",
      ]
    )
  }

  @Test("Files in folders that are no pages are counted, and those that are named are validated")
  func otherFiles() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.WIKITEXT", Data("Isar\n".utf8))
    _ = try folder.write("b.json", Data("{\n \"a\": 1}".utf8))
    let run = try Run.wikitext("validate", folder.url.path)
    #expect(run.error.contains("passed over 1 file in folders whose names are not those of pages"))
    #expect(run.error.contains("no findings in 1 page\n"))
    #expect(try Run.wikitext("validate", folder.path("b.json")).text.contains("record-schema"))
  }

  @Test("Only where the wiki is known does the first letter of a link not count")
  func firstLetters() throws {
    let page = Data("[[Bairisch|bairisch]]\n".utf8)
    let arguments = ["validate", "--rule", "redundant-link-text", "-"]
    #expect(try Run(commandURL, arguments, input: page).text == "")
    #expect(try Run(commandURL, arguments + ["--wiki", "enwiktionary"], input: page).text == "")
    #expect(try Run(commandURL, arguments + ["--wiki", "enwiki"], input: page).text.contains("redundant-link-text"))
  }

  @Test("Findings of a folder are in the order of paths, whatever the number of jobs")
  func order() throws {
    let folder = try folder()
    let run = try only(".", "--jobs", "1", in: folder)
    #expect(
      run.text == """
        a.wikitext:1:1: info obsolete-tag: <center> is obsolete
        talk/c.wikitext:1:1: info obsolete-tag: <tt> is obsolete
        talk/c.wikitext:1:12: info obsolete-tag: <tt> is obsolete

        """
    )
    #expect(run.status == 0)
    #expect(run.errorLines == ["wikitext: 3 findings in 2 of 3 pages: 3 info"])
    #expect(try only(".", "--jobs", "4", in: folder).text == run.text)
  }

  @Test("The exit code tells whether there are findings that matter so much")
  func exitCodes() throws {
    let folder = try folder()
    #expect(try only(".", "--fail-on", "info", in: folder).status == 1)
    #expect(try only(".", "--fail-on", "never", in: folder).status == 0)
    #expect(try only("b.wikitext", "--fail-on", "info", in: folder).status == 0)
    #expect(try only(".", "--severity", "warning", "--fail-on", "info", in: folder).status == 0)
    let missing = try only("b.wikitext", "nothing", in: folder)
    #expect(missing.status == 66)
    #expect(missing.output.isEmpty)
    let unknown = try Run.wikitext("validate", "--rule", "obsolet-tag", "-")
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("the nearest is obsolete-tag"))
  }

  @Test("JSON has offsets in bytes", arguments: ["json", "sarif", "gitlab"])
  func json(format: String) throws {
    let run = try only(".", "--format", format, in: try folder())
    let value = try JSONSerialization.jsonObject(with: run.output)
    if format == "sarif" {
      let log = try #require(value as? [String: Any])
      let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
      #expect(results.count == 3)
    } else {
      let findings = try #require(value as? [[String: Any]])
      #expect(findings.count == 3)
      if format == "json" {
        let range = try #require(findings[2]["range"] as? [String: [String: Int]])
        #expect(range["start"] == ["offset": 11, "line": 1, "column": 12])
      }
    }
  }

  @Test("The pages of a dump, of an archive and of JSON Lines are validated")
  func collections() throws {
    let folder = try folder()
    var dump = SampleDump()
    dump.add("Isar", id: 1, text: "&lt;tt&gt;a&lt;/tt&gt;")
    _ = try folder.write("dump.xml", Data(dump.xml.utf8))
    #expect(try only("dump.xml", in: folder).text == "dump.xml#Isar:1:1: info obsolete-tag: <tt> is obsolete\n")
    let packed = try Run.shell("cd '\(folder.url.path)' && tar -cf pages.tar a.wikitext talk")
    try #require(packed.status == 0)
    let archive = try only("pages.tar", in: folder)
    #expect(archive.text.split(separator: "\n").count == 3)
    #expect(archive.text.hasPrefix("pages.tar#a.wikitext:1:1: "))
    let line = #"{"name":"Isar","article_body":{"wikitext":"<tt>a</tt>"}}"#
    _ = try folder.write("pages.jsonl", Data((line + "\n").utf8))
    #expect(try only("pages.jsonl", in: folder).text == "pages.jsonl#Isar:1:1: info obsolete-tag: <tt> is obsolete\n")
  }

  @Test("Records of Article JSON are validated, a line each or laid out for people")
  func records() throws {
    let folder = try TemporaryFolder()
    let record = try Run.wikitext("normalize", "-", input: Data("'''Isar''' is a [[river]].".utf8)).text
    _ = try folder.write("good.jsonl", Data(record.utf8))
    _ = try folder.write("bad.jsonl", Data((record + "{\"name\":\n").utf8))
    let run = try Run.wikitext("validate", folder.path("good.jsonl"))
    #expect(run.error.contains("no findings in 1 page"))
    let bad = try Run.wikitext("validate", folder.path("bad.jsonl"))
    #expect(bad.text.contains("bad.jsonl#line 2:1:9: error record-json: "))
    #expect(bad.status == 1)
  }

  @Test("A configuration says which rules are on, for which paths")
  func configuration() throws {
    let folder = try folder()
    let configuration = """
      {"rules": {"obsolete-tag": "error"}, "paths": [{"match": "talk/", "rules": {"obsolete-tag": "off"}}]}
      """
    _ = try folder.write(".wikitext.json", Data(configuration.utf8))
    let run = try Run.wikitext("validate", folder.path("talk"), folder.path("a.wikitext"))
    #expect(run.text == "\(folder.path("a.wikitext")):1:1: error obsolete-tag: <center> is obsolete\n")
    #expect(run.status == 1)
    #expect(try Run.wikitext("validate", "--no-config", folder.path("talk")).text.contains("info obsolete-tag"))
    _ = try folder.write("other.json", Data(#"{"ignore": "a.*", "fail-on": "info"}"#.utf8))
    let other = try Run.wikitext("validate", "--config", folder.path("other.json"), folder.url.path)
    #expect(other.status == 1)
    #expect(!other.text.contains("a.wikitext"))
    _ = try folder.write("other.json", Data(#"{"rule": {}}"#.utf8))
    let wrong = try Run.wikitext("validate", "--config", folder.path("other.json"), folder.url.path)
    #expect(wrong.status == 65)
    #expect(wrong.error.contains("the key rule is not known; the nearest is rules"))
  }

  @Test("A baseline accepts what is there, and fails on what is new")
  func baseline() throws {
    let folder = try folder()
    let update = try only(".", "--baseline", "b.json", "--update-baseline", in: folder)
    #expect(update.status == 0)
    #expect(update.output.isEmpty)
    #expect(try only(".", "--baseline", "b.json", "--fail-on", "info", in: folder).status == 0)
    _ = try folder.write("a.wikitext", Data("New line\n<tt>new</tt>\n<center>Isar</center>\n".utf8))
    let run = try only(".", "--baseline", "b.json", "--fail-on", "info", in: folder)
    #expect(run.text == "a.wikitext:2:1: info obsolete-tag: <tt> is obsolete\n")
    #expect(run.status == 1)
    _ = try folder.write("a.wikitext", Data("Nothing\n".utf8))
    #expect(try only(".", "--baseline", "b.json", in: folder).error.contains("a finding that b.json accepts is gone"))
    #expect(try only(".", "--baseline", "none.json", in: folder).status == 66)
  }

  @Test("Help and errors tell what goes together")
  func usage() throws {
    #expect(try Run.wikitext("validate", "--fix", "--diff", ".").status == 64)
    #expect(try Run.wikitext("validate", "--update-baseline", ".").status == 64)
    #expect(try Run.wikitext("validate", "--help").text.contains("--fail-on"))
  }
}
