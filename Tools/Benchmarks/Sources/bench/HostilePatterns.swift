/// An input that is made to be expensive.
struct HostilePattern: Sendable {
  let name: String
  /// The pattern at about so many bytes.
  let make: @Sendable (Int) -> [UInt8]

  /// `unit` over and over.
  init(wide unit: String) {
    let bytes = Array(unit.utf8)
    name = "wide \(HostilePattern.shown(unit))"
    make = { size in HostilePattern.repeated(bytes, size / bytes.count) }
  }

  /// `open` over and over, then `close` as often.
  init(deep open: String, _ close: String, around core: String = "") {
    let open = (text: open, bytes: Array(open.utf8))
    let close = (text: close, bytes: Array(close.utf8))
    let core = Array(core.utf8)
    name = "deep \(HostilePattern.shown(open.text)) \(HostilePattern.shown(close.text))"
    make = { size in
      let count = size / (open.bytes.count + close.bytes.count)
      return HostilePattern.repeated(open.bytes, count) + core + HostilePattern.repeated(close.bytes, count)
    }
  }

  /// `start` once, then `unit` over and over, then `end` once.
  init(_ start: String, then unit: String, _ end: String = "") {
    let bytes = (start: Array(start.utf8), unit: Array(unit.utf8), end: Array(end.utf8))
    name =
      "\(HostilePattern.shown(start)) then \(HostilePattern.shown(unit))"
      + (end.isEmpty ? "" : " then \(HostilePattern.shown(end))")
    make = { size in bytes.start + HostilePattern.repeated(bytes.unit, size / bytes.unit.count) + bytes.end }
  }

  /// Half of the input `first`, the other half `second`.
  init(halves first: String, _ second: String) {
    let bytes = (first: Array(first.utf8), second: Array(second.utf8))
    name = "half \(HostilePattern.shown(first)) half \(HostilePattern.shown(second))"
    make = { size in
      HostilePattern.repeated(bytes.first, size / 2 / bytes.first.count)
        + HostilePattern.repeated(bytes.second, size / 2 / bytes.second.count)
    }
  }

  init(named name: String, make: @escaping @Sendable (Int) -> [UInt8]) {
    self.name = name
    self.make = make
  }

  private static func repeated(_ unit: [UInt8], _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(unit.count * count + 64)
    for _ in 0..<count { bytes.append(contentsOf: unit) }
    return bytes
  }

  private static func shown(_ text: String) -> String {
    let text = text.replacing("\r", with: "\\r").replacing("\n", with: "\\n").replacing("\0", with: "\\0")
    return "`" + (text.count > 34 ? String(text.prefix(32)) + "…" : text) + "`"
  }
}

extension HostilePattern {
  /// The openers and closers of the language, each with what ends it.
  static let brackets: [(open: String, close: String)] = [
    ("{{", "}}"), ("{{a|", "}}"), ("{{a|b=", "}}"), ("{{{", "}}}"), ("{{{a|", "}}}"), ("{{#if:a|", "}}"), ("{", "}"),
    ("[[", "]]"), ("[[a|", "]]"), ("[[File:a.jpg|", "]]"), ("[", "]"), ("[http://a ", "]"), ("''", "''"),
    ("'''", "'''"),
    ("'' '''", "''' ''"), ("{|\n|\n", "\n|}\n"), ("{|\n", "|}\n"), ("<ref>", "</ref>"), ("<b>", "</b>"),
    ("<div>", "</div>"), ("<span style=\"a\">", "</span>"), ("<table><tr><td>", "</td></tr></table>"),
    ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"), ("<gallery>\n", "\n</gallery>"),
    ("<poem>", "</poem>"), ("<nowiki>", "</nowiki>"), ("<pre>", "</pre>"), ("<math>", "</math>"),
    ("<includeonly>", "</includeonly>"), ("<noinclude>", "</noinclude>"), ("<onlyinclude>", "</onlyinclude>"),
    ("<references>", "</references>"), ("<!--", "-->"), ("-{", "}-"), ("{{Infobox a|b=", "}}"),
    ("{{Infobox a\n|b=\n* ", "\n}}"), ("{{plainlist|\n* ", "\n}}"), ("{{efn|", "}}"), ("[[Category:a|", "]]"),
  ]

