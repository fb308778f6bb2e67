import MediaWikiDump
import Testing

@Suite("Markup that is not well-formed")
struct DamageTests {
  /// Three pages; the middle one is what the test is about.
  func reading(
    middle: String,
    options: DumpReader.Options = DumpReader.Options(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Reading {
    let markup = dump(page(title: "First", text: "1") + middle + page(title: "Last", text: "3"))
    return try Reading(markup, options: options, sourceLocation: sourceLocation)
  }

  @Test(
    "Texts that a repair makes readable",
    arguments: [
      ("AT&T", "AT&T"), ("a < b", "a < b"), ("a <b>c</b>", "a <b>c</b>"), ("x&nbsp;y", "x&nbsp;y"),
      ("bell\u{7}", "bell\u{FFFD}"), ("nul\u{0}byte", "nul\u{FFFD}byte"), ("]]>", "]]>"), ("&#1;", "\u{FFFD}"),
      ("a <!-- b", "a <!-- b"), ("&undefined;&amp;", "&undefined;&"), ("<![CDATA[x]]", "<![CDATA[x]]"),
      ("\u{FFFE}", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("a <ref name=\"x\">", "a <ref name=\"x\">"),
    ]
  )
  func repaired(markup: String, text: String) throws {
    // A tag that libxml2 finds closed is an element nobody knows; make sure that the text is not well-formed.
    let reading = try reading(middle: page(title: "Middle", text: markup + " & "))
    #expect(reading.titles == ["First", "Middle", "Last"])
    #expect(reading.texts == ["1", text + " & ", "3"])
    #expect(reading.kinds == [.repaired])
    #expect(reading.skipped.isEmpty)
  }

  @Test("Bytes that are not UTF-8 become U+FFFD")
  func invalidUTF8() throws {
    var bytes = Array(dump(page(title: "A", text: "x?y") + page(title: "B", text: "b")).utf8)
    for byte: UInt8 in [0xff, 0xc0, 0xe4, 0x80, 0xed] {
      let index = try #require(bytes.firstIndex { $0 == UInt8(ascii: "?") })
      bytes[index] = byte
      let reading = try Reading(bytes: bytes)
      #expect(reading.texts == ["x\u{FFFD}y", "b"])
      #expect(reading.kinds == [.repaired])
      bytes[index] = UInt8(ascii: "?")
    }
  }

  @Test(
    "Pages that cannot be repaired are skipped with title and offset, and cost no other page",
    arguments: [
      "<revision><text>a</txet></revision></page>",
      "<revision><text>no end of the text</revision></page>",
      "<revision><text>no end of the page</text></revision>",
      "<revision><text>no end of the revision</text></page>",
      "<revision><text a=>attribute</text></revision></page>",
      "<revision><text>stray end</text></b></revision></page>",
      "<revision <text>half a tag</text></revision></page>",
      "<revision><text>1</text></revision><revision><text>2</revision></page>",
    ]
  )
  func skipped(rest: String) throws {
    let reading = try reading(middle: "<page><title>Middle</title><ns>0</ns><id>2</id>\(rest)\n")
    #expect(reading.titles == ["First", "Last"])
    let page = try #require(reading.skipped.first)
    #expect(reading.skipped.count == 1)
    #expect(page.title == "Middle")
    #expect(page.id == 2)
    #expect(page.reason.name == .broken)
    let offset = try #require(reading.pages.first?.byteOffset)
    #expect(page.byteOffset == offset + Int64(MediaWikiDumpTests.page(title: "First", text: "1").utf8.count))
  }

  @Test("Every page broken: every page is counted, and the good one at the end is found")
  func manyBroken() throws {
    let broken = (0..<500).map { "<page><title>\($0)</title><revision><text>x</revision></page>" }.joined()
    let reading = try Reading(dump(broken + page(title: "Good", text: "y")))
    #expect(reading.titles == ["Good"])
    #expect(reading.statistics.skipped == [.broken: 500])
    #expect(reading.skipped.map(\.title) == (0..<500).map { "\($0)" })
  }

  @Test("Siteinfo names that are not escaped cost no page and keep their characters")
  func unescapedSiteinfo() throws {
    let reading = try Reading(bytes: fixture("content-file-export.xml"))
    #expect(reading.titles == ["One", "Two"])
    #expect(reading.kinds == [.repaired])
    #expect(reading.siteInfo?.siteName == "Rock & Roll <Wiki>")
    #expect(reading.siteInfo?.base == "https://rock.example/?a=1&b=2")
    #expect(reading.siteInfo?.namespaces.map(\.name) == ["", "Q&A"])
    #expect(reading.siteInfo?.dbName == "rockwiki")
  }

  @Test("A siteinfo beyond repair costs no page either")
  func brokenSiteinfo() throws {
    let reading = try Reading(dump(page(text: "x"), siteinfo: "<siteinfo><sitename>W</siteinfo><b></c>"))
    #expect(reading.titles == ["P"])
    #expect(reading.kinds == [.brokenSiteInfo])
  }

  @Test("Junk before, between and after the document is reported once each and costs no page")
  func junk() throws {
    let good = dump(page(text: "x"))
    let before = try Reading("HTTP/1.1 200 OK\n\n" + good)
    #expect(before.titles == ["P"])
    #expect(before.kinds == [.junk])
    let after = try Reading(good + "\nTotal: 1 page\n<!-- end -->")
    #expect(after.titles == ["P"])
    #expect(after.kinds == [.junk])
    #expect(after.problems.first?.offset == .decompressed(Int64(good.utf8.count + 1)))
    let between = try Reading(dump(page(title: "A", text: "a") + " & </x> " + page(title: "B", text: "b")))
    #expect(between.titles == ["A", "B"])
    #expect(between.problems.count == 1)
    #expect(try Reading(good + " \n\n").problems.isEmpty)
  }

  @Test("A declaration, a byte order mark, comments and a document type may come first")
  func preamble() throws {
    let good = dump(page(text: "x"))
    for start in [
      "", "\u{FEFF}", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", "\u{FEFF}<?xml version='1.0'?><!-- <page> -->",
      "<!-- a --><!DOCTYPE mediawiki [<!ENTITY a \">\">]>\n",
    ] {
      let reading = try Reading(start + good)
      #expect(reading.titles == ["P"], "\(start)")
      #expect(reading.problems.isEmpty, "\(start)")
    }
  }

  @Test("Pages without <mediawiki> around them are read")
  func fragments() throws {
    let reading = try Reading("<page>\n<title>A</title><revision><text>a</text></revision></page>" + page(text: "x"))
    #expect(reading.titles == ["A", "P"])
    #expect(reading.kinds == [.missingRoot])
    #expect(reading.siteInfo == nil)
  }

  @Test("A revision outside any page is reported")
  func loneRevision() throws {
    let lone = try Reading("<revision><id>1</id><text>x</text></revision>")
    #expect(lone.pages.isEmpty)
    #expect(lone.kinds == [.missingRoot, .revisionOutsidePage])
    let inside = try Reading(dump("<revision><text>x</text></revision>" + page(text: "y")))
    #expect(inside.texts == ["y"])
    #expect(inside.kinds == [.revisionOutsidePage])
  }

  @Test("Documents one after the other are one dump")
  func concatenated() throws {
    let first = dump(page(title: "A", text: "a"))
    let second = "\n<?xml version=\"1.0\"?>\n" + dump(page(title: "B", text: "b"))
    let reading = try Reading(first + second)
    #expect(reading.titles == ["A", "B"])
    #expect(reading.kinds == [.anotherDocument])
    let cut = try Reading(first.replacing("</mediawiki>", with: "") + second)
    #expect(cut.titles == ["A", "B"])
    #expect(cut.skipped.isEmpty)
  }

  @Test("CDATA and comments are read as XML has them, page tags in them included")
  func opaqueSections() throws {
    let middle = "<!-- <page><title>no</title></page> -->" + page(title: "M", text: "a<![CDATA[<page> & <b>]]>z")
    let reading = try reading(middle: middle)
    #expect(reading.titles == ["First", "M", "Last"])
    #expect(reading.texts[1] == "a<page> & <b>z")
    #expect(reading.problems.isEmpty)
  }

  @Test("A CDATA section without end costs no page behind it, however many there are")
  func openSections() throws {
    let pages = (0..<40).map { page(title: "\($0)", text: "<![CDATA[\($0)") }.joined()
    let reading = try Reading(dump(pages + page(title: "Last", text: "x")))
    #expect(reading.titles == (0..<40).map { "\($0)" } + ["Last"])
    #expect(reading.texts.first == "<![CDATA[0")
  }

  @Test("A log dump is told apart")
  func logItems() throws {
    let reading = try Reading(dump("<logitem><id>1</id><text>x</text></logitem><logitem><id>2</id></logitem>"))
    #expect(reading.pages.isEmpty)
    #expect(reading.kinds == [.logItems])
  }

  @Test("A page without a title is returned and reported")
  func missingTitle() throws {
    let reading = try Reading(dump("<page><id>1</id><revision><text>x</text></revision></page>"))
    #expect(reading.titles == [""])
    #expect(reading.kinds == [.missingTitle])
  }

  @Test("Revisions returned before a page breaks stay returned, and the rest is reported")
  func brokenHistory() throws {
    let middle =
      "<page><title>M</title><revision><text>1</text></revision><revision><text>2</text></revision>"
      + "<revision><text>3</revision></page>"
    let all = try reading(middle: middle, options: .allRevisions)
    #expect(all.texts == ["1", "1", "2", "3"])
    #expect(all.kinds == [.brokenRevision])
    #expect(all.statistics.pagesReturned == 3)
    let newest = try reading(middle: middle)
    #expect(newest.skipped.map(\.title) == ["M"])
  }

  @Test("A repair inside a history counts every revision once")
  func repairedHistory() throws {
    let middle = page(
      title: "M",
      revisions: ["<id>1</id><text>1</text>", "<id>2</id><text>2 & 2</text>", "<id>3</id><text>3</text>"]
    )
    let all = try reading(middle: middle, options: .allRevisions)
    #expect(all.texts == ["1", "1", "2 & 2", "3", "3"])
    #expect(all.statistics.revisionsSeen == 5)
    let behind =
      "<page><title>M</title><revision><text>1</text></revision><revision><text>2</text></revision> & </page>"
    let reading = try reading(middle: behind, options: .allRevisions)
    #expect(reading.texts == ["1", "1", "2", "3"])
    #expect(reading.statistics.revisionsSeen == 4)
  }

  @Test("Elements nested without end cost their page, not the stack")
  func deep() throws {
    let deep = "<page><title>D</title>" + String(repeating: "<a>", count: 100_000)
    let reading = try reading(middle: deep)
    #expect(reading.titles == ["First", "Last"])
    #expect(reading.skipped.map(\.title) == ["D"])
  }

  @Test(
    "Hostile repeats take time in proportion to their length",
    arguments: [
      "<![CDATA[", "<!--", "&", "<", "<page>", "<text>", "]]>", "&#x", "<page><title>", "\u{0}", "<revision>",
    ]
  )
  func hostile(piece: String) throws {
    func time(bytes: Int) throws -> Duration {
      let markup = dump(page(title: "A", text: String(repeating: piece, count: bytes / piece.utf8.count) + " & "))
      return try ContinuousClock().measure { _ = try Reading(markup) }
    }
    let short = try time(bytes: 50_000)
    let long = try time(bytes: 500_000)
    #expect(long < max(short * 40, .milliseconds(200)), "\(short) and \(long)")
  }

  @Test("Entities of a document type are neither expanded nor loaded")
  func entities() throws {
    let bomb = "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">"
    let start = "<?xml version=\"1.0\"?><!DOCTYPE mediawiki [\(bomb)]>"
    let reading = try Reading(start + dump(page(text: "[&b;|&x;]")))
    #expect(reading.texts == ["[&b;|&x;]"])
    #expect(reading.kinds == [.repaired])
    let inside = try Reading(dump("<!DOCTYPE mediawiki [\(bomb)]>" + page(title: "A", text: "[&x;]") + page(text: "y")))
    #expect(inside.texts.allSatisfy { !$0.contains("root:") && !$0.contains("aaaa") })
    #expect(inside.texts.contains("y"))
    let parameter =
      "<!DOCTYPE mediawiki SYSTEM \"file:///etc/hostname\" [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>"
    #expect(try Reading(parameter + dump(page(text: "ok"))).texts == ["ok"])
  }
}
