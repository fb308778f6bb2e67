extension RuleCatalog {
  /// The rules about sections, references, tables, images and links within the page.
  static let structure: [any PageRule] = []
}
