import MediaWikiDump
import Wikitext
import WikitextNormalizer

/// How often the templates of a wiki are called.
struct TemplateCensus: Sendable {
  /// The calls of one template.
  struct Uses: Sendable {
    var calls = 0
    var pages = 0
    /// The first page that calls it, by its number in the dump.
    var firstPage: Int
    var example: String
  }

  /// By title without namespace.
  private(set) var uses: [String: Uses] = [:]
  /// From title to title, without namespaces.
  private(set) var redirects: [String: String] = [:]
  private(set) var pageCount = 0

  /// Counts the calls of a page.
  mutating func add(_ document: Document, page: (title: String, number: Int), insideInfoboxes: Bool) {
    pageCount += 1
    let boxes = insideInfoboxes ? document.infoboxes : []
    if insideInfoboxes, boxes.isEmpty { return }
    // Infoboxes stand in the order of the page, an inner one behind the one around it.
    let infoboxNodes = Set(boxes.map(\.node.id))
    var box = 0
    var end = 0
    var calls: [String: Int] = [:]
    for node in document.root.descendants where node.kind == .template {
      if insideInfoboxes {
        while box < boxes.count, boxes[box].range.start <= node.range.start {
          end = max(end, boxes[box].range.end)
          box += 1
        }
        guard node.range.start < end, !infoboxNodes.contains(node.id) else { continue }
      }
      if let title = TemplateCensus.title(node.name, document.configuration) { calls[title, default: 0] += 1 }
    }
    for (title, count) in calls {
      uses[title, default: Uses(firstPage: page.number, example: page.title)].add(
        Uses(calls: count, pages: 1, firstPage: page.number, example: page.title)
      )
    }
  }

  /// Notes that a page of the template namespace is a redirect.
  mutating func add(redirect title: String, to target: String, _ configuration: SiteConfiguration) {
    guard let from = TemplateCensus.title(title, configuration),
      let to = TemplateCensus.title(target, configuration)
    else { return }
    redirects[from] = to
  }

  /// Adds what was counted elsewhere.
  mutating func merge(_ other: TemplateCensus) {
    pageCount += other.pageCount
    for (title, use) in other.uses {
      uses[title, default: Uses(firstPage: use.firstPage, example: use.example)].add(use)
    }
    redirects.merge(other.redirects) { first, _ in first }
  }

  /// The calls by the template that they come to, redirects followed.
  ///
  /// A page that calls a template by two names counts twice.
  func resolved() -> [String: Uses] {
    var resolved: [String: Uses] = [:]
    for (title, use) in uses {
      resolved[target(of: title), default: Uses(firstPage: use.firstPage, example: use.example)].add(use)
    }
    return resolved
  }

  private func target(of title: String) -> String {
    var target = title
    for _ in 0..<TemplateCensus.longestChain {
      guard let next = redirects[target], next != title else { break }
      target = next
    }
    return target
  }

  private static let longestChain = 8

  /// The title of a template without its namespace, as MediaWiki writes it; nil where the name is made up as the page is
  /// rendered.
  private static func title(_ name: String, _ configuration: SiteConfiguration) -> String? {
    if name.utf8.contains(where: { "{}[]<>|\n".utf8.contains($0) }) { return nil }
    var name = Substring(name)
    if let colon = name.firstIndex(of: ":"),
      configuration.namespace(named: String(name[..<colon])) == Namespace.template
    {
      name = name[name.index(after: colon)...]
    }
    let words = name.split { $0 == " " || $0 == "_" }
    guard let first = words.first?.first else { return nil }
    let title = words.joined(separator: " ")
    return configuration.titleCase == .firstLetter ? first.uppercased() + title.dropFirst() : title
  }
}

extension TemplateCensus.Uses {
  /// Adds uses of the same template.
  fileprivate mutating func add(_ other: TemplateCensus.Uses) {
    calls += other.calls
    pages += other.pages
    if other.firstPage <= firstPage { (firstPage, example) = (other.firstPage, other.example) }
  }
}
