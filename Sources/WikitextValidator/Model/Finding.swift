public import WikitextSyntax

/// Something that a rule found in a page.
public struct Finding: Sendable, Hashable {
  /// The id of the rule: `obsolete-tag`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in a sentence without a period at its end, with the words of the page.
  public var message: String
  /// Where it is, in bytes of the page.
  public var range: SourceRange
  /// What would mend it, where that is certain.
  public var fix: Fix?

  /// Says that a rule found something.
  public init(rule: String, severity: Severity, message: String, range: SourceRange, fix: Fix? = nil) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.fix = fix
  }
}

extension Finding: Comparable {
  /// The order of reports: by place, then by rule, then by message.
  public static func < (lhs: Finding, rhs: Finding) -> Bool {
    (lhs.range.start, lhs.range.end, lhs.rule, lhs.message) < (rhs.range.start, rhs.range.end, rhs.rule, rhs.message)
  }
}

/// A change of a page that mends what was found, and changes nothing else.
public struct Fix: Sendable, Hashable {
  /// What it does, as an order: "Close the tag".
  public var title: String
  /// The changes, in what was found or, where there is one, in ``scope``; none of them overlaps another.
  public var edits: [SyntaxEdit]
  /// What the changes may make another: around a pipe that ends an address, the link. Nil for what was found.
  public var scope: SourceRange?

  /// Describes a change.
  ///
  /// - Parameters:
  ///   - title: what it does, as an order.
  ///   - edits: the changes.
  ///   - scope: what they may make another; nil for what was found. All else has to be the same after them.
  public init(_ title: String, _ edits: [SyntaxEdit], within scope: SourceRange? = nil) {
    self.title = title
    self.edits = edits
    self.scope = scope
  }
}
