/// How many columns of a terminal text takes up.
package enum DisplayWidth {
  /// The columns of a line.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of a character: what terminals draw for its scalars, one after the other.
  package static func of(_ character: Character) -> Int {
    // Nearly all text.
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    var isJoined = false
    for scalar in character.unicodeScalars {
      switch scalar.value {
      case 0xFE0F: width = max(width, 2)
      case 0x1F3FB...0x1F3FF where width > 0: break
      default: if !isJoined { width += of(scalar) }
      }
      isJoined = scalar.value == 0x200D
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    // The vowels and final consonants of Hangul stand on the letter before them.
    case 0x1160...0x11FF: return 0
    // A flag is two of these.
    case 0x1F1E6...0x1F1FF: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Blocks that are wide or full-width throughout (Unicode Standard Annex 11), and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
      0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
