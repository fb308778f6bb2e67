import MediaWikiDump
import Testing

@Suite("Cut and flipped dumps")
struct TruncationTests {
  /// Reads what may not be a dump any more; `nil` if the reader says so.
  func read(
    _ bytes: [UInt8],
    options: DumpReader.Options = DumpReader.Options(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Reading? {
    do {
      return try Reading(bytes: bytes, options: options, sourceLocation: sourceLocation)
    } catch is DumpError {
      return nil
    }
  }

  /// The offsets behind each occurrence of a tag.
  func ends(of tag: String, in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0...].starts(with: tag.utf8) }.map { $0 + tag.utf8.count }
  }

  @Test(
    "A dump cut anywhere gives the pages before the cut, skips the one it goes through, and says so once",
    arguments: ["export-0.11.xml", "three-pages.xml", "content-file-export.xml"]
  )
  func plain(name: String) throws {
    let bytes = try fixture(name)
    let root = try #require(ends(of: "<mediawiki", in: bytes).first)
    let ends = ends(of: "</page>", in: bytes)
    let revisionEnds = self.ends(of: "</revision>", in: bytes)
    let starts = self.ends(of: "<page>", in: bytes)
    let rootEnd = try #require(self.ends(of: "</mediawiki", in: bytes).first)
    for options in [DumpReader.Options(), .allRevisions] {
      for count in 0..<bytes.count {
        guard let reading = try read(Array(bytes[..<count]), options: options) else {
          #expect(count <= root, "cut at \(count)")
          continue
        }
        // With all revisions wanted, a page whose only revision is whole is returned without its end tag.
        let whole = (options.revisions == .all ? revisionEnds : ends).count { $0 <= count }
        let begun = starts.count { $0 <= count }
        #expect(reading.statistics.pagesReturned == whole, "cut at \(count)")
        #expect(reading.skipped.count == begun - whole, "cut at \(count)")
        #expect(reading.skipped.allSatisfy { $0.reason == .truncated }, "cut at \(count)")
        #expect(reading.kinds.count { $0 == .truncated } == (count <= rootEnd ? 1 : 0), "cut at \(count)")
      }
    }
  }

  @Test("A compressed dump cut anywhere never crashes, and reports it", arguments: CompressionTests.forms.dropFirst())
  func compressed(form: String) throws {
    let bytes = try fixture("three-pages.\(form)")
    for count in 0..<bytes.count {
      guard let reading = try read(Array(bytes[..<count])) else { continue }
      #expect(reading.pages.count == 3 || reading.kinds.contains(.truncated), "cut at \(count)")
      #expect(!reading.problems.isEmpty, "cut at \(count)")
    }
  }

  @Test("Several blocks, cut: the whole ones are read")
  func blocks() throws {
    let bytes = try fixture("hundred-pages.xml.bz2")
    for count in stride(from: CompressionTests.blocks[2] + 20, to: CompressionTests.blocks[3], by: 97) {
      let reading = try Reading(bytes: Array(bytes[..<count]))
      #expect(reading.pages.count >= 58)
      #expect(reading.kinds == [.truncated])
      #expect(reading.skipped.map(\.reason) == [.truncated])
    }
  }

  @Test(
    "Flipped bytes never crash, and the counts add up",
    arguments: CompressionTests.forms.map { "three-pages.\($0)" } + ["export-0.11.xml", "hundred-pages.xml.bz2"]
  )
  func flipped(name: String) throws {
    let bytes = try fixture(name)
    var generator = SeededGenerator(seed: 20_260_131)
    for round in 0..<400 {
      var damaged = bytes
      for _ in 0...(round % 4) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if round % 16 == 0 { damaged.append(contentsOf: bytes) }
      _ = try read(damaged, options: round % 2 == 0 ? DumpReader.Options() : .allRevisions)
    }
  }

  @Test("Random markup never crashes, and the counts add up")
  func randomMarkup() throws {
    let pieces = [
      "<page>", "</page>", "<revision>", "</revision>", "<text>", "</text>", "<title>", "</title>", "&", "<", ">", "x",
      "<!--", "-->", "<![CDATA[", "]]>", "<mediawiki>", "</mediawiki>", "\u{0}", "&lt;", "<logitem>", "<id>1</id>",
      "\r",
      "<?x", "<!DOCTYPE a [", "é", "<text/>", "<siteinfo>", "<content>", "]]",
    ]
    var generator = SeededGenerator(seed: 7)
    for round in 0..<3000 {
      let markup = (0..<Int.random(in: 1...60, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
      let bytes = Array(("<mediawiki>" + markup.joined() + page(title: "Last", text: "1") + "</mediawiki>").utf8)
      _ = try read(bytes, options: round % 2 == 0 ? DumpReader.Options() : .allRevisions)
    }
  }
}
