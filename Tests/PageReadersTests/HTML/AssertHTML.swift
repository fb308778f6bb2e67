import Foundation
import PageReaders
import Testing
import WikitextSyntax

@testable import WikitextDocument

/// Reads a page of HTML and checks what holds for any document.
///
/// - `next` ranges nest, and so do the ranges of the source.
/// - Sections stand in sections of a higher rank or in the document, and begin with their heading.
/// - Nodes nest no deeper than 250.
/// - Uses of references and definitions are `reference` nodes that name them.
/// - Items of infoboxes lie in their fields.
/// - Furniture lies in the source.
@discardableResult
func assertHTML(
  _ source: [UInt8],
  _ name: String = "",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Document {
  let document = HTMLReader().read(source)
  for problem in problems(of: document).prefix(3) {
    Issue.record("\(name) \(problem)", sourceLocation: sourceLocation)
  }
  return document
}

/// Reads a page given as text.
@discardableResult
func assertHTML(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> Document {
  assertHTML(Array(text.utf8), sourceLocation: sourceLocation)
}

private func problems(of document: Document) -> [String] {
  var problems: [String] = []
  let records = document.records
  var open: [Int] = []
  for (index, record) in records.enumerated() {
    while let container = open.last, Int(records[container].next) <= index { open.removeLast() }
    if Int(record.next) <= index || Int(record.next) > records.count { return problems + ["bad next at \(index)"] }
    if record.sourceStart > record.sourceEnd || Int(record.sourceEnd) > document.source.count {
      problems.append("bad range \(record.sourceStart)..<\(record.sourceEnd) of \(record.kind) at \(index)")
    }
    if let parent = open.last {
      if record.next > records[parent].next { problems.append("node \(index) reaches out of its parent") }
      // The ranges of arguments are those of their values without the white space at their ends.
      let isTrimmed = records[parent].kind == .argument
      if !isTrimmed, record.sourceStart < records[parent].sourceStart || record.sourceEnd > records[parent].sourceEnd {
        problems.append("\(record.kind) \(index) outside of its \(records[parent].kind)")
      }
      if record.kind == .section, records[parent].kind != .document, records[parent].kind != .section {
        problems.append("section \(index) in a \(records[parent].kind)")
      }
    } else if index > 0 {
      problems.append("node \(index) outside of the document")
    }
    if open.count > 250 { problems.append("node \(index) is \(open.count) deep") }
    if record.kind == .text, record.name.isEmpty { problems.append("empty text at \(index)") }
    if record.kind == .section, record.detail > 0, records[index + 1].kind != .heading {
      problems.append("section \(index) without a heading")
    }
    open.append(index)
  }
  for reference in document.references {
    for node in reference.uses + [reference.definition].compactMap({ $0 })
    where node.kind != .reference || node.reference?.number != reference.number {
      problems.append("reference \(reference.number) is not what node \(node.id) names")
    }
  }
  for infobox in document.infoboxes {
    for field in infobox.fields {
      for item in field.items where !field.range.contains(item.range) {
        problems.append("item \(item.range) outside of field \(field.name) \(field.range)")
      }
    }
  }
  for part in document.furniture where part.range.end > document.source.count || part.range.isEmpty {
    problems.append("furniture \(part) outside of the source")
  }
  return problems
}

/// A document as its tests want it: the nodes, a line each, without places.
func outline(_ html: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> [String] {
  assertHTML(html, sourceLocation: sourceLocation).outline()
}

extension Document {
  /// What the furniture of a kind has in the source.
  func furniture(_ kind: Furniture.Kind) -> [String] {
    furniture.filter { $0.kind == kind }.map { String(decoding: source[$0.range.offsets], as: UTF8.self) }
  }
}

/// Where the tests find files.
enum HTMLTestFiles {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The pages written for these tests.
  static let fixtures = files(in: repository.appendingPathComponent("Fixtures/html"))

  /// The pages beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
  static let pages: [URL] = {
    let shared =
      ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
    return files(in: shared.appendingPathComponent("conformance/structured/html"))
      + files(in: shared.appendingPathComponent("conformance/pairs"))
  }()

  private static func files(in folder: URL) -> [URL] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  }
}
