import Foundation
import Wikitext

/// `bench roundtrip`: whether articles come back as they were when their documents are written as wikitext and read again.
struct RoundTripCommand {
  private let folder: String
  private let step: Int
  private let only: String?
  private let shownLines: Int
  private let writer: WikitextWriter

  init(_ arguments: inout Arguments) throws {
    step = max(try arguments.integer("--every") ?? 1, 1)
    only = try arguments.option("--only")
    shownLines = try arguments.integer("--lines") ?? 0
    var options = WikitextWriter.Options()
    options.keepsTransclusions = !arguments.flag("--nodes")
    writer = WikitextWriter(options: options)
    folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
  }

  /// Prints the pages that differ, with `--lines` their first lines that do, and the share of those that do not.
  func run() throws {
    let corpus = try Corpus(folder, every: step)
    let engines = corpus.engines()
    var pages = 0
    var equal = 0
    var stable = 0
    var nodes = 0
    var equalNodes = 0
    for article in corpus.articles where only.map({ article.path.contains($0) }) ?? true {
      let engine = engines[article.wiki]
      let document = engine.reader.read(engine.parser.parse(article.source))
      let written = writer.write(document)
      let again = engine.reader.read(engine.parser.parse(written))
      let before = document.outline()
      let after = again.outline()
      pages += 1
      nodes += before.count
      let isStable = writer.write(again) == written
      if isStable { stable += 1 }
      if before == after { equal += 1 } else { report(article.path, before, after) }
      equalNodes += before == after ? before.count : commonCount(before, after)
      if !isStable { print("\(article.path): is written differently the second time") }
    }
    func share(_ part: Int, _ whole: Int) -> String {
      String(format: "%.2f %%", Double(part) / Double(max(whole, 1)) * 100)
    }
    print("\(equal) of \(pages) pages have the same outline: \(share(equal, pages))")
    print("\(equalNodes) of \(nodes) lines of outlines are the same: \(share(equalNodes, nodes))")
    print("\(stable) of \(pages) pages are written the same the second time: \(share(stable, pages))")
  }

  private func commonCount(_ before: [String], _ after: [String]) -> Int {
    // Counted as multisets: the first difference may move all that follows by a level.
    var counts: [Substring: Int] = [:]
    for line in before { counts[line.drop { $0 == " " }, default: 0] += 1 }
    var common = 0
    for line in after {
      let key = line.drop { $0 == " " }
      guard let count = counts[key], count > 0 else { continue }
      counts[key] = count - 1
      common += 1
    }
    return common
  }

  private func report(_ path: String, _ before: [String], _ after: [String]) {
    let first = zip(before, after).prefix { $0 == $1 }.count
    print("\(path): differs from line \(first) of its outline on")
    for line in before.dropFirst(max(0, first - 2)).prefix(shownLines) { print("  - " + line) }
    for line in after.dropFirst(max(0, first - 2)).prefix(shownLines) { print("  + " + line) }
  }
}
