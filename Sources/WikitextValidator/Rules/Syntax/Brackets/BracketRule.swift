import WikitextSyntax

/// A rule that reports one kind of mistake with brackets.
protocol BracketRule: PageRule {
  /// What it reports.
  static var kind: BracketMistake.Kind { get }

  /// What is wrong.
  ///
  /// - Parameters:
  ///   - text: the brackets, or what stands in them with them, as written; long texts are shortened.
  ///   - range: where it stands.
  ///   - page: the page.
  /// - Returns: a sentence without a period.
  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String

  /// What would mend it; nothing where that is not certain.
  func fix(_ range: SourceRange, in page: CheckedPage) -> Fix?
}

extension BracketRule {
  func fix(_ range: SourceRange, in page: CheckedPage) -> Fix? { nil }

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for mistake in page.bracketMistakes where mistake.kind == Self.kind {
      let range = mistake.range
      findings.report(message(page.excerpt(range), at: range, in: page), at: range, fix: fix(range, in: page))
    }
  }
}
