/// An attribute of a tag, table, row or cell.
///
///     class="wide"   colspan=2   hidden
public struct AttributeSyntax: SyntaxNode {
  /// `attribute`
  public static let kinds: SyntaxKindSet = [.attribute]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name in lower case.
  public var name: String { syntax.firstChild(.attributeName)?.text.lowercased() ?? "" }

  /// The value without quotation marks, comments and the white space around it, references decoded; nil where there
  /// is no `=`, empty where nothing follows it.
  public var value: String? {
    guard let value = valueSyntax else { return syntax.firstChild(.delimiter) == nil ? nil : "" }
    return Bytes.trimmedText(CharacterReference.decodingAll(in: value.bytesWithoutComments)[...])
  }

  /// The node of the value, without the quotation marks.
  public var valueSyntax: Syntax? { syntax.firstChild(.attributeValue) }
}

extension [AttributeSyntax] {
  /// The value of the last attribute with this name, in lower case.
  func value(named name: String) -> String? { last { $0.name == name }?.value }
}
