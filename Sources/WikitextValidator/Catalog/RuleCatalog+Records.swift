extension RuleCatalog {
  /// The rules about records.
  static let recordRules: [any RecordRule] = [
    RecordEvidence(),
    RecordIntervals(),
    RecordJSON(),
    RecordReferences(),
    RecordSchema(),
  ]
}
