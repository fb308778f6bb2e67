public import WikitextSyntax

/// What the lead of a page says, as text.
public struct PageAbstract: Sendable, Hashable {
  /// The text: a paragraph a line, no markup. Templates stand in it as far as it is known what they show.
  public let text: String
  /// Where the lead has what the text leaves out: references, unknown templates, images.
  public let leftOut: [SourceRange]
}
