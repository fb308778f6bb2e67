import WikitextSyntax

/// The characters that an editor can tell from all others: only these stand better as themselves than as references.
///
/// Not among them: what is markup (`&lt;`), what cannot be seen (`&nbsp;`, `&zwj;`), and what looks like something else
/// (`&minus;` like a dash, `&prime;` like an apostrophe, `&Alpha;` like A).
enum VisibleCharacters {
  private static let symbols: Set<Unicode.Scalar> = Set(
    "–—‘’“”„‚…«»‹›†‡•·§¶©®™°±×÷½¼¾¹²³€£¥¢¿¡ªº←→↑↓↔∞≈≠≤≥√".unicodeScalars
  )

  /// The character that a reference stands for, where it is one of them.
  ///
  /// - Complexity: O(length of the reference).
  static func character(_ reference: ArraySlice<UInt8>) -> String? {
    let bytes = Array(reference)
    guard let parsed = CharacterReference.parse(at: 0, in: bytes.span, end: bytes.count), parsed.length == bytes.count,
      parsed.second == nil
    else { return nil }
    let scalar = parsed.first
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F: return String(scalar)
    // Small Greek letters but omicron and those that look like v and y.
    case 0x3B1...0x3BC, 0x3BE, 0x3C0...0x3C4, 0x3C6...0x3C9: return String(scalar)
    default: return symbols.contains(scalar) ? String(scalar) : nil
    }
  }
}
