import Foundation
import Testing

@testable import WikitextDocument
@testable import WikitextSyntax

/// Reads a page and checks what holds for any document.
///
/// - `next` ranges nest, from the document down to the last node.
/// - Ranges of the source lie in the source.
/// - Sections stand in sections of a higher rank or in the document, and begin with their heading.
/// - Texts are not empty, and lie in the ranges of the links and styles around them.
/// - Uses of references and definitions are `reference` nodes that name them.
/// - Fields and items of infoboxes hold what their ranges say, without whitespace around it.
@discardableResult
func assertDocument(
  _ source: [UInt8],
  configuration: SiteConfiguration = .standard,
  _ name: String = "",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Document {
  let tree = SyntaxTree(parsing: source, configuration: configuration)
  let document = Document(tree)
  for problem in problems(of: document).prefix(3) {
    Issue.record("\(name) \(problem)", sourceLocation: sourceLocation)
  }
  return document
}

/// Reads a page given as text.
@discardableResult
func assertDocument(
  _ text: String,
  configuration: SiteConfiguration = .standard,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Document {
  assertDocument(Array(text.utf8), configuration: configuration, sourceLocation: sourceLocation)
}

private func problems(of document: Document) -> [String] {
  var problems: [String] = []
  let records = document.records
  var open: [Int] = []
  for (index, record) in records.enumerated() {
    while let container = open.last, Int(records[container].next) <= index { open.removeLast() }
    if Int(record.next) <= index || Int(record.next) > records.count { return problems + ["bad next at \(index)"] }
    if let parent = open.last {
      if record.next > records[parent].next { problems.append("node \(index) reaches out of its parent") }
      if record.kind == .section, records[parent].kind != .document, records[parent].kind != .section {
        problems.append("section \(index) in a \(records[parent].kind)")
      }
      if record.kind == .section, records[parent].kind == .section, record.detail <= records[parent].detail {
        problems.append("section \(index) of level \(record.detail) in one of \(records[parent].detail)")
      }
    } else if index > 0 {
      problems.append("node \(index) outside of the document")
    }
    if record.sourceStart > record.sourceEnd || Int(record.sourceEnd) > document.source.count {
      problems.append("bad range \(record.sourceStart)..<\(record.sourceEnd) of \(record.kind) at \(index)")
    }
    if record.kind == .text, record.name.isEmpty { problems.append("empty text at \(index)") }
    if record.kind == .text, let parent = open.last, records[parent].kind.holdsItsText,
      record.sourceStart < records[parent].sourceStart || record.sourceEnd > records[parent].sourceEnd
    {
      problems.append("text \(index) outside of its \(records[parent].kind)")
    }
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
      if field.rawValue.first?.isWhitespace == true || field.rawValue.last?.isWhitespace == true,
        field.rawValue.unicodeScalars.first?.value ?? 0x21 <= 0x20
      {
        problems.append("field \(field.name) has whitespace around it")
      }
      for item in field.items where !field.range.contains(item.range) {
        problems.append("item \(item.range) outside of field \(field.name) \(field.range)")
      }
    }
  }
  return problems
}

extension NodeKind {
  /// Whether texts directly below lie in the node's range: those of an argument may be longer by whitespace.
  fileprivate var holdsItsText: Bool {
    switch self {
    case .link, .externalLink, .bold, .italic, .image, .reference, .heading, .element, .tableCell, .listItem: true
    default: false
    }
  }
}

/// Where the tests find files.
enum TestFiles {
  /// What lies beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
  static let shared =
    ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared")

  /// The articles, in a stable order, with the name of their wiki.
  static let articles: [(wiki: String, url: URL)] = {
    let folder = shared.appendingPathComponent("corpus/articles")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
      .map { ($0.deletingLastPathComponent().lastPathComponent, $0) }
  }()
}
