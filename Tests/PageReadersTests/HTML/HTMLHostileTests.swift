import Foundation
import Testing

@testable import WikitextDocument

/// Pages that were written to break readers, in small. What is counted here is what is there, not how long it takes.
@Suite struct HTMLHostileTests {
  @Test(
    arguments: [
      "<div>", "<b>", "<p><b>", "<table>", "<table><tr><td>", "<ul><li>", "<a href='./x'>", "<sup>[", "<span>",
      "<table class=infobox><tr><td>", "<div class=infobox><div>", "<figure>", "<blockquote>", "<i><div>", "</b>", "<",
      "</", "<!", "<?", "<!--", "&", "&amp;", "&#1;", "&unknown;", "<h2>", "<dl><dd>", "<section>",
      "<ol class=references><li>",
      "<ul class=gallery><li class=gallerybox>", "<div class=thumb>", "<div/>", "<td>", "<body>", "<html a=b>", "\u{0}",
      "<sup class=reference><a href='#n'>", "<span class=mwe-math-element>", "<script>", "<style>", "<title>",
      "<!doctype x>",
      "<p about=#a typeof=mw:Transclusion data-mw='{[\"'>",
    ]
  )
  func `What is repeated 3000 times makes a sound document`(_ piece: String) {
    assertHTML(String(repeating: piece, count: 3000) + "x")
    assertHTML("<p>a</p>" + String(repeating: piece, count: 300) + "<p>b</p>")
  }

  @Test func `Elements that are too deep leave their text`() {
    let tags = (String(repeating: "<b>", count: 1000), String(repeating: "</b>", count: 1000))
    let html = "<p>\(tags.0)deep\(tags.1)</p><p>after</p>"
    let document = assertHTML(html)
    #expect(document.root.plainText.contains("deep"))
    #expect(document.root.plainText.contains("after"))
    let deepest = document.root.descendants.filter { $0.flags.contains(.tooDeep) }
    #expect(!Array(deepest).isEmpty)
  }

  @Test func `A tag with too many attributes keeps its content`() {
    let attributes = (0..<5000).map { "a\($0)=1" }.joined(separator: " ")
    let html = "<p class='x' \(attributes)>hello</p><p>there</p>"
    #expect(assertHTML(html).root.plainText == "hello there")
  }

  @Test func `What looks like a tag in a comment or a program ends with it`() {
    let many = String(repeating: " a", count: 600)
    #expect(assertHTML("<!-- <ref\(many) --><p>b</p>").root.plainText == "b")
    #expect(assertHTML("<script>if (a <b\(many)</script><p>b</p>").root.plainText == "b")
  }

  @Test func `A long attribute is no harm`() {
    let html = "<p title='\(String(repeating: "x", count: 1_000_000))'>hello</p><p>there</p>"
    #expect(assertHTML(html).root.plainText == "hello there")
  }

  @Test func `Bytes that are no UTF-8 and zero bytes stay where they are`() {
    let source: [UInt8] =
      Array("<p>a".utf8) + [0xFF, 0xC3] + Array("b</p><p>c".utf8) + [0] + Array("d</p><p>e</p>".utf8)
    let document = assertHTML(source)
    #expect(document.root.plainText == "a\u{FFFD}\u{FFFD}b c d e")
    let last = Array(document.root.descendants).last { $0.kind == .text }
    #expect(last?.range.start == source.count - 5)
  }

  @Test func `Damaged bytes of attributes are replaced`() {
    let source = Array("<p><a href='./A".utf8) + [0xFF] + Array("'>x</a></p>".utf8)
    let links = Array(assertHTML(source).root.descendants).filter { $0.kind == .link }
    #expect(links.map(\.target) == ["A\u{FFFD}"])
  }

  @Test func `Pages changed at random make sound documents`() {
    let page = Array(
      """
      <html><body><div class="mw-parser-output"><table class="infobox"><tr><th>a</th><td>b<br>c</td></tr></table><p>Text
      <b>bold <a href="./A">link</a></b><sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><h2>H</h2><ul><li>i
      <ul><li>j</li></ul></li></ul><table><tr><td colspan=2>x</td></tr></table><figure><img src="a/b.jpg"><figcaption>c
      </figcaption></figure><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> r</li></ol></div></body>
      """.utf8
    )
    var random = Seeded(state: 7)
    let marks = Array("<>&\"'/= !-[]#;\0\u{FF}abdilpstu".utf8)
    for _ in 0..<400 {
      var source = page
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<source.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: source[place] = marks.randomElement(using: &random) ?? 0
        case 1: source.remove(at: place)
        case 2: source.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default:
          let end = min(source.count, place + Int.random(in: 1...40, using: &random))
          source.append(contentsOf: source[place..<end])
        }
      }
      assertHTML(source, String(decoding: source, as: UTF8.self))
    }
  }

  @Test(.enabled(if: !HTMLTestFiles.pages.isEmpty, "no pages beside the repository: set WIKITEXT_SHARED"))
  func `Every page makes a sound document`() throws {
    var sections = 0
    for page in HTMLTestFiles.pages {
      let source = Array(try Data(contentsOf: page))
      if source.count > 500_000 { continue }
      sections += assertHTML(source, page.lastPathComponent).root.descendants.count { $0.kind == .section }
    }
    #expect(sections > 100)
  }
}

/// Random numbers that are the same each time (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
