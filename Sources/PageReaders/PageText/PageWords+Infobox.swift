/// The words of infoboxes.
extension PageWords {
  /// Whether a line heads rows of an infobox.
  func isGroup(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 60 && groups.contains(folded(bytes, range))
  }

  /// Whether a line ends as only those do that head rows of an infobox: "Stable release [±]".
  func endsAsGroup(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 60
      && groupEndings.contains { bytes.hasBytes($0, at: range.upperBound - $0.count, before: range.upperBound) }
  }

  /// Whether a line begins the years in which someone held an office.
  func isTerm(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 40 && terms.contains(folded(bytes, range))
  }

  /// Whether the rows of a label have one line.
  func isSingle(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Bool {
    label.count <= 60 && singles.contains(folded(bytes, label))
  }

  /// Whether the rows of a label name whom someone was married to.
  func isSpouse(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Bool {
    label.count <= 40 && spouses.contains(folded(bytes, label))
  }

  /// Whether a line begins as one does that says when someone was married: "(m. 1977)".
  func isMarriage(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 80
      && marriages.contains { word in
        let end = bytes.skippingSpace(from: min(range.lowerBound + word.count, range.upperBound), to: range.upperBound)
        return bytes.hasBytes(word, at: range.lowerBound, before: range.upperBound) && end < range.upperBound
          && bytes[end].isDigit
      }
  }

  /// Whether this names what came before the page's subject, or after it.
  func isSuccession(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 40 && successions.contains(folded(bytes, range))
  }

  /// Whether a line heads columns side by side.
  func isColumnHead(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 60 && columnHeads.contains(folded(bytes, range))
  }

  /// Whether a line stands at the foot of an infobox: a known one, or a remark behind a star or dagger.
  func isFoot(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if bytes[range.lowerBound] == UInt8(ascii: "*")
      || bytes.hasBytes([0xE2, 0x80, 0xA0], at: range.lowerBound, before: range.upperBound)
      || bytes.hasBytes([0xE2, 0x80, 0xA1], at: range.lowerBound, before: range.upperBound)
    {
      return range.count > 30
    }
    return range.count <= 40 && footLines.contains(folded(bytes, range))
  }

  /// Whether this ends a longer word.
  func isWordEnding(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 8 && wordEndings.contains(folded(bytes, range))
  }

  /// Whether a line is the label of a birth or a death.
  func isLifeLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 40 && lifeLabels.contains(folded(bytes, range))
  }

  /// Whether a line is a row without a label though it begins with a word like one: "Motto: …".
  func isFullRow(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    fullRows.contains { word in
      guard bytes.hasBytes(word, at: range.lowerBound, before: range.upperBound) else { return false }
      let end = range.lowerBound + word.count
      return end == range.upperBound || word.last == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: ":")
        || bytes.spaceWidth(at: end, before: range.upperBound) > 0
    } || isCoordinates(bytes, range)
  }

  /// Whether a line goes on with the phrase on the line before it: "by Wang Nima".
  func goesOn(_ bytes: Span<UInt8>, _ range: Range<Int>, language: String) -> Bool {
    (continuations[language] ?? []).contains { word in
      bytes.hasBytes(word, at: range.lowerBound, before: range.upperBound)
        && bytes.spaceWidth(at: min(range.lowerBound + word.count, range.upperBound - 1), before: range.upperBound) > 0
    }
  }

  /// Whether this says of a figure what year's it is: "estimate", "census".
  func isEstimate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool { estimates.contains(folded(bytes, range)) }

