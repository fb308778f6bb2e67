import WikitextSyntax

/// Brackets and braces in the text of a page that look like markup and are none.
///
/// The rules about brackets share one pass, in which runs of brackets in the text are paired as a reader would pair them:
/// `[[a<b]]` is a pair that is no link, `[[Isar]` is a link that is half closed, `[sic]` is a pair of ordinary brackets.
struct BracketMistake {
  /// What is wrong.
  enum Kind {
    /// `{{` that nothing closes.
    case unclosedCall
    /// `}}` that closes nothing.
    case strayCallEnd
    /// `{{a<b}}`: a pair around what can be no name.
    case call
    /// `{{{a}}` or `{{a}}}`: a brace too many beside a call.
    case extraBrace
    /// `[[` that nothing closes, or one bracket does.
    case unclosedLink
    /// `]]` that closes nothing, or one bracket.
    case strayLinkEnd
    /// `[[a<b]]`: a pair around what can be no target.
    case link
    /// `[[Isar (river)|]]`
    case pipeTrick
    /// `[[a [[b]] c]]`
    case outerLink
    /// `[[https://example.org a]]`
    case externalLinkInTwo
    /// `[https://example.org a` that nothing closes.
    case unclosedExternalLink
    /// `[www.example.org a]`
    case addressWithoutProtocol
    /// `[` or `]` alone.
    case lonely
  }

  var kind: Kind
  var range: SourceRange

  /// Where brackets are not looked at: where they are no text, and in arguments of functions, each of which may hold a part
  /// of what another closes.
  private static let unread: PlaceIndex.Surroundings = [
    .address, .code, .attribute, .name, .functionArgument, .includeOnly,
  ]

  /// The mistakes of a page, in no order.
  ///
  /// - Complexity: O(bytes of text + nodes × log nodes).
  static func all(in page: CheckedPage) -> [BracketMistake] {
    guard let tree = page.tree, let places = page.places else { return [] }
    var pairing = BracketPairing(tree, places)
    for mark in page.textMarks {
      guard places.surroundings[mark.leaf].isDisjoint(with: unread) else { continue }
      switch mark.byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): pairing.open(mark)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): pairing.close(mark)
      default: break
      }
    }
    let mistakes = pairing.finish(page)
    // Templates put brackets around what others give them.
    return page.isTransclusionSource ? mistakes.filter { $0.kind != .lonely } : mistakes
  }
}
