import WikitextSyntax

/// Templates that make headings, as dictionaries have them: `{{-noun-}}`, `{{=da=}}`.
enum HeadingTemplates {
  /// Whether the page calls one, so that its source does not show all of its headings.
  ///
  /// - Complexity: O(length of the names of all calls).
  static func areOn(_ page: CheckedPage) -> Bool {
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName) else { continue }
      let range = name.trimmedRange
      guard range.count > 2 else { continue }
      let first = page.source[range.start]
      if first == page.source[range.end - 1], first == UInt8(ascii: "-") || first == UInt8(ascii: "=") { return true }
    }
    return false
  }
}
