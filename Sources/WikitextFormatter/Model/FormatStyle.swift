/// A style: one thing that is written in one form, in one file of its own.
///
/// A style proposes changes and decides nothing: each is made only where the page with it is proven to be the same page
/// but for what the style's ``freedoms`` allow (see ``PageFormatter``). It has no state, and its work is linear in the
/// page.
public protocol FormatStyle: Sendable {
  /// What people should know of it.
  var about: StyleDescription { get }
  /// What may be different in the tree behind its changes.
  var freedoms: Freedoms { get }
  /// Proposes the changes of a page.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - changes: takes the changes; the edits of all of them must not overlap.
  func propose(_ page: FormattedPage, _ changes: inout ChangeList)
}

/// What people should know of a style.
public struct StyleDescription: Sendable, Hashable {
  /// The name of the style, which never changes: small letters and hyphens.
  public var id: String
  /// What it does, in one sentence.
  public var summary: String
  /// What exactly is changed and what is not.
  public var explanation: String
  /// A small page before.
  public var before: String
  /// The same page after.
  public var after: String
  /// Whether it is on unless something else is asked for.
  public var isOn: Bool

  /// Describes a style.
  ///
  /// - Parameters:
  ///   - id: its name.
  ///   - summary: what it does, in one sentence.
  ///   - explanation: what exactly is changed and what is not.
  ///   - before: a small page.
  ///   - after: what becomes of it.
  ///   - isOn: whether it is on unless something else is asked for.
  public init(id: String, summary: String, explanation: String, before: String, after: String, isOn: Bool = true) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
    self.before = before
    self.after = after
    self.isOn = isOn
  }
}
