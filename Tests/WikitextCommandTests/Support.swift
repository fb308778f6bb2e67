import Foundation
import Testing

/// The package's own folder.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A dump of our own under Fixtures.
func fixture(_ name: String) -> String {
  packageRoot.appending(path: "Fixtures/dumps/\(name)").path
}

/// The command that was built with the tests: it lies where their bundle does.
let commandURL: URL = {
  let runner = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
  var folder = runner.resolvingSymlinksInPath().deletingLastPathComponent()
  while folder.path != "/" {
    let command = folder.appending(path: "wikitext")
    if FileManager.default.isExecutableFile(atPath: command.path) { return command }
    folder = folder.deletingLastPathComponent()
  }
  preconditionFailure("there is no wikitext above \(runner.path); build the product first")
}()

/// A run of a program to its end.
struct Run {
  var status: Int32
  var output: Data
  var error: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines of the output, each of them JSON.
  var records: [[String: Any]] {
    get throws { try jsonLines(output) }
  }
  /// The lines on the standard error.
  var errorLines: [Substring] { error.split(separator: "\n") }

  /// Runs `wikitext`.
  static func wikitext(_ arguments: String..., input: Data? = nil) throws -> Run {
    try Run(commandURL, arguments, input: input)
  }

  /// Runs a script of the shell, in which `$wikitext` is the command.
  static func shell(_ script: String) throws -> Run {
    try Run(URL(fileURLWithPath: "/bin/bash"), ["-c", "wikitext='\(commandURL.path)'; \(script)"])
  }

  // Files, not pipes: nobody has to read while the program runs.
  init(_ program: URL, _ arguments: [String], input: Data? = nil) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    if let input {
      try input.write(to: folder.url.appending(path: "input"))
      process.standardInput = try FileHandle(forReadingFrom: folder.url.appending(path: "input"))
    }
    let files = try ["output", "error"].map { name in
      let url = folder.url.appending(path: name)
      try Data().write(to: url)
      return (url, try FileHandle(forWritingTo: url))
    }
    process.standardOutput = files[0].1
    process.standardError = files[1].1
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try Data(contentsOf: files[0].0)
    error = String(decoding: try Data(contentsOf: files[1].0), as: UTF8.self)
  }
}

/// The objects of JSON Lines; every line must be one, and the last must end.
func jsonLines(_ data: Data) throws -> [[String: Any]] {
  if data.isEmpty { return [] }
  try #require(data.last == UInt8(ascii: "\n"))
  return try data.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
  }
}

/// A folder that goes away with its last owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "wikitext-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  func write(_ name: String, _ content: some DataProtocol) throws -> String {
    try Data(content).write(to: url.appending(path: name))
    return path(name)
  }

  /// The names in the folder, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// A dump of invented pages.
struct SampleDump {
  var language = "en"
  var pages = ""

  init(language: String = "en") {
    self.language = language
  }

  mutating func add(_ title: String, namespace: Int = 0, id: Int, text: String) {
    pages += """
        <page>
          <title>\(title)</title>
          <ns>\(namespace)</ns>
          <id>\(id)</id>
          <revision>
            <id>\(id)</id>
            <timestamp>2026-01-01T00:00:00Z</timestamp>
            <model>wikitext</model>
            <format>text/x-wiki</format>
            <text xml:space="preserve">\(text)</text>
          </revision>
        </page>

      """
  }

  var xml: String {
    """
    <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="\(language)">
      <siteinfo>
        <sitename>Sample</sitename>
        <dbname>\(language)wiki</dbname>
        <base>https://\(language).example/wiki/Main_Page</base>
        <case>first-letter</case>
      </siteinfo>
    \(pages)</mediawiki>

    """
  }

  /// So many pages that they come in several batches.
  static let large: Data = {
    var dump = SampleDump()
    for id in 1...3000 {
      let text = String(repeating: "'''Page \(id)''' is [[one]] of many. {{t|\(id)}} ", count: id % 40)
      dump.add(
        "Page \(id)",
        id: id,
        text: "{{Infobox page|number=\(id)}}\n\(text)\n== See also ==\n* [[Page \(id + 1)]]"
      )
    }
    return Data(dump.xml.utf8)
  }()
}
