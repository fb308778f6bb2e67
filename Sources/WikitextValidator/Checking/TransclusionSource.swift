import WikitextSyntax

/// Pages that are made to be put into others: templates.
enum TransclusionSource {
  /// Whether the page says that it is one: by its title, by inclusion tags, or by parameters.
  ///
  /// What such a page leaves open, another may close; what it uses, another may define.
  static func isOne(_ page: CheckedPage) -> Bool {
    if let title = page.tree?.page?.title, let colon = title.firstIndex(of: ":"),
      page.configuration.namespace(named: String(title[..<colon])) == Namespace.template
    {
      return true
    }
    for _ in page.nodes(.inclusionTag) { return true }
    for _ in page.nodes(.includeOnly) { return true }
    for _ in page.nodes(.parameterReference) { return true }
    return false
  }
}
