import WikitextDocument

/// Finds the label that a line of an infobox begins with.
struct LabelFinder: Sendable {
  /// How a label and its value are put together in the lines of a page.
  enum Style {
    /// Nothing stands between: `Story byWang Nima`.
    case glued
    /// A space does: `Zone Zone 36`.
    case spaced
  }

  /// What a line begins with.
  struct Match {
    let label: Range<Int>
    /// Where the value begins; the end of the line where there is none.
    let value: Int
    /// How they are put together; nil for a label alone, or with a colon.
    let style: Style?

    init(label: Range<Int>, value: Int, style: Style?) {
      self.label = label
      self.value = value
      self.style = style
    }

    /// A label that is all of a line.
    init(alone label: Range<Int>, in line: Range<Int>) {
      self.init(label: label, value: line.upperBound, style: nil)
    }
  }

  /// The labels of the page's language and English, and those that pages have beside them.
  let vocabularies: [InfoboxLabels]

  /// The longest label of an unknown kind, in bytes.
  static let longestUnknown = 45

  /// Where known labels end that stand at the beginning of a range, the longest last.
  func ends(in bytes: Span<UInt8>, _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    for vocabulary in vocabularies { ends += vocabulary.ends(in: bytes, range) }
    return ends.sorted()
  }

  /// Whether a range is a known label.
  func isLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool { ends(in: bytes, range).contains(range.upperBound) }

  /// What a value names, as far as it is known.
  func sort(of value: ArraySlice<UInt8>) -> InfoboxLabels.ValueSort? {
    let value = String(decoding: value, as: UTF8.self)
    return vocabularies.lazy.compactMap { $0.sort(of: value) }.first
  }

  /// The label of a line.
  ///
  /// - Parameters:
  ///   - bytes: the page.
  ///   - range: the line.
  ///   - style: how the page's labels and values are put together; nil to take either.
  /// - Returns: nil where the line begins with no label.
  /// - Complexity: O(size of the longest label).
  func match(_ bytes: Span<UInt8>, _ range: Range<Int>, style: Style?) -> Match? {
    for end in ends(in: bytes, range).reversed() {
      if let match = match(bytes, range, end: end, style) { return match }
    }
    return style == .glued ? unknown(bytes, range) : nil
  }

  private func match(_ bytes: Span<UInt8>, _ range: Range<Int>, end known: Int, _ style: Style?) -> Match? {
    // "Official languageSpanish" has no label "Official languages".
    if known - 2 >= range.lowerBound, bytes[known - 1].isUpper, bytes[known - 2].isLower { return nil }
    let end = withRemark(bytes, from: range.lowerBound, known, range.upperBound)
    let label = range.lowerBound..<end
    if end == range.upperBound { return Match(label: label, value: end, style: nil) }
    let next = bytes[end]
    if next == UInt8(ascii: ":") {
      return Match(label: label, value: bytes.skippingSpace(from: end + 1, to: range.upperBound), style: nil)
    }
    if bytes.spaceWidth(at: end, before: range.upperBound) > 0 {
      let value = bytes.skippingSpace(from: end, to: range.upperBound)
      // Behind a glued label there may be a no-break space, which a flag has before it, or a bracket of hidden text.
      let isGlued = style == .glued && bytes[end] != 0xC2 && bytes[value] != UInt8(ascii: "(")
      return isGlued && !isPhrase(bytes, label, before: value)
        || isNameWithRemark(bytes, label, value, range.upperBound)
        || beginsWithSmallWord(bytes, label, value, range.upperBound)
        ? nil : Match(label: label, value: value, style: .spaced)
    }
    let last = bytes[end - 1]
    if beginsValue(bytes, end, range.upperBound), !(last.isUpper && next.isUpper) || end > known {
      return Match(label: label, value: end, style: .glued)
    }
    // "Driving sideright": several words, or a long one.
    let isLong = label.count >= 6 || label.contains { bytes[$0] == 0x20 }
    return style == .glued && next.isLower && isLong && !endsWord(bytes, end, range.upperBound)
      ? Match(label: label, value: end, style: .glued) : nil
  }

