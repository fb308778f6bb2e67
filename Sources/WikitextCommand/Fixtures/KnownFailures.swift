/// The file `known-failures.txt` in a folder of fixtures: a line for each expectation that is known not to be met.
///
///     # the reader loses the second caption
///     tables/captions.wikitext document
///
/// One that is met nevertheless is a failure: its line is to go.
struct KnownFailures {
  static let fileName = "known-failures.txt"

  private var lines: Set<String> = []

  init() {}

  /// Reads the file of a folder, where there is one.
  init(folder: String) throws(CommandFailure) {
    let path = folder + "/" + KnownFailures.fileName
    guard ProjectPath.isFile(path) else { return }
    let text = String(decoding: try Descriptor.readAll(of: path), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count > 1, let kind = words.last, FixtureKind(rawValue: String(kind)) != nil else {
        throw CommandFailure(.badInput, "in \(path): \"\(line)\" is not the name of a page, a blank, and a kind")
      }
      lines.insert(words.joined(separator: " "))
    }
  }

  /// Whether an expectation of a page is known not to be met.
  func contains(_ name: String, _ kind: FixtureKind) -> Bool {
    lines.contains((name.split(separator: " ") + [Substring(kind.rawValue)]).joined(separator: " "))
  }
}