  /// Whether a value is a year and such a word: "2023 estimate".
  func endsInEstimate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 6, bytes.number(range.lowerBound..<range.lowerBound + 4) != nil else { return false }
    let word = bytes.skippingSpace(from: range.lowerBound + 4, to: range.upperBound)..<range.upperBound
    return !word.isEmpty && isEstimate(bytes, word)
  }

  /// Whether a line has the coordinates of the page's subject.
  func isCoordinates(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    coordinates.contains { bytes.hasBytes($0, at: range.lowerBound, before: range.upperBound) }
  }

  /// Whether a line is the name of a file of a picture.
  func isImage(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 4, range.count <= 250 else { return false }
    let end = folded(bytes, range.upperBound - 5..<range.upperBound)
    return imageEndings.contains { end.count >= $0.count && end[(end.count - $0.count)...] == $0[...] }
  }

  /// A value without the words before it that its pictures stand for, and without the link behind it that leads to where
  /// it is edited.
  ///
  ///     Increase $2.20 trillion         // an arrow
  ///     Qatar Qatar                     // a flag
  ///     Katerina … Edit this on Wikidata
  func withoutPictures(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    let end = withoutEditLink(bytes, range).upperBound
    for picture in pictures where bytes.hasBytes(picture, at: start, before: end) {
      let behind = start + picture.count
      // "Increase$2 billion": no letter follows.
      guard behind < end, !bytes[behind].isLetter, bytes[behind] != UInt8(ascii: "-") else { continue }
      start = bytes.skippingSpace(from: behind, to: end)
      break
    }
    start = fileEnd(bytes, start..<end)
    return flagEnd(bytes, start..<end)..<end
  }

  /// A line without the link behind it that leads to where it is edited.
  func withoutEditLink(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    for link in editLinks
    where range.count > link.count && bytes.hasBytes(link, at: range.upperBound - link.count, before: range.upperBound)
    {
      let end = bytes.trimmingSpace(from: range.lowerBound, to: range.upperBound - link.count)
      return range.lowerBound..<max(end, min(range.lowerBound + 1, range.upperBound))
    }
    return range
  }

  /// Where a figure begins behind the text of a picture in a value: "Nord: Increase 27 billion".
  func pictureEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for picture in pictures where bytes.hasBytes(picture, at: range.lowerBound, before: range.upperBound) {
      let behind = bytes.skippingSpace(from: range.lowerBound + picture.count, to: range.upperBound)
      // A figure, or the sign of a currency: $ £ ¥ €.
      guard behind < range.upperBound,
        bytes[behind].isDigit || bytes[behind] == 0x24 || bytes[behind] == 0xC2
          || bytes[behind] == 0xE2
      else { continue }
      return behind
    }
    return nil
  }

  /// Where the text goes on behind a link in a value that leads to where it is edited.
  func editLinkEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for link in editLinks where bytes.hasBytes(link, at: range.lowerBound, before: range.upperBound) {
      let behind = bytes.skippingSpace(from: range.lowerBound + link.count, to: range.upperBound)
      if behind == range.upperBound || behind > range.lowerBound + link.count { return behind }
    }
    return nil
  }

  /// Where the text behind the name of a file begins: "Flag of Chile.svg Chile".
  private func fileEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + 120)
    while index < limit {
      if bytes[index] == UInt8(ascii: "."), isImage(bytes, range.lowerBound..<min(index + 4, limit)), index + 4 < limit
      {
        let space = bytes.spaceWidth(at: index + 4, before: range.upperBound)
        if space > 0 { return bytes.skippingSpace(from: index + 4, to: range.upperBound) }
      }
      index += 1
    }
    return range.lowerBound
  }

  /// Where the second of two texts begins that are the same: a flag and the name of its country.
  private func flagEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let half = range.count / 2
    guard half >= 3, range.count <= 100, range.count % 2 == 1 || bytes[range.lowerBound + half] >= 0x80 else {
      return range.lowerBound
    }
    let second = bytes.skippingSpace(from: range.lowerBound + half, to: range.upperBound)
    guard
      second > range.lowerBound + half || bytes.spaceWidth(at: range.lowerBound + half, before: range.upperBound) > 0,
      range.upperBound - second <= half
    else { return range.lowerBound }
    let length = range.upperBound - second
    for offset in 0..<length where bytes[range.lowerBound + offset] != bytes[second + offset] {
      return range.lowerBound
    }
    return bytes.skippingSpace(from: range.lowerBound + length, to: second) == second ? second : range.lowerBound
  }

  /// The bytes of a date as machines write it, in brackets.
  static let machineDateLength = 12

  /// Whether a date as machines write it stands here, in brackets: `(2018-09-07)`. Browsers do not show it.
  func isMachineDate(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    limit - start >= PageWords.machineDateLength && bytes[start] == UInt8(ascii: "(")
      && bytes.number(start + 1..<start + 5) != nil && bytes[start + 5] == UInt8(ascii: "-")
      && bytes.number(start + 6..<start + 8) != nil && bytes[start + 8] == UInt8(ascii: "-")
      && bytes.number(start + 9..<start + 11) != nil && bytes[start + 11] == UInt8(ascii: ")")
  }

  private func folded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    var isASCII = true
    copy.reserveCapacity(range.count)
    for index in range {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      copy.append(byte.isUpper ? byte | 0x20 : byte)
    }
    if isASCII { return copy }
    let folded = String(decoding: copy, as: UTF8.self).lowercased()
    return PageWords.lowercased(Array(folded.utf8)[...])
  }
}
