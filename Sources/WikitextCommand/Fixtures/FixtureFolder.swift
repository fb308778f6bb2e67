import Wikitext

/// A page among fixtures, with what it is expected to become.
struct Fixture: Sendable {
  /// The path of the page.
  var path: String
  /// The path from the folder of all fixtures on.
  var name: String
  /// The path without the ending, to which those of expectations are added.
  var stem: String
  var settings: FixtureSettings
  /// The files of expectations that exist.
  var expectations: [(kind: FixtureKind, path: String)]

  /// The page's name without folders and endings: the rule that it may be named for.
  var baseName: String { String(stem[(stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex)...]) }
}

/// The fixtures in a folder and the folders below it.
struct FixtureFolder {
  /// Those that have expectations, and those that have none, sorted by path.
  private(set) var fixtures: [Fixture] = []
  /// Files of expectations that are of no page, sorted by path.
  private(set) var strays: [StrayExpectation] = []

  /// Pages end in these, in capitals or not, and in no ending of an expectation.
  private static let endings = [".wikitext", ".html", ".txt"]

  /// Looks for pages.
  ///
  /// Expectations are named for their page, without its ending (`isar.tree.txt`) or with it (`isar.html.text.txt`): so they
  /// must be where several pages have the same name but for the ending.
  /// - Throws: when a folder cannot be read, or settings are wrong.
  init(path: String) throws(CommandFailure) {
    guard System.isDirectory(path) else {
      throw CommandFailure(.noInput, "\(path) is no folder; give one with fixtures")
    }
    let root = path.count > 1 && path.last == "/" ? String(path.dropLast()) : path
    let files = try SourceFiles.all(in: root)
    let names = Set(files)
    var settings: [String: FixtureSettings] = [:]
    let pages = files.compactMap { file in FixtureFolder.stem(of: file).map { (file, $0) } }
    var pagesOfStem: [String: Int] = [:]
    for (_, stem) in pages { pagesOfStem[stem, default: 0] += 1 }
    for (file, stem) in pages {
      var fixture = Fixture(
        path: file,
        name: String(file.dropFirst(root.count + 1)),
        stem: pagesOfStem[stem] == 1 ? stem : file,
        settings: try FixtureFolder.settings(of: file, root, &settings),
        expectations: []
      )
      for kind in FixtureKind.allCases {
        let stems = fixture.stem == file ? [file] : [stem, file]
        if let found = stems.map({ $0 + kind.ending }).first(where: names.contains) {
          fixture.expectations.append((kind, found))
        }
      }
      fixtures.append(fixture)
    }
    let used = Set(fixtures.flatMap { $0.expectations.map(\.path) })
    strays = files.compactMap { file in
      guard !used.contains(file) else { return nil }
      return StrayExpectation(file, name: String(file.dropFirst(root.count + 1)), pagesOfStem: pagesOfStem)
    }
  }

  /// Keeps the pages whose names match one of some patterns, and the expectations of none that do.
  mutating func keep(_ patterns: [PathPattern]) {
    func isKept(_ name: String) -> Bool { patterns.contains { $0.matches(name) } }
    fixtures.removeAll { !isKept($0.name) }
    strays.removeAll { !isKept($0.name) }
  }

  /// The path of a page without its ending; nil for what is no page, or an expectation of one.
  private static func stem(of file: String) -> String? {
    let lowercased = file.lowercased()
    guard let ending = endings.first(where: lowercased.hasSuffix),
      !FixtureKind.allCases.contains(where: { file.hasSuffix($0.ending) })
    else { return nil }
    let name = file[(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)...]
    return name == KnownFailures.fileName || name.count == ending.count ? nil : String(file.dropLast(ending.count))
  }

  /// The settings of the folder of a file, each folder's over those of the one around it.
  private static func settings(
    of file: String,
    _ root: String,
    _ known: inout [String: FixtureSettings]
  ) throws(CommandFailure) -> FixtureSettings {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    if let settings = known[folder] { return settings }
    var path = root
    var settings = try setting(root, FixtureSettings(), &known)
    for part in folder.dropFirst(root.count).split(separator: "/") {
      path += "/" + part
      settings = try setting(path, settings, &known)
    }
    return settings
  }

  /// The settings of a folder, whose file is read once.
  private static func setting(
    _ folder: String,
    _ outer: FixtureSettings,
    _ known: inout [String: FixtureSettings]
  ) throws(CommandFailure) -> FixtureSettings {
    if let settings = known[folder] { return settings }
    let settings = try FixtureSettings(outer, folder: folder)
    known[folder] = settings
    return settings
  }
}
