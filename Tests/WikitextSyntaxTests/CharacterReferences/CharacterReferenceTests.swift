import Testing

@testable import WikitextSyntax

@Suite("Character references")
struct CharacterReferenceTests {
  /// What the reference at the beginning of `text` stands for, with its length in bytes.
  private func parse(_ text: String) -> (text: String, length: Int)? {
    let bytes = Array(text.utf8)
    return CharacterReference.parse(at: 0, in: bytes.span, end: bytes.count).map { ($0.text, $0.length) }
  }

  @Test("All names of the HTML standard and MediaWiki's two are known")
  func nameCount() {
    #expect(CharacterReference.nameCount == 2125 + 2)
  }

  @Test(
    "Names stand for their characters",
    arguments: [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", "\u{A0}"),
      ("&ndash;", "–"), ("&mdash;", "—"), ("&hellip;", "…"), ("&thinsp;", "\u{2009}"), ("&shy;", "\u{AD}"),
      ("&zwj;", "\u{200D}"), ("&zwnj;", "\u{200C}"), ("&lrm;", "\u{200E}"), ("&rlm;", "\u{200F}"), ("&auml;", "ä"),
      ("&Auml;", "Ä"), ("&szlig;", "ß"), ("&eacute;", "é"), ("&Eacute;", "É"), ("&alpha;", "α"), ("&Omega;", "Ω"),
      ("&euro;", "€"), ("&pound;", "£"), ("&times;", "×"), ("&minus;", "−"), ("&deg;", "°"), ("&prime;", "′"),
      ("&Prime;", "″"), ("&frac12;", "½"), ("&sup2;", "²"), ("&larr;", "←"), ("&rArr;", "⇒"), ("&hearts;", "♥"),
      ("&there4;", "∴"), ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&fjlig;", "fj"), ("&Afr;", "𝔄"),
      ("&CounterClockwiseContourIntegral;", "∳"), ("&AMP;", "&"), ("&רלמ;", "\u{200F}"), ("&رلم;", "\u{200F}"),
    ]
  )
  func names(reference: String, character: String) throws {
    let found = try #require(parse(reference + "x"))
    #expect(found.text.unicodeScalars.elementsEqual(character.unicodeScalars))
    #expect(found.length == reference.utf8.count)
  }

  @Test(
    "Numbers stand for their scalars",
    arguments: [
      ("&#9;", "\t"), ("&#10;", "\n"), ("&#32;", " "), ("&#123;", "{"), ("&#x7C;", "|"), ("&#X7c;", "|"),
      ("&#160;", "\u{A0}"), ("&#0000000000000000000000000065;", "A"), ("&#x1F600;", "😀"), ("&#x10FFFF;", "\u{10FFFF}"),
      ("&#xD7FF;", "\u{D7FF}"), ("&#xE000;", "\u{E000}"), ("&#xFFFD;", "\u{FFFD}"),
    ]
  )
  func numbers(reference: String, character: String) throws {
    let found = try #require(parse(reference))
    #expect(found.text == character)
    #expect(found.length == reference.utf8.count)
  }

  @Test(
    "What MediaWiki shows as text is no reference",
    arguments: [
      "", "&", "&;", "&a", "&amp", "&AMp;", "&Nbsp;", "& amp;", "&nosuchname;", "&amp ;", "&#;", "&#x;", "&#xG;",
      "&#12a;", "&#65", "&#0;", "&#13;", "&#12;", "&#127;", "&#x80;", "&#x9F;", "&#xD800;", "&#xDFFF;", "&#xFFFE;",
      "&#xFFFF;", "&#x110000;", "&#99999999999999999999;", "&#xFFFFFFFFFFFFFFFFFF41;", "&#-5;", "&##65;",
      "&CounterClockwiseContourIntegralCounterClockwiseContourIntegral;", "&amp\u{301};", "&_;",
    ]
  )
  func text(candidate: String) {
    #expect(parse(candidate) == nil)
  }

  @Test("A reference ends before the end that is given")
  func end() {
    let bytes = Array("&amp;&#65;".utf8)
    #expect(CharacterReference.parse(at: 0, in: bytes.span, end: 4) == nil)
    #expect(CharacterReference.parse(at: 0, in: bytes.span, end: 5)?.length == 5)
    #expect(CharacterReference.parse(at: 5, in: bytes.span, end: 9) == nil)
    #expect(CharacterReference.parse(at: 5, in: bytes.span, end: 10)?.length == 5)
    #expect(CharacterReference.parse(at: 1, in: bytes.span, end: 10) == nil)
    #expect(CharacterReference.parse(at: 9, in: bytes.span, end: 10) == nil)
  }

  @Test("Bytes that are no UTF-8 are no names")
  func brokenBytes() {
    let bytes: [UInt8] = [0x26, 0xFF, 0xC3, 0x3B]
    #expect(CharacterReference.parse(at: 0, in: bytes.span, end: bytes.count) == nil)
  }
}
