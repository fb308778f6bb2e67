/// What of a text GFM would read as markup gets a backslash; the rest stays as it is.
struct MarkdownEscaping {
  /// The text stands in a cell of a table.
  var isInCell = false
  /// The text stands in the text of a link.
  var isInLink = false
  /// Addresses in the text stay as they are, though GFM makes links of them.
  var keepsAddresses = false

  /// Appends a piece of text.
  ///
  /// - Parameters:
  ///   - text: the bytes of the run.
  ///   - range: where the piece is in them.
  ///   - isAtLineStart: whether nothing was written in the line.
  ///   - isContinuation: whether the line goes on a paragraph.
  ///   - output: what was written so far.
  /// - Complexity: O(bytes).
  func append(
    _ text: [UInt8],
    _ range: Range<Int>,
    isAtLineStart: Bool,
    isContinuation: Bool,
    to output: inout [UInt8]
  ) {
    var position = range.lowerBound
    if isAtLineStart { appendLineStart(text, &position, range.upperBound, isContinuation, &output) }
    while position < range.upperBound {
      let byte = text[position]
      if byte < 0x80, MarkdownEscaping.isSpecial(byte), needsEscape(byte, text, position, range) {
        output.append(UInt8(ascii: "\\"))
      }
      output.append(byte)
      position += 1
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "$"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private func needsEscape(_ byte: UInt8, _ text: [UInt8], _ position: Int, _ range: Range<Int>) -> Bool {
    // What stands around the piece is not known: nil.
    let before = position > range.lowerBound ? text[position - 1] : nil
    let after = position + 1 < range.upperBound ? text[position + 1] : nil
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "~"), UInt8(ascii: "$"): return true
    case UInt8(ascii: "]"): return isInLink
    case UInt8(ascii: "|"): return isInCell
    case UInt8(ascii: "!"): return after == nil
    case UInt8(ascii: "\\"):
      // Only before punctuation and at the end of a line is it more than itself.
      guard let after else { return true }
      return MarkdownEscaping.isPunctuation(after)
    case UInt8(ascii: "*"):
      // With a space on both sides it begins and ends nothing.
      return !(before == 0x20 && after == 0x20)
    case UInt8(ascii: "_"):
      // In a word it begins and ends nothing either.
      guard let before, let after else { return true }
      return !(isAlphanumeric(before) && isAlphanumeric(after)) && !(before == 0x20 && after == 0x20)
    case UInt8(ascii: "<"):
      guard let after else { return true }
      return isLetter(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: "!") || after == UInt8(ascii: "?")
        || isMailbox(text, position + 1, range.upperBound)
    case UInt8(ascii: "&"): return isCharacterReference(text, position, range.upperBound)
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      // GFM makes no link in the text of another.
      return !keepsAddresses && !isInLink && beginsAddress(byte, text, position, range)
    default: return false
    }
  }

  /// At the start of a line more bytes are markup: of headings, lists, quotes, rules, tables.
  private func appendLineStart(
    _ text: [UInt8],
    _ position: inout Int,
    _ end: Int,
    _ isContinuation: Bool,
    _ output: inout [UInt8]
  ) {
    guard position < end else { return }
    let byte = text[position]
    let after = position + 1 < end ? text[position + 1] : nil
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "-"):
      let isMark =
        switch byte {
        case UInt8(ascii: ">"): true
        case UInt8(ascii: "="): isContinuation
        case UInt8(ascii: "-"):
          after == nil || after == 0x20 || after == byte || isContinuation && (after == 0x7C || after == 0x3A)
        default: after == nil || after == 0x20 || after == byte
        }
      if isMark { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
      position += 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      output += [UInt8(ascii: "\\"), byte]
      position += 1
    case UInt8(ascii: "|"), UInt8(ascii: ":"):
      // The second row of a table makes one of the line before it.
      if isContinuation { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
      position += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var digits = position
      while digits < end, isDigit(text[digits]), digits - position < 10 { digits += 1 }
      output += text[position..<digits]
      position = digits
      guard digits < end, text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")") else { return }
      if digits + 1 == end || text[digits + 1] == 0x20 { output.append(UInt8(ascii: "\\")) }
      output.append(text[digits])
      position += 1
    default: break
    }
  }

  /// Whether a name and an `@` stand here, as in `<1@example.org>`: it may begin with a digit, unlike a tag.
  ///
  /// A name has no `<` in it, so that all calls together read the text once.
  private func isMailbox(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, isAlphanumeric(text[place]) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(text[place]) { place += 1 }
    return place > start && (place == end || text[place] == UInt8(ascii: "@"))
  }

  /// Whether a dot or colon is that of `www.` or `http://`, where GFM's extended autolinks begin.
  private func beginsAddress(_ byte: UInt8, _ text: [UInt8], _ position: Int, _ range: Range<Int>) -> Bool {
    let before = text[range.lowerBound..<position]
    func follows(_ word: String) -> Bool {
      before.suffix(word.utf8.count).lazy.map { $0 | 0x20 }.elementsEqual(word.utf8)
    }
    let after = text[position + 1..<range.upperBound]
    if byte == UInt8(ascii: ":") {
      return after.starts(with: "//".utf8) && (follows("http") || follows("https") || follows("ftp"))
    }
    // With a space behind it, there is no host.
    return follows("www") && after.first != 0x20
  }

  /// A formula without what GFM would take for tags: TeX does not read the space behind a `<`.
  static func formula(_ formula: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(formula.count + 8)
    for (position, byte) in zip(formula.indices, formula) {
      guard byte == UInt8(ascii: "<") else {
        output.append(byte)
        continue
      }
      if position + 1 == formula.endIndex {
        // A formula must not end with a space.
        output += "\\lt".utf8
      } else {
        output.append(byte)
        if formula[position + 1] > 0x20 { output.append(0x20) }
      }
    }
    return output
  }

  /// Whether a character reference begins here, as far as its looks go.
  private func isCharacterReference(_ text: [UInt8], _ position: Int, _ end: Int) -> Bool {
    var place = position + 1
    if place == end { return true }
    if text[place] == UInt8(ascii: "#") { place += 1 }
    let start = place
    // No name is longer.
    while place < end, place - start < 32, isAlphanumeric(text[place]), text[place] < 0x80 { place += 1 }
    return place == end || place > start && text[place] == UInt8(ascii: ";")
  }

  private func isDigit(_ byte: UInt8) -> Bool { (byte &- 0x30) < 10 }
  private func isLetter(_ byte: UInt8) -> Bool { ((byte | 0x20) &- 0x61) < 26 }
  /// Bytes of other scripts count as letters only where both sides are looked at; punctuation among them is rare, and
  /// an underscore beside it is no mark.
  private func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// ASCII punctuation, as CommonMark has it.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
