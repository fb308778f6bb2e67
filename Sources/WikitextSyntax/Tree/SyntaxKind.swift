/// What a node of the syntax tree is.
///
/// Kinds up to ``endOfFile`` are leaves: they hold bytes and have no children. The others are containers, whose bytes
/// are those of the leaves below them.
public enum SyntaxKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  // MARK: Leaves

  /// Plain text; markup characters that turned out to mean nothing are part of it.
  case text
  /// A line break: `\n` or `\r\n`.
  case newline
  /// Bytes of markup: `{{`, `|`, `''`, `<div`, `>`.
  case delimiter
  /// `<!-- … -->`, or up to the end of its surroundings when it is not closed (``SyntaxFlags/missingClose``).
  case comment
  /// `&amp;`, `&#60;`, `&#x3C;`.
  case characterReference
  /// `__NOTOC__`; the node's detail is the switch's number in the site's configuration.
  case behaviorSwitch
  /// `~~~`, `~~~~`, `~~~~~`.
  case signature
  /// The content of a tag that is not wikitext: `nowiki`, `math`, `syntaxhighlight` …
  case rawText
  /// `ISBN 978-3-16-148410-0`, `RFC 2606`, `PMID 12345`.
  case magicLink
  /// Four or more hyphens at the start of a line.
  case horizontalRule
  /// Letters after `]]` that belong to the link's text, by the wiki's link trail rule.
  case linkTrail
  /// `<noinclude>`, `</noinclude>`, `<onlyinclude>`, `</onlyinclude>`.
  case inclusionTag
  /// `</name>`; ``SyntaxFlags/stray`` when it closes nothing.
  case endTag
  /// The name of an attribute.
  case attributeName
  /// The empty last node of every tree.
  case endOfFile

  // MARK: Page

  /// The root.
  case page
  /// `#REDIRECT [[Target]]`.
  case redirect

  // MARK: Transclusion

  /// `{{name|arguments}}`.
  case template
  /// `{{#if: … | … }}`, `{{lc:…}}`.
  case parserFunction
  /// `{{PAGENAME}}`, `{{!}}`.
  case variable
  /// `{{{name|default}}}`.
  case parameterReference
  /// The name of a template, parser function, variable or parameter, as written.
  case transclusionName
  /// One `|…` of a template; the first part after the colon of a parser function.
  case argument
  /// The name of a named argument, without the `=`.
  case argumentName
  /// The value of an argument.
  case argumentValue

  // MARK: Links

  /// `[[Target|text]]`; the detail is the namespace.
  case wikilink
  /// `[[File:Name|options|caption]]`.
  case fileLink
  /// `[[Category:Name|sort key]]`.
  case categoryLink
  /// `[[de:Titel]]` on a wiki with that language link.
  case languageLink
  /// `[[wikt:word]]`.
  case interwikiLink
  /// The target of a link.
  case linkTarget
  /// One `|…` of a link.
  case linkText
  /// `[https://example.org text]`.
  case externalLink
  /// A bare `https://example.org`.
  case autolink
  /// The address of an external link.
  case url

  // MARK: Text styles

  /// `'''…'''`.
  case bold
  /// `''…''`.
  case italic

  // MARK: Blocks

  /// `== … ==`; the detail is the level, 1 to 6.
  case heading
  /// A list; the detail is a ``ListKind``.
  case list
  /// An item; the detail is the ASCII code of its marker.
  case listItem
  /// Lines that begin with a space.
  case preformatted
  /// `{| … |}`.
  case table
  /// `|+ …`.
  case tableCaption
  /// `|- …`, or the cells before the first such line.
  case tableRow
  /// `| …`.
  case tableCell
  /// `! …`.
  case tableHeaderCell

  // MARK: Tags

  /// An HTML element with its start tag, content and, unless ``SyntaxFlags/missingClose`` is set, end tag.
  case htmlElement
  /// `<name attributes>`. One that is a child of no ``htmlElement`` of its name is never closed.
  case startTag
  /// `<ref …>…</ref>`; the detail is the tag's number in the site's configuration.
  case extensionTag
  /// `<includeonly>…</includeonly>`.
  case includeOnly
  /// One `name="value"` of a tag, table, row or cell.
  case attribute
  /// The value of an attribute, without its quotation marks.
  case attributeValue
  /// `-{ … }-`.
  case languageVariant
  /// One line of a gallery: `File:Name.jpg|caption`.
  case galleryItem

  /// Whether MediaWiki's preprocessor takes it out of the page before it reads names, addresses and tags.
  package var isHidden: Bool { self == .comment || self == .inclusionTag || self == .includeOnly }

  /// Whether nodes of this kind never have children.
  public var isLeaf: Bool { rawValue <= SyntaxKind.endOfFile.rawValue }
}

/// The four kinds of lists come in three elements.
public enum ListKind: UInt8, Sendable {
  /// `*`
  case unordered
  /// `#`
  case ordered
  /// `;` and `:`
  case definition

  /// The kind of list that items with this marker stand in.
  init(marker: UInt8) {
    switch marker {
    case UInt8(ascii: "*"): self = .unordered
    case UInt8(ascii: "#"): self = .ordered
    default: self = .definition
    }
  }
}
