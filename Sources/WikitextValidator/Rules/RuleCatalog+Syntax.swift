extension RuleCatalog {
  /// The rules about markup.
  static let syntax: [any PageRule] = [
    BogusImageOptions(),
    DeletableTableTag(),
    Fostered(),
    FosteredTransparent(),
    HTML5Misnesting(),
    MisnestedTag(),
    MissingEndTag(),
    MissingEndTagInHeading(),
    MultipleUnclosedFormattingTags(),
    ObsoleteTag(),
    SelfClosedTag(),
    StrippedTag(),
    TidyFontBug(),
    UnclosedQuotesInHeading(),
    WikilinkInExtlink(),
  ]
}
