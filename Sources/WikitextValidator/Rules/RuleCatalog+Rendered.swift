extension RuleCatalog {
  /// The rules about rendered pages.
  static let rendered: [any PageRule] = []
}