  /// Whether a label of several words, the last in small letters, stands before a capital: "Political party Radical".
  private func isPhrase(_ bytes: Span<UInt8>, _ label: Range<Int>, before value: Int) -> Bool {
    guard bytes[value].isUpper, let space = label.last(where: { bytes[$0] == 0x20 }), space + 1 < label.upperBound
    else {
      return false
    }
    return bytes[space + 1].isLower
  }

  /// Whether the line is a name that happens to be a label, with a remark: "City (LCY)", "Mayor (acting)". A date as
  /// machines write it is a value.
  private func isNameWithRemark(_ bytes: Span<UInt8>, _ label: Range<Int>, _ value: Int, _ limit: Int) -> Bool {
    bytes[value] == UInt8(ascii: "(") && limit - value <= 24 && bytes[limit - 1] == UInt8(ascii: ")")
      && !bytes[value + 1].isDigit && !label.contains { bytes[$0] == 0x20 }
  }

  /// Whether the end of a longer word follows: "World champion|ships".
  private func endsWord(_ bytes: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    var end = index
    while end < limit, bytes[end].isLower { end += 1 }
    guard end == limit || bytes.spaceWidth(at: end, before: limit) > 0 else { return false }
    return PageWords.standard.isWordEnding(bytes, index..<end)
  }

  /// Whether words in small letters follow that go on with the one word before: "Flag of Chile", "Location within the
  /// country".
  private func beginsWithSmallWord(_ bytes: Span<UInt8>, _ label: Range<Int>, _ index: Int, _ limit: Int) -> Bool {
    var end = index
    while end < limit, bytes[end].isLower { end += 1 }
    guard end > index, end < limit, bytes[end].isUpper || bytes.spaceWidth(at: end, before: limit) > 0 else {
      return false
    }
    let isOneWord = !label.contains { bytes.spaceWidth(at: $0, before: label.upperBound) > 0 }
    return end - index <= 3 || isOneWord
  }

