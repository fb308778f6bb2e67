import Foundation
import WikitextSyntax

/// The pages of `Fixtures/syntax`, whose format the tests of the syntax describe, and those of the shared corpus.
enum FixturePages {
  struct Page {
    var name: String
    var configuration = SiteConfiguration.standard
    var isEscaped = false
    var lines: [Substring] = []

    var source: [UInt8] { isEscaped ? Page.unescaped(lines.joined()) : Array(lines.joined(separator: "\n").utf8) }

    private static func unescaped(_ text: String) -> [UInt8] {
      var output: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
          output.append(byte)
          continue
        }
        switch next {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "0"): output.append(0x00)
        case UInt8(ascii: "x"):
          output.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? UInt8(ascii: "?"))
          rest = rest.dropFirst(2)
        default: output.append(next)
        }
      }
      return output
    }
  }

  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = package.appendingPathComponent("Fixtures/syntax")

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  /// The articles of the shared corpus, in a stable order.
  static let articles: [URL] = {
    let shared =
      ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    let files = FileManager.default.enumerator(
      at: shared.appendingPathComponent("corpus/articles"),
      includingPropertiesForKeys: nil
    )
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "wikitext" }.sorted {
      $0.path < $1.path
    }
  }()

  static func pages(of file: String) throws -> [Page] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    var pages: [Page] = []
    var inPage = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "%% tree" {
        inPage = false
      } else if line == "%% escaped" {
        pages[pages.count - 1].isEscaped = true
      } else if line.hasPrefix("%% wiki ") {
        pages[pages.count - 1].configuration = SiteConfiguration(wiki: String(line.dropFirst(8))) ?? .standard
      } else if line.hasPrefix("%% ") {
        pages.append(Page(name: String(line.dropFirst(3))))
        inPage = true
      } else if inPage {
        pages[pages.count - 1].lines.append(line)
      }
    }
    return pages
  }
}
