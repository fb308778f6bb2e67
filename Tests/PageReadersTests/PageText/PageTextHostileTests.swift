import Foundation
import PageReaders
import Testing
@testable import WikitextDocument

/// Pages that nobody would write, and all that are at hand.
struct PageTextHostileTests {
  @Test(arguments: [
    "[", "]", "[1]", "^ a b ", "  1. ^ a b\n", "\t", "\t\n", "a\t", "• ", "  • a\n", "\n", "\n\na", "[edit]\n",
    "a[edit]\n", "\u{0}",
    "Directed by", "Directed by\n", "  1. a\n", "(2004-05-03) ", "\u{00A0}", "a\n", "1. ", "In office\n", ":", "[a][b]",
  ])
  func `Repetitions make sound documents`(piece: String) {
    assertPage(String(repeating: piece, count: 3000))
    assertPage("Story byAna\nCountryChile\n" + String(repeating: piece, count: 3000))
    assertPage(String(repeating: piece, count: 500) + "\n\n" + String(repeating: "x", count: 200) + ".[1]\n")
  }

  @Test func `A megabyte of brackets is one text`() {
    let document = assertPage(String(repeating: "[", count: 1_000_000))
    #expect(document.nodeCount == 4)
    #expect(document.references.isEmpty)
  }

  @Test func `A hundred thousand lines are as many nodes`() {
    let document = PageTextReader().read(Array(String(repeating: "a\n", count: 100_000).utf8))
    #expect(document.nodes(.image).count == 100_000)
  }

  @Test func `Lists are not nested without end`() {
    let lines = (0..<2000).map { String(repeating: " ", count: $0) + "• a" }
    let document = assertPage(lines.joined(separator: "\n"))
    var depth = 0
    var deepest = 0
    var ends: [Int] = []
    for record in document.records.indices {
      while let last = ends.last, last <= record { ends.removeLast() }
      depth = ends.count
      deepest = max(deepest, depth)
      ends.append(Int(document.records[record].next))
    }
    #expect(deepest < 100)
    #expect(document.nodes(.listItem).count == 2000)
  }

  @Test func `Bytes that are no text are kept`() {
    let bytes: [UInt8] = [
      0xFF, 0xFE, 0x5B, 0x31, 0x5D, 0xC3, 0x0A, 0x80, 0x09, 0xE2, 0x80, 0x0A, 0xE2, 0xC2, 0x0A, 0x0A, 0x5E,
    ]
    #expect(assertPage(bytes).source == bytes)
    for length in bytes.indices { assertPage(Array(bytes[length...])) }
  }

  @Test(arguments: 0..<8) func `Changed pages make sound documents`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let page =
      "Isar\n\nFrom Wikipedia, the free encyclopedia\nIsar\nIsar.jpg\nLength295 km (183 mi)\nCountry\n  • Chile\n  • Spanish\nMouth\t\tDanube\n\n"
      + "The Isar is a river in Tyrol and Bavaria.[1][note 1] It is green.[citation needed]\n\n\nCourse[edit]\n\nTown\t\tPeople\nTölz\t\t18,000\n\n"
      + "  • Loisach\n      • Partnach\n  1. ^ a b Huber.\n  2. ↑ Meier.\n"
    for _ in 0..<200 {
      var bytes = Array(page.utf8)
      for _ in 0..<(1 + random.next() % 12) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\n\t[]•^ 1\u{A0}".utf8)[Int(random.next() % 10)], at: place)
        }
      }
      assertPage(bytes, "seed \(seed)")
    }
  }

  @Test(.enabled(if: !SharedTexts.pages.isEmpty, "no texts beside the repository: set WIKITEXT_SHARED"))
  func `Nothing of the public texts is lost`() throws {
    for page in SharedTexts.pages {
      assertPage(Array(try Data(contentsOf: page)), page.lastPathComponent)
    }
  }
}

/// The texts of `../shared`, or of the folder that `WIKITEXT_SHARED` names.
private enum SharedTexts {
  static let pages: [URL] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return ["conformance/structured/text/resiliparse", "conformance/structured/text/resiliparse2", "seed"].flatMap {
      path in
      let files = try? FileManager.default.contentsOfDirectory(
        at: folder.appendingPathComponent(path),
        includingPropertiesForKeys: nil
      )
      return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }
  }()
}

/// Numbers that look random and are the same each time: SplitMix64.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
