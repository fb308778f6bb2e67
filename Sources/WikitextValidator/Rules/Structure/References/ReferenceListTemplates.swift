import WikitextNormalizer
import WikitextSyntax

/// Templates that may list references, by their names.
enum ReferenceListTemplates {
  /// Whether a template of the page may list the references of a group: one whose name says that it lists references,
  /// or, where the group has a name, notes.
  ///
  /// - Complexity: O(length of the names of all calls).
  static func mayList(_ group: String, _ page: CheckedPage) -> Bool {
    let rules = SectionRules.standard
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName)?.trimmedText.lowercased() else { continue }
      if rules.referenceLists.contains(where: { name.contains($0) }) { return true }
      if !group.isEmpty, rules.noteLists.contains(where: { name.contains($0) }) { return true }
    }
    return false
  }

  /// Whether a section begins with a call that has no more than one argument: on wikis whose templates are not known it
  /// may be the list of references.
  static func fillSection(_ page: CheckedPage) -> Bool {
    guard let tree = page.tree else { return false }
    var isAtStart = false
    for node in tree.root.children {
      switch node.kind {
      case .heading: isAtStart = true
      case .newline, .comment: break
      case .template:
        if isAtStart, (TemplateSyntax(node)?.arguments.count ?? 0) <= 1 { return true }
        isAtStart = false
      default: isAtStart = false
      }
    }
    return false
  }
}
