/// What a node of a document is.
///
/// The same kinds serve all dialects. Kinds from ``text`` on are inline; an inline node may stand where a block does
/// when the page has it so.
public enum NodeKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  // MARK: Blocks

  /// The root.
  case document
  /// A heading and what follows it up to the next of its level; the first has no heading and level 0.
  case section
  /// The heading of a section.
  case heading
  /// A paragraph of running text.
  case paragraph
  /// A list; the node's `listKind` says which.
  case list
  /// An item of a list.
  case listItem
  /// A term, the `;` of a definition list.
  case term
  /// A description, the `:` of a definition list; also an indented line.
  case description
  /// A table as written; see `TableGrid` for its grid.
  case table
  /// The caption of a table.
  case tableCaption
  /// A row of a table.
  case tableRow
  /// A cell with data.
  case tableCell
  /// A cell that is a header.
  case tableHeaderCell
  /// A gallery; its children are images.
  case gallery
  /// Text whose line breaks and spaces count.
  case preformatted
  /// A rule between parts of a page.
  case thematicBreak
  /// A block element of HTML: `<div>`, `<blockquote>`, `<center>`; the name is the tag.
  case block
  /// The place where references are listed; its children are the references defined there.
  case referenceList

  // MARK: Inlines

  /// Text, character references decoded.
  case text
  /// Bold text.
  case bold
  /// Italic text.
  case italic
  /// A link to a page of the wiki or of another; the target is the page.
  case link
  /// A link to an address; the target is the address.
  case externalLink
  /// An image or other file; the target is its name, the children are its caption.
  case image
  /// A reference: a mark in the text, whose children are its content where it is defined here.
  case reference
  /// A template call; the name is the template's, the children are its arguments.
  case template
  /// A parser function or variable; the name is MediaWiki's own for it.
  case parserFunction
  /// `{{{name|default}}}`
  case parameter
  /// An argument of one of these three; the name is empty when it is positional.
  case argument
  /// A line break in the text: `<br>`.
  case lineBreak
  /// A formula; the target is its LaTeX.
  case math
  /// Source code; the target is the code.
  case code
  /// An inline element of HTML; the name is the tag.
  case element
  /// Content of an extension that is not read any further; the name is the tag, the target the content.
  case `extension`
  /// A choice between variants of a language: `-{zh-hans:…; zh-hant:…}-`.
  case variant

  /// Whether nodes of this kind stand among blocks.
  public var isBlock: Bool { rawValue < NodeKind.text.rawValue }
}
