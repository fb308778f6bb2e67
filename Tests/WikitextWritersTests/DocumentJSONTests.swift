import Foundation
import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

@Suite struct DocumentJSONTests {
  private func tree(_ text: String) throws -> [String: Any] {
    var writer = DocumentJSONWriter()
    let bytes = writer.write(Document(wikitext: text))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `The tree has the shape of unist`() throws {
    let root = try tree("a '''b'''\n== c ==\n* [[d]]")
    #expect(value(root, "type") as? String == "root")
    let paragraph = value(root, "children", 0, "children", 0)
    #expect(value(paragraph, "type") as? String == "paragraph")
    #expect(value(paragraph, "children", 0, "value") as? String == "a ")
    #expect(value(paragraph, "children", 1, "type") as? String == "strong")
    #expect(value(root, "children", 1, "depth") as? Int == 2)
    #expect(value(root, "children", 1, "children", 1, "ordered") as? Bool == false)
  }

  @Test func `Positions count lines, columns and offsets in UTF-16`() throws {
    let root = try tree("é😀 x\n'''b'''")
    let bold = value(root, "children", 0, "children", 0, "children", 1)
    #expect(value(bold, "position", "start", "line") as? Int == 2)
    #expect(value(bold, "position", "start", "column") as? Int == 1)
    #expect(value(bold, "position", "start", "offset") as? Int == 6)
    #expect(value(bold, "position", "end", "column") as? Int == 8)
    #expect(value(bold, "bytes") as? [Int] == [9, 16])
  }

  @Test func `Page sets are keys of the root`() throws {
    let root = try tree("[[Category:A|b]] [[de:C]] __NOTOC__ <ref name=d>e</ref>")
    #expect(value(root, "categories", 0, "name") as? String == "A")
    #expect(value(root, "categories", 0, "sortKey") as? String == "b")
    #expect(value(root, "languageLinks", 0, "name") as? String == "de")
    #expect(value(root, "behaviorSwitches") as? [String] == ["notoc"])
    #expect(value(root, "references", 0, "name") as? String == "d")
  }

  @Test func `References say what they are called and whether they have a body`() throws {
    let root = try tree("<ref name=d group=n>e</ref><ref name=d group=n />")
    let paragraph = value(root, "children", 0, "children", 0)
    #expect(value(paragraph, "children", 0, "name") as? String == "d")
    #expect(value(paragraph, "children", 0, "group") as? String == "n")
    #expect(value(paragraph, "children", 0, "selfClosing") == nil)
    #expect(value(paragraph, "children", 1, "selfClosing") as? Bool == true)
  }

  @Test func `Extension tags are listed, those that leave no node too`() throws {
    let root = try tree("a <nowiki>''</nowiki> <REF>b</REF>")
    #expect(value(root, "extensionTags", 0, "name") as? String == "nowiki")
    #expect(value(root, "extensionTags", 0, "bytes") as? [Int] == [2, 21])
    #expect(value(root, "extensionTags", 1, "name") as? String == "ref")
  }

  @Test func `Transclusions that are no nodes are listed`() throws {
    let root = try tree("<div id=\"{{a|b=c}}\">{{!}}</div>")
    #expect(value(root, "otherTransclusions", 0, "type") as? String == "template")
    #expect(value(root, "otherTransclusions", 0, "name") as? String == "a")
    #expect(value(root, "otherTransclusions", 0, "children", 0, "name") as? String == "b")
    #expect(value(root, "otherTransclusions", 0, "children", 0, "bytes") as? [Int] == [15, 16])
    #expect(value(root, "otherTransclusions", 1, "type") as? String == "parserFunction")
    #expect(value(root, "otherTransclusions", 1, "name") as? String == "!")
  }

  @Test func `Numbers are written as they read back`() throws {
    var json = JSONWriter()
    json.beginArray()
    for number in [0, 7, -7, 10, 1_234_567_890, .max, .min] { json.int(number) }
    for number in [0.5, -1e-7, 1e21, 48.1375] { json.double(number) }
    json.bool(true)
    json.null()
    json.endArray()
    let values = try #require(try JSONSerialization.jsonObject(with: Data(json.written)) as? [Any])
    #expect(values[0..<7].map { ($0 as? Int) } == [0, 7, -7, 10, 1_234_567_890, .max, .min])
    #expect(values[7..<11].map { ($0 as? Double) } == [0.5, -1e-7, 1e21, 48.1375])
  }

  @Test func `Escapes are found at every place of a word`() throws {
    for place in 0..<20 {
      for escape: UInt8 in [0x00, 0x1F, 0x22, 0x5C] {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
        bytes[place] = escape
        var json = JSONWriter()
        json.beginArray()
        json.string(bytes[...])
        json.endArray()
        let values = try #require(try JSONSerialization.jsonObject(with: Data(json.written)) as? [String])
        #expect(values == [String(decoding: bytes, as: UTF8.self)])
      }
    }
  }
}
