public import WikitextDocument
public import WikitextSyntax

/// Reads the document out of the plain text of a rendered page, as text extractors leave it.
///
///     Next Gen (film)
///
///     From Wikipedia, the free encyclopedia
///     Next Gen
///     Directed by
///       • Kevin R. Adams
///     Story byWang Nima
///
///     Next Gen is a 2018 film.[1]
///
///     Plot[edit]
///
/// A line classifier gives each line its kind, by its own bytes and by its neighbours; an assembler puts the lines
/// together to blocks. What is not the article is the document's ``Document/furniture``.
public struct PageTextReader: Sendable {
  private let configuration: SiteConfiguration
  private let labels: InfoboxLabels

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the wiki that the pages are of.
  ///   - labels: the labels that infoboxes have, in the language of the wiki and English.
  public init(configuration: SiteConfiguration = .standard, labels: InfoboxLabels = .none) {
    self.configuration = configuration
    self.labels = labels
  }

  /// The document of a page.
  ///
  /// - Parameter source: the text, in UTF-8.
  /// - Returns: the document, whose ranges are of `source`.
  /// - Complexity: O(bytes).
  public func read(_ source: [UInt8]) -> Document {
    var lines = LineScanner.lines(of: source)
    var classifier = LineClassifier(words: .standard)
    classifier.classify(&lines, of: source)
    var assembler = PageAssembler(
      source: source,
      lines: lines,
      classifier: classifier,
      labels: LabelFinder(vocabularies: [labels, classifier.words.labels])
    )
    let infoboxes = assembler.assemble()
    let document = assembler.builder.finish(source: source, configuration: configuration)
    return document.adding(renderedInfoboxes: infoboxes, .lines)
  }
}