  /// What stands alone.
  static let units: [String] = [
    "a", " ", "\n", "\n\n", "\n \n", "\n a", "\r\n", "\r", "\0", "|", "||", "\n|", "\n|-", "\n|+", "\n!", "!!", "=",
    "\n=", "\n==",
    "\n== a ==", "\n= a =\n====== b ======", "'", "'''''", "''''''", "''' a '' b ", "*", "#", ":", ";", "\n*", "\n#",
    "\n:",
    "\n;", "\n;a:b", ";a:b", "\n*#:;", "\n*\n#", "\n:;a:", "\n----", "-", "<", ">", "</", "<a", "< b", "<b ", "<b a=",
    "<b a=\"",
    "</b>", "<br>", "<br/>", "<hr>", "<li>", "<td>", "<tr>", "<p>", "<dt>", "</p>", "</div>", "<ref", "<ref>",
    "<ref name=a>",
    "<ref name=a />", "<ref name=a>b</ref>", "<references />", "</ref>", "</nowiki>", "<nowiki/>", "</pre ", "<!-",
    "<!---->",
    "<!-- a -->\n", "-->", "&", "&amp;", "&#", "&#x10FFFF;", "&a", "http://", "http://a", "http://a ", "http://a(",
    "mailto:a",
    "//", "[//a b]", "[http://", "[http://a]", "ISBN ", "ISBN 0", "ISBN 9783161484100 ", "RFC 1", "RFC", "PMID ", "~",
    "~~~", "~~~~~",
    "_", "__", "__NOTOC__", "__NOTOC", "#REDIRECT", "#REDIRECT [[a]]", "{{a}}", "{{a|b|c=d}}", "{{{a}}}", "{{!}}",
    "{{PAGENAME}}",
    "{{#if:a|b}}", "[[a]]b", "[[a|b]]", "[[a|", "[[:a]]", "[[de:a]]", "[[wikt:a]]", "[[Category:a]]",
    "[[Category:a]]\n",
    "[[File:a.jpg|thumb|100px|left|a b]]", "[[File:a.jpg]]", "{{Infobox a|b=c}}", "{{Infobox a|b=c}}\n",
    "{{coord|1|2|N|3|4|E}}",
    "{{ubl|a|b}}", "{{sfn|a|2000}}", "{{efn|a}}", "{{cite web|url=http://a|title=b}}",
    "<ref>{{cite web|title=b}}</ref>",
    "{|\n|a\n|}\n", "{| a=b\n! a !! b\n|-\n| a || b\n|}\n", "\u{FEFF}", "\u{2028}", "日本", "[[日|本]]語", "{{日|本=語}}",
    "-{a}-",
    "-{zh-cn:a;zh-tw:b}-", "-{", "}-",
  ]

  /// The patterns of a run: about two hundred.
  static let all: [HostilePattern] = {
    var patterns: [HostilePattern] = []
    for pair in brackets {
      patterns.append(HostilePattern(deep: pair.open, pair.close, around: "a"))
      patterns.append(HostilePattern(wide: pair.open))
      patterns.append(HostilePattern(wide: pair.open + "a" + pair.close))
    }
    for close in ["}}", "}}}", "]]", "|}\n", "</ref>"] { patterns.append(HostilePattern(wide: close)) }
    patterns += units.map { HostilePattern(wide: $0) }
    patterns += mixed + values + pages
    var names: Set<String> = []
    return patterns.filter { names.insert($0.name).inserted }
  }()

