import Foundation
import Wikitext

/// The articles of a folder, by wiki.
struct Corpus {
  struct Article {
    var wiki: Int
    /// Relative to the corpus.
    var path: String
    var source: [UInt8]
    var title: String
  }

  /// The folder.
  let root: String
  let wikis: [String]
  let articles: [Article]
  let byteCount: Int

  /// Reads every article, or every so many of them in the order of their paths.
  init(_ folder: String, every step: Int = 1) throws {
    let base = URL(fileURLWithPath: folder)
    let manager = FileManager.default
    guard let enumerator = manager.enumerator(atPath: folder) else {
      throw UsageError("there is no folder '\(folder)'")
    }
    let paths = enumerator.compactMap { $0 as? String }.filter { $0.hasSuffix(".wikitext") }.sorted()
    if paths.isEmpty { throw UsageError("'\(folder)' holds no *.wikitext files") }
    var wikis: [String] = []
    var articles: [Article] = []
    var count = 0
    for (index, path) in paths.enumerated() where index % max(step, 1) == 0 {
      let parts = path.split(separator: "/")
      let wiki = parts.count > 1 ? String(parts[0]) : "en.wikipedia"
      if wikis.last != wiki { wikis.append(wiki) }
      let source = [UInt8](try Data(contentsOf: base.appendingPathComponent(path)))
      count += source.count
      let name = String(parts[parts.count - 1].dropLast(".wikitext".count))
      articles.append(Article(wiki: wikis.count - 1, path: path, source: source, title: name.replacing("_", with: " ")))
    }
    root = folder
    self.wikis = wikis
    self.articles = articles
    byteCount = count
  }

  /// Where the corpus lies when the command line does not say.
  static func defaultFolder() -> String {
    if let shared = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"] { return shared + "/corpus/articles" }
    // …/Tools/Benchmarks/Sources/bench/Corpus.swift
    var repository = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { repository.deleteLastPathComponent() }
    let beside = repository.deletingLastPathComponent().appendingPathComponent("shared/corpus/articles").path
    return beside
  }

  /// One engine a wiki, in the order of ``wikis``.
  func engines() -> [Engine] { wikis.map { Engine(wiki: $0) } }
}

/// The stages for the pages of one wiki, with their scratch space.
final class Engine {
  let configuration: SiteConfiguration
  var parser: WikitextParser
  let reader: DocumentReader
  var pipeline: Pipeline
  var validator = Validator()

  init(wiki: String) {
    configuration = SiteConfiguration(wiki: wiki) ?? .standard
    parser = WikitextParser(configuration: configuration)
    reader = DocumentReader(configuration: configuration)
    pipeline = Pipeline(configuration: configuration)
  }
}
