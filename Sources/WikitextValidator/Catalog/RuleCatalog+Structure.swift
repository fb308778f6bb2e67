extension RuleCatalog {
  /// The rules about sections, references, tables, images and links within the page.
  static let structure: [any PageRule] = [
    BrokenSectionLink(),
    ConflictingReference(),
    DanglingShortReference(),
    DuplicateHeading(),
    EmptyListItem(),
    EmptySection(),
    HeadingJump(),
    InvalidReference(),
    ListGap(),
    MissingReferenceList(),
    ReferenceAfterList(),
    ReferenceGroupWithoutList(),
    RepeatedReference(),
    SectionOrder(),
    TableWithoutCaption(),
    TableWithoutHeaders(),
    UndefinedReference(),
    UnevenTable(),
    UnusedReference(),
  ]
}
