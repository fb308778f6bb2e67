/// The rules that are asked about a page, by their ids.
struct AskedRules: Sendable {
  /// Those that are asked.
  var ids: Set<String>
  /// All that there are, sorted.
  var known: [String]
  /// Whether all are asked that are on by default.
  var isComplete: Bool
}
