import Testing

@testable import WikitextSyntax

/// Parses a page and checks everything that holds for any page.
///
/// - The tree prints the source byte for byte.
/// - Leaves tile the source, hold at least one byte each, and have no children.
/// - `next` ranges nest and end where the tree says; a container starts where its first child does.
/// - Parts stand only in what they are parts of: an argument's value in an argument, a cell in a row.
/// - The printed source parses to equal records, with a parser that has read another page before.
///
/// Every parse in every test goes through here.
@discardableResult
func assertParse(
  _ source: [UInt8],
  configuration: SiteConfiguration = .standard,
  _ name: String = "",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> SyntaxTree {
  let tree = SyntaxTree(parsing: source, configuration: configuration)
  for problem in problems(of: tree, source: source, limit: 3) {
    Issue.record("\(name) \(problem): \(excerpt(source))", sourceLocation: sourceLocation)
  }
  let used = UsedParsers.parse(tree.print(), configuration: configuration)
  if used.records != tree.records {
    Issue.record("\(name) parses differently the second time: \(excerpt(source))", sourceLocation: sourceLocation)
  }
  return tree
}

/// Parses a page given as text.
@discardableResult
func assertParse(
  _ text: String,
  configuration: SiteConfiguration = .standard,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> SyntaxTree {
  assertParse(Array(text.utf8), configuration: configuration, sourceLocation: sourceLocation)
}

/// What is wrong with a tree by the promises of its layout; empty when all is well.
func problems(of tree: SyntaxTree, source: [UInt8], limit: Int) -> [String] {
  var problems: [String] = []
  if tree.source != source { problems.append("keeps another source") }
  if tree.print() != source { problems.append("prints another source") }
  let records = tree.records
  guard let first = records.first, let last = records.last, first.kind == .page, last.kind == .endOfFile else {
    return problems + ["does not run from page to end of file"]
  }
  if first.start != 0 || Int(last.start) != source.count { problems.append("does not cover the source") }
  if Int(first.next) != records.count - 1 { problems.append("has nodes outside of the page") }

  // The containers that are open: where each ends, and what it is.
  var open: [(next: Int, kind: SyntaxKind)] = []
  for index in records.indices.dropLast() {
    if problems.count >= limit { return problems }
    let record = records[index]
    while let container = open.last, container.next <= index { open.removeLast() }
    let next = Int(record.next)
    if next <= index || next >= records.count { return problems + ["has a bad next at \(index)"] }
    if let parent = open.last {
      if next > parent.next { problems.append("lets node \(index), \(record.kind), out of its \(parent.kind)") }
      if !record.kind.isAllowed(in: parent.kind) {
        problems.append("has a \(record.kind) in a \(parent.kind) at \(record.start)")
      }
    }
    if record.kind.isLeaf {
      if next != index + 1 { problems.append("has children in leaf \(index), \(record.kind)") }
      if records[next].start <= record.start { problems.append("has an empty leaf \(index), \(record.kind)") }
      if record.kind == .endOfFile { problems.append("has an end of file inside") }
    } else {
      if records[index + 1].start != record.start { problems.append("loses bytes at the start of node \(index)") }
      open.append((next, record.kind))
    }
  }
  return problems
}

extension SyntaxKind {
  /// Whether the grammar has this kind directly below `parent`.
  fileprivate func isAllowed(in parent: SyntaxKind) -> Bool {
    switch self {
    case .page, .endOfFile: false
    case .redirect: parent == .page
    case .transclusionName: [.template, .parserFunction, .variable, .parameterReference].contains(parent)
    case .argument: [.template, .parserFunction, .variable, .parameterReference].contains(parent)
    case .argumentName, .argumentValue: parent == .argument
    case .linkTarget: parent.isLink || parent == .galleryItem
    case .linkText: parent.isLink || parent == .galleryItem
    case .linkTrail: parent == .wikilink || parent == .interwikiLink
    case .url: parent == .externalLink
    case .listItem: parent == .list
    case .tableCaption, .tableRow: parent == .table
    case .tableCell, .tableHeaderCell: parent == .tableRow
    case .attribute: [.startTag, .table, .tableRow, .tableCell, .tableHeaderCell, .tableCaption].contains(parent)
    case .attributeName, .attributeValue: parent == .attribute
    case .galleryItem: parent == .extensionTag
    case .rawText: parent == .extensionTag
    default:
      // What stands loose must stand where running text may.
      switch parent {
      case .template, .parserFunction, .variable, .parameterReference, .argument: self == .delimiter
      case .wikilink, .fileLink, .categoryLink, .languageLink, .interwikiLink: self == .delimiter
      case .list: [.newline, .comment, .text, .inclusionTag, .includeOnly].contains(self)
      default: true
      }
    }
  }

  private var isLink: Bool {
    [.wikilink, .fileLink, .categoryLink, .languageLink, .interwikiLink].contains(self)
  }
}

/// Parsers that have read a page before.
private enum UsedParsers {
  /// Leaves every kind of construct open, so that all scratch space is dirty.
  static let dirt = Array(
    "{{a|b=[[c|''d'''e {|\n|f||g\n<div><ref>h\n== i\n*#:;j\n-{{{{{k|l}}{{m\n[http://n o\n<span class=\"p\n q".utf8
  )

  static func parse(_ source: [UInt8], configuration: SiteConfiguration) -> SyntaxTree {
    var parser = WikitextParser(configuration: configuration)
    _ = parser.parse(dirt)
    return parser.parse(source)
  }
}

/// The beginning of a source, for messages.
func excerpt(_ source: [UInt8]) -> String {
  var escaped: [UInt8] = []
  SourceEscaping.append(source.prefix(200), to: &escaped)
  return "\"" + String(decoding: escaped, as: UTF8.self) + (source.count > 200 ? "\"…" : "\"")
}
