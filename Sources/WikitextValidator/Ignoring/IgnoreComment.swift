import WikitextSyntax

/// A comment of a page that says which findings are to be passed over.
///
///     <!-- wikitext-ignore obsolete-tag: the style of 2006 is kept -->
///
/// The word is `wikitext-ignore` (the next line, or the comment's own line where that has something else), `…-begin`,
/// `…-end` or `…-file`; ids of rules follow, parted by blanks or commas, none for all; what stands behind a colon is for
/// people.
struct IgnoreComment {
  /// How far a comment reaches.
  enum Reach: String, CaseIterable {
    case line = ""
    case begin = "-begin"
    case end = "-end"
    case file = "-file"
  }

  /// The word, as it is written.
  let word: String
  /// How far it reaches; nil where the word is none of ours.
  let reach: Reach?
  /// The rules that are passed over; none for all.
  let rules: [String]
  /// The bytes of the comment.
  let range: SourceRange

  static let word = "wikitext-ignore"
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  /// Reads a comment; nil for those that are for people only.
  ///
  /// - Complexity: O(bytes of the comment).
  init?(_ source: [UInt8], _ range: SourceRange) {
    var text = source[range.offsets]
    guard text.starts(with: IgnoreComment.opening) else { return nil }
    text = text.dropFirst(IgnoreComment.opening.count).drop { IgnoreComment.isBlank($0) }
    guard text.starts(with: IgnoreComment.word.utf8) else { return nil }
    if text.suffix(IgnoreComment.closing.count).elementsEqual(IgnoreComment.closing) {
      text = text.dropLast(IgnoreComment.closing.count)
    }
    let word = text.prefix { IgnoreComment.isName($0) }
    let suffix = String(decoding: word.dropFirst(IgnoreComment.word.utf8.count), as: UTF8.self)
    // Another word that only begins like ours.
    guard suffix.isEmpty || suffix.hasPrefix("-") else { return nil }
    self.word = String(decoding: word, as: UTF8.self)
    self.range = range
    reach = Reach(rawValue: suffix)
    let names = text.dropFirst(word.count).prefix { $0 != UInt8(ascii: ":") }
    rules = names.split { IgnoreComment.isBlank($0) || $0 == UInt8(ascii: ",") }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
