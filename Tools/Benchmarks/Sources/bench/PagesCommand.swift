internal import BenchLibXML2
import Foundation
import Wikitext

/// `bench pages`: MB of rendered pages a second, beside libxml2's own parser of HTML.
struct PagesCommand {
  /// What is done with a page.
  private enum Stage: String, CaseIterable {
    /// libxml2's parser makes its tree.
    case libxml2
    /// Our reader makes a document of HTML.
    case html
    /// Our reader makes a document of the text of a page.
    case pageText = "page-text"

    var title: String {
      switch self {
      case .libxml2: "libxml2's tree of HTML"
      case .html: "document of HTML"
      case .pageText: "document of page text"
      }
    }
  }

  private let folder: String
  private let rounds: Int
  private let isForMachines: Bool

  init(_ arguments: inout Arguments) throws {
    rounds = max(try arguments.integer("--rounds") ?? 5, 1)
    isForMachines = arguments.flag("--machine")
    folder = arguments.next() ?? PagesCommand.defaultFolder()
    try arguments.finish()
  }

  private static func defaultFolder() -> String {
    URL(fileURLWithPath: Corpus.defaultFolder()).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("conformance/structured").path
  }

  func run() throws {
    let html = try PagesCommand.pages(folder, ending: ".html")
    let texts = try PagesCommand.pages(folder, ending: ".txt")
    let configuration = SiteConfiguration.standard
    let htmlReader = HTMLReader(configuration: configuration)
    let textReader = PageTextReader(
      configuration: configuration,
      labels: NormalizerData.standard.labels(for: configuration)
    )
    if !isForMachines {
      print("\(html.count) pages of HTML, \(texts.count) texts; one thread, \(Resources.clockName), \(rounds) rounds")
      print("stage".padded(26) + "best MB/s".aligned(11) + "median".aligned(9))
    }
    var times: [Stage: [Double]] = [:]
    // The first round warms up; the stages take turns.
    for round in 0...rounds {
      for stage in Stage.allCases {
        let begin = Resources.seconds
        var sum = 0
        switch stage {
        case .libxml2: for page in html { sum &+= PagesCommand.parseByLibXML2(page) }
        case .html: for page in html { sum &+= htmlReader.read(page).nodeCount }
        case .pageText: for page in texts { sum &+= textReader.read(page).nodeCount }
        }
        let seconds = Resources.seconds - begin
        if sum == .min { note("unlikely") }
        if round > 0 { times[stage, default: []].append(seconds) }
      }
    }
    for stage in Stage.allCases {
      let bytes = (stage == .pageText ? texts : html).reduce(0) { $0 + $1.count }
      let measured = times[stage] ?? []
      if isForMachines {
        print(stage.rawValue, bytes, measured.map { String($0) }.joined(separator: " "))
      } else {
        let size = Double(bytes) / 1e6
        let best = fixed(size / (measured.min() ?? 1)).aligned(11)
        print(stage.title.padded(26) + best + fixed(size / measured.median).aligned(9))
      }
    }
  }

  /// The files with an ending below a folder, in the order of their paths.
  private static func pages(_ folder: String, ending: String) throws -> [[UInt8]] {
    guard let files = FileManager.default.enumerator(atPath: folder) else {
      throw UsageError("there is no folder '\(folder)'")
    }
    let paths = files.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    if paths.isEmpty { throw UsageError("'\(folder)' holds no *\(ending) files") }
    let base = URL(fileURLWithPath: folder)
    return try paths.map { [UInt8](try Data(contentsOf: base.appendingPathComponent($0))) }
  }

  /// Parses a page by libxml2 alone; gives a number that depends on the result.
  private static func parseByLibXML2(_ page: [UInt8]) -> Int {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    return unsafe page.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      // The buffer lives until the tree is made, which copies what it needs.
      let document = unsafe htmlReadMemory(start, Int32(bytes.count), nil, "UTF-8", Int32(options))
      defer { unsafe xmlFreeDoc(document) }
      return unsafe document == nil ? 0 : 1
    }
  }
}
