import MediaWikiDump
import Testing

@Suite("Texts read past the parser")
struct TextContentTests {
  static let pieces = [
    "a", "plain text of some length, ", "\n", "\t", "\r", "\r\n", "&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#10;",
    "&#13;", "&#228;", "&#xE4;", "&#1114111;", "&amp;nbsp;", "ä", "я ", "漢字", "🌊", "]]", "]", ">", "é́", " ", "&#0;",
    "&bad;", "\u{1}", "\u{FFFE}", "\u{FFFF}", "\u{7F}", "\u{85}", "'''", "[[x]]", "{{y}}",
  ]

  /// A comment behind the text makes the reader leave it to libxml2.
  @Test("They are what libxml2 makes of them")
  func agreesWithParser() throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<3000 {
      let count = Int.random(in: 0...12, using: &generator)
      let pieces = round % 4 == 0 ? TextContentTests.pieces : TextContentTests.pieces.filter { !isRefused($0) }
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let ours = try Reading(dump(page(text: text)))
      let parsed = try Reading(dump(page(text: text + "<!-- -->")))
      if parsed.problems.isEmpty {
        #expect(ours.pages.map(\.revision.text) == parsed.pages.map(\.revision.text), "\(text.debugDescription)")
      }
      #expect(ours.problems.isEmpty == parsed.problems.isEmpty, "\(text.debugDescription)")
    }
  }

  private func isRefused(_ piece: String) -> Bool {
    ["&#0;", "&bad;", "\u{1}", "\u{FFFE}", "\u{FFFF}"].contains(piece)
  }

  @Test("Every pair of bytes is judged as libxml2 judges it")
  func pairs() throws {
    let before = Array("<mediawiki><page><title>P</title><revision><text>abc".utf8)
    let end = Array("def</text></revision></page></mediawiki>".utf8)
    let commented = Array("def<!-- --></text></revision></page></mediawiki>".utf8)
    for first: UInt8 in [0x41, 0xc1, 0xc2, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff] {
      for second in stride(from: UInt8(0x70), through: 0xf0, by: 0x10) {
        for tail: [UInt8] in [[], [0x80], [0xbf, 0xbe], [0xbe, 0xbf], [0x80, 0x80]] {
          let bytes = [first, second] + tail
          let ours = try Reading(bytes: before + bytes + end)
          let parsed = try Reading(bytes: before + bytes + commented)
          #expect(ours.problems.isEmpty == parsed.problems.isEmpty, "\(bytes)")
          if parsed.problems.isEmpty { #expect(ours.texts == parsed.texts, "\(bytes)") }
        }
      }
    }
  }
}
