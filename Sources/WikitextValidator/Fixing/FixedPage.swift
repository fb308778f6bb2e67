public import WikitextSyntax

/// A page after its fixes.
public struct FixedPage: Sendable {
  /// The tree of the page as it is now.
  public var tree: SyntaxTree
  /// What is still wrong with it.
  public var findings: [Finding]
  /// The findings whose fixes were made, as they were found.
  public var fixed: [Finding] = []
  /// The findings whose fixes were not made, and why, with ranges in the page as it is now.
  public var refused: [(finding: Finding, refusal: FixRefusal)] = []

  /// Whether anything was changed.
  public var isChanged: Bool { !fixed.isEmpty }
}

/// Why a fix is not made.
public enum FixRefusal: Sendable, Hashable {
  /// Its edits are not in what was found, overlap, or reach past the end of the page.
  case misplaced
  /// It would change something else: a node of this kind, at this byte of the page.
  case changesTree(SyntaxKind, offset: Int)
  /// What was found would still be there.
  case remains
  /// Something worse would be found: the id of its rule.
  case newError(String)
  /// So many other fixes of the page were refused that it was not tried.
  case notTried
}

extension FixRefusal: CustomStringConvertible {
  /// The reason, as part of a sentence.
  public var description: String {
    switch self {
    case .misplaced: "its edits are not in what was found"
    case .changesTree(let kind, let offset): "it would change what it is not for: the \(kind) at byte \(offset)"
    case .remains: "what was found would still be there"
    case .newError(let rule): "then \(rule) would find an error"
    case .notTried: "too many other fixes of the page were refused"
    }
  }
}
