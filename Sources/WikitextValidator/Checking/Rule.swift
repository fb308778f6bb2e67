/// A rule: something that may be wrong with a page, in one file of its own.
///
///     struct ShoutingHeading: PageRule {
///       let about = RuleDescription(id: "shouting-heading", …)
///
///       func check(_ page: CheckedPage, _ findings: inout FindingList) {
///         for heading in page.nodes(.heading) { … findings.report("…", at: heading.range) }
///       }
///     }
///
/// A rule has no state: one serves all pages and threads. It reads and never changes anything, and its work is linear in
/// the page.
public protocol Rule: Sendable {
  /// What people should know of it.
  var about: RuleDescription { get }
}

/// A rule about pages.
public protocol PageRule: Rule {
  /// Reports what is wrong with a page.
  ///
  /// - Parameters:
  ///   - page: the page; it is in one of the dialects that the rule reads.
  ///   - findings: takes the findings, in any order.
  func check(_ page: CheckedPage, _ findings: inout FindingList)
}
