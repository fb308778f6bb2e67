import Foundation
import Wikitext

@testable import WikitextFormatter

/// The articles beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
enum Articles {
  static let shared =
    ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  /// All of them, in a stable order.
  static let files: [URL] = {
    let folder = shared.appending(path: "corpus/articles")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
  }()

  /// Every how many of them are looked at: `WIKITEXT_FORMAT_EVERY`, else a tenth, so that a debug run stays short.
  static let step = ProcessInfo.processInfo.environment["WIKITEXT_FORMAT_EVERY"].flatMap { Int($0) } ?? 10
}

extension PageFormatter {
  /// Formats text.
  mutating func format(_ text: String) -> String {
    String(decoding: format(Array(text.utf8)).source, as: UTF8.self)
  }
}

/// What is formatted with some styles, or with those that are on.
func formatted(_ text: String, _ ids: String..., wiki: String = "enwiki") -> String {
  let styles = ids.isEmpty ? StyleCatalog.standard : StyleCatalog.all.filter { ids.contains($0.about.id) }
  var formatter = PageFormatter(styles: styles, configuration: SiteConfiguration(wiki: wiki) ?? .standard)
  return formatter.format(text)
}

/// The HTML of a page, without its white space.
func html(_ source: [UInt8], _ configuration: SiteConfiguration) -> [UInt8] {
  var parser = WikitextParser(configuration: configuration)
  var writer = HTMLWriter()
  let document = DocumentReader(configuration: configuration).read(parser.parse(source))
  return writer.write(document).filter { $0 > 0x20 }
}
