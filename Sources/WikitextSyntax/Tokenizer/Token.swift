/// One token: where it starts, what it is, and what the pairing found out about it. 12 bytes.
///
/// Tokens tile the source: a token ends where the next one starts, and the last token is an `.endOfSource`.
struct Token: BitwiseCopyable {
  /// Offset of the first byte, in UTF-8 bytes.
  var start: UInt32
  /// By kind:
  /// - `openBraces`, `openBrackets`, `dash`: 1 + index of the outermost match that opens here, or 0.
  /// - `text`: 1 when the name of a parser function ends in it, with a colon, else 0.
  /// - `pipe`, `equals`: 1 + index of the match whose part it begins or whose name it ends, or 0.
  /// - `quotes`: a `QuoteAction`, or 0 before its line was balanced.
  /// - `extensionOpen`: index of the `extensionClose` token, or 0 when the tag closes itself.
  /// - `tag`: index of the `greaterThan` token that ends it, or 0 when it is no tag.
  /// - `behaviorSwitch`: its number in the configuration.
  var link: UInt32 = 0
  var kind: TokenKind
  /// `extensionOpen`: how the content is read. `tag`: the HTML tag. `closeBrackets`: how many links end
  /// in it, or `UInt16.max` when there are more.
  var detail: UInt16 = 0
}

enum TokenKind: UInt8, BitwiseCopyable {
  case text
  /// `\n` or `\r\n`
  case newline
  /// A run of `{`
  case openBraces
  /// A run of `}`
  case closeBraces
  /// A run of `[`
  case openBrackets
  /// A run of `]`
  case closeBrackets
  /// A `-` before a run of `{`, on wikis with language variants
  case dash
  /// One `|`
  case pipe
  /// A run of `=`
  case equals
  /// A run of two or more `'`
  case quotes
  /// `!!`
  case doubleBang
  /// `<!--…-->`
  case comment
  /// `<name` or `</name` of an HTML tag
  case tag
  /// One `>`
  case greaterThan
  /// `<ref …>` or `<ref …/>`, whole
  case extensionOpen
  /// `</ref>`
  case extensionClose
  /// The content of an extension tag that is not wikitext
  case rawText
  /// `<noinclude>` and the like, whole
  case inclusionTag
  /// `&amp;`
  case characterReference
  /// `https://`, `mailto:`
  case urlProtocol
  /// `~~~` to `~~~~~`
  case signature
  /// `__NOTOC__`
  case behaviorSwitch
  /// `ISBN …`, whole
  case magicLink
  case endOfSource
}
