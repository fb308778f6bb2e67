import Wikitext
import WikitextNormalizer
import WikitextValidator

/// How the pages of a folder are read: its file `fixtures.json`, over those of the folders around it.
///
///     {"wiki": "dewiki", "dialect": "wikitext", "rules": ["obsolete-tag"], "title": "Isar", "data": "packs"}
///
/// `rules` are the rules that are asked for diagnostics; `"file-name"` stands for the one that the page's file is named
/// for. All keys may be left out, and `$schema` may say where `fixtures.schema.json` is.
struct FixtureSettings: Sendable {
  /// Which rules are asked.
  enum Rules: Sendable, Equatable {
    case standard
    case only([String])
    case namedByFile
  }

  var wiki: String?
  var dialect: SourceDialect?
  var rules = Rules.standard
  var title: String?
  /// The folder of files with data, from the folder of the fixtures on.
  var data: String?

  static let fileName = "fixtures.json"
  private static let keys = ["wiki", "dialect", "rules", "title", "data"]

  /// The settings of a folder within others.
  ///
  /// - Parameters:
  ///   - outer: those of the folder around it.
  ///   - folder: the path of the folder.
  /// - Throws: when the file says what no settings can be.
  init(_ outer: FixtureSettings, folder: String) throws(CommandFailure) {
    self = outer
    let path = folder + "/" + FixtureSettings.fileName
    guard ProjectPath.isFile(path) else { return }
    let bytes = try Descriptor.readAll(of: path)
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.read(bytes)
    } catch {
      throw CommandFailure(.badInput, "\(path) is no JSON: at byte \(error.offset), \(error.problem)")
    }
    guard case .object(let members) = value else { throw CommandFailure(.badInput, "\(path) is no object of JSON") }
    for member in members { try set(member.name, member.value, path, folder) }
  }

  init() {}

  private mutating func set(
    _ key: String,
    _ value: JSONValue,
    _ path: String,
    _ folder: String
  ) throws(CommandFailure) {
    switch (key, value) {
    case ("$schema", .string): break
    case ("wiki", .string(let name)): wiki = name
    case ("title", .string(let name)): title = name
    case ("data", .string(let name)): data = folder + "/" + name
    case ("dialect", .string(let name)):
      guard let known = SourceDialect(rawValue: name) else {
        let names = SourceDialect.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.badInput, "in \(path): \(name) is no dialect; there are \(names)")
      }
      dialect = known
    case ("rules", .string("file-name")): rules = .namedByFile
    case ("rules", .array(let values)) where values.allSatisfy({ $0.string != nil }):
      let ids = values.compactMap(\.string)
      for id in ids { _ = try RuleOptions.rule(id) }
      rules = .only(ids)
    case (_, _) where FixtureSettings.keys.contains(key):
      throw CommandFailure(.badInput, "in \(path): the value of \(key) is not of the kind that it is to be")
    default:
      let nearest = NearestName.of(key, among: FixtureSettings.keys).map { "; the nearest is \($0)" } ?? ""
      throw CommandFailure(.badInput, "in \(path): there is no key \(key)\(nearest)")
    }
  }

  /// The rules that are asked for a page, but for some.
  ///
  /// - Parameters:
  ///   - name: the page's name without folders and endings.
  ///   - off: the rules that are off, whatever the settings say.
  /// - Returns: the rules.
  /// - Throws: when the page is named for no rule and should be.
  func selection(for name: String, without off: [String]) throws(CommandFailure) -> RuleSelection {
    var selection = RuleSelection.standard
    switch rules {
    case .standard: break
    case .only(let ids):
      selection.removeAll()
      for id in ids { selection.insert(try RuleOptions.rule(id)) }
    case .namedByFile:
      selection.removeAll()
      selection.insert(try RuleOptions.rule(name))
    }
    for id in off { selection.remove(id) }
    return selection
  }
}
