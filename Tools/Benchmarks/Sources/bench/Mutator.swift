/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Makes broken pages out of real ones.
///
/// Mutation `index` of a seed is a function of the two and of the corpus, so that any of them can be made again alone.
struct Mutator {
  let corpus: Corpus
  let seed: UInt64

  /// Longest input, in bytes: a million of them shall run in minutes.
  static let maximumSize = 8 * 1024

  /// A mutated piece of an article, and the number of its wiki.
  func input(_ index: Int) -> (source: [UInt8], wiki: Int) {
    var generator = SeededGenerator(seed: seed &* 0xD134_2543_DE82_EF95 &+ UInt64(index))
    let article = generator.pick(corpus.articles)
    var source = slice(of: article.source, &generator)
    // Mostly a few wounds, sometimes many.
    let wounds = generator.below(16) == 0 ? 1 + generator.below(60) : 1 + generator.below(6)
    for _ in 0..<wounds { wound(&source, &generator) }
    if source.count > Mutator.maximumSize { source.removeSubrange(Mutator.maximumSize...) }
    return (source, article.wiki)
  }

  private func slice(of source: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let most = 1 + generator.below(Mutator.maximumSize)
    guard source.count > most else { return source }
    // Infoboxes and redirects stand at the start.
    let start = generator.below(3) == 0 ? 0 : generator.below(source.count - most)
    return Array(source[start..<(start + most)])
  }

  private func wound(_ source: inout [UInt8], _ generator: inout SeededGenerator) {
    let here = generator.below(source.count + 1)
    let span = here..<min(source.count, here + 1 + generator.below(generator.below(4) == 0 ? 600 : 12))
    switch generator.below(14) {
    case 0:
      if here < source.count { source[here] ^= 1 << UInt8(generator.below(8)) }
    case 1:
      if here < source.count { source[here] = UInt8(generator.below(256)) }
    case 2, 3:
      source.removeSubrange(span)
    case 4:
      source.insert(contentsOf: source[span], at: generator.below(source.count + 1))
    case 5:
      let other = generator.pick(corpus.articles).source
      let start = generator.below(other.count)
      source.insert(contentsOf: other[start..<min(other.count, start + generator.below(400))], at: here)
    case 6, 7, 8, 9:
      source.insert(contentsOf: generator.pick(Mutator.delimiters), at: here)
    case 10:
      let delimiter = generator.pick(Mutator.delimiters)
      for _ in 0..<(2 + generator.below(generator.below(8) == 0 ? 200 : 6)) {
        source.insert(contentsOf: delimiter, at: min(here, source.count))
      }
    case 11:
      if generator.below(4) == 0 { source.removeSubrange(here...) }
    case 12:
      source.insert(contentsOf: generator.pick(Mutator.brokenText), at: here)
    default:
      let other = generator.below(source.count + 1)
      let piece = Array(source[span])
      source.removeSubrange(span)
      source.insert(contentsOf: piece, at: min(other, source.count))
    }
  }

  private static let delimiters: [[UInt8]] = [
    "{{", "}}", "{{{", "}}}", "{", "}", "[[", "]]", "[", "]", "|", "||", "=", "==", "===", "\n==", "==\n", "'", "''", "'''",
    "'''''", "\n", "\n\n", "\r\n", "\r", " ", "\t", "\n ", "\n*", "\n#", "\n:", "\n;", ":", ";", "*", "#", "\n{|", "\n|}",
    "\n|-", "\n|+", "\n|", "\n!", "!!", "{{!}}", "<", ">", "/>", "</", "<ref>", "</ref>", "<ref name=\"a\" />",
    "<ref name=a group=b>", "<references>", "</references>", "<references />", "<nowiki>", "</nowiki>", "<nowiki/>",
    "<pre>", "</pre>", "<math>", "</math>", "<gallery>\n", "\n</gallery>", "<!--", "-->", "<br>", "<br />", "<b>", "</b>",
    "<i>", "</i>", "<div style=\"x\">", "</div>", "<span>", "</span>", "<table>", "<tr>", "<td>", "<td rowspan=3>", "</td>",
    "</tr>", "</table>", "<ul>", "<li>", "</ul>", "<p>", "</p>", "<blockquote>", "</blockquote>", "<center>", "<small>",
    "<noinclude>", "</noinclude>", "<includeonly>", "</includeonly>", "<onlyinclude>", "</onlyinclude>", "-{", "}-",
    "-{zh-cn:", "http://", "https://a.b/c", "[http://a.b c]", "mailto:", "//", "ISBN 0", "RFC 1", "PMID 1", "~~~", "~~~~~",
    "__TOC__", "__NOTOC__", "&amp;", "&#60;", "&#x10FFFF;", "&#xD800;", "&", "\n----", "#REDIRECT [[", "#if:", "{{#if:",
    "{{PAGENAME}}", "{{Infobox a\n|b=", "{{coord|1|2|N|3|4|E}}", "[[File:a.jpg|thumb|", "[[Category:", "[[:", "[[de:", "colspan=2|",
    "rowspan=70000|", "colspan=1000 | ", "style=\"", "\"", "<poem>", "</poem>", "<syntaxhighlight lang=x>",
    "</syntaxhighlight>", "<section begin=a />", "<hr>", "<dl><dt>", "<caption>", "<th>", "|name=", "|1=",
  ].map { Array($0.utf8) }

  private static let brokenText: [[UInt8]] = [
    [0x00], [0xFF], [0xC3], [0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    [0xF5, 0x80, 0x80, 0x80], [0x7F], [0x0B], [0x0C], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8], [0xC2, 0xA0], [0xC2, 0x85],
    [0xE3, 0x80, 0x80], [0x7F, 0x27, 0x22, 0x60, 0x55, 0x4E, 0x49, 0x51], [0xE2, 0x80, 0x8F], [0x08], [0x1F], [0xCC, 0x81],
  ]
}
