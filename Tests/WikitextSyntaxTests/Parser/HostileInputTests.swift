import Testing

@testable import WikitextSyntax

/// Pages that nobody wrote in good faith: every opener and closer, deep and wide, alone and mixed.
///
/// Each page has 100 KB in a debug build and 1 MB in an optimized one or where `WIKITEXT_HOSTILE_KB` says so. What is
/// tested here is that a tree comes out and is sound; that time grows with size and no faster is a test of its own.
@Suite("Hostile input")
struct HostileInputTests {
  static let size = (TestFiles.number("WIKITEXT_HOSTILE_KB") ?? (TestFiles.isOptimized ? 1000 : 100)) * 1000

  static let openers = [
    "{{", "{{{", "[[", "[", "-{", "''", "'''", "'''''", "<ref>", "<nowiki>", "<!--", "<div>", "<b>", "<td>", "</",
    "<ref name=\"", "<span a=\"", "{|\n", "{|\n|\n", "{|\n|-\n|a||", "|+", "!", "!!", "|", "||", "=", "==", "\n==", "*",
    "\n*", "\n*#:;", ";", ";a:", ":", "\n ", "{{a|", "{{a|b=", "{{#if:", "[[a|", "[[File:a|", "[http://a ", "http://",
    "&", "&#", "__", "~~~", "<includeonly>", "<noinclude>", "<gallery>\n", "<poem>", "#REDIRECT", "ISBN ", "RFC 1 ",
    ":{|\n", "{{!}}", "<br", "<br/", "\r", "\n", "\0", "\u{FEFF}", "a",
  ]
  static let closers = [
    "}}", "}}}", "]]", "]", "}-", "''", "'''", "</ref>", "</nowiki>", "-->", "</div>", "</b>", "</td>", "\n|}", "\n|-",
    "\n|", ">", "/>", "\n", "==\n", "</includeonly>", "</gallery>", "</poem>", "}", "|}}",
  ]
  /// Openers with what closes them.
  static let pairs = [
    ("{{a|", "}}"), ("{{{a|", "}}}"), ("[[a|", "]]"), ("[[File:a|", "]]"), ("-{", "}-"), ("''", "''"), ("'''", "'''"),
    ("<div>", "</div>"), ("<b>", "</b>"), ("<ref>", "</ref>"), ("{|\n|\n", "\n|}\n"), ("[http://a ", "]"),
    ("<!--", "-->"), ("<includeonly>", "</includeonly>"), ("<poem>", "</poem>"), ("{{#if:a|", "}}"), ("{{", "}}"),
    ("{", "}"), ("[", "]"), ("<span a='", "'>"),
    ("[[a<b ", "]] "), ("[[a<b ", "]] [[c]] "),
  ]

  static let chinese = SiteConfiguration(wiki: "zhwiki") ?? .standard

  /// `unit` over and over, up to the size.
  static func repeated(_ unit: String, count: Int = size) -> [UInt8] {
    let unit = Array(unit.utf8)
    var page: [UInt8] = []
    page.reserveCapacity(count + unit.count)
    while page.count < count { page.append(contentsOf: unit) }
    return page
  }

  @Test("One mark over and over", arguments: openers + closers)
  func alone(mark: String) {
    assertParse(HostileInputTests.repeated(mark), configuration: HostileInputTests.chinese, "\(mark.debugDescription)")
  }

  @Test("A tag ends where it does, however much stands in it")
  func farEnds() {
    let links = String(repeating: "[[c]] ", count: 100)
    for page in ["[[a<b \(links)]] >", "[[a<b [[d<i \(links)]] ]] >"] {
      let tags = SyntaxTree(parsing: page).root.descendants(TagSyntax.self).map(\.text)
      #expect(tags == [String(page.dropFirst(3))])
    }
    for page in ["[[a<b \(links)]] ", "[[a<b [[d<i \(links)]] ]] ", "[[a<b [[d<i \(links)]] ]] <b>"] {
      let tags = SyntaxTree(parsing: page).root.descendants(TagSyntax.self).map(\.text)
      #expect(tags == (page.hasSuffix("<b>") ? ["<b>"] : []))
    }
  }

