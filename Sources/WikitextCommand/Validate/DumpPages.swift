import MediaWikiDump
import Wikitext

/// The pages of a dump, one by one.
final class DumpPages {
  private var batches: PageBatches
  private let name: String
  /// Those that are still to be handed over, the next one last.
  private var pages: [DumpPage] = []
  private var site: ConversionSite?

  /// - Parameters:
  ///   - reader: the dump.
  ///   - name: its path.
  ///   - namespaces: the namespaces whose pages are wanted; nil for all.
  ///   - report: called with lines for people.
  init(
    _ reader: DumpReader,
    name: String,
    namespaces: Set<Int>?,
    report: @escaping (String) -> Void
  ) {
    self.name = name
    batches = PageBatches(
      reader,
      name: name == "-" ? "the standard input" : name,
      selection: PageSelection(namespaces: namespaces, limit: nil),
      configuration: nil,
      form: .article,
      data: .standard,
      report: report
    )
  }

  /// Whether the dump is damaged, as far as it was read.
  var isDamaged: Bool { batches.counts.hasDamage }

  /// The next page; nil at the end.
  func next() throws(DumpError) -> PageToCheck? {
    while pages.isEmpty {
      guard let batch = try batches.next() else { return nil }
      pages = batch.pages.reversed()
      site = batch.site
    }
    let page = pages.removeLast()
    var result = PageToCheck(file: name, fragment: page.title, bytes: page.revision.text)
    result.dialect = .wikitext
    result.isUTF8 = true
    result.configuration = site?.configuration
    result.title = page.title
    return result
  }
}
