import Foundation
import Testing

@Suite("wikitext format")
struct FormatTests {
  private let page = Data("==Course==\n*[[isar|Isar]]\n".utf8)

  @Test("The page goes to the standard output, and the file stays")
  func output() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("isar.wikitext", page)
    let run = try Run.wikitext("format", "--wiki", "en", file)
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

  @Test("The last word counts in good English, and endings may be in capitals")
  func counting() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("A.WIKITEXT", page)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try Run.wikitext("format", "--check", folder.url.path).error == "wikitext: 1 of 1 page would change\n")
    #expect(try Run.wikitext("format", "--write", folder.url.path).error == "wikitext: 1 of 1 page was formatted\n")
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    _ = try folder.write("b.mediawiki", page)
    _ = try folder.write("c.Wiki", page)
    #expect(try Run.wikitext("format", "--write", folder.url.path).error == "wikitext: 2 of 3 pages were formatted\n")
  }

  @Test("One page that cannot be read does not keep the others from being formatted, and it is said which were")
  func failures() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "d"] { _ = try folder.write("\(name).wikitext", page) }
    _ = try folder.write("c.wikitext", Data([0xFF, 0xFE, 0x41, 0]))
    let run = try Run.wikitext("format", "--write", folder.url.path)
    #expect(run.status == 65)
    #expect(run.error.contains("error: \(folder.path("c.wikitext")) is in UTF-16"))
    for name in ["a", "b", "d"] { #expect(run.error.contains("formatted \(folder.path(name + ".wikitext"))\n")) }
    #expect(run.error.contains("3 of 4 pages were formatted"))
    #expect(try String(contentsOfFile: folder.path("d.wikitext"), encoding: .utf8) == "== Course ==\n* [[isar|Isar]]\n")
  }

  @Test("Many pages come out in their order, however many are formatted at once")
  func jobs() throws {
    let folder = try TemporaryFolder()
    for number in 10...60 {
      let text = String(repeating: "*[[Isar|Isar]] \(number)\n", count: number % 7 * 40 + 1)
      _ = try folder.write("\(number).wikitext", Data(text.utf8))
    }
    let one = try Run.wikitext("format", "--jobs", "1", folder.url.path)
    #expect(one.status == 0)
    for jobs in ["2", "5"] {
      #expect(try Run.wikitext("format", "--jobs", jobs, folder.url.path).output == one.output)
    }
    #expect(try Run.wikitext("format", "--jobs", "0", folder.url.path).status == 64)
  }

  @Test("With --diff the changes are shown as a diff that patch understands")
  func diff() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("isar.wikitext", page)
    let run = try Run.wikitext("format", "--wiki", "en", "--diff", file)
    #expect(run.status == 0)
    #expect(run.text.contains("-==Course==\n-*[[isar|Isar]]\n+== Course ==\n+* [[Isar]]\n"))
    let patched = try Run.shell("cd '\(folder.url.path)' && '$wikitext' --version >/dev/null 2>&1; true")
    #expect(patched.status == 0)
    #expect(try Run.wikitext("format", "--diff", "--check", file).status == 1)
  }

  @Test("Styles are chosen by their names, and listed")
  func styles() throws {
    #expect(
      try Run.wikitext("format", "--wiki", "en", "--style", "links", "-", input: page).text
        == "==Course==\n*[[Isar]]\n"
    )
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

  @Test("Only where the wiki is known does the first letter of a link not count")
  func firstLetters() throws {
    let page = Data("[[Bairisch|bairisch]] [[isar|Isar]] {{Template:isar}} [[Isar|Isar]]\n".utf8)
    let unknown = try Run.wikitext("format", "-", input: page).text
    #expect(unknown == "[[Bairisch|bairisch]] [[isar|Isar]] {{isar}} [[Isar]]\n")
    #expect(try Run.wikitext("format", "--wiki", "enwiktionary", "-", input: page).text == unknown)
    let known = try Run.wikitext("format", "--wiki", "en", "-", input: page).text
    #expect(known == "[[bairisch]] [[Isar]] {{isar}} [[Isar]]\n")
  }

  @Test("The wiki decides")
  func wiki() throws {
    let page = Data("[[bild:isar.jpg|mini]]\n".utf8)
    #expect(try Run.wikitext("format", "--wiki", "dewiki", "-", input: page).text == "[[Datei:Isar.jpg|mini]]\n")
    #expect(try Run.wikitext("format", "-", input: page).output == page)
  }
}
