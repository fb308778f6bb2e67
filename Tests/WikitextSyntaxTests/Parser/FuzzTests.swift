import Foundation
import Testing

@testable import WikitextSyntax

/// Pages made from others by damage: the same ones in every run, for a seed.
///
/// `WIKITEXT_FUZZ_COUNT` sets how many pages are made, `WIKITEXT_FUZZ_SEED` where the sequence begins. A failure names
/// the seed of its page, with which a run of one page makes it again.
@Suite("Fuzzing")
struct FuzzTests {
  static let count = TestFiles.number("WIKITEXT_FUZZ_COUNT") ?? 3000
  static let seed = TestFiles.number("WIKITEXT_FUZZ_SEED") ?? 1
  static let parts = 8

  /// A page with all constructs.
  static let everything = """
    #REDIRECT [[A]]
    {{Infobox|a={{{b|c}}}|d=[[e|f]]s\n|g = ''h''}} {{#if:a|b|c=d}} {{PAGENAME}} -{zh-hans:a; zh-hant:b}-
    == i == <!-- j -->
    * k\n** l\n*# m\n;n:o\n: p
    {| class="q"\n|+ r\n! s !! t\n|-\n| u || colspan=2 | v\n| w\n{|\n| x\n|}\n|}
     y\n z\n----\n[https://a.example b] https://c.example ISBN 978-3-16-148410-0
    <div class='d'>e<br/>f</div><ref name="g">h</ref><nowiki>[[</nowiki><gallery>\nFile:A.png|i\n</gallery>
    [[File:j.png|thumb|k [[l]]]] [[Category:m|n]] [[de:o]] __NOTOC__ ~~~~ &amp; '''''p''q'''
    <noinclude>r</noinclude><includeonly>s</includeonly>
    """

  static let fragments =
    (HostileInputTests.openers + HostileInputTests.closers).map { Array($0.utf8) }
    + ["\n{|", "\n|}", "\n|-", "\n== a ==\n", "\n* ", "\n ", "{{a|", "[[b|", "|c=", "<ref>", "</ref>", "\u{E9}"].map {
      Array($0.utf8)
    }

  /// What pages are made from: the page above, all fixtures, and slices of articles where there are any.
  static let stock: [[UInt8]] = {
    var stock = [Array(everything.utf8)]
    for name in SyntaxFixtureFile.names {
      stock += ((try? SyntaxFixtureFile(name))?.cases ?? []).map(\.source)
    }
    for index in stride(from: 0, to: TestFiles.articles.count, by: 9) {
      guard let data = try? Data(contentsOf: TestFiles.articles[index]) else { continue }
      stock.append(Array(data.prefix(3000)))
      if data.count > 9000 { stock.append(Array(data.dropFirst(data.count / 2).prefix(3000))) }
    }
    return stock
  }()

  static let configurations = ["enwiki", "dewiki", "zhwiki", "arwiki", "srwiki"].compactMap(
    SiteConfiguration.init(wiki:)
  )

  @Test("Any page that damage makes is sound", arguments: 0..<parts)
  func mutations(part: Int) {
    for number in stride(from: part, to: FuzzTests.count, by: FuzzTests.parts) {
      var random = SplitMix(state: UInt64(truncatingIfNeeded: FuzzTests.seed + number))
      let page = FuzzTests.page(&random)
      let configuration = FuzzTests.configurations[random.below(FuzzTests.configurations.count)]
      assertParse(page, configuration: configuration, "seed \(FuzzTests.seed + number)")
    }
  }

  /// One page with a few changes.
  static func page(_ random: inout SplitMix) -> [UInt8] {
    var page = stock[random.below(stock.count)]
    for _ in 0...random.below(8) {
      let slice = random.slice(of: page.count, atMost: 60)
      switch random.below(6) {
      case 0: if !page.isEmpty { page[random.below(page.count)] ^= 1 << UInt8(random.below(8)) }
      case 1: page.removeSubrange(slice)
      case 2: page.insert(contentsOf: Array(page[slice]), at: random.below(page.count + 1))
      case 3:
        let other = stock[random.below(stock.count)]
        page.replaceSubrange(slice, with: other[random.slice(of: other.count, atMost: 200)])
      case 4:
        let fragment = fragments[random.below(fragments.count)]
        for _ in 0...random.below(3) { page.insert(contentsOf: fragment, at: random.below(page.count + 1)) }
      default: page.insert(UInt8(random.below(256)), at: random.below(page.count + 1))
      }
    }
    return page
  }
}

/// A small generator of numbers that are the same everywhere (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  mutating func slice(of count: Int, atMost length: Int) -> Range<Int> {
    let start = below(count + 1)
    return start..<min(count, start + below(length + 1))
  }
}