  /// Openers of several kinds, nested in each other or left open above a lot of something else.
  private static let mixed: [HostilePattern] = [
    HostilePattern(deep: "{{a|[[b|", "]]}}"), HostilePattern(deep: "{{a|[[b|", "}}]]"),
    HostilePattern(wide: "{{a|[[b|"),
    HostilePattern(wide: "{{[["), HostilePattern(wide: "[[{{{"), HostilePattern(wide: "{{{[[{{"),
    HostilePattern(wide: "{{}}}"),
    HostilePattern(wide: "{{{}}"), HostilePattern(halves: "{{{", "}}"), HostilePattern(halves: "{{", "}}}"),
    HostilePattern(halves: "[[a|", "}}"), HostilePattern(halves: "{{a|", "]]"), HostilePattern(halves: "{{a|", "|"),
    HostilePattern(halves: "{{a|", "b=c|"), HostilePattern(halves: "[[a|", "b|"), HostilePattern(halves: "{{", "\n=="),
    HostilePattern(halves: "[", "]"), HostilePattern(halves: "<b>", "</i>"),
    HostilePattern(halves: "<b><i>", "</b></i>"),
    HostilePattern(halves: "<div>", "\n\n"), HostilePattern(halves: "<div>", "</span>"),
    HostilePattern(halves: "<b>", "\na"),
    HostilePattern(halves: "<ref>", "</nowiki>"), HostilePattern(halves: "<nowiki>", "<ref>"),
    HostilePattern(halves: "<b>''", "</b>"), HostilePattern(halves: "{|\n|", "\n*a"),
    HostilePattern(halves: "{|\n", "\n|a||b"),
    HostilePattern(halves: "{|\n", "\n!a!!b"), HostilePattern(halves: "{|\n|\n", "\n|-"),
    HostilePattern(halves: ":", "\n:"),
    HostilePattern(halves: "*", "\n#"), HostilePattern(halves: "<li>", "</ul>"),
    HostilePattern(halves: "<td>", "</table>"),
    HostilePattern(halves: "<references>", "<ref name=a>b</ref>"), HostilePattern(halves: "<includeonly>", "</ref>"),
    HostilePattern(halves: "<poem>", "<ref>"), HostilePattern(halves: "-{", "{{"), HostilePattern(wide: "-{{{"),
    HostilePattern(wide: "-{{{a}}}-"), HostilePattern(wide: "<b>''</b>"), HostilePattern(wide: "''<b>'''</b>"),
    HostilePattern(wide: "<b><i></b></i>"), HostilePattern(wide: "<b>\n<i>\n</b>\n"),
    HostilePattern(wide: "<ref><nowiki>"),
    HostilePattern(wide: "<b {{a|"), HostilePattern(wide: "<b [[a|"), HostilePattern(wide: "<b {{a}} "),
    HostilePattern(wide: "<b -{"),
    HostilePattern(deep: "<b a={{a|", "}}>"), HostilePattern(deep: "<b a=[[a|", "]]>"),
    HostilePattern(deep: "[[a<b ", "]] "), HostilePattern(deep: "[[a<b ", "]] [[c]] "),
    HostilePattern(deep: "{|\n|{{a|", "}}\n|}\n"),
    HostilePattern(deep: "{|\n|\n*", "\n|}\n"), HostilePattern(deep: "*{{a|\n", "}}\n"),
    HostilePattern(deep: "<ref>{{a|", "}}</ref>"),
    HostilePattern(deep: "<div><ref>", "</ref></div>"), HostilePattern(deep: "{{a|<div>", "</div>}}"),
    HostilePattern(deep: "[[File:a|{{b|", "}}]]"), HostilePattern(deep: "{{#if:{{a|", "}}}}"),
    HostilePattern(deep: "{{Infobox a|b={{ubl|", "}}}}"), HostilePattern(deep: "<ref>[[File:a|", "]]</ref>"),
    HostilePattern(deep: "[[File:a|''", "'']]"), HostilePattern(deep: "\n{|\n|-\n|\n", "\n|}", around: "a"),
    HostilePattern("[", then: "[http://a b"), HostilePattern("[http://a ", then: "[[b]]"),
    HostilePattern("[http://", then: "a", "]"),
    HostilePattern("{{", then: "a", "}}"), HostilePattern("{{a", then: "|b"), HostilePattern("{{a", then: "|b=c"),
    HostilePattern("{{a", then: "|b=c", "}}"), HostilePattern("{{a", then: "|", "}}"),
    HostilePattern("{{a|", then: "=", "}}"),
    HostilePattern("[[a", then: "|b", "]]"), HostilePattern("[[File:a.jpg", then: "|thumb", "]]"),
    HostilePattern("[[File:a.jpg", then: "|b", "]]"), HostilePattern("[[", then: "a/", "]]"),
    HostilePattern("[[", then: ":", "]]"),
    HostilePattern("[[", then: "../", "]]"), HostilePattern("[[", then: "w:", "]]"),
    HostilePattern("[[", then: " ", "]]"),
    HostilePattern("[[a]]", then: "b"), HostilePattern("<", then: "b"), HostilePattern("<b", then: " a"),
    HostilePattern("<b", then: " a", ">"), HostilePattern("<b", then: " a=b", ">"),
    HostilePattern("<b a=\"", then: "b=", ">"),
    HostilePattern("<ref", then: " name=a", ">a</ref>"), HostilePattern("<ref name=", then: "a", ">a</ref>"),
    HostilePattern("{| ", then: "a=b "), HostilePattern("{|\n| ", then: "a=b ", "| c\n|}"),
    HostilePattern("{|\n", then: "|"),
    HostilePattern("{|\n", then: "|-\n|a\n", "|}"), HostilePattern("{|\n|", then: "a||"),
    HostilePattern("{|\n!", then: "a!!"),
    HostilePattern("{|\n", then: "|+ a\n", "|}"), HostilePattern("{|\n", then: "* a\n", "|}"),
    HostilePattern("{|\n", then: "a\n"),
    HostilePattern("{|\n", then: "{{a}}\n", "|}"), HostilePattern("{|\n", then: "<tr><td>a"),
    HostilePattern("<gallery>", then: "\nFile:a.jpg|b", "\n</gallery>"),
    HostilePattern("<gallery>", then: "\n|", "\n</gallery>"),
    HostilePattern("<references>", then: "<ref name=a>b</ref>", "</references>"), HostilePattern("<!--", then: "-"),
    HostilePattern("<nowiki>", then: "a"), HostilePattern("<ref>", then: "</ref"), HostilePattern("</ref", then: " "),
    HostilePattern("=", then: " ", "="), HostilePattern("== a", then: "<!-- -->", "=="),
    HostilePattern("== a ==", then: " <!-- -->"),
    HostilePattern("== a ==", then: " <!-- -->", "b"), HostilePattern(" ", then: "a"),
    HostilePattern("\n ", then: "\t"),
    HostilePattern("#REDIRECT [[", then: "a", "]]"), HostilePattern("#REDIRECT", then: " "),
    HostilePattern("&", then: "a", ";"),
    HostilePattern("&#", then: "1", ";"), HostilePattern("ISBN ", then: "1-"), HostilePattern("ISBN ", then: " 1"),
    HostilePattern("http://", then: "a"), HostilePattern("http://a", then: "."), HostilePattern("http://a(", then: ")"),
    HostilePattern("{{coord", then: "|1", "}}"), HostilePattern("{{Infobox a", then: "\n|b=c", "\n}}"),
    HostilePattern("{{Infobox a", then: "\n|b=", "\n}}"), HostilePattern("{{Infobox a\n|b=", then: "\n* c", "\n}}"),
    HostilePattern("{{Infobox a\n|b=", then: "c<br>", "\n}}"), HostilePattern("{{Infobox a\n|b=", then: "c, ", "\n}}"),
    HostilePattern("{{Infobox a\n|b=", then: "{{c}}", "\n}}"),
    HostilePattern("{{Infobox a\n|b=", then: "<ref name=c/>", "\n}}"),
    HostilePattern("{{Infobox ", then: "a", "|b=c}}"), HostilePattern("{{ubl", then: "|a", "}}"),
    HostilePattern("-{", then: "zh-cn:a;", "}-"),
  ]

