/// Does something to a node according to what it is.
///
/// Implement the methods for the nodes that matter; the others come to ``visitDefault(_:)``:
///
///     struct Labeler: SyntaxVisitor {
///       func visitDefault(_ node: Syntax) -> String { "\(node.kind)" }
///       func visitTemplate(_ node: TemplateSyntax) -> String { "template " + node.name }
///     }
///
/// ``visit(_:)`` looks at one node and does not descend. For a whole tree use a ``SyntaxWalker``, whose stack does not
/// grow with the depth of the page.
public protocol SyntaxVisitor {
  /// What a visit yields.
  associatedtype Result

  /// Visits a node that no other method is for.
  mutating func visitDefault(_ node: Syntax) -> Result
  /// Visits a ``TemplateSyntax``.
  mutating func visitTemplate(_ node: TemplateSyntax) -> Result
  /// Visits a ``TemplateArgumentSyntax``.
  mutating func visitTemplateArgument(_ node: TemplateArgumentSyntax) -> Result
  /// Visits a ``ParserFunctionSyntax``.
  mutating func visitParserFunction(_ node: ParserFunctionSyntax) -> Result
  /// Visits a ``VariableSyntax``.
  mutating func visitVariable(_ node: VariableSyntax) -> Result
  /// Visits a ``ParameterReferenceSyntax``.
  mutating func visitParameterReference(_ node: ParameterReferenceSyntax) -> Result
  /// Visits a ``WikilinkSyntax``.
  mutating func visitWikilink(_ node: WikilinkSyntax) -> Result
  /// Visits a ``FileLinkSyntax``.
  mutating func visitFileLink(_ node: FileLinkSyntax) -> Result
  /// Visits a ``ExternalLinkSyntax``.
  mutating func visitExternalLink(_ node: ExternalLinkSyntax) -> Result
  /// Visits a ``StyleSyntax``.
  mutating func visitStyle(_ node: StyleSyntax) -> Result
  /// Visits a ``HeadingSyntax``.
  mutating func visitHeading(_ node: HeadingSyntax) -> Result
  /// Visits a ``ListSyntax``.
  mutating func visitList(_ node: ListSyntax) -> Result
  /// Visits a ``ListItemSyntax``.
  mutating func visitListItem(_ node: ListItemSyntax) -> Result
  /// Visits a ``PreformattedSyntax``.
  mutating func visitPreformatted(_ node: PreformattedSyntax) -> Result
  /// Visits a ``TableSyntax``.
  mutating func visitTable(_ node: TableSyntax) -> Result
  /// Visits a ``TableRowSyntax``.
  mutating func visitTableRow(_ node: TableRowSyntax) -> Result
  /// Visits a ``TableCellSyntax``.
  mutating func visitTableCell(_ node: TableCellSyntax) -> Result
  /// Visits a ``TableCaptionSyntax``.
  mutating func visitTableCaption(_ node: TableCaptionSyntax) -> Result
  /// Visits a ``TagSyntax``.
  mutating func visitTag(_ node: TagSyntax) -> Result
  /// Visits a ``HTMLElementSyntax``.
  mutating func visitHTMLElement(_ node: HTMLElementSyntax) -> Result
  /// Visits a ``ExtensionTagSyntax``.
  mutating func visitExtensionTag(_ node: ExtensionTagSyntax) -> Result
  /// Visits a ``IncludeOnlySyntax``.
  mutating func visitIncludeOnly(_ node: IncludeOnlySyntax) -> Result
  /// Visits a ``AttributeSyntax``.
  mutating func visitAttribute(_ node: AttributeSyntax) -> Result
  /// Visits a ``RedirectSyntax``.
  mutating func visitRedirect(_ node: RedirectSyntax) -> Result
  /// Visits a ``CommentSyntax``.
  mutating func visitComment(_ node: CommentSyntax) -> Result
  /// Visits a ``LanguageVariantSyntax``.
  mutating func visitLanguageVariant(_ node: LanguageVariantSyntax) -> Result
  /// Visits a ``BehaviorSwitchSyntax``.
  mutating func visitBehaviorSwitch(_ node: BehaviorSwitchSyntax) -> Result
  /// Visits a ``GalleryItemSyntax``.
  mutating func visitGalleryItem(_ node: GalleryItemSyntax) -> Result
  /// Visits a ``CharacterReferenceSyntax``.
  mutating func visitCharacterReference(_ node: CharacterReferenceSyntax) -> Result
  /// Visits a ``MagicLinkSyntax``.
  mutating func visitMagicLink(_ node: MagicLinkSyntax) -> Result
}

