import Foundation
import Testing

@testable import WikitextCommand

@Suite("The files of wikitext convert")
struct ConvertOutputTests {
  @Test("The output has the records, and the manifest beside it what was done")
  func manifest() throws {
    let folder = try TemporaryFolder()
    let run = try Run.wikitext("convert", fixture("sample.xml"), "--output", folder.path("out.jsonl"))
    #expect(run.status == 0)
    #expect(run.text == "")
    #expect(try folder.names == ["out.jsonl", "out.jsonl.manifest.json"])
    let output = try Data(contentsOf: folder.url.appending(path: "out.jsonl"))
    #expect(try output == Run.wikitext("convert", fixture("sample.xml")).output)

    let manifest = try Manifest(folder.path("out.jsonl.manifest.json"))
    #expect(manifest.counts.pages_seen == 8)
    #expect(manifest.counts.written == 4)
    #expect(manifest.counts.skipped_by_reason == ["namespace": 3, "deletedText": 1])
    #expect(manifest.output.records == 4)
    #expect(manifest.output.bytes == output.count)
    #expect(manifest.input.path == fixture("sample.xml"))
    #expect(manifest.input.is_complete)
    #expect(!manifest.input.is_damaged)
    #expect(manifest.siteinfo?.dbname == "riverwiki")
    #expect(manifest.engine.version == (try Run.wikitext("--version").text.dropFirst(9).dropLast()).description)
    let digest = try Run.shell("sha256sum <'\(fixture("sample.xml"))'").text.prefix(64)
    #expect(manifest.input.sha256 == String(digest))
    #expect(manifest.started <= manifest.finished)
  }

  @Test("A digest is given only of what was read to its end")
  func digest() throws {
    let folder = try TemporaryFolder()
    _ = try Run.wikitext("convert", fixture("sample.xml"), "--limit", "1", "--output", folder.path("out"))
    let manifest = try Manifest(folder.path("out.manifest.json"))
    #expect(manifest.input.sha256 == nil)
    #expect(!manifest.input.is_complete)
    #expect(manifest.counts.pages_seen == 1)
  }

  @Test("A damaged dump is converted as far as it can be read, and the exit code says so")
  func truncated() throws {
    let folder = try TemporaryFolder()
    let dump = SampleDump.large.prefix(SampleDump.large.count / 2)
    let run = try Run.wikitext("convert", "-", "--output", folder.path("out"), input: dump)
    #expect(run.status == 3)
    #expect(run.errorLines.contains { $0.contains("Page ") && $0.contains("at byte") && $0.contains("ends inside it") })
    let records = try jsonLines(Data(contentsOf: folder.url.appending(path: "out")))
    #expect(records.count > 100)
    let manifest = try Manifest(folder.path("out.manifest.json"))
    #expect(manifest.input.is_damaged)
    #expect(manifest.counts.written == records.count)
    #expect(manifest.counts.skipped_by_reason == ["truncated": 1])
    #expect(manifest.counts.problems["truncated"] == 1)
  }

  @Test("A broken page is reported with its title and place, and the run goes on")
  func brokenPage() throws {
    var dump = SampleDump()
    dump.add("Before", id: 1, text: "a")
    dump.add("Broken", id: 2, text: "</text></revision></nonsense></page><")
    dump.add("Behind", id: 3, text: "b")
    let run = try Run.wikitext("convert", "-", input: Data(dump.xml.utf8))
    let names = try run.records.compactMap { $0["name"] as? String }
    #expect(names.first == "Before")
    #expect(names.last == "Behind")
    if !names.contains("Broken") {
      #expect(run.status == 3)
      #expect(run.errorLines.contains { $0.contains("\"Broken\"") && $0.contains("at byte") })
    }
  }

  @Test("An error leaves neither a new file nor half of one, and keeps the old one")
  func failure() throws {
    let folder = try TemporaryFolder()
    let run = try Run.wikitext("convert", "\(packageRoot.path)/LICENSE", "--output", folder.path("out"))
    #expect(run.status == 65)
    #expect(try folder.names.isEmpty)
    _ = try folder.write("out", Data("old".utf8))
    _ = try Run.wikitext("convert", "\(packageRoot.path)/LICENSE", "--output", folder.path("out"))
    #expect(try folder.names == ["out"])
    #expect(try String(contentsOf: folder.url.appending(path: "out"), encoding: .utf8) == "old")
    #expect(try Run.wikitext("convert", fixture("sample.xml"), "--output", folder.path("out")).status == 0)
    #expect(try jsonLines(Data(contentsOf: folder.url.appending(path: "out"))).count == 4)
  }

  @Test("An interrupted run leaves nothing behind", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupt(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    let input = Pipe()
    process.executableURL = commandURL
    process.arguments = ["convert", "-", "--output", folder.path("out")]
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(SampleDump.large.prefix(1000))
    let deadline = Date.now.addingTimeInterval(60)
    while try folder.names.count < 2, Date.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
    #expect(try folder.names.count == 2)
    #expect(try folder.names.allSatisfy { $0.hasSuffix(".partial") })
    kill(process.processIdentifier, signal)
    let end = Date.now.addingTimeInterval(60)
    while process.isRunning, Date.now < end { Thread.sleep(forTimeInterval: 0.01) }
    if process.isRunning {
      Issue.record("the command does not end")
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(try folder.names.isEmpty)
    try? input.fileHandleForWriting.close()
  }

  @Test(
    "Times are those of the calendar",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_827_696, "2000-02-29T12:34:56Z"), (1_798_761_599, "2026-12-31T23:59:59Z"),
    ]
  )
  func timestamps(seconds: Int, text: String) {
    #expect(ConversionManifest.timestamp(seconds) == text)
  }
}

/// A manifest as programs read it.
struct Manifest: Decodable {
  struct Engine: Decodable {
    var version: String
  }
  struct Input: Decodable {
    var path: String
    var bytes: Int
    var sha256: String?
    var is_complete: Bool
    var is_damaged: Bool
  }
  struct Output: Decodable {
    var bytes: Int
    var records: Int
  }
  struct Counts: Decodable {
    var pages_seen: Int
    var written: Int
    var skipped: Int
    var skipped_by_reason: [String: Int]
    var problems: [String: Int]
  }
  struct Site: Decodable {
    var dbname: String?
  }
  var engine: Engine
  var input: Input
  var output: Output
  var counts: Counts
  var siteinfo: Site?
  var started: String
  var finished: String

  /// Reads a manifest and checks that its counts add up.
  init(_ path: String) throws {
    self = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(counts.pages_seen == counts.written + counts.skipped)
    #expect(counts.skipped == counts.skipped_by_reason.values.reduce(0, +))
    #expect(output.records == counts.written)
  }
}
