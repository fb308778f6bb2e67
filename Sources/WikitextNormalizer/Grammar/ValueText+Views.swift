import WikitextSyntax

extension ValueText {
  /// The index of the first atom at or behind an offset.
  ///
  /// - Complexity: O(log atoms).
  func firstAtom(from offset: Int) -> Int {
    var low = 0
    var high = atoms.count
    while low < high {
      let middle = (low + high) / 2
      if atoms[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The atom whose control byte is at an offset.
  func atom(at offset: Int) -> Atom? {
    let index = firstAtom(from: offset)
    return index < atoms.count && atoms[index].offset == offset ? atoms[index] : nil
  }

  /// The atoms in a range.
  func atoms(in range: Range<Int>) -> ArraySlice<Atom> {
    let first = firstAtom(from: range.lowerBound)
    var end = first
    while end < atoms.count, atoms[end].offset < range.upperBound { end += 1 }
    return atoms[first..<end]
  }

  /// The index of the first span that starts at or behind an offset.
  ///
  /// - Complexity: O(log spans).
  func firstSpan(from offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The spans that start in a range, the outer ones first.
  func spans(startingIn range: Range<Int>) -> ArraySlice<Stretch> {
    let first = firstSpan(from: range.lowerBound)
    var end = first
    while end < spans.count, spans[end].start < range.upperBound { end += 1 }
    return spans[first..<end]
  }

  /// What hangs behind the bytes of a range.
  ///
  /// - Complexity: O(log marks + marks of the range).
  func marks(behind range: Range<Int>) -> ArraySlice<Mark> {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < marks.count, marks[end].offset <= range.upperBound { end += 1 }
    return marks[low..<end]
  }

  /// The range without blanks and line breaks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, ValueText.isBlank(bytes[start]) { start += 1 }
    while end > start, ValueText.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a byte is a space or stands between lines or items.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == Control.line || byte == Control.item }

  /// The text of a range as a reader sees it: atoms by their texts, lines joined.
  func plain(_ range: Range<Int>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var nextAtom = firstAtom(from: range.lowerBound)
    for offset in range {
      let byte = bytes[offset]
      switch byte {
      case Control.atom:
        if nextAtom < atoms.count, atoms[nextAtom].offset == offset {
          if atoms[nextAtom].role == .value { output += atoms[nextAtom].text }
          nextAtom += 1
        }
      case 0x20, Control.line, Control.item:
        if let last = output.last, last != 0x20 { output.append(0x20) }
      default:
        output.append(byte)
      }
    }
    while output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  /// Where in the source a range of the text comes from: what its bytes came from, and the whole of the links and
  /// templates that lie in it.
  ///
  /// - Complexity: O(log origins + origins and spans of the range).
  func sourceRange(of range: Range<Int>) -> SourceRange? {
    guard !range.isEmpty, !origins.isEmpty else { return nil }
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].offset <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var index = max(low - 1, 0)
    var start = Int.max
    var end = 0
    while index < origins.count, origins[index].offset < range.upperBound {
      let origin = origins[index]
      let stop = index + 1 < origins.count ? origins[index + 1].offset : bytes.count
      let first = max(origin.offset, range.lowerBound)
      let last = min(stop, range.upperBound)
      if first < last {
        start = min(start, origin.isVerbatim ? origin.source + (first - origin.offset) : origin.source)
        end = max(end, origin.isVerbatim ? origin.source + (last - origin.offset) : origin.sourceEnd)
      }
      index += 1
    }
    return start < end ? SourceRange(start: start, end: end) : nil
  }

  /// The text without a part of its bytes: what stands on both sides comes together.
  func removing(_ hole: Range<Int>, from range: Range<Int>) -> ValueText {
    var text = ValueText()
    for part in [range.lowerBound..<hole.lowerBound, hole.upperBound..<range.upperBound] where !part.isEmpty {
      let shift = text.bytes.count - part.lowerBound
      text.bytes += bytes[part]
      for span in spans(startingIn: part) where span.end <= part.upperBound {
        text.spans.append(
          Stretch(start: span.start + shift, end: span.end + shift, kind: span.kind, node: span.node)
        )
      }
      for atom in atoms(in: part) {
        text.atoms.append(Atom(offset: atom.offset + shift, value: atom.value, text: atom.text, role: atom.role))
      }
    }
    return text
  }
}