  /// Values of infobox fields, and citations, that a normalizer might read again and again.
  private static let values: [HostilePattern] =
    [
      "(", "()", ")", "(a) ", "1", "1,", "1.", "1-", "1/", "1 ", "1–", "1:", "1 km ", "1 km, ", "5 ft 1 in ", "$1 ",
      "1 %, ",
      "1 million ", "1×10", "±1", "12 May ", "12 May 1954, ", "1954–", "c. ", "and ", "a and b, ", "a, ", "a; ", "a · ",
      "[[a]]", "[[a]], ", "[[1954]] ", "[[12 May]] [[1954]]<br>", "''a''", "<br>", "<small>", "<small>(a)</small>",
      "a: ",
      "{{nowrap|", "{{nowrap|1}} ", "{{convert|1|km}}", "{{convert|1|km", "{{flag|USA}} ", "{{flagicon|USA}}",
      "{{c.}} ",
      "{{start date|2000|1|1}}", "{{efn|a}}", "{{cn}}", "{{marriage|a|1|2}}<br>", "http://a ", "{{URL|http://a}}",
      "N 1° ",
      "1° 2′ 3″ N ", "万", "1億", "平成12年", "、", "・", "年", "\u{A0}", "−",
    ].map { HostilePattern("{{Infobox settlement\n|population=", then: $0, "\n}}") }
    + [
      HostilePattern("{{Infobox person|spouse=", then: "[[a]]<br><small>x 1990</small><br>", "}}"),
      HostilePattern("{{Infobox person|spouse=", then: "[[a b]]x and ", "}}"),
      HostilePattern("{{Infobox film|starring=", then: "[[a b]]²<br>", "}}"),
      HostilePattern("{{Infobox film|starring=", then: "a, b<br>", "}}"),
      HostilePattern("{{Infobox person|known_for=a", then: "<sup>b</sup>", "}}"),
      HostilePattern("{{Infobox person|known_for=", then: "a&lt;!--", "}}"),
      HostilePattern("{{Infobox company|revenue=5 ", then: "{{increase}} ", "}}"),
      HostilePattern("{|\n! a !! b\n", then: "|-\n| {{won}} || {{nom}}\n", "|}"),
      HostilePattern("{|\n", then: "|-\n| rowspan=1000 | {{won}} || 5\n", "|}"),
      HostilePattern(named: "a remark in many brackets") { size in
        Array("{{Infobox person|spouse=a ".utf8) + repeated(Array("(".utf8), size / 2)
          + repeated(Array("x)".utf8), size / 4) + Array("}}".utf8)
      },
      HostilePattern(named: "a line in many brackets") { size in
        Array("{{Infobox person|spouse=a<br>".utf8) + repeated(Array("(".utf8), size / 2) + Array("x".utf8)
          + repeated(Array(")".utf8), size / 2) + Array("}}".utf8)
      },
      HostilePattern(deep: "{{Infobox film|released={{film date|", "}}}}"),
      HostilePattern(deep: "{{Infobox person|spouse={{marriage|", "|1|2}}}}"),
      HostilePattern(deep: "{{Infobox person|birth_date={{nowrap|", "}}}}"),
      HostilePattern("{{Infobox film|released={{film date", then: "|2000|1|1|a", "}}}}"),
      HostilePattern("{{Infobox film|runtime={{convert", then: "|1|to|2", "|km}}}}"),
      HostilePattern("{{Infobox person|spouse=", then: "{{nowrap|a (1990–1991)}}{{small|b}}, ", "}}"),
      HostilePattern("<ref>{{cite book", then: "|last=a|first=b", "}}</ref>"),
      HostilePattern("<ref>{{cite book|authors=", then: "a, b; ", "}}</ref>"),
      HostilePattern("<ref>{{cite book|vauthors=", then: "a b, ", "}}</ref>"),
      HostilePattern(wide: "{{sfn|a|b|2000|p=1}}<ref>{{cite book|last1=a|last2=b|year=2000}}</ref>"),
      HostilePattern("{|\n! a\n", then: "|-\n| {{yes}} || 1,000 km\n", "|}"),
      HostilePattern(named: "formatting elements around blocks and text") { size in
        repeated(Array("<font color=i>".utf8), 200) + repeated(Array("<div></div>a".utf8), size / 12)
      },
    ]

