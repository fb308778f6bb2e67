import WikitextSyntax

/// `duplicate-category`: a page names a category twice.
struct DuplicateCategory: PageRule {
  let about = RuleDescription(
    id: "duplicate-category",
    family: .syntax,
    severity: .info,
    summary: "A page names a category twice.",
    explanation: """
      The second mention adds nothing, but where the two have different sort keys the last one wins. Found are \
      links to one category, whose names differ in nothing but underscores and, where the wiki's titles begin with \
      a letter of either case, in that; not those in arguments of templates and on pages that are made to be put \
      into others. The fix deletes a later \
      one that says the same as the first, with its line where it is alone on it.
      """,
    bad: """
      [[Category:Rivers of Bavaria]]
      [[Category:Isar]]
      [[Category:Rivers of Bavaria]]
      """,
    good: """
      [[Category:Rivers of Bavaria]]
      [[Category:Isar]]
      """,
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    let isFolded = page.configuration.titleCase == .firstLetter
    var first: [String: String] = [:]
    for node in page.nodes(.categoryLink) {
      guard let link = WikilinkSyntax(node), places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .code])
      else {
        continue
      }
      let name = isFolded ? DuplicateCategory.folded(link.pageName) : link.pageName
      let key = link.textSyntax?.text ?? ""
      guard let known = first[name] else {
        first[name] = key
        continue
      }
      let line = page.wholeLine(node.range)
      let fix = known == key ? Fix("Delete it", [SyntaxEdit(deleting: line)], within: line) : nil
      findings.report("the page names the category \(link.pageName) again", at: node.range, fix: fix)
    }
  }

  /// A title with its first letter in upper case, if it is one of ASCII or the like.
  private static func folded(_ title: String) -> String { title.prefix(1).uppercased() + title.dropFirst() }
}
