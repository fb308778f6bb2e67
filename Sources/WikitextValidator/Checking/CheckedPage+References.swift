import WikitextSyntax

extension CheckedPage {
  /// Whether the page itself has a reference or a list of them.
  ///
  /// - Complexity: O(extension tags and functions).
  func findReferences() -> Bool {
    guard let tree else { return false }
    let tags = tree.configuration.extensionTags
    for node in nodes(.extensionTag) where tags[node.detail].name == "ref" || tags[node.detail].name == "references" {
      return true
    }
    for node in nodes(.parserFunction) where ParserFunctionSyntax(node)?.function.name == "tag" { return true }
    return false
  }

  /// The values of all arguments of templates, trimmed: what is named there a template may use, define or list.
  ///
  /// - Complexity: O(bytes of arguments).
  func findArgumentTexts() -> Set<String> {
    var texts: Set<String> = []
    for node in nodes(.argumentValue) where node.range.count <= 200 { texts.insert(node.trimmedText) }
    return texts
  }
}