  /// Whole pages of things with numbers: names, sizes.
  private static let pages: [HostilePattern] = [
    numbered("refs by name") { "<ref name=\"n\($0)\">t</ref>" },
    numbered("refs reused") { "<ref name=n\($0 / 2)>t</ref>" },
    numbered("ref uses without content") { "<ref name=n\($0) />" },
    numbered("ref groups") { "<ref group=g\($0)>t</ref>" },
    numbered("categories") { "[[Category:c\($0)]]\n" }, numbered("links") { "[[a\($0)]] " },
    numbered("templates") { "{{a\($0)|b}}" }, numbered("behaviour switches") { _ in "__TOC__ __NOTOC__" },
    numbered("sections") { "== h\($0) ==\nt\n" },
    numbered("sections of growing level") { "\n" + equals($0 % 6 + 1) + " h " + equals($0 % 6 + 1) },
    numbered("sections one in another") {
      ["= a =\n", "== a ==\n", "=== a ===\n", "==== a ====\n", "===== a =====\n", "====== a ======\nt\n"][min($0, 5)]
    },
    numbered("infoboxes with fields") { $0 % 10 == 0 ? "}}\n{{Infobox a" : "|f\($0)=v\($0)\n" },
    numbered("fields of one infobox") { $0 == 0 ? "{{Infobox a" : "\n|f\($0)=v\($0)" },
    numbered("positional fields of one infobox") { $0 == 0 ? "{{Infobox a" : "|v\($0)" },
    numbered("rows with large spans") { $0 == 0 ? "{|\n" : "|-\n| rowspan=65534 colspan=1000 | a\n" },
    numbered("cells with large rowspans") { $0 == 0 ? "{|\n" : "| rowspan=65534 | a\n" },
    numbered("cells with large colspans") { $0 == 0 ? "{|\n" : "| colspan=1000 | a\n" },
    numbered("growing colspans") { $0 == 0 ? "{|\n" : "|-\n| colspan=\($0) | a\n" },
    numbered("tables with large spans") { _ in "{|\n| rowspan=65534 colspan=1000 | a\n|}\n" },
    numbered("wide rows and tall cells") { $0 == 0 ? "{|\n" : $0 < 2000 ? "|rowspan=9999|a\n" : "|-\n|a\n" },
    numbered("HTML cells with spans") { $0 == 0 ? "<table>" : "<tr><td rowspan=9999 colspan=999>a" },
    numbered("header cells over columns") { $0 == 0 ? "{|\n" : $0 % 50 == 0 ? "|-\n" : "! scope=col | h\($0)\n" },
    numbered("lists of growing depth") { String(repeating: "*", count: $0 % 120 + 1) + " a\n" },
    numbered("lists as deep as they go") { _ in String(repeating: ":", count: 120) + " a\n" },
    numbered("lists that change at every depth") { String(repeating: $0 % 2 == 0 ? "*#" : "#*", count: 60) + " a\n" },
    numbered("long and short lines of quotes") { String(repeating: "'' ''' ", count: $0 % 100) + "\n" },
    numbered("unclosed tags of many names") { tags[$0 % tags.count] },
    numbered("closing tags of many names") { "</" + tags[$0 % tags.count].dropFirst() },
    numbered("coordinates") { "{{coord|\($0 % 90)|N|\($0 % 180)|E|display=title}}\n" },
    numbered("images") { "[[File:a\($0).jpg|thumb|caption \($0)]]\n" },
    HostilePattern(named: "invalid UTF-8") { size in (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 97 | 0x80) } },
    HostilePattern(named: "every byte in turn") { size in (0..<size).map { UInt8(truncatingIfNeeded: $0) } },
    HostilePattern(named: "random bytes") { size in
      var generator = SeededGenerator(seed: 1)
      return (0..<size).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    },
    HostilePattern(named: "random delimiters") { size in
      random(size, seed: 2, from: brackets.flatMap { [$0.open, $0.close] })
    },
    HostilePattern(named: "random openers") { size in random(size, seed: 3, from: brackets.map { $0.open }) },
    HostilePattern(named: "random units") { size in random(size, seed: 4, from: units) },
    HostilePattern(named: "random anything") { size in
      random(size, seed: 5, from: units + brackets.flatMap { [$0.open, $0.close] })
    },
  ]

  private static let tags = [
    "<ref>", "<nowiki>", "<pre>", "<math>", "<gallery>", "<poem>", "<source>", "<score>", "<timeline>", "<imagemap>",
    "<section>",
    "<hiero>", "<chem>", "<templatedata>", "<syntaxhighlight>", "<b>", "<i>", "<div>", "<span>", "<small>", "<sup>",
    "<includeonly>",
  ]

  private static func equals(_ count: Int) -> String { String(repeating: "=", count: count) }

  /// A page of pieces that are told their number.
  private static func numbered(_ name: String, _ piece: @escaping @Sendable (Int) -> String) -> HostilePattern {
    HostilePattern(named: name) { size in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size + 1000)
      var number = 0
      while bytes.count < size {
        bytes.append(contentsOf: piece(number).utf8)
        number += 1
      }
      return bytes
    }
  }

  private static func random(_ size: Int, seed: UInt64, from pieces: [String]) -> [UInt8] {
    let pieces = pieces.map { Array($0.utf8) }
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 100)
    while bytes.count < size { bytes.append(contentsOf: generator.pick(pieces)) }
    return bytes
  }

  /// Every two of the openers and units, one after the other: some thousands, for a long night.
  static let pairs: [HostilePattern] = {
    let atoms = brackets.map { $0.open } + brackets.map { $0.close } + units
    var patterns: [HostilePattern] = []
    for first in atoms {
      for second in atoms where first != second { patterns.append(HostilePattern(wide: first + second)) }
    }
    return patterns
  }()
}
