import Foundation
import Testing
import WikitextSyntax

@testable import PageReaders
@testable import WikitextDocument

/// That nothing of a page is lost without a word: each text that is in the page's tree is in a node, in the title or among
/// the furniture.
@Suite struct HTMLCoverageTests {
  @Test(.enabled(if: !HTMLTestFiles.pages.isEmpty, "no pages beside the repository: set WIKITEXT_SHARED"))
  func `Every text of a page is accounted for`() throws {
    for page in HTMLTestFiles.pages {
      let source = Array(try Data(contentsOf: page))
      if source.count > 500_000 { continue }
      for text in unaccounted(source).prefix(5) { Issue.record("\(page.lastPathComponent): \(text)") }
    }
  }

  @Test(
    arguments: [
      "<p>a<b>b</b></p>text<ul>stray<li>c</li></ul>", "<table>stray<tr><td>a</td>stray</tr></table>",
      "<ol class=references>stray<li>a</li><p>p</p></ol>",
      "<ul class=gallery>stray<li class=gallerybox>t<img>u</li><li>v</li></ul>",
      "<figure>a<img>b<figcaption>c</figcaption></figure>", "<div class=thumb>a<div>b</div></div>",
      "<table class=infobox>stray<tr><th>a</th><td>b</td><td>c</td></tr><tr>stray<td>d</td></tr></table>",
      "<dl>stray<dt>a</dt>b<dd>c</dd></dl>", "<h2>a<div>b</div></h2>", "<span><div>a</div></span>b",
      "<a href=x></a><a>b</a>", "<button>a</button><form>b</form><select><option>c</select>",
      "<sup class=reference>,</sup><sup class=reference>a</sup><sup>[b]</sup>", "<li>a</li><dd>b</dd><td>c</td>",
    ]
  )
  func `Text in odd places is accounted for`(_ html: String) {
    #expect(unaccounted(Array("<html><body>\(html)</body></html>".utf8)) == [])
  }

  /// The texts that are neither in a node nor among the furniture.
  private func unaccounted(_ source: [UInt8]) -> [String] {
    let document = HTMLReader().read(source)
    var isCovered = [Bool](repeating: false, count: source.count)
    let boxes = Set(document.infoboxes.map(\.node.id))
    for (index, record) in document.records.enumerated() {
      switch record.kind {
      case .template where boxes.contains(index): break
      case .text, .reference, .math, .code, .template:
        for place in Int(record.sourceStart)..<Int(record.sourceEnd) { isCovered[place] = true }
      default: break
      }
    }
    // Labels and headings of an infobox are names and attributes, and so are captions of galleries.
    let galleries = document.records.indices.filter { document.records[$0].kind == .gallery }
    let rows = document.infoboxes.flatMap { [$0.node.id] + $0.fields.map(\.node.id) }
    let names = (galleries + rows).map { Node(document: document, index: $0) }
      .flatMap { [$0.name] + $0.attributes.map(\.value) }
      .joined(separator: "\n").filter { !$0.isWhitespace }
    for part in document.furniture { for place in part.range.offsets { isCovered[place] = true } }
    let tree = HTMLParser.parse(source)
    let page = HTMLPage(tree, source, .standard)
    let head = tree.records.firstIndex { $0.element == .head }
    var texts: [String] = []
    for (index, record) in tree.records.enumerated() where record.element == .text {
      if let head, index > head, index < Int(tree.records[head].next) { continue }
      if let heading = page.heading, index > heading, index < Int(tree.records[heading].next) { continue }
      let range = Int(record.start)..<Int(record.end)
      let text = CharacterReference.decodingAll(in: source[range])
      if text.allSatisfy({ $0 <= 0x20 }) || range.allSatisfy({ isCovered[$0] || source[$0] <= 0x20 }) { continue }
      let shown = String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace && !":•".contains($0) }
      if shown.isEmpty || names.contains(shown) { continue }
      texts.append(String(decoding: text, as: UTF8.self))
    }
    return texts
  }
}
