import Foundation
import Testing
import Wikitext

@Suite("wikitext fixtures")
struct FixturesTests {
  /// A folder with two pages and what is expected of one.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.write("isar.wikitext", Data("== Course ==\n'''Isar''' <center>a</center>\n".utf8))
    _ = try folder.write("loisach.wikitext", Data("Loisach\n".utf8))
    return folder
  }

  private func content(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: folder.path(name)), encoding: .utf8)
  }

  @Test("What is recorded is as expected when it is checked, whatever the kind", arguments: FixturesTests.kinds)
  func everyKind(kind: String, ending: String) throws {
    let folder = try folder()
    let record = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", kind)
    #expect(record.status == 0, "\(record.error)")
    #expect(try folder.names.contains("isar" + ending))
    let check = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text == "")
    #expect(check.error.contains("2 expectations of 2 pages: 2 passed"))
    // Nothing is written over what is there.
    _ = try folder.write("isar" + ending, Data("x\n".utf8))
    #expect(try Run.wikitext("fixtures", "record", folder.url.path, "--kind", kind).status == 0)
    #expect(try content(folder, "isar" + ending) == "x\n")
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 1)
  }

  static let kinds = [
    ("tree", ".tree.txt"), ("document", ".document.json"), ("outline", ".outline.txt"), ("article", ".article.json"),
    ("markdown", ".md"), ("text", ".text.txt"), ("diagnostics", ".diagnostics.txt"),
    ("diagnostics-json", ".diagnostics.json"), ("formatted", ".formatted.txt"),
  ]

  @Test("A difference is shown as a diff, and --update writes the file anew")
  func difference() throws {
    let folder = try folder()
    _ = try folder.write("isar.text.txt", Data("Course\n\nIser a\n".utf8))
    let check = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(check.status == 1)
    #expect(check.text.hasPrefix("isar.wikitext: the text is not as expected\n--- "))
    #expect(check.text.contains("\n-Iser a\n+"))
    #expect(check.error.contains("1 expectation of 1 page: 1 failed"))
    #expect(try Run.wikitext("fixtures", "check", "--update", folder.url.path).status == 0)
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 0)
  }

  @Test("JSON is compared as values")
  func json() throws {
    let folder = try folder()
    _ = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "document")
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("isar.document.json")))
    )
    _ = try folder.write("isar.document.json", try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 0)
    _ = try folder.write("isar.document.json", Data("{\"type\": 1}".utf8))
    let check = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(check.status == 1)
    #expect(check.text.contains("-  \"type\": 1\n"))
  }

  @Test("A known failure may fail, and may not pass")
  func knownFailures() throws {
    let folder = try folder()
    _ = try folder.write("isar.text.txt", Data("x\n".utf8))
    _ = try folder.write("known-failures.txt", Data("# a reason\nisar.wikitext text\n".utf8))
    let known = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(known.status == 0)
    #expect(known.error.contains("1 known to fail"))
    _ = try folder.write("isar.text.txt", Run.wikitext("parse", "--to", "text", folder.path("isar.wikitext")).output)
    let surprise = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(surprise.status == 1)
    #expect(surprise.text.contains("take the line from known-failures.txt"))
    _ = try folder.write("known-failures.txt", Data("isar\n".utf8))
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 65)
  }

  @Test("A known failure that is not there is a failure")
  func staleFailures() throws {
    let folder = try folder()
    _ = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "text")
    for (line, problem) in [
      ("iser.wikitext text", "there is no page iser.wikitext"),
      ("isar.wikitext tree", "isar.wikitext has no expectation of the kind tree"),
    ] {
      _ = try folder.write("known-failures.txt", Data("\(line)\n".utf8))
      let check = try Run.wikitext("fixtures", "check", folder.url.path)
      #expect(check.status == 1)
      #expect(check.text == "known-failures.txt: \(problem); take the line \"\(line)\" away\n")
      // What is not looked at is not missed.
      #expect(try Run.wikitext("fixtures", "check", "--filter", "loisach*", folder.url.path).status == 0)
    }
  }

  @Test("An expectation without its page is a failure")
  func strays() throws {
    let folder = try folder()
    _ = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "text")
    _ = try folder.write("README.md", Data("# Pages\n".utf8))
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 0)
    _ = try folder.write("iser.text.txt", Data("Isar\n".utf8))
    let check = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(check.status == 1)
    #expect(check.text == "iser.text.txt: there is no page iser; delete this, or give it the name of its page\n")
    #expect(check.error.contains("2 passed, 1 broken"))
    #expect(try Run.wikitext("fixtures", "check", "--filter", "isa*", folder.url.path).status == 0)
    #expect(try Run.wikitext("fixtures", "check", "--kind", "tree", folder.url.path).status == 66)
    _ = try folder.write("iser.wikitext", Data("Isar\n".utf8))
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 0)
    // With two pages of one name nobody knows whose it is.
    _ = try folder.write("iser.html", Data("<p>Isar</p>".utf8))
    let unclear = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(unclear.status == 1)
    #expect(unclear.text.contains("there are several pages iser"))
  }

  @Test("A page of HTML has no syntax tree")
  func wrongKind() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.html", Data("<p>Isar</p>".utf8))
    _ = try folder.write("a.tree.txt", Data("x\n".utf8))
    let check = try Run.wikitext("fixtures", "check", folder.url.path)
    #expect(check.status == 1)
    #expect(check.text.contains("only pages of wikitext have this"))
  }

  @Test("Endings of pages may be in capitals")
  func capitals() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("ISAR.WIKITEXT", Data("== Isar ==\n".utf8))
    #expect(try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "tree").status == 0)
    #expect(try folder.names.contains("ISAR.tree.txt"))
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 0)
  }

  @Test("Settings of a folder hold in the folders in it")
  func settings() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "de/a"), withIntermediateDirectories: true)
    _ = try folder.write("de/fixtures.json", Data("{\"wiki\": \"dewiki\", \"rules\": [\"obsolete-tag\"]}".utf8))
    _ = try folder.write("de/a/isar.wikitext", Data("[[Datei:a.png]] <center>b</center> <b>\n".utf8))
    _ = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "tree", "--kind", "diagnostics")
    #expect(try content(folder, "de/a/isar.tree.txt").contains("fileLink"))
    #expect(try content(folder, "de/a/isar.diagnostics.txt").split(separator: "\n").count == 1)
    #expect(try Run.wikitext("fixtures", "check", "--off", "obsolete-tag", folder.url.path).status == 1)
    for wrong in ["{\"wikis\": 1}", "{\"wiki\": 1}", "{\"rules\": [\"no-such\"]}", "[", "{\"dialect\": \"x\"}"] {
      _ = try folder.write("de/fixtures.json", Data(wrong.utf8))
      #expect(try [64, 65].contains(Run.wikitext("fixtures", "check", folder.url.path).status), "\(wrong)")
    }
  }

  @Test("Filters, kinds and forms")
  func options() throws {
    let folder = try folder()
    _ = try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "text", "--kind", "tree")
    _ = try folder.write("isar.text.txt", Data("<x>\n".utf8))
    let path = folder.url.path
    #expect(try Run.wikitext("fixtures", "check", "--filter", "loi*", path).status == 0)
    #expect(try Run.wikitext("fixtures", "check", "--kind", "tree", path).status == 0)
    #expect(try Run.wikitext("fixtures", "check", "--filter", "none*", path).status == 66)
    let junit = try Run.wikitext("fixtures", "check", "--format", "junit", path)
    #expect(junit.status == 1)
    #expect(junit.text.hasPrefix("<?xml") && junit.text.hasSuffix("</testsuites>\n"))
    #expect(junit.text.contains("-&lt;x&gt;&#10;"))
    #expect(junit.text.contains("<testsuite name=\"isar.wikitext\" tests=\"2\" failures=\"1\" errors=\"0\">"))
    let github = try Run.wikitext("fixtures", "check", "--format", "github", path)
    #expect(github.text.hasPrefix("::error file="))
    #expect(github.text.split(separator: "\n").count == 1)
    let single = try Run.wikitext("fixtures", "check", "--jobs", "1", path)
    #expect(try Run.wikitext("fixtures", "check", "--jobs", "7", path).output == single.output)
  }

  @Test("Two pages of one name are told apart by their endings")
  func names() throws {
    let folder = try folder()
    _ = try folder.write("isar.html", Data("<html><body><p>Isar</p></body></html>".utf8))
    #expect(try Run.wikitext("fixtures", "record", folder.url.path, "--kind", "text").status == 0)
    let names = try folder.names
    #expect(names.contains("isar.html.text.txt") && names.contains("isar.wikitext.text.txt"))
    #expect(names.contains("loisach.text.txt"))
  }

  @Test("Without a folder, pages or expectations there is nothing to check")
  func nothing() throws {
    let folder = try folder()
    #expect(try Run.wikitext("fixtures", "check", folder.url.path).status == 66)
    #expect(try Run.wikitext("fixtures", "check", folder.path("none")).status == 66)
    #expect(try Run.wikitext("fixtures", "record", folder.url.path).status == 64)
  }
}

