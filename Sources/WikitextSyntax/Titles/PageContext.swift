/// What is known of a page besides its text, as far as the grammar depends on it.
///
/// Links such as `[[/Archive]]` and `[[../]]` lead to pages below and above the page that they stand on, where its
/// namespace has subpages; and a link to another language is an ordinary link on a talk page.
public struct PageContext: Sendable, Hashable {
  /// The title with its namespace: `User:A/b`.
  public let title: String
  /// Whether the pages of its namespace have subpages.
  public let hasSubpages: Bool
  /// Whether it is a talk page.
  public let isTalkPage: Bool
  private let bytes: [UInt8]

  /// Describes the page with this title.
  ///
  /// - Parameters:
  ///   - title: the title with its namespace.
  ///   - configuration: the grammar of its wiki.
  ///   - hasSubpages: whether it can have subpages; nil: as on the wikis of Wikimedia, in all namespaces but those of
  ///     articles, files, categories and special pages (`$wgNamespacesWithSubpages`).
  public init(title: String, configuration: SiteConfiguration, hasSubpages: Bool? = nil) {
    self.title = title
    let bytes = Array(title.utf8)
    self.bytes = bytes
    let namespace =
      TitleRule(configuration: configuration).split(bytes.span, 0, bytes.count, scope: .prefix)?.namespace
      ?? Namespace.main
    self.hasSubpages =
      hasSubpages
      ?? (namespace > 0 && namespace != Namespace.file && namespace != Namespace.category)
    isTalkPage = namespace > 0 && namespace % 2 == 1
  }

  /// Where a relative target leads: `/b` on page `A` to `A/b`, `../c` on page `A/b` to `A/c` (MediaWiki's
  /// `Linker::normalizeSubpageLink`).
  ///
  /// Nil for a target that is not relative, and for one that goes up further than the title has slashes.
  /// - Parameter target: the target, trimmed, percent-encoded bytes decoded.
  /// - Returns: the target from the root, and what the link shows when it has no text of its own; nil: the target.
  /// - Complexity: O(`target.count` + `title.count`).
  package func resolve(_ target: ArraySlice<UInt8>) -> (target: [UInt8], shown: [UInt8]?)? {
    guard hasSubpages else { return nil }
    let hash = target.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let fragment = target[hash...]
    let path = target[..<hash]
    let slash = UInt8(ascii: "/")
    if path.first == slash {
      let end = (path.lastIndex { $0 != slash } ?? path.startIndex) + 1
      guard end > path.startIndex + 1 else { return nil }
      let name = path[(path.startIndex + 1)..<end]
      // A slash at the end is to hide the one at the beginning.
      return (bytes + [slash] + name + fragment, Array((end < path.endIndex ? name : path) + fragment))
    }
    var rest = path
    var levels = 0
    while rest.starts(with: "../".utf8) {
      rest = rest.dropFirst(3)
      levels += 1
    }
    guard levels > 0, let base = ancestor(levels) else { return nil }
    var shown: [UInt8]?
    if rest.last == slash {
      while rest.last == slash { rest.removeLast() }
      if !rest.isEmpty || !fragment.isEmpty { shown = Array(rest + fragment) }
    }
    return (Array(base) + (rest.isEmpty ? [] : [slash] + rest) + fragment, shown)
  }

  /// The title without its last components.
  private func ancestor(_ levels: Int) -> ArraySlice<UInt8>? {
    var title = bytes[...]
    for _ in 0..<levels {
      guard let end = title.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      title = title[..<end]
    }
    return title
  }
}
