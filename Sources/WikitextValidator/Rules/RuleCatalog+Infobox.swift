extension RuleCatalog {
  /// The rules about infoboxes and their values.
  static let infobox: [any PageRule] = []
}
