import Foundation
import Testing

@Suite("wikitext schema")
struct SchemaTests {
  @Test("Schemas are listed, with the infoboxes of a wiki")
  func list() throws {
    let run = try Run.wikitext("schema", "list")
    #expect(run.status == 0)
    #expect(run.text.contains("film "))
    #expect(!run.text.contains("{{"))
    #expect(try Run.wikitext("schema", "list", "--wiki", "de").text.contains("  {{Infobox Film}}\n"))
  }

  @Test("A schema is shown by its name or an infobox", arguments: ["film", "Infobox film", "infobox_Film"])
  func show(name: String) throws {
    let run = try Run.wikitext("schema", "show", name)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("schema film\n"))
    #expect(run.text.contains("\nfield director "))
  }

  @Test("What is imported is a file that can be used")
  func importing() throws {
    let json = #"{"params": {"depth_m": {"label": "Depth", "type": "number"}, "owner": {"deprecated": true}}}"#
    let run = try Run.wikitext("schema", "import", "-", "--template", "Infobox well", input: Data(json.utf8))
    #expect(run.status == 0)
    #expect(
      run.text.hasPrefix(
        "schema well\ntitle well\ncomplete en\ninfobox en Infobox well\n\nfield depth-m quantity unit=m\n"
      )
    )
    #expect(run.text.contains("  en Depth > depth_m\n"))
    #expect(run.text.contains(" deprecated\n"))
    let folder = try TemporaryFolder()
    _ = try folder.write("well.schema", run.output)
    let shown = try Run.wikitext("schema", "show", "Infobox well", "--data", folder.url.path)
    #expect(shown.output == run.output)
    #expect(shown.error == "")
  }

  @Test("Parameters that a schema cannot hold are left out, and said")
  func oddNames() throws {
    let json = #"{"params": {"a|b": {}, "depth": {"aliases": ["depth>m", "deep"]}}}"#
    let run = try Run.wikitext("schema", "import", "-", "--template", "Infobox well", input: Data(json.utf8))
    #expect(run.status == 0)
    #expect(run.text.contains("> depth | deep\n"))
    #expect(run.errorLines.count == 2)
    #expect(run.error.contains("\"a|b\"") && run.error.contains("\"depth>m\""))
  }

  @Test(
    "An error is one line that says what to do",
    arguments: [
      (["show", "nothing at all"], 64, "schema list"), (["import", "-"], 65, "this is no JSON"),
      (["import", "/nowhere"], 66, "/nowhere"), (["list", "--data", "/nowhere"], 66, "--data"),
    ] as [([String], Int32, String)]
  )
  func errors(arguments: [String], status: Int32, word: String) throws {
    let run = try Run(commandURL, ["schema"] + arguments)
    #expect(run.status == status)
    #expect(run.text == "")
    #expect(run.errorLines.count == 1)
    #expect(run.error.contains(word), "\(run.error)")
  }

  @Test("TemplateData that do not name their template want it named")
  func template() throws {
    let run = try Run.wikitext("schema", "import", "-", input: Data(#"{"params": {}}"#.utf8))
    #expect(run.status == 64)
    #expect(run.error.contains("--template"))
  }

  @Test("Pages are validated against TemplateData")
  func validating() throws {
    let json = #"""
      {"params": {"depth": {"type": "number", "required": true}, "name": {"aliases": ["Name"]}, "owner": {"deprecated": "gone"},
                  "opened": {"type": "date"}}}
      """#
    let schema = try Run.wikitext("schema", "import", "-", "--template", "Infobox well", input: Data(json.utf8))
    let folder = try TemporaryFolder()
    _ = try folder.write("well.schema", schema.output)
    let page = "{{Infobox well|Name=Spring|ownr=A|owner=B|colour=blue|NAME=C|opened=[[Munich]]}}"
    let file = try folder.write("page.wikitext", Data(page.utf8))
    let run = try Run.wikitext("validate", "--data", folder.url.path, "--format", "json", "--from", "wikitext", file)
    let findings = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
    #expect(
      findings.compactMap { $0["rule"] as? String } == [
        "infobox-missing-parameter", "infobox-unknown-parameter", "infobox-deprecated-parameter",
        "infobox-unknown-parameter", "infobox-misspelt-parameter", "infobox-wrong-kind",
      ]
    )
    #expect(
      findings.compactMap { $0["message"] as? String }.contains { $0.contains("requires the parameter \"depth\"") }
    )
    let plain = try Run.wikitext("validate", "--format", "json", "--from", "wikitext", file)
    #expect(plain.text.filter { !$0.isWhitespace } == "[]")
  }
}
