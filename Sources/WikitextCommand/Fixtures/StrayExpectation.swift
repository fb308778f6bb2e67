/// A file that is named as an expectation and is of no page.
struct StrayExpectation: Sendable {
  let path: String
  /// The path from the folder of all fixtures on.
  let name: String
  let kind: FixtureKind
  /// What is wrong, and what to do about it.
  let problem: String

  /// Looks at a file that no page has as its expectation; nil for one whose name is not that of an expectation.
  ///
  /// - Parameters:
  ///   - path: its path.
  ///   - name: its path from the folder of all fixtures on.
  ///   - pagesOfStem: how many pages there are by their paths without the ending.
  init?(_ path: String, name: String, pagesOfStem: [String: Int]) {
    let file = name.split(separator: "/").last ?? ""
    // Markdown is for people, too.
    guard let kind = FixtureKind.allCases.first(where: { path.hasSuffix($0.ending) }), file.count > kind.ending.count,
      file.lowercased() != "readme.md"
    else { return nil }
    self.path = path
    self.name = name
    self.kind = kind
    let page = file.dropLast(kind.ending.count)
    switch pagesOfStem[String(path.dropLast(kind.ending.count))] ?? 0 {
    case 0: problem = "there is no page \(page); delete this, or give it the name of its page"
    case 1: problem = "the page has another file with the same kind of expectation; delete one of them"
    default: problem = "there are several pages \(page); put the ending of one of them into this name"
    }
  }
}
