import WikitextDocument
public import WikitextSyntax

/// What an output left out of a page: each construct with the reason and its range of the source.
///
/// Writers note it while they write, where they pass a node over; nothing is guessed afterwards. What stands inside of
/// something left out is not noted again.
public struct Coverage: Sendable, Hashable {
  /// Why something of a page is not in the output.
  public enum Reason: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// A template, which is not expanded.
    case template
    /// A parser function or variable, which is not evaluated.
    case parserFunction
    /// `{{{name}}}`, which has no value outside of a template.
    case parameter
    /// A reference, or a list of references defined where they are listed.
    case reference
    /// A picture, sound or film. A caption that readers see is written all the same.
    case image
    /// Content of an extension that only the extension can show, or that is not text.
    case `extension`
    /// The variants of a language that are not the one shown.
    case variant
    /// A link to an address that is shown by its number alone.
    case address
    /// An element that the page itself hides: `style="display:none"`.
    case hidden
    /// A category, which readers see below the page.
    case category
    /// A link to another language, which readers see beside the page.
    case languageLink
    /// A table, where tables are not wanted.
    case table
    /// A formula, where formulas are not wanted.
    case formula
    /// Source code, where it is not wanted.
    case code
    /// A section whose heading is among those not wanted.
    case section
  }

  /// One construct that was left out.
  public struct Omission: Sendable, Hashable {
    /// Why.
    public let reason: Reason
    /// Where the construct is in the source, in UTF-8 bytes.
    public let range: SourceRange
  }

  /// What was left out, in the order in which the writer came to it: that of the page, but for what belongs to the page
  /// as a whole, which comes last.
  public private(set) var omissions: [Omission] = []

  /// Nothing is left out.
  public init() {}

  /// How many constructs were left out for a reason.
  ///
  /// - Complexity: O(omissions).
  public func count(of reason: Reason) -> Int { omissions.reduce(0) { $1.reason == reason ? $0 + 1 : $0 } }

  /// Where the constructs are that were left out for a reason.
  ///
  /// - Complexity: O(omissions).
  public func ranges(of reason: Reason) -> [SourceRange] {
    omissions.compactMap { $0.reason == reason ? $0.range : nil }
  }

  mutating func note(_ reason: Reason, _ start: UInt32, _ end: UInt32) {
    omissions.append(Omission(reason: reason, range: SourceRange(start: Int(start), end: Int(end))))
  }

  mutating func note(_ reason: Reason, _ record: NodeRecord) {
    note(reason, record.sourceStart, record.sourceEnd)
  }

  /// Notes what a page has beside its text.
  mutating func notePageSets(of document: Document) {
    for category in document.extras.categories {
      omissions.append(Omission(reason: .category, range: category.range))
    }
    for link in document.extras.languageLinks {
      omissions.append(Omission(reason: .languageLink, range: link.range))
    }
  }
}