  /// The systems that a row of a version of a program begins with: `Windows, Linux124.0.6 / 30 April 2024`.
  func version(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Match? {
    guard range.count > 12, bytes[range.lowerBound].isLetter else { return nil }
    var end = range.lowerBound
    let limit = min(range.upperBound - 3, range.lowerBound + LabelFinder.longestUnknown)
    while end < limit, !(bytes[end].isDigit && bytes[end - 1].isLetter) { end += 1 }
    guard end < limit else { return nil }
    var point = end
    while point < range.upperBound, bytes[point].isDigit { point += 1 }
    guard point + 1 < range.upperBound, bytes[point] == UInt8(ascii: "."), bytes[point + 1].isDigit else { return nil }
    let slash = Array(" / ".utf8)
    guard (point..<range.upperBound).contains(where: { bytes.hasBytes(slash, at: $0, before: range.upperBound) }) else {
      return nil
    }
    return Match(label: range.lowerBound..<end, value: end, style: .glued)
  }

  /// The years that a row of a career begins with, and where its value does: `2008–2010 Juventus`.
  func years(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Match? {
    guard range.count > 6, bytes.number(range.lowerBound..<range.lowerBound + 4) ?? 0 >= 1000 else { return nil }
    var end = range.lowerBound + 4
    let marked = withMark(bytes, end, range.upperBound)
    if marked > end, marked < range.upperBound {
      return Match(label: range.lowerBound..<marked, value: marked, style: nil)
    }
    let hasDash = bytes.hasBytes([0xE2, 0x80, 0x93], at: end, before: range.upperBound)
    if hasDash {
      end += 3
      while end < range.upperBound, end < range.lowerBound + 11, bytes[end].isDigit { end += 1 }
    }
    let value = bytes.skippingSpace(from: end, to: range.upperBound)
    guard value < range.upperBound, !bytes[value].isDigit, !bytes[value].isLower, bytes[value] != UInt8(ascii: "(")
    else {
      return nil
    }
    // A year alone begins a row where figures end it.
    guard hasDash || bytes[range.upperBound - 1] == UInt8(ascii: ")") && bytes[range.upperBound - 2].isDigit else {
      return nil
    }
    return Match(label: range.lowerBound..<end, value: value, style: nil)
  }

  /// Where a label ends with what may stand behind it in brackets: `Gini (2021)`, `Demonym(s)`, `Religion (2020)[4]`.
  private func withRemark(_ bytes: Span<UInt8>, from start: Int, _ end: Int, _ limit: Int) -> Int {
    let open = bytes.skippingSpace(from: end, to: limit)
    guard open < limit, bytes[open] == UInt8(ascii: "(") else { return withMark(bytes, end, limit) }
    var close = open + 1
    while close < limit, close - open <= 24, bytes[close] != UInt8(ascii: ")") { close += 1 }
    guard close < limit, bytes[close] == UInt8(ascii: ")") else { return end }
    let behind = withMark(bytes, close + 1, limit)
    // "Born (1964-03-05) March 5" has the bracket in its value.
    let isLabel = behind == limit || beginsValue(bytes, behind, limit) || bytes[behind] == UInt8(ascii: ":")
    let isYear = close - open == 5 && bytes.number(open + 1..<close) != nil
    // "City (LCY)" is a name.
    let isCode = !(start..<end).contains { bytes[$0] == 0x20 } && (open + 1..<close).allSatisfy { bytes[$0].isUpper }
    return isLabel && (isYear || open == end || behind == limit && !isCode) ? behind : end
  }

  private func withMark(_ bytes: Span<UInt8>, _ end: Int, _ limit: Int) -> Int {
    guard end + 2 < limit, bytes[end] == UInt8(ascii: "[") else { return end }
    var close = end + 1
    while close < limit, bytes[close].isDigit { close += 1 }
    guard close < limit, close > end + 1, bytes[close] == UInt8(ascii: "]") else { return end }
    return withMark(bytes, close + 1, limit)
  }

  /// Whether a value may begin here right behind a label: with a capital, a figure, a sign, or in a script without case.
  private func beginsValue(_ bytes: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    let byte = bytes[index]
    if byte.isUpper || byte.isDigit { return true }
    if byte < 0x80 {
      return !byte.isLower && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "/")
        && byte != UInt8(ascii: ")") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
    }
    guard index + 1 < limit else { return false }
    switch byte {
    case 0xC3: return bytes[index + 1] < 0x9F
    case 0xCE: return bytes[index + 1] >= 0x91 && bytes[index + 1] < 0xAA
    case 0xD0: return bytes[index + 1] >= 0x81 && bytes[index + 1] < 0xB0
    case 0xE2...0xF4: return true
    default: return byte == 0xC2
    }
  }

  /// A label that no schema knows, before a capital or a figure in the middle of a word: several words that begin with
  /// a capital and are of letters alone.
  private func unknown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Match? {
    guard bytes[range.lowerBound].isUpper else { return nil }
    var words = 1
    var index = range.lowerBound + 1
    let limit = min(range.upperBound, range.lowerBound + LabelFinder.longestUnknown)
    var letters = 1
    while index < limit {
      let byte = bytes[index]
      if byte == 0x20 {
        words += 1
        letters = 0
      } else if byte.isLower {
        letters += 1
      } else if (byte.isUpper || byte.isDigit) && letters >= 3 && words >= 2 && words <= 6 && bytes[index - 1].isLower {
        return Match(label: range.lowerBound..<index, value: index, style: .glued)
      } else if !byte.isUpper || letters > 0 {
        return nil
      } else {
        letters += 1
      }
      index += 1
    }
    return nil
  }
}
