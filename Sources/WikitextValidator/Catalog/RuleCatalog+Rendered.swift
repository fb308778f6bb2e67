extension RuleCatalog {
  /// The rules about rendered pages.
  static let rendered: [any PageRule] = [
    DanglingCitationMark(),
    EncodingDamage(),
    FurnitureLeft(),
    HTMLBrokenAnchor(),
    HTMLDanglingBacklink(),
    HTMLDuplicateID(),
    HTMLImageWithoutAlt(),
    LostHeading(),
    LostLabel(),
    LostValue(),
    UncitedEntry(),
  ]
}
