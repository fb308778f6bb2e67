/// An opening and a closing delimiter that belong together. 20 bytes.
struct DelimiterMatch: BitwiseCopyable {
  /// Index of the token whose run opens it.
  var openToken: UInt32
  /// Index of the token whose run closes it.
  var closeToken: UInt32
  /// 1 + index of the match that the same run opens just inside this one, or 0.
  var inner: UInt32
  var kind: Kind
  /// Length of the delimiter on either side: 3 for `{{{`, else 2.
  var width: UInt8
  /// A pipe divides it.
  var isDivided = false
  /// `link` only: another `[[` is matched inside.
  var containsLink = false
  /// `link` only: inside, some line begins with `|` or `!`.
  var containsTableLine = false
  /// `validLink` only: which kind of link it is…
  var linkKind: SyntaxKind = .wikilink
  /// …and the namespace it leads to.
  var namespace: Int16 = 0

  enum Kind: UInt8, BitwiseCopyable {
    case template
    case parameter
    /// A `[[ ]]` not yet looked at.
    case link
    /// A `[[ ]]` whose target is fit for a link.
    case validLink
    /// A `[[ ]]` that is text.
    case noLink
    case variant
  }
}
