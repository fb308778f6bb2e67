/// The file `known-failures.txt` in a folder of fixtures: a line for each expectation that is known not to be met.
///
///     # the reader loses the second caption
///     tables/captions.wikitext document
///
/// One that is met nevertheless is a failure, and so is one that is not there: its line is to go.
struct KnownFailures {
  static let fileName = "known-failures.txt"

  /// The names of pages and the kinds, in their order.
  private(set) var entries: [(name: String, kind: FixtureKind)] = []
  private var lines: Set<String> = []

  init() {}

  /// Reads the file of a folder, where there is one.
  init(folder: String) throws(CommandFailure) {
    let path = folder + "/" + KnownFailures.fileName
    guard ProjectPath.isFile(path) else { return }
    let text = String(decoding: try Descriptor.readAll(of: path), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count > 1, let word = words.last, let kind = FixtureKind(rawValue: String(word)) else {
        throw CommandFailure(.badInput, "in \(path): \"\(line)\" is not the name of a page, a blank, and a kind")
      }
      guard lines.insert(words.joined(separator: " ")).inserted else { continue }
      entries.append((words.dropLast().joined(separator: " "), kind))
    }
  }

  /// What is listed and not there: a page that does not exist, or an expectation that it does not have.
  ///
  /// - Parameters:
  ///   - fixtures: the pages that are checked.
  ///   - kinds: the kinds of expectations that are.
  ///   - isAsked: whether a page of a name would be checked if it existed.
  /// - Returns: a failure for each.
  func stale(
    among fixtures: [Fixture],
    _ kinds: Set<FixtureKind>,
    where isAsked: (_ name: String) -> Bool
  ) -> [FixtureResult] {
    let known = Dictionary(
      fixtures.map { ($0.name.split(separator: " ").joined(separator: " "), Set($0.expectations.map(\.kind))) }
    ) { $0.union($1) }
    return entries.compactMap { name, kind in
      guard kinds.contains(kind), isAsked(name), known[name]?.contains(kind) != true else { return nil }
      let problem =
        known[name] == nil
        ? "there is no page \(name)" : "\(name) has no expectation of the kind \(kind.rawValue)"
      return FixtureResult(
        name: KnownFailures.fileName,
        kind: kind,
        path: KnownFailures.fileName,
        outcome: .broken("\(problem); take the line \"\(name) \(kind.rawValue)\" away")
      )
    }
  }

  /// Whether an expectation of a page is known not to be met.
  func contains(_ name: String, _ kind: FixtureKind) -> Bool {
    lines.contains((name.split(separator: " ") + [Substring(kind.rawValue)]).joined(separator: " "))
  }
}