extension SyntaxVisitor {
  /// Visits a node with the method for its kind.
  public mutating func visit(_ node: Syntax) -> Result {
    switch node.kind {
    case .template: if let node = TemplateSyntax(node) { return visitTemplate(node) }
    case .argument: if let node = TemplateArgumentSyntax(node) { return visitTemplateArgument(node) }
    case .parserFunction: if let node = ParserFunctionSyntax(node) { return visitParserFunction(node) }
    case .variable: if let node = VariableSyntax(node) { return visitVariable(node) }
    case .parameterReference: if let node = ParameterReferenceSyntax(node) { return visitParameterReference(node) }
    case .wikilink, .categoryLink, .languageLink, .interwikiLink:
      if let node = WikilinkSyntax(node) { return visitWikilink(node) }
    case .fileLink: if let node = FileLinkSyntax(node) { return visitFileLink(node) }
    case .externalLink, .autolink: if let node = ExternalLinkSyntax(node) { return visitExternalLink(node) }
    case .bold, .italic: if let node = StyleSyntax(node) { return visitStyle(node) }
    case .heading: if let node = HeadingSyntax(node) { return visitHeading(node) }
    case .list: if let node = ListSyntax(node) { return visitList(node) }
    case .listItem: if let node = ListItemSyntax(node) { return visitListItem(node) }
    case .preformatted: if let node = PreformattedSyntax(node) { return visitPreformatted(node) }
    case .table: if let node = TableSyntax(node) { return visitTable(node) }
    case .tableRow: if let node = TableRowSyntax(node) { return visitTableRow(node) }
    case .tableCell, .tableHeaderCell: if let node = TableCellSyntax(node) { return visitTableCell(node) }
    case .tableCaption: if let node = TableCaptionSyntax(node) { return visitTableCaption(node) }
    case .startTag: if let node = TagSyntax(node) { return visitTag(node) }
    case .htmlElement: if let node = HTMLElementSyntax(node) { return visitHTMLElement(node) }
    case .extensionTag: if let node = ExtensionTagSyntax(node) { return visitExtensionTag(node) }
    case .includeOnly: if let node = IncludeOnlySyntax(node) { return visitIncludeOnly(node) }
    case .attribute: if let node = AttributeSyntax(node) { return visitAttribute(node) }
    case .redirect: if let node = RedirectSyntax(node) { return visitRedirect(node) }
    case .comment: if let node = CommentSyntax(node) { return visitComment(node) }
    case .languageVariant: if let node = LanguageVariantSyntax(node) { return visitLanguageVariant(node) }
    case .behaviorSwitch: if let node = BehaviorSwitchSyntax(node) { return visitBehaviorSwitch(node) }
    case .galleryItem: if let node = GalleryItemSyntax(node) { return visitGalleryItem(node) }
    case .characterReference: if let node = CharacterReferenceSyntax(node) { return visitCharacterReference(node) }
    case .magicLink: if let node = MagicLinkSyntax(node) { return visitMagicLink(node) }
    default: break
    }
    return visitDefault(node)
  }

  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTemplate(_ node: TemplateSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTemplateArgument(_ node: TemplateArgumentSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitParserFunction(_ node: ParserFunctionSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitVariable(_ node: VariableSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitParameterReference(_ node: ParameterReferenceSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitWikilink(_ node: WikilinkSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitFileLink(_ node: FileLinkSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitExternalLink(_ node: ExternalLinkSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitStyle(_ node: StyleSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitHeading(_ node: HeadingSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitList(_ node: ListSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitListItem(_ node: ListItemSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitPreformatted(_ node: PreformattedSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTable(_ node: TableSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTableRow(_ node: TableRowSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTableCell(_ node: TableCellSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTableCaption(_ node: TableCaptionSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitTag(_ node: TagSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitHTMLElement(_ node: HTMLElementSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitExtensionTag(_ node: ExtensionTagSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitIncludeOnly(_ node: IncludeOnlySyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitAttribute(_ node: AttributeSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitRedirect(_ node: RedirectSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitComment(_ node: CommentSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitLanguageVariant(_ node: LanguageVariantSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitBehaviorSwitch(_ node: BehaviorSwitchSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitGalleryItem(_ node: GalleryItemSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitCharacterReference(_ node: CharacterReferenceSyntax) -> Result { visitDefault(node.syntax) }
  /// Comes to ``visitDefault(_:)``.
  public mutating func visitMagicLink(_ node: MagicLinkSyntax) -> Result { visitDefault(node.syntax) }
}
