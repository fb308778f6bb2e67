import Foundation
import Testing

@testable import MediaWikiDump

@Suite("Compressed dumps")
struct CompressionTests {
  static let forms = ["xml", "xml.gz", "xml.bz2", "xml.xz", "xml.lzma", "xml.zst"]
  /// The first whole byte of each block of hundred-pages.xml.bz2.
  static let blocks = [4, 1378, 2723, 4066]

  @Test("Every form of a dump gives the same pages", arguments: forms)
  func everyForm(form: String) throws {
    let plain = try Reading(bytes: fixture("three-pages.xml"))
    let bytes = try fixture("three-pages.\(form)")
    let reading = try Reading(bytes: bytes)
    #expect(reading.pages == plain.pages)
    #expect(reading.pages.count == 3)
    #expect(reading.texts.first == "Text number 1: ä€🌊 & more.")
    #expect(reading.problems.isEmpty)
    #expect(reading.statistics.compressedBytesRead == Int64(bytes.count))
    #expect(reading.statistics.bytesRead == plain.statistics.bytesRead)
  }

  @Test("Files joined end to end are read to the last one", arguments: forms)
  func joined(form: String) throws {
    if form == "xml.lzma" { return }  // The format cannot be joined.
    let bytes = try fixture("three-pages.\(form)")
    let reading = try Reading(bytes: bytes + bytes + bytes)
    #expect(reading.pages.count == 9)
    #expect(reading.kinds == [.anotherDocument, .anotherDocument])
  }

  @Test("One document over several bzip2 streams is one document")
  func multistream() throws {
    let bytes = try fixture("hundred-pages.xml.bz2")
    let reading = try Reading(bytes: bytes)
    #expect(reading.pages.count == 100)
    #expect(reading.problems.isEmpty)
    let tail = try fixture("three-pages.xml.bz2")
    #expect(try Reading(bytes: bytes + tail).pages.count == 103)
  }

  @Test("A damaged bzip2 block costs the pages that lie in it, and no other", arguments: blocks.indices)
  func damagedBlock(index: Int) throws {
    let whole = try Reading(bytes: fixture("hundred-pages.xml.bz2"))
    for distance in [0, 5, 12, 300, 700] {
      var bytes = try fixture("hundred-pages.xml.bz2")
      bytes[CompressionTests.blocks[index] + distance] ^= 0x40
      let reading = try Reading(bytes: bytes)
      #expect(reading.kinds.contains(.corruptData), "byte \(distance) of block \(index)")
      #expect(!reading.kinds.contains(.truncated))
      // A block holds 100,000 bytes, 30 pages of 3.3 KB; at its ends two more are cut.
      #expect(reading.pages.count >= (index == 3 ? 88 : 68))
      #expect(reading.pages.count < 100)
      // What is left is not glued together from two pages.
      for page in reading.pages {
        let original = try #require(whole.pages.first { $0.title == page.title })
        #expect(page.revision == original.revision)
      }
      let problem = try #require(reading.problems.first { $0.kind == .corruptData })
      guard case .compressed(let offset) = problem.offset else {
        Issue.record("the offset is not in the stored bytes")
        continue
      }
      // When a signature is damaged, nobody can say where in the gap behind the block before it was.
      let start = CompressionTests.blocks[distance < 6 && index > 0 ? index - 1 : index] - 1
      #expect((start...CompressionTests.blocks[index]).contains(Int(offset)))
    }
  }

  @Test("A page half in a lost block is skipped, with the title if that is known")
  func lostData() throws {
    var bytes = try fixture("hundred-pages.xml.bz2")
    bytes[CompressionTests.blocks[1] + 100] ^= 1
    let reading = try Reading(bytes: bytes)
    #expect(reading.skipped.map(\.reason) == [.lostData])
    #expect(reading.skipped.first?.title == "Page 31" || reading.skipped.first?.title == "Page 30")
  }

  @Test("A wrong checksum of a whole bzip2 stream is reported and costs nothing")
  func streamChecksum() throws {
    var bytes = try fixture("hundred-pages.xml.bz2")
    bytes[bytes.count - 3] ^= 0xff
    let reading = try Reading(bytes: bytes)
    #expect(reading.pages.count == 100)
    #expect(reading.kinds == [.corruptData])
  }

  @Test("Junk behind the compressed data is reported and costs nothing", arguments: ["xml.gz", "xml.bz2", "xml.zst"])
  func junk(form: String) throws {
    let reading = try Reading(bytes: fixture("three-pages.\(form)") + Array("junk junk junk".utf8))
    #expect(reading.pages.count == 3)
    #expect(reading.kinds == [.junk])
  }

  @Test("gzip goes on at the next member after damage")
  func damagedMember() throws {
    let member = try fixture("three-pages.xml.gz")
    var damaged = member
    damaged[60] ^= 0xff
    let reading = try Reading(bytes: member + damaged + member)
    #expect(reading.pages.count >= 6)
    #expect(reading.kinds.contains(.corruptData))
  }