  @Test("Nested as deep as the page is long, and closed", arguments: pairs.indices)
  func nested(index: Int) {
    let (open, close) = HostileInputTests.pairs[index]
    let half = HostileInputTests.size / 2
    let opening = HostileInputTests.repeated(open, count: half)
    let depth = opening.count / open.utf8.count
    let closing = HostileInputTests.repeated(close, count: depth * close.utf8.count)
    let configuration = HostileInputTests.chinese
    assertParse(opening + closing, configuration: configuration, "nested \(open.debugDescription)")
    assertParse(opening + closing.dropLast(close.utf8.count), configuration: configuration, "short of one close")
    assertParse(HostileInputTests.repeated(open + close), configuration: configuration, "wide \(open.debugDescription)")
  }

  @Test("Two marks in turn, each opener with every other mark", arguments: openers)
  func mixed(first: String) {
    // The pairs are many, so each page is a tenth.
    for second in HostileInputTests.openers + HostileInputTests.closers where second != first {
      let page = HostileInputTests.repeated(first + second, count: HostileInputTests.size / 20)
      assertParse(page, configuration: HostileInputTests.chinese, "\((first + second).debugDescription)")
    }
  }

  @Test("All openers of one kind, then all of another, then what closes the first", arguments: pairs.indices)
  func crossed(index: Int) {
    let (open, close) = HostileInputTests.pairs[index]
    let third = HostileInputTests.size / 30
    for (other, otherClose) in HostileInputTests.pairs {
      let page =
        HostileInputTests.repeated(open, count: third) + HostileInputTests.repeated(other, count: third)
        + HostileInputTests.repeated(close, count: third) + HostileInputTests.repeated(otherClose, count: third)
      assertParse(page, configuration: HostileInputTests.chinese, "crossed \(open) \(other)")
    }
  }

  @Test("Bytes that are no text")
  func bytes() {
    let size = HostileInputTests.size
    assertParse([UInt8](repeating: 0xFF, count: size))
    assertParse([UInt8](repeating: 0x80, count: size))
    assertParse([UInt8](repeating: 0, count: size))
    assertParse((0..<size).map { UInt8(truncatingIfNeeded: $0) })
    assertParse((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 167) })
    for byte in UInt8.min...UInt8.max {
      for context in ["", "[[a", "{{a|b", "<div ", "{|\n|", "http://a", "* ", " ", "__", "&", "''"] {
        assertParse(Array(context.utf8) + [byte])
        assertParse(Array(context.utf8) + [byte, byte] + Array("]]}}>\n|}".utf8))
      }
    }
  }

  @Test("One long line, and line ends of every kind")
  func lines() {
    let line = "* ''a'' [[b|c]] {{d|e=f}} [http://g h] <b>i</b> == j == || k !! l : m ;"
    assertParse(HostileInputTests.repeated(line))
    for end in ["\n", "\r\n", "\r", "\n\r", "\r\r\n"] { assertParse(HostileInputTests.repeated(line + end)) }
  }

  @Test("Every prefix of a page with everything in it is a page")
  func prefixes() {
    let page = Array(FuzzTests.everything.utf8)
    for count in 0...page.count { assertParse(Array(page[..<count]), configuration: HostileInputTests.chinese) }
  }

  @Test("Prefixes that mean the wiki itself may be as many as fit the page")
  func localPrefixes() {
    let prefixes = String(repeating: "en:", count: HostileInputTests.size / 3)
    let tree = assertParse("[[\(prefixes){{a}}]] [[\(prefixes)Category:{{a}}]] [[:\(prefixes)Category:{{a}}]]")
    #expect(tree.root.children.map(\.kind) == [.wikilink, .text, .wikilink, .text, .wikilink])
  }

  @Test("Lists are nested a hundred deep, and deeper items say so")
  func deepLists() throws {
    let tree = assertParse(String(repeating: "*", count: 250) + "a\n" + String(repeating: "*", count: 100) + "b")
    let items = Array(tree.root.descendants(ListItemSyntax.self))
    #expect(items.count == 101)
    #expect(items[99].syntax.flags.contains(.tooDeep))
    #expect(!items[100].syntax.flags.contains(.tooDeep))
    #expect(tree.dump().contains("tooDeep"))
  }
}
