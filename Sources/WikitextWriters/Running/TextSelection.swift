/// What of a page a form of running text wants.
struct TextSelection {
  var notes = false
  var tables = true
  var formulas = true
  var code = true
  var captions = true
  /// Headings of sections that are not wanted, in lower case.
  var unwantedSections: Set<String> = []
}