  @Test("UTF-16 with and without a byte order mark, in either order", arguments: [true, false], [true, false])
  func utf16(isBigEndian: Bool, hasMark: Bool) throws {
    let text = String(decoding: try fixture("three-pages.xml"), as: UTF8.self)
    let units = Array((hasMark ? "\u{FEFF}" : "").utf16) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      return isBigEndian ? pair : pair.reversed()
    }
    let reading = try Reading(bytes: bytes)
    #expect(try reading.pages.map(\.revision) == Reading(text).pages.map(\.revision))
    #expect(reading.problems.isEmpty)
  }

  @Test("An encoding of one byte a character is read as declared")
  func latin1() throws {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + dump(page(text: "M?nchen") + page(text: "a & b"))
    let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xfc : $0 }
    var fixed = bytes
    fixed[1] = UInt8(ascii: "?")
    fixed[text.utf8.firstIndex(of: UInt8(ascii: ">")).map { text.utf8.distance(from: text.startIndex, to: $0) - 1 }!] =
      UInt8(ascii: "?")
    let reading = try Reading(bytes: fixed)
    #expect(reading.texts == ["München", "a & b"])
    #expect(reading.kinds == [.repaired])
    let unknown = "<?xml version=\"1.0\" encoding=\"X-KLINGON\"?>" + dump(page(text: "ü"))
    #expect(try Reading(unknown).texts == ["ü"])
    #expect(try Reading(unknown).kinds == [.encoding])
  }

  @Test("The digest is that of the stored bytes")
  func digest() throws {
    var options = DumpReader.Options()
    options.digest = true
    for form in CompressionTests.forms {
      let bytes = try fixture("three-pages.\(form)")
      let hash = SHA256()
      hash.update(bytes.span)
      #expect(try Reading(bytes: bytes, options: options).digest == hash.hexadecimal, "\(form)")
    }
    #expect(try Reading(bytes: fixture("three-pages.xml")).digest == nil)
  }

  @Test("A text longer than the window comes whole")
  func longText() throws {
    let text = String(repeating: "0123456789 äöü &lt;b&gt; ", count: 100_000)
    let reading = try Reading(dump(page(title: "A", text: text) + page(title: "B", text: "b")))
    #expect(reading.titles == ["A", "B"])
    #expect(reading.texts.first == text.replacing("&lt;", with: "<").replacing("&gt;", with: ">"))
    let broken = try Reading(dump(page(title: "A", text: text + "&") + page(title: "B", text: "b")))
    #expect(broken.texts.first?.utf8.count == reading.texts.first.map { $0.utf8.count + 1 })
    #expect(broken.kinds == [.repaired])
  }
}

@Suite("Inputs that are no dump")
struct ErrorTests {
  @Test(
    "What is not a dump is named for what it looks like",
    arguments: [
      ("", "an empty file"), ("<!DOCTYPE html><html><body>404</body></html>", "an HTML page"),
      ("<html><head>", "an HTML page"), ("\u{1}\u{2}\u{0}", "binary data"), ("{\"a\": 1}", "something like JSON"),
      ("-- MySQL dump 10.19\n", "an SQL dump"), ("'''Anarchism''' is\na", "text that begins with “'''Anarchism''' is”"),
      ("<rss version=\"2\"><channel/></rss>", "markup that begins with <rss>"),
    ]
  )
  func notADump(text: String, found: String) throws {
    let reader = try DumpReader(bytes: Array(text.utf8))
    let error = #expect(throws: DumpError.self) { try reader.next() }
    #expect(error == .notADump(path: "the input", found: found))
    #expect(try reader.next() == nil)
  }

  @Test("A file without end that is no dump is given up early")
  func endless() throws {
    let reader = try DumpReader(bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 5 << 20))
    #expect(throws: DumpError.self) { try reader.next() }
    #expect(reader.statistics.bytesRead < 2 << 20)
  }

  @Test("Missing files and directories are told apart")
  func files() throws {
    let missing = #expect(throws: DumpError.self) { try DumpReader(path: "/no/such/file.xml") }
    #expect(missing?.description == "cannot open /no/such/file.xml: No such file or directory")
    let folder = packageRoot.path
    let directory = #expect(throws: DumpError.self) { try DumpReader(path: folder) }
    #expect(directory == .isDirectory(path: folder))
  }

  @Test("Archives are named with the command that unpacks them")
  func archives() throws {
    let sevenZip: [UInt8] = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0, 0]
    let error = #expect(throws: DumpError.self) { try DumpReader(bytes: sevenZip) }
    #expect(error?.description.contains("7z x -so the input | wikitext convert -") == true)
    #expect(throws: DumpError.self) { try DumpReader(bytes: [0x50, 0x4b, 3, 4, 0, 0]) }
  }

  @Test("A descriptor is read and left open")
  func descriptor() throws {
    let path = packageRoot.appending(path: "Fixtures/dumps/three-pages.xml.bz2").path
    let file = try #require(FileHandle(forReadingAtPath: path))
    #expect(try Reading(DumpReader(descriptor: file.fileDescriptor)).pages.count == 3)
    try file.seek(toOffset: 0)
    #expect(try file.read(upToCount: 3) == Data("BZh".utf8))
  }

  @Test("A dump without pages is one")
  func noPages() throws {
    #expect(try Reading(dump("")).problems.isEmpty)
    #expect(try Reading("<mediawiki/>").pages.isEmpty)
  }
}
