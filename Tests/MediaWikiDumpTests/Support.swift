import Foundation
import MediaWikiDump
import Testing

/// All that a reader says about a dump.
struct Reading {
  var pages: [DumpPage] = []
  var skipped: [SkippedPage] = []
  var problems: [DumpProblem] = []
  var siteInfo: SiteInfo?
  var statistics = DumpStatistics()
  var digest: String?

  var titles: [String] { pages.map(\.title) }
  var kinds: [DumpProblem.Kind] { problems.map(\.kind) }
  var texts: [String] { pages.map { String(decoding: $0.revision.text, as: UTF8.self) } }

  /// Reads to the end and checks what must hold for every input: after each event pages seen are pages returned and
  /// skipped; texts are UTF-8; offsets grow; and the end stays the end.
  init(_ reader: DumpReader, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var offset: Int64 = -1
    while let event = try reader.next() {
      switch event {
      case .page(let page):
        pages.append(page)
        #expect(page.byteOffset >= offset, sourceLocation: sourceLocation)
        offset = page.byteOffset
        for slot in [page.revision.main] + page.revision.slots {
          #expect(String(validating: slot.text, as: UTF8.self) != nil, sourceLocation: sourceLocation)
        }
      case .skipped(let page): skipped.append(page)
      case .problem(let problem): problems.append(problem)
      }
      let now = reader.statistics
      #expect(now.pagesSeen == now.pagesReturned + now.pagesSkipped, sourceLocation: sourceLocation)
    }
    #expect(try reader.next() == nil, sourceLocation: sourceLocation)
    siteInfo = reader.siteInfo
    statistics = reader.statistics
    digest = reader.digest
    #expect(statistics.pagesReturned == pages.count(where: \.isLastRevision), sourceLocation: sourceLocation)
    #expect(statistics.pagesSkipped == skipped.count, sourceLocation: sourceLocation)
    #expect(statistics.problems == problems.count, sourceLocation: sourceLocation)
  }

  init(
    bytes: [UInt8],
    options: DumpReader.Options = DumpReader.Options(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try self.init(DumpReader(bytes: bytes, options: options), sourceLocation: sourceLocation)
  }

  init(
    _ markup: String,
    options: DumpReader.Options = DumpReader.Options(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try self.init(bytes: Array(markup.utf8), options: options, sourceLocation: sourceLocation)
  }
}

extension DumpReader.Options {
  /// The options that return every revision.
  static var allRevisions: Self {
    var options = Self()
    options.revisions = .all
    return options
  }
}

/// The package's own folder.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A dump of our own under Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
  try Array(Data(contentsOf: packageRoot.appending(path: "Fixtures/dumps/\(name)")))
}

/// Numbers that look random and are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}

/// A dump with these pages.
func dump(_ pages: String, siteinfo: String = "<siteinfo><sitename>W</sitename></siteinfo>") -> String {
  "<mediawiki version=\"0.11\" xml:lang=\"en\">\(siteinfo)\(pages)</mediawiki>"
}

/// A page with revisions of that content.
func page(title: String = "P", revisions: [String]) -> String {
  "<page><title>\(title)</title><ns>0</ns><id>1</id>"
    + revisions.map { "<revision>\($0)</revision>" }.joined(separator: "\n") + "</page>\n"
}

/// A page with that text, as it stands in the dump.
func page(title: String = "P", text: String) -> String {
  page(title: title, revisions: ["<id>1</id><timestamp>2020-01-01T00:00:00Z</timestamp><text>\(text)</text>"])
}
