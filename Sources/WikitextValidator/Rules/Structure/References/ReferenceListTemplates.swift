import WikitextNormalizer
import WikitextSyntax

/// Templates that may list references, by their names.
enum ReferenceListTemplates {
  /// Whether a template of the page may list the references of a group: one whose name says that it lists references,
  /// or, where the group has a name, notes.
  ///
  /// - Complexity: O(length of the names of all calls).
  static func mayList(_ group: String, _ page: CheckedPage) -> Bool {
    // Most calls of a page have a name that others have, too.
    var names: Set<ArraySlice<UInt8>> = []
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName), names.insert(name.bytes).inserted else { continue }
      let folded = Array(name.trimmedText.lowercased().utf8)
      if referenceLists.contains(where: { isPart($0, of: folded) }) { return true }
      if !group.isEmpty, noteLists.contains(where: { isPart($0, of: folded) }) { return true }
    }
    return false
  }

  private static let referenceLists = SectionRules.standard.referenceLists.map { Array($0.utf8) }
  private static let noteLists = SectionRules.standard.noteLists.map { Array($0.utf8) }

  /// Whether a name has a word in it; in bytes, since most words are in no name.
  private static func isPart(_ word: [UInt8], of name: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= name.count else { return false }
    for start in 0...(name.count - word.count) where name[start] == first {
      if name[start..<(start + word.count)].elementsEqual(word) { return true }
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
