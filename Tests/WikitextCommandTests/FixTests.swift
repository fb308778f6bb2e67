import Foundation
import Testing

@Suite("Fixing")
struct FixTests {
  private let page = "{{Infobox river|name=Isar|length=295 km|name=Isar}}\nThe '''Isar'''.\n"
  private let fixed = "{{Infobox river|length=295 km|name=Isar}}\nThe '''Isar'''.\n"
  private let rule = ["--rule", "infobox-duplicate-parameter"]

  private func validate(_ arguments: [String], input: String? = nil) throws -> Run {
    try Run(commandURL, ["validate"] + rule + arguments, input: input.map { Data($0.utf8) })
  }

  @Test("Files are changed in place, keep their mode, and nothing is left beside them")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.wikitext", Data(page.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let run = try validate(["--fix", path])
    #expect(run.status == 0)
    #expect(run.error.contains("fixed 1 finding in 1 page"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == fixed)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try folder.names == ["a.wikitext"])
    #expect(try validate(["--fix", path]).error.contains("no findings in 1 page"))
  }

  @Test("The standard input comes out fixed, and what is left goes to the standard error")
  func filter() throws {
    let run = try validate(["--fix", "--rule", "obsolete-tag", "-"], input: page + "<tt>a</tt>")
    #expect(run.text == fixed + "<tt>a</tt>")
    #expect(run.error.contains("-:3:1: info obsolete-tag"))
    #expect(try validate(["--fix", "-"], input: fixed).text == fixed)
  }

  @Test(
    "A page in wide characters stays as it is, mark or not",
    arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32]
  )
  func wide(encoding: String.Encoding) throws {
    let folder = try TemporaryFolder()
    let stored = try #require(page.data(using: encoding))
    let path = try folder.write("a.wikitext", stored)
    let run = try validate(["--fix", path])
    #expect(run.status == 1)
    #expect(run.error.contains("not fixed: "))
    #expect(try Data(contentsOf: URL(filePath: path)) == stored)
    #expect(try Run(commandURL, ["format", "--write", path]).status == 65)
    #expect(try Data(contentsOf: URL(filePath: path)) == stored)
  }

  @Test("A byte order mark is no part of the first line, and stays before it")
  func mark() throws {
    let folder = try TemporaryFolder()
    let mark = Data([0xEF, 0xBB, 0xBF])
    let path = try folder.write("a.wikitext", mark + Data(("==A==\n{|\n| a\n|}\n" + page).utf8))
    #expect(try Run(commandURL, ["validate", "--no-config", "--format", "json", path]).text.contains("table") == false)
    #expect(try validate(["--fix", path]).status == 0)
    #expect(try Data(contentsOf: URL(filePath: path)) == mark + Data(("==A==\n{|\n| a\n|}\n" + fixed).utf8))
    #expect(try Run(commandURL, ["format", "--write", path]).status == 0)
    let formatted = try Data(contentsOf: URL(filePath: path))
    #expect(formatted.starts(with: mark + Data("== A ==\n".utf8)))
    #expect(try Run(commandURL, ["format", path]).output == formatted)
  }

  @Test("A diff and a check change nothing")
  func diff() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.wikitext", Data(page.utf8))
    let diff = try validate(["--diff", path])
    #expect(diff.status == 0)
    #expect(
      diff.text.contains("\n-{{Infobox river|name=Isar|length=295 km|name=Isar}}\n+{{Infobox river|length=295 km|")
    )
    let check = try validate(["--check", path])
    #expect(check.status == 1)
    #expect(check.text == "\(path): 1 finding would be fixed\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    _ = try folder.write("a.wikitext", Data(fixed.utf8))
    #expect(try validate(["--check", path]).status == 0)
  }

  @Test("Accepted and ignored findings are not fixed")
  func accepted() throws {
    let folder = try TemporaryFolder()
    let ignored = "<!-- wikitext-ignore-file infobox-duplicate-parameter -->\n" + page
    let path = try folder.write("a.wikitext", Data(ignored.utf8))
    #expect(try validate(["--check", path]).status == 0)
    _ = try folder.write("a.wikitext", Data(page.utf8))
    #expect(try validate(["--baseline", folder.path("b.json"), "--update-baseline", path]).status == 0)
    #expect(try validate(["--baseline", folder.path("b.json"), "--check", path]).status == 0)
  }

  @Test("Compressed files and pages of archives are left as they are")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.wikitext", Data(page.utf8))
    let packed = try Run.shell("cd '\(folder.url.path)' && tar -cf p.tar a.wikitext && gzip a.wikitext")
    try #require(packed.status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: path + ".gz"))
    let compressed = try validate(["--fix", path + ".gz"])
    #expect(compressed.status == 1)
    #expect(compressed.error.contains("not fixed: \(path).gz: it is compressed"))
    #expect(compressed.text.contains("infobox-duplicate-parameter"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".gz")) == before)
    let archive = try validate(["--fix", folder.path("p.tar")])
    #expect(archive.status == 1)
    #expect(archive.error.contains("not fixed: 1 page in dumps, archives"))
  }

  @Test("A file that cannot be written does not keep the others from being fixed")
  func unwritableFolder() throws {
    let folder = try TemporaryFolder()
    let inner = folder.url.appending(path: "a")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    _ = try folder.write("a/x.wikitext", Data(page.utf8))
    let other = try folder.write("b.wikitext", Data(page.utf8))
    // What the new file would be written to first is a folder already.
    let run = try Run.shell(
      "cd '\(folder.url.path)' && mkdir -p a/x.wikitext.$$.partial && exec $wikitext validate --fix "
        + rule.joined(separator: " ") + " ."
    )
    #expect(run.status == 1)
    #expect(run.error.contains("not fixed: a/x.wikitext: cannot create"))
    #expect(run.error.contains("fixed 1 finding in 1 page"))
    #expect(try String(contentsOfFile: other, encoding: .utf8) == fixed)
  }

  @Test("Pages in UTF-16 are left as they are, and nothing says that they were fixed", arguments: [false, true])
  func utf16(inFolder: Bool) throws {
    let folder = try TemporaryFolder()
    let bytes = Data([0xFF, 0xFE]) + Data(page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let path = try folder.write("a.wikitext", bytes)
    let run = try validate(["--fix", inFolder ? folder.url.path : path])
    #expect(run.status == 1)
    #expect(run.error.contains("not fixed: "))
    #expect(!run.error.contains("; fixed"))
    #expect(run.text.contains("infobox-duplicate-parameter"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    // However little the findings matter, what was asked for was not done.
    #expect(try validate(["--fix", "--fail-on", "never", path]).status == 1)
    _ = try folder.write("a.wikitext", Data([0xFF, 0xFE]) + Data(fixed.utf16.flatMap { [UInt8($0 & 0xFF), 0] }))
    #expect(try validate(["--fix", path]).status == 0)
  }
}
