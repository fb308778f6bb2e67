/// A file embedded in the page.
///
///     [[File:Isar.jpg|thumb|upright=1.2|alt=A river|The Isar in [[Munich]]]]
public struct FileLinkSyntax: SyntaxNode {
  /// `fileLink`
  public static let kinds: SyntaxKindSet = [.fileLink]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name of the file without its prefix, underscores as spaces: `Isar.jpg`.
  public var fileName: String {
    let target = LinkTargetSyntax(syntax)
    return target.split?.name ?? target.title
  }

  /// The parts behind the name, in source order.
  ///
  /// - Complexity: O(number of parts); what is nested in them is skipped, not visited.
  public var options: [FileOptionSyntax] { syntax.children(FileOptionSyntax.self) }

  /// The caption: the last part that is no option, or nil. Earlier ones are not shown.
  public var caption: FileOptionSyntax? { options.last { $0.option == nil } }

  /// The value of an option that has one: of several the last.
  public func value(of option: ImageOption) -> String? { options.last { $0.option == option }?.value }

  /// Whether the file has an option.
  public func has(_ option: ImageOption) -> Bool { options.contains { $0.option == option } }

  /// The text that stands for the picture where it cannot be seen; nil when none is given.
  public var alt: String? { value(of: .alt) }
}
