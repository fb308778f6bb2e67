import ArgumentParser
import Wikitext

/// What a page is expected to become: a file beside the page, whose name ends as the kind says.
///
///     isar.wikitext
///     isar.tree.txt          the syntax tree
///     isar.document.json     the document
///     isar.diagnostics.txt   what `validate` finds
enum FixtureKind: String, CaseIterable, ExpressibleByArgument {
  case tree, document, outline, article, markdown, text, diagnostics
  case diagnosticsJSON = "diagnostics-json"
  case formatted

  /// What the names of such files end in, behind the name of the page.
  var ending: String {
    switch self {
    case .tree: ".tree.txt"
    case .document: ".document.json"
    case .outline: ".outline.txt"
    case .article: ".article.json"
    case .markdown: ".md"
    case .text: ".text.txt"
    case .diagnostics: ".diagnostics.txt"
    case .diagnosticsJSON: ".diagnostics.json"
    case .formatted: ".formatted.txt"
    }
  }

  /// Whether it is JSON, which is compared as values.
  var isJSON: Bool { ending.hasSuffix(".json") }
}
