import MediaWikiDump
import Synchronization
import Wikitext

/// Counts the templates of a dump, several batches of pages at a time.
struct TemplateCounting {
  /// The pages that are counted; nil: all.
  var namespaces: Set<Int>?
  /// Only calls in the arguments of infoboxes count.
  var insideInfoboxes: Bool
  /// How many batches are counted at the same time.
  var jobs: Int
  /// The grammar, if not that of the dump.
  var configuration: SiteConfiguration?

  /// A batch is full with this many bytes of text.
  private static let fullSize = 1 << 20

  private struct PageGroup: Sendable {
    var pages: [(number: Int, page: DumpPage)] = []
    var byteCount = 0
  }

  /// The calls of a wiki's pages.
  struct Result {
    /// What the wiki is called: its database, or its language.
    var wiki: String
    var configuration: SiteConfiguration
    var census: TemplateCensus
  }

  /// Counts all of a dump; of several documents in it each for itself.
  ///
  /// - Parameters:
  ///   - reader: the dump.
  ///   - report: called with lines for people.
  /// - Returns: what was counted, and whether the dump is damaged.
  /// - Throws: `DumpError` when the dump cannot be read on.
  func run(_ reader: DumpReader, report: (String) -> Void) async throws -> (results: [Result], isDamaged: Bool) {
    var results: [Result] = []
    var isDamaged = false
    var number = 0
    var isFinished = false
    while !isFinished {
      var site: SiteConfiguration?
      let census = try await withThrowingTaskGroup(of: TemplateCensus.self) { group in
        var census = TemplateCensus()
        var batch = PageGroup()
        var running = 0
        func send(_ configuration: SiteConfiguration) async throws {
          if running >= jobs, let done = try await group.next() {
            census.merge(done)
            running -= 1
          }
          group.addTask { [batch] in count(batch, configuration) }
          running += 1
          batch = PageGroup()
        }
        reading: while true {
          guard let event = try reader.next() else {
            isFinished = true
            break
          }
          switch event {
          case .page(let page):
            let configuration = site ?? self.configuration ?? SiteConfiguration(reader.siteInfo)
            site = configuration
            batch.pages.append((number, page))
            batch.byteCount += page.revision.text.count
            number += 1
            if batch.byteCount >= TemplateCounting.fullSize { try await send(configuration) }
          case .skipped(let page): isDamaged = isDamaged || OmissionReason(page.reason.name).isDamage
          case .problem(let problem):
            isDamaged = isDamaged || problem.kind.isDamage
            report("warning: \(problem.message)")
            // The next document may be of another wiki.
            if problem.kind == .anotherDocument { break reading }
          }
        }
        if let site, !batch.pages.isEmpty { try await send(site) }
        for try await done in group { census.merge(done) }
        return census
      }
      if let site {
        let wiki = configuration == nil ? reader.siteInfo?.dbName ?? site.language : site.dbName ?? site.language
        results.append(Result(wiki: wiki, configuration: site, census: census))
      }
    }
    return (results, isDamaged)
  }

  private func count(_ batch: PageGroup, _ configuration: SiteConfiguration) -> TemplateCensus {
    var census = TemplateCensus()
    var pipeline = Pipeline(configuration: configuration)
    let selection = PageSelection(namespaces: nil, limit: nil)
    for (number, page) in batch.pages {
      let namespace = self.namespace(of: page, configuration)
      let isWanted = namespaces?.contains(namespace) ?? true
      guard isWanted || namespace == Namespace.template, selection.reason(against: page, in: namespace) == nil else {
        continue
      }
      if namespace == Namespace.template, let target = page.redirectTitle {
        census.add(redirect: page.title, to: target, configuration)
      }
      guard isWanted || (namespace == Namespace.template && page.redirectTitle == nil) else { continue }
      let context = PageContext(title: page.title, configuration: configuration)
      let document = pipeline.read(pipeline.parse(page.revision.text, page: context))
      if namespace == Namespace.template, page.redirectTitle == nil, let target = document.redirect {
        census.add(redirect: page.title, to: target, configuration)
      }
      if isWanted { census.add(document, page: (page.title, number), insideInfoboxes: insideInfoboxes) }
    }
    return census
  }

  /// The namespace of a page: the dump's, or in old dumps that of the title's prefix.
  private func namespace(of page: DumpPage, _ configuration: SiteConfiguration) -> Int {
    if let namespace = page.namespace { return Int(namespace) }
    guard let colon = page.title.firstIndex(of: ":") else { return Namespace.main }
    return configuration.namespace(named: String(page.title[..<colon])) ?? Namespace.main
  }
}
