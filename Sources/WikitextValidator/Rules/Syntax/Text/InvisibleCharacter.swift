import WikitextSyntax

/// `invisible-character`: an invisible character stands where it does nothing good.
struct InvisibleCharacter: PageRule {
  let about = RuleDescription(
    id: "invisible-character",
    family: .syntax,
    severity: .warning,
    summary: "An invisible character stands where it does nothing good.",
    explanation: """
      Characters that nobody sees break links, names of arguments and searches, and come with pasted text. Found \
      are zero-width spaces and no-break spaces, byte order marks, object replacement characters, \
      control characters, and marks of writing direction that have no letter written from right to left within 80 \
      bytes of them, on wikis that are written from left to right. Joiners (U+200C, U+200D, U+2060), zero-width spaces between words of Thai and its neighbours, no-break spaces and \
      soft hyphens have their use and are not found. The fix deletes the character.

      The explanation of a finding has the number of the character in Unicode.
      """,
    bad: "The [[Isar\u{200E}]] is 295\u{FEFF} km long.",
    good: "The [[Isar]] is 295 km long.",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree else { return }
    let source = page.source
    let records = tree.records
    let checksDirection = page.configuration.direction == .leftToRight
    for (leaf, record) in records.enumerated() where record.kind == .text {
      let end = Int(records[leaf + 1].start)
      var position = Int(record.start)
      while position < end {
        let byte = source[position]
        guard byte == 0xE2 || byte == 0xEF || byte < 0x20 || byte == 0x7F else {
          position += 1
          continue
        }
        guard let (scalar, length) = UTF8Scalars.decode(at: position, in: source.span, end: end) else {
          position += 1
          continue
        }
        let isFound =
          InvisibleCharacter.isUseless(scalar.value)
          && !InvisibleCharacter.dividesWords(scalar, source, position, length)
          || checksDirection && InvisibleCharacter.isDirectionMark(scalar.value)
            && !InvisibleCharacter.hasRightToLeft(source, around: position)
        if isFound { report(position, length, scalar, &findings) }
        position += length
      }
    }
  }

  private func report(_ position: Int, _ length: Int, _ scalar: Unicode.Scalar, _ findings: inout FindingList) {
    let range = SourceRange(start: position, end: position + length)
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let name = scalar.properties.name.map { " (\($0))" } ?? ""
    findings.report(
      "there is an invisible character, U+\(number)\(name)",
      at: range,
      fix: Fix("Delete it", [SyntaxEdit(deleting: range)])
    )
  }

  private static func isUseless(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, 0x200B, 0x2028, 0x2029, 0xFEFF, 0xFFFC: true
    default: false
    }
  }

  /// Whether a zero-width space stands beside a letter of a script that writes no spaces between words: Thai, Lao, Tibetan,
  /// Burmese, Khmer.
  private static func dividesWords(_ scalar: Unicode.Scalar, _ source: [UInt8], _ position: Int, _ length: Int) -> Bool
  {
    guard scalar == "\u{200B}" else { return false }
    for start in [position - 3, position + length] where start >= 0 && start + 2 < source.count {
      switch (source[start], source[start + 1]) {
      case (0xE0, 0xB8...0xBF), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): return true
      default: break
      }
    }
    return false
  }

  private static func isDirectionMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Bytes before and behind a mark in which a letter gives it a reason.
  private static let reach = 80

  /// Whether a letter that is written from right to left is near: Hebrew, Arabic, Syriac, Thaana, N'Ko.
  private static func hasRightToLeft(_ source: [UInt8], around position: Int) -> Bool {
    for near in max(0, position - reach)..<min(source.count, position + reach) {
      switch source[near] {
      case 0xD6...0xDF: return true
      case 0xE0 where near + 1 < source.count && source[near + 1] & 0xFC == 0xA0: return true
      // The byte order mark, EF BB BF, is no letter.
      case 0xEF where near + 2 < source.count && 0xAC...0xBB ~= source[near + 1] && source[near + 2] != 0xBF:
        return true
      default: break
      }
    }
    return false
  }
}
