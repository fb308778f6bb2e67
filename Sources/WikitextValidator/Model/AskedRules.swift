/// The rules that are asked about a page, by their ids.
struct AskedRules: Sendable {
  /// Those that are asked.
  var ids: Set<String> = []
  /// Those that there are, whether they are asked or not.
  var known: Set<String> = []
  /// Whether all are asked that are on by default.
  var isComplete = true
}