/// A page for each rule in `Fixtures/rules`, named for it: what the rule finds in its bad example.
///
/// With the environment variable `WIKITEXT_UPDATE_FIXTURES` set to 1 the pages are written anew, and so is what is
/// expected of them.
@Suite("Fixtures of rules")
struct RuleFixtureTests {
  static let folder = packageRoot.appending(path: "Fixtures/rules")
  static let isUpdating = ProcessInfo.processInfo.environment["WIKITEXT_UPDATE_FIXTURES"] == "1"

  static let pages: [String] =
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).filter {
      $0.hasSuffix(".diagnostics.txt")
    }.compactMap { $0.dropLast(16).split(separator: "/").last.map(String.init) }.sorted()

  private static func expectation(of page: String) throws -> Data {
    let path = try FileManager.default.subpathsOfDirectory(atPath: folder.path).first {
      $0.split(separator: "/").last == Substring(page + ".diagnostics.txt")
    }
    return try path.map { try Data(contentsOf: folder.appending(path: $0)) } ?? Data()
  }

  @Test("Each page is as expected", .enabled(if: !isUpdating))
  func check() throws {
    let run = try Run.wikitext("fixtures", "check", Self.folder.path)
    #expect(run.status == 0, "\(run.text)")
    #expect(Self.pages.count > 20)
  }

  @Test("Each page needs its rule: with the rule off it is not as expected", .enabled(if: !isUpdating))
  func mutations() throws {
    // A page asks for its own rule alone, so all can be turned off at once.
    let arguments = ["fixtures", "check", Self.folder.path] + Self.pages.flatMap { ["--off", $0] }
    let run = try Run(commandURL, arguments, input: nil)
    #expect(run.status == 1)
    for id in Self.pages { #expect(run.text.contains("\(id): "), "\(id)") }
    #expect(run.error.contains(": \(Self.pages.count) failed"), "\(run.error)")
  }

  @Test("Pages are written anew", .enabled(if: isUpdating))
  func update() throws {
    for rule in RuleCatalog.pages.map(\.about) where rule.exampleData.isEmpty {
      let ending =
        switch rule.dialects[0] {
        case .wikitext: "wikitext"
        case .html: "html"
        case .pageText: "txt"
        }
      // The bytes of a short text do not tell what it is: the folder does.
      let place = ending == "txt" ? "page-text/" : ""
      let file = Self.folder.appending(path: "\(place)\(rule.id).\(ending)")
      try Data(rule.bad.utf8).write(to: file)
    }
    #expect(try Run.wikitext("fixtures", "record", "--kind", "diagnostics", Self.folder.path).status == 0)
    #expect(try Run.wikitext("fixtures", "check", "--update", Self.folder.path).status == 0)
    // A page in which nothing is found, such as one that only data tells what to find in, is no use.
    for page in Self.pages where try Self.expectation(of: page).isEmpty {
      for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      where path.split(separator: "/").last?.hasPrefix(page + ".") == true {
        try FileManager.default.removeItem(at: Self.folder.appending(path: path))
      }
    }
  }
}
