/// Text that a terminal shows as it stands there.
package enum VisibleText {
  /// The text with U+FFFD in the place of what would move the cursor, change colours or turn the direction of writing; a
  /// tab becomes a space.
  package static func of(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(shown(scalar)) }
    return String(scalars)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    // Controls of C0 and C1; marks, embeddings and isolates of the bidirectional algorithm; line and paragraph separators.
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
