public import WikitextSyntax

/// Writes pages as their editors agree to write them, and leaves what they say as it is.
///
///     var formatter = PageFormatter()
///     let formatted = formatter.format(Array("==Course==\n*[[river|rivers]]".utf8))
///     String(decoding: formatted.source, as: UTF8.self)    // "== Course ==\n* [[river]]s"
///
/// It fails closed. The changes of each style are made, the page is parsed again, and both trees are written in the form
/// in which only what the style's ``Freedoms`` allow is the same (`CanonicalForm`). Where these differ, the changes are
/// tried in halves down to single ones, and what fails is left as it was and reported. The styles are gone through until
/// none has a change left that can be made: so formatting what was formatted changes nothing, whatever the page. A page
/// that does not settle is left as it was.
///
/// Keep one for each thread: it holds the scratch space of the parser.
public struct PageFormatter: ~Copyable {
  private let styles: [any FormatStyle]
  private let configuration: SiteConfiguration

  /// The times that the styles are gone through at the most. Pages settle in the second round, where nothing is left to
  /// do, or in the third.
  static let mostRounds = 6

  /// A formatter.
  ///
  /// - Parameters:
  ///   - styles: the styles, in the order in which they are to be gone through.
  ///   - configuration: the grammar of the wiki.
  public init(styles: [any FormatStyle] = StyleCatalog.standard, configuration: SiteConfiguration = .standard) {
    self.styles = styles
    self.configuration = configuration
  }

  /// Formats a page.
  ///
  /// - Parameters:
  ///   - source: the page.
  ///   - page: what is known of it besides its text.
  /// - Returns: the page as it is written now, with what was done and what could not be.
  /// - Precondition: the page is smaller than 4 GB.
  /// - Complexity: O(bytes), whatever the bytes.
  public mutating func format(_ source: [UInt8], page: PageContext? = nil) -> FormattedSource {
    var proof = TreeProof(configuration: configuration, page: page)
    var tree = proof.parse(source)
    var offsets = OffsetMap()
    var counts: [String: Int] = [:]
    for _ in 0..<PageFormatter.mostRounds {
      var isSettled = true
      var refusals: [Refusal] = []
      var formatted = FormattedPage(tree)
      for style in styles {
        var list = ChangeList(source: tree.source, keeping: formatted.keptRanges)
        style.propose(formatted, &list)
        if list.changes.isEmpty { continue }
        let (changed, made, refused) = proof.make(list.changes, in: tree, freedoms: style.freedoms)
        let id = style.about.id
        refusals += refused.map { Refusal(style: id, range: offsets.original($0.range)) }
        if made.isEmpty { continue }
        isSettled = false
        counts[id, default: 0] += made.count
        offsets.append(made.flatMap(\.edits))
        tree = changed
        formatted = FormattedPage(tree)
      }
      if isSettled { return FormattedSource(source: tree.source, counts: counts, refusals: refusals) }
    }
    return FormattedSource(source: source, counts: [:], refusals: [], isUnsettled: source != tree.source)
  }
}

/// A page that was formatted.
public struct FormattedSource: Sendable {
  /// The page as it is written now.
  public var source: [UInt8]
  /// How many changes each style made.
  public var counts: [String: Int]
  /// The changes that were not made, because the page with them could not be proven to be the same.
  public var refusals: [Refusal]
  /// Whether styles undid each other's changes, so that the page was left as it was.
  public var isUnsettled = false
}

/// A change that was not made.
public struct Refusal: Sendable, Hashable {
  /// The style that proposed it.
  public var style: String
  /// The construct, in bytes of the page as it was given.
  public var range: SourceRange
}
