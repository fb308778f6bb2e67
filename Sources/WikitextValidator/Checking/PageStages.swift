import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// The stages before validation, made for the wiki that was met last and kept for its next page.
final class PageStages {
  /// What is known of templates, infoboxes and words.
  let data: NormalizerData
  private var configuration: SiteConfiguration?
  private var reader: DocumentReader?
  private var normalizer: Normalizer?
  private var knowledge: InfoboxKnowledge?

  init(_ data: NormalizerData) { self.data = data }

  /// syntax tree → document, with its infoboxes
  func read(_ tree: SyntaxTree) -> Document {
    turn(to: tree.configuration)
    let reader =
      self.reader
      ?? DocumentReader(configuration: tree.configuration, infoboxes: data.infoboxNames(for: tree.configuration))
    self.reader = reader
    return reader.read(tree)
  }

  /// document → article
  func normalize(_ document: Document) -> Article {
    turn(to: document.configuration)
    var normalizer = self.normalizer.take() ?? Normalizer(configuration: document.configuration, data: data)
    defer { self.normalizer = normalizer }
    return normalizer.normalize(document)
  }

  /// What is known of the infoboxes of a wiki.
  func knowledge(of configuration: SiteConfiguration) -> InfoboxKnowledge {
    turn(to: configuration)
    let knowledge = self.knowledge ?? InfoboxKnowledge(configuration: configuration, data: data)
    self.knowledge = knowledge
    return knowledge
  }

  /// Forgets what is of another wiki.
  private func turn(to configuration: SiteConfiguration) {
    if self.configuration?.isIdentical(to: configuration) == true { return }
    self.configuration = configuration
    reader = nil
    normalizer = nil
    knowledge = nil
  }
}
