/// Finds where the text of a value is divided into items.
///
/// Boundaries of lists and lines stand in the text. Within a line, commas, "and", slashes and links without anything
/// between them divide where they are neither in a link nor in brackets or quotation marks; whether they do is for the
/// reader of the items to say, who knows what the parts are.
struct ItemSplitter {
  let text: ValueText
  let words: ReadingWords

  /// What stands between two parts.
  enum Separator: UInt8 {
    /// The end.
    case none
    /// Nothing: a link follows a link.
    case adjoining
    /// A comma.
    case comma
    /// A semicolon, a bullet, an enumeration mark of East Asia.
    case strong
    /// A slash.
    case slash
    /// "and".
    case and
  }

  /// A part of a line, without blanks around it, and what stands behind it.
  struct Part {
    var range: Range<Int>
    var separator: Separator
  }

  /// The ranges between boundaries of a kind, without blanks; empty ones left out.
  func pieces(_ range: Range<Int>, at boundary: UInt8) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range.lowerBound...range.upperBound where offset == range.upperBound || text.bytes[offset] == boundary
    {
      let piece = text.trimmed(start..<offset)
      if !piece.isEmpty { pieces.append(piece) }
      start = offset + 1
    }
    return pieces
  }

  /// The parts of a line.
  ///
  /// - Complexity: O(bytes + spans of the line).
  func parts(_ line: Range<Int>, inLinks: Bool = false, withDashes: Bool = false) -> [Part] {
    let covered = cover(line, withLinks: !inLinks)
    let links = inLinks ? [] : solids(in: line)
    var nextLink = 0
    var parts: [Part] = []
    var start = line.lowerBound
    var offset = line.lowerBound
    func end(_ stop: Int, _ separator: Separator, _ next: Int) {
      let range = text.trimmed(start..<stop)
      if !range.isEmpty {
        parts.append(Part(range: range, separator: separator))
      } else if let last = parts.indices.last, separator == .and || parts[last].separator == .comma {
        // "A, B, and C"
        parts[last].separator = separator
      }
      start = next
    }
    while offset < line.upperBound {
      while nextLink < links.count, links[nextLink].upperBound <= offset {
        // A link that ends here and one that begins.
        if links[nextLink].upperBound == offset, let following = link(behind: offset, links, from: nextLink + 1) {
          end(offset, .adjoining, following)
        }
        nextLink += 1
      }
      if covered[offset - line.lowerBound] == 0,
        let (separator, length) = separator(at: offset, in: line) ?? (withDashes ? dash(at: offset) : nil)
      {
        end(offset, separator, offset + length)
        offset += length
      } else {
        offset += 1
      }
    }
    end(line.upperBound, .none, line.upperBound)
    if let last = parts.indices.last { parts[last].separator = .none }
    return parts
  }

  /// The links of a line, and the places that templates name, in their order.
  private func solids(in line: Range<Int>) -> [Range<Int>] {
    var solids: [Range<Int>] = []
    for span in text.spans(startingIn: line) where span.kind == .link || span.kind == .externalLink {
      if span.start < span.end { solids.append(span.start..<span.end) }
    }
    let places = text.atoms(in: line).filter {
      if $0.role == .value, case .place = $0.value.content { true } else { false }
    }
    if places.isEmpty { return solids }
    return (solids + places.map { $0.offset..<$0.offset + 1 }).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Where a link begins right behind a place, or behind a blank.
  private func link(behind offset: Int, _ links: [Range<Int>], from first: Int) -> Int? {
    guard first < links.count else { return nil }
    let start = links[first].lowerBound
    return start == offset || (start == offset + 1 && text.bytes[offset] == 0x20) ? start : nil
  }

  // MARK: Separators

  /// The separator that begins at a place, and its length.
  private func separator(at offset: Int, in line: Range<Int>) -> (Separator, Int)? {
    let bytes = text.bytes
    func byte(_ distance: Int) -> UInt8 {
      let place = offset + distance
      return line.contains(place) ? bytes[place] : 0x20
    }
    switch bytes[offset] {
    case UInt8(ascii: ","):
      if isDigit(byte(-1)), isDigit(byte(1)) { return nil }
      return byte(1) == 0x20 || byte(1) >= 0x80 || isLetter(byte(1)) && isSpanStart(offset + 1) ? (.comma, 1) : nil
    case UInt8(ascii: ";"): return (.strong, 1)
    case UInt8(ascii: "/"):
      if byte(-1) == 0x20, byte(1) == 0x20 { return (.slash, 1) }
      return isSpanStart(offset + 1) && isSpanEnd(offset) ? (.slash, 1) : nil
    case 0xC2 where byte(1) == 0xB7:
      return byte(-1) == 0x20 && byte(2) == 0x20 || isSpanStart(offset + 2) && isSpanEnd(offset) ? (.strong, 2) : nil
    case 0xD8 where byte(1) == 0x8C: return (.comma, 2)
    case 0xD8 where byte(1) == 0x9B: return (.strong, 2)
    case 0xE2 where byte(1) == 0x80 && byte(2) == 0xA2: return (.strong, 3)
    case 0xE3 where byte(1) == 0x80 && byte(2) == 0x81: return (.strong, 3)
    case 0xE3 where byte(1) == 0x83 && byte(2) == 0xBB:
      return isSpanStart(offset + 3) || isSpanEnd(offset) ? (.strong, 3) : nil
    case 0xEF where byte(1) == 0xBC && byte(2) == 0x8C: return (.comma, 3)
    case 0xEF where byte(1) == 0xBC && byte(2) == 0x9B: return (.strong, 3)
    case 0xEF where byte(1) == 0xBC && byte(2) == 0x8F: return (.slash, 3)
    default: return and(at: offset, in: line)
    }
  }

  /// A hyphen or dash between two links.
  private func dash(at offset: Int) -> (Separator, Int)? {
    let bytes = text.bytes
    let length = bytes[offset] == UInt8(ascii: "-") ? 1 : bytes[offset...].starts(with: [0xE2, 0x80, 0x93]) ? 3 : 0
    guard length > 0, offset > 0, offset + length < bytes.count else { return nil }
    let isEnd = isSpanEnd(offset) || bytes[offset - 1] == 0x20 && isSpanEnd(offset - 1)
    let isStart = isSpanStart(offset + length) || bytes[offset + length] == 0x20 && isSpanStart(offset + length + 1)
    return isEnd && isStart ? (.slash, length) : nil
  }

  /// A word for "and", with blanks around it; without them between links, where the script has none.
  private func and(at offset: Int, in line: Range<Int>) -> (Separator, Int)? {
    let bytes = text.bytes
    for word in words.and where offset + word.count < line.upperBound && bytes[offset] == word[0] {
      let end = offset + word.count
      guard bytes[offset..<end].elementsEqual(word) else { continue }
      let hasBlanks = offset > line.lowerBound && bytes[offset - 1] == 0x20 && bytes[end] == 0x20
      if hasBlanks || word[0] >= 0xD0 && isSpanEnd(offset) && isSpanStart(end) { return (.and, word.count) }
    }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (byte &- 0x30) < 10 }

  private func isLetter(_ byte: UInt8) -> Bool { ((byte | 0x20) &- 0x61) < 26 }

  /// Whether a link begins at a place.
  private func isSpanStart(_ offset: Int) -> Bool {
    let first = text.firstSpan(from: offset)
    var index = first
    while index < text.spans.count, text.spans[index].start == offset {
      if text.spans[index].kind == .link || text.spans[index].kind == .externalLink { return true }
      index += 1
    }
    return false
  }

  /// Whether a link ends at a place.
  private func isSpanEnd(_ offset: Int) -> Bool {
    var index = text.firstSpan(from: offset) - 1
    var steps = 0
    while index >= 0, steps < 8 {
      let span = text.spans[index]
      if span.end == offset, span.kind == .link || span.kind == .externalLink { return true }
      index -= 1
      steps += 1
    }
    return false
  }

  // MARK: What is covered

  /// For each byte of a range, whether it is in a link (1) or in brackets or quotation marks (2).
  ///
  /// What is opened and never closed covers nothing.
  func cover(_ range: Range<Int>, withLinks: Bool = true) -> [UInt8] {
    var cover = [UInt8](repeating: 0, count: range.count)
    if withLinks {
      for span in text.spans(startingIn: range) where span.kind == .link || span.kind == .externalLink {
        for offset in span.start..<min(span.end, range.upperBound) { cover[offset - range.lowerBound] = 1 }
      }
    }
    var depth = [Int32](repeating: 0, count: range.count + 1)
    var open: [(bracket: Bracket, offset: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard cover[offset - range.lowerBound] == 0, let mark = Bracket.mark(at: offset, in: text.bytes, range.upperBound)
      else {
        offset += 1
        continue
      }
      if mark.isOpening {
        open.append((mark.bracket, offset))
      } else if let match = open.suffix(8).lastIndex(where: { $0.bracket == mark.bracket }) {
        depth[open[match].offset - range.lowerBound] += 1
        depth[offset + mark.length - range.lowerBound] -= 1
        open.removeLast(open.count - match)
      }
      offset += mark.length
    }
    var level: Int32 = 0
    for place in cover.indices {
      level += depth[place]
      if level > 0 { cover[place] |= 2 }
    }
    return cover
  }
}

/// Brackets and quotation marks that come in pairs.
enum Bracket: UInt8 {
  case round, wideRound, square, wideSquare, corner, doubleCorner, angle, doubleAngle, guillemets, curly

  /// The mark at a place.
  static func mark(at offset: Int, in bytes: [UInt8], _ end: Int) -> (bracket: Bracket, isOpening: Bool, length: Int)? {
    guard offset < end else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "("): return (.round, true, 1)
    case UInt8(ascii: ")"): return (.round, false, 1)
    case UInt8(ascii: "["): return (.square, true, 1)
    case UInt8(ascii: "]"): return (.square, false, 1)
    case 0xC2 where offset + 1 < end:
      if bytes[offset + 1] == 0xAB { return (.guillemets, true, 2) }
      if bytes[offset + 1] == 0xBB { return (.guillemets, false, 2) }
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
      if bytes[offset + 2] == 0x9C { return (.curly, true, 3) }
      if bytes[offset + 2] == 0x9D { return (.curly, false, 3) }
    case 0xE3 where offset + 2 < end && bytes[offset + 1] == 0x80:
      switch bytes[offset + 2] {
      case 0x88: return (.angle, true, 3)
      case 0x89: return (.angle, false, 3)
      case 0x8A: return (.doubleAngle, true, 3)
      case 0x8B: return (.doubleAngle, false, 3)
      case 0x8C: return (.corner, true, 3)
      case 0x8D: return (.corner, false, 3)
      case 0x8E: return (.doubleCorner, true, 3)
      case 0x8F: return (.doubleCorner, false, 3)
      case 0x90: return (.wideSquare, true, 3)
      case 0x91: return (.wideSquare, false, 3)
      default: break
      }
    case 0xEF where offset + 2 < end && bytes[offset + 1] == 0xBC:
      if bytes[offset + 2] == 0x88 { return (.wideRound, true, 3) }
      if bytes[offset + 2] == 0x89 { return (.wideRound, false, 3) }
    default: break
    }
    return nil
  }
}
