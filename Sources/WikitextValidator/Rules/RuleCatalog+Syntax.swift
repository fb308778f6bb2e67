extension RuleCatalog {
  /// The rules about markup.
  static let syntax: [any PageRule] = [
    ObsoleteTag()
  ]
}
