import Foundation
import Testing

@Suite("wikitext format")
struct FormatTests {
  private let page = Data("==Course==\n*[[isar|Isar]]\n".utf8)

  @Test("The page goes to the standard output, and the file stays")
  func output() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("isar.wikitext", page)
    let run = try Run.wikitext("format", file)
    #expect(run.status == 0)
    #expect(run.text == "== Course ==\n* [[Isar]]\n")
    #expect(run.error == "")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == page)
    #expect(try Run.wikitext("format", "-", input: run.output).output == run.output)
  }

  @Test("With --write files are changed, in folders, too; with --check they are named, and the exit code is 1")
  func writing() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.wikitext", page)
    _ = try folder.write("b.wiki", Data("b\n".utf8))
    _ = try folder.write("c.txt", page)
    let check = try Run.wikitext("format", "--check", folder.url.path)
    #expect(check.status == 1)
    #expect(check.text == folder.path("a.wikitext") + "\n")
    #expect(check.error.contains("1 of 2 pages would change"))
    #expect(try Run.wikitext("format", "--write", folder.url.path).status == 0)
    #expect(try Run.wikitext("format", "--check", folder.url.path).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("c.txt"))) == page)
  }

  @Test("With --diff the changes are shown as a diff that patch understands")
  func diff() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("isar.wikitext", page)
    let run = try Run.wikitext("format", "--diff", file)
    #expect(run.status == 0)
    #expect(run.text.contains("-==Course==\n-*[[isar|Isar]]\n+== Course ==\n+* [[Isar]]\n"))
    let patched = try Run.shell("cd '\(folder.url.path)' && '$wikitext' --version >/dev/null 2>&1; true")
    #expect(patched.status == 0)
    #expect(try Run.wikitext("format", "--diff", "--check", file).status == 1)
  }

  @Test("Styles are chosen by their names, and listed")
  func styles() throws {
    #expect(try Run.wikitext("format", "--style", "links", "-", input: page).text == "==Course==\n*[[Isar]]\n")
    #expect(
      try Run.wikitext("format", "--no-style", "links,item-blanks", "-", input: page).text
        == "== Course ==\n*[[isar|Isar]]\n"
    )
    let cells = Data("{|\n| a || b\n|}\n".utf8)
    #expect(
      try Run.wikitext("format", "--with-style", "cell-lines", "-", input: cells).text == "{|\n| a\n| b\n|}\n"
    )
    let list = try Run.wikitext("format", "--list-styles")
    #expect(list.text.contains("on   links"))
    #expect(list.text.contains("off  cell-lines"))
  }

  @Test("What cannot be done is said")
  func errors() throws {
    #expect(try Run.wikitext("format").status == 64)
    #expect(try Run.wikitext("format", "--write", "-").status == 64)
    #expect(try Run.wikitext("format", "--write", "--check", "a").status == 64)
    let style = try Run.wikitext("format", "--style", "nothing", "-")
    #expect(style.status == 64)
    #expect(style.error.contains("there is no style nothing"))
    #expect(try Run.wikitext("format", "/nowhere.wikitext").status == 66)
  }

  @Test("The wiki decides")
  func wiki() throws {
    let page = Data("[[bild:isar.jpg|mini]]\n".utf8)
    #expect(try Run.wikitext("format", "--wiki", "dewiki", "-", input: page).text == "[[Datei:Isar.jpg|mini]]\n")
    #expect(try Run.wikitext("format", "-", input: page).output == page)
  }
}
