/// A heading.
///
///     == History ==   // level 2
public struct HeadingSyntax: SyntaxNode {
  /// `heading`
  public static let kinds: SyntaxKindSet = [.heading]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The level, 1 to 6.
  public var level: Int { syntax.detail }

  /// The bytes between the equals signs, without the white space around them.
  public var contentRange: SourceRange {
    let marks = syntax.children.filter { $0.kind == .delimiter && !$0.flags.contains(.stray) }
    let start = marks.first?.range.end ?? range.start
    let end = marks.count > 1 ? marks[marks.count - 1].range.start : range.end
    return syntax.tree.trimmed(start..<end)
  }

  /// What a reader sees, as ``Syntax/plainText``, without the white space around it.
  public var title: String { Bytes.trimmedText(Array(syntax.plainText.utf8)[...]) }
}
