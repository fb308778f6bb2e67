import Foundation
import Testing

@Suite("Converting folders, archives and JSON Lines")
struct ConvertCollectionTests {
  private static func html(_ title: String) -> String {
    "<!DOCTYPE html><html lang=\"en\"><head><title>\(title)</title></head><body><p>\(title) is a river.</p></body></html>"
  }

  /// A folder of pages: two of HTML, one of them compressed, a text, wikitext, and a file that is no page.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let below = folder.url.appending(path: "b")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    try Data(ConvertCollectionTests.html("Ulm").utf8).write(to: below.appending(path: "Ulm.html"))
    _ = try folder.write("a.html", Data(ConvertCollectionTests.html("Brack").utf8))
    _ = try folder.write("Wanne_(river).wikitext", Data("'''Wanne''' is a [[river]].".utf8))
    let text = "Isar\n\nFrom Wikipedia, the free encyclopedia\n\nIsar is a river.[1]\n\n  1. ^ Atlas.\n"
    _ = try folder.write("c.txt", Data(text.utf8))
    _ = try folder.write("notes.md", Data("No page.".utf8))
    let packed = try Run.shell("gzip '\(folder.path("a.html"))'")
    try #require(packed.status == 0)
    return folder
  }

  private func names(_ run: Run) throws -> [String] { try run.records.compactMap { $0["name"] as? String } }

  @Test("A folder is converted in the order of its paths, whatever the number of jobs")
  func folders() throws {
    let folder = try folder()
    let output = try TemporaryFolder()
    let run = try Run.wikitext("convert", folder.url.path, "--jobs", "1")
    #expect(run.status == 0)
    #expect(try names(run) == ["Wanne (river)", "Brack", "Ulm", "Isar"])
    #expect(try run.records.map { $0["dialect"] as? String } == [nil, "html", "html", "page-text"])
    let other = try Run.wikitext("convert", folder.url.path, "--jobs", "4", "--output", output.path("out"))
    #expect(other.status == 0)
    #expect(try Data(contentsOf: output.url.appending(path: "out")) == run.output)
    let manifest = try Manifest(output.path("out.manifest.json"))
    #expect(manifest.counts.pages_seen == 5)
    #expect(manifest.counts.written == 4)
    #expect(manifest.counts.skipped == 1)
  }

  @Test("A file whose name is no UTF-8 is not passed over in silence")
  func strangeName() throws {
    let folder = try folder()
    try #require(try Run.shell("printf x > '\(folder.url.path)'/\"$(printf 'd\\377.wikitext')\"").status == 0)
    let run = try Run.wikitext("convert", folder.url.path)
    #expect(run.status == 3)
    #expect(try names(run) == ["Wanne (river)", "Brack", "Ulm", "Isar"])
    #expect(run.error.contains("skipped: ") && run.error.contains("d\u{FFFD}.wikitext"))
    #expect(try Run.wikitext("validate", "--no-config", folder.url.path).status == 3)
  }

  @Test("A tar archive gives the same records, in any of its forms", arguments: ["ustar", "pax", "gnu"])
  func archives(form: String) throws {
    let folder = try folder()
    let output = try TemporaryFolder()
    let long = String(repeating: "long/", count: 40)
    let script = """
      cd '\(folder.url.path)' && mkdir -p '\(long)' && cp b/Ulm.html '\(long)Long.html'
      \(form == "ustar" ? "rm -r long" : "true")
      tar --format=\(form) --sort=name -czf '\(output.path("pages.tgz"))' .
      """
    try #require(try Run.shell(script).status == 0)
    let run = try Run.wikitext("convert", output.path("pages.tgz"))
    #expect(run.status == 0)
    #expect(try names(run).sorted() == ["Brack", "Isar", "Ulm"] + (form == "ustar" ? [] : ["Ulm"]) + ["Wanne (river)"])
    let piped = try Run.shell("gzip -dc '\(output.path("pages.tgz"))' | $wikitext convert -")
    #expect(piped.output == run.output)
  }

  @Test("An archive that ends early is damaged; what is whole is converted")
  func damagedArchive() throws {
    let folder = try folder()
    let output = try TemporaryFolder()
    let script = """
      cd '\(folder.url.path)' && tar --format=ustar -cf - c.txt b/Ulm.html | head -c 1300 > '\(output.path("cut.tar"))'
      """
    try #require(try Run.shell(script).status == 0)
    let run = try Run.wikitext("convert", output.path("cut.tar"))
    #expect(run.status == 3)
    #expect(try names(run) == ["Isar"])
    #expect(run.error.contains("it ends early"))
  }

  // MARK: JSON Lines

  private func lines() throws -> String {
    let snapshot: [String: Any] = [
      "name": "Ulm", "identifier": 7, "url": "https://rivers.example/wiki/Ulm", "date_modified": "2026-01-01T00:00:00Z",
      "namespace": ["identifier": 0], "in_language": ["identifier": "de"], "version": ["identifier": 9],
      "article_body": ["html": "<p>Die Ulm ist ein Fluss.</p>"],
    ]
    let text: [String: Any] = [
      "text": "Isar\n\nIsar is a river.[1]", "url": "https://rivers.example/wiki/Isar_%28Fluss%29",
    ]
    let talk: [String: Any] = ["name": "Talk:Ulm", "namespace": ["identifier": 1], "text": "Well."]
    let objects = try [snapshot, text, talk, ["name": "Nothing"]].map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    return (objects + ["{\"text\": ", "[1]", ""]).joined(separator: "\n")
  }

  @Test("Snapshots and corpora keep what their records say; broken ones are reported and counted")
  func records() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("pages.jsonl", Data(try lines().utf8))
    let run = try Run.wikitext("convert", path, "--output", folder.path("out"))
    #expect(run.status == 3)
    #expect(run.error.contains("skipped line 5 of \(path)"))
    let records = try jsonLines(try Data(contentsOf: folder.url.appending(path: "out")))
    #expect(records.map { $0["name"] as? String } == ["Ulm", "Isar (Fluss)"])
    #expect(records[0]["identifier"] as? Int == 7)
    #expect((records[0]["version"] as? [String: Any])?["identifier"] as? Int == 9)
    #expect((records[0]["in_language"] as? [String: Any])?["identifier"] as? String == "de")
    #expect(
      records.map { $0["url"] as? String } == [
        "https://rivers.example/wiki/Ulm", "https://rivers.example/wiki/Isar_%28Fluss%29",
      ]
    )
    let manifest = try Manifest(folder.path("out.manifest.json"))
    #expect(manifest.counts.pages_seen == 6)
    #expect(manifest.counts.written == 2)
    #expect(manifest.counts.skipped == 4)
    #expect(manifest.input.is_complete)
  }

  @Test("Compressed records come out the same, and damage in them is found", arguments: ["gzip", "zstd -q"])
  func compressed(program: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("pages.jsonl", Data(try lines().utf8))
    let expected = try Run.wikitext("convert", path).output
    let packed = try Run.shell("\(program) -c '\(path)' > '\(folder.path("packed"))'")
    guard packed.status == 0 else { return }
    #expect(try Run.wikitext("convert", folder.path("packed")).output == expected)
  }

  @Test("A text of each page is written as for dumps")
  func texts() throws {
    let folder = try folder()
    let run = try Run.wikitext("convert", folder.url.path, "--format", "text")
    #expect(try run.records.compactMap { $0["text"] as? String }.contains { $0.contains("Ulm is a river.") })
  }
}
