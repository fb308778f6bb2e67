import WikitextSyntax

/// `external-link-to-own-wiki`: an external link leads to a page of the wiki itself.
struct ExternalLinkToWiki: PageRule {
  let about = RuleDescription(
    id: "external-link-to-own-wiki",
    family: .syntax,
    severity: .info,
    summary: "An external link leads to a page of the wiki itself.",
    explanation: """
      Links by address do not follow when pages move, are not in the lists of links, and look as if they left the \
      wiki. Found are addresses `https://LANGUAGE.PROJECT.org/wiki/…` of the wiki that the page is from, where \
      that is known, without a query. Write a link to the page.
      """,
    bad: "[https://en.wikipedia.org/wiki/Isar The Isar]",
    good: "[[Isar|The Isar]]"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let host = ExternalLinkToWiki.host(page.configuration), let places = page.places else { return }
    for kind in [SyntaxKind.url, .autolink] {
      for node in page.nodes(kind)
      where places.surroundings[node.id.rawValue].isDisjoint(with: [.code, .templateArgument, .reference]) {
        var rest = page.source[node.range.offsets]
        guard let slashes = rest.firstIndex(of: UInt8(ascii: "/")) else { continue }
        rest = rest[slashes...].drop { $0 == UInt8(ascii: "/") }
        guard rest.starts(with: host), !rest.contains(UInt8(ascii: "?")) else { continue }
        findings.report("\(page.excerpt(node.range)) is a page of this wiki; link to it by its title", at: node.range)
      }
    }
  }

  private static func host(_ configuration: SiteConfiguration) -> [UInt8]? {
    guard let name = configuration.dbName, !configuration.language.isEmpty else { return nil }
    let projects = ["wiktionary", "wikivoyage", "wikisource", "wikibooks", "wikiquote", "wikinews", "wikiversity"]
    let project = projects.first { name.hasSuffix($0) } ?? "wikipedia"
    let language = name.dropLast(project == "wikipedia" ? 4 : project.utf8.count)
    guard project != "wikipedia" || name.hasSuffix("wiki"), language == configuration.language else { return nil }
    return Array("\(configuration.language).\(project).org/wiki/".utf8)
  }
}
