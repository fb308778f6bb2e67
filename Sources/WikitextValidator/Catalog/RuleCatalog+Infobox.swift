extension RuleCatalog {
  /// The rules about infoboxes and their values.
  static let infobox: [any PageRule] = [
    InfoboxCoordinatesOutOfRange(),
    InfoboxDeathBeforeBirth(),
    InfoboxDeprecatedParameter(),
    InfoboxDuplicateParameter(),
    InfoboxEmptyParameter(),
    InfoboxEndBeforeStart(),
    InfoboxImageNotAFile(),
    InfoboxImpossibleDate(),
    InfoboxMissingParameter(),
    InfoboxMisspeltParameter(),
    InfoboxNegativeOrAbsurd(),
    InfoboxUnknownParameter(),
    InfoboxWrongDimension(),
    InfoboxWrongKind(),
  ]
}
