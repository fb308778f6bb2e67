/// The rules that come with the library, by what they look at. One rule is one file in the folder of its family.
public enum RuleCatalog {
  /// All of them, sorted by id.
  public static let all: [any Rule] = (pages + records).sorted { $0.about.id < $1.about.id }

  /// The rules about pages, sorted by id.
  public static let pages: [any PageRule] = (linter + syntax + structure + infobox + rendered + [UnusedIgnore()]).sorted
  {
    $0.about.id < $1.about.id
  }

  /// The ids of all of them, sorted.
  public static let ids: [String] = all.map(\.about.id)

  /// The rules about records, sorted by id.
  public static let records: [any RecordRule] = recordRules.sorted { $0.about.id < $1.about.id }

  /// The rule of an id; nil for none.
  public static func rule(_ id: String) -> (any Rule)? { all.first { $0.about.id == id } }

  /// The id that somebody may have meant; nil where none is like it.
  ///
  /// - Complexity: O(rules × letters).
  public static func nearestID(to id: String) -> String? { NearestName.of(id, among: ids) }
}

extension RuleSelection {
  /// The rules that are on unless something else is said.
  public static let standard = RuleSelection(RuleCatalog.all)
}
