import WikitextDocument
import WikitextSyntax

/// Labels in front of a value, addresses, files and codes.
extension ItemReader {
  /// A value behind a label with a colon: "Nominal: 5 %", "CSM: 4039", `公司总经理：李跃`.
  mutating func values(labelled item: Item) -> [Value]? {
    guard !item.isLabelled, expectation.kind != .style,
      let (label, rest) = label(of: item.core) ?? labelBefore(date: item.core)
    else { return nil }
    let saved = values.count
    var inner = item
    inner.core = rest
    inner.isLabelled = true
    guard var found = value(inner), !found.isEmpty, values.count == saved else { return nil }
    let string = text.plain(withoutBrackets(label))
    if !string.isEmpty { found[0].qualifiers.insert(string, at: 0) }
    if found[0].asOf == nil { found[0].asOf = asOf(of: found[0], label) }
    return found
  }

  private mutating func asOf(of value: Value, _ label: Range<Int>) -> EDTFDate? {
    value.content.isNumeric ? grammar.qualifierDate(text, label) : nil
  }

  /// The label of a range, and what is behind its colon.
  private func label(of range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    let bytes = text.bytes
    var blanks = 0
    for offset in range {
      switch bytes[offset] {
      case 0x20: blanks += 1
      case UInt8(ascii: ":"):
        let next = offset + 1
        guard next < range.upperBound, offset > range.lowerBound, !isInAnyLink(offset, range) else { return nil }
        guard bytes[next] == 0x20 || bytes[next] == ValueText.Control.atom || isBoldEnd(next, range) else { return nil }
        return (text.trimmed(range.lowerBound..<offset), text.trimmed(next..<range.upperBound))
      case 0xEF where offset + 3 < range.upperBound && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A:
        guard offset > range.lowerBound, !isInAnyLink(offset, range) else { return nil }
        return (text.trimmed(range.lowerBound..<offset), text.trimmed(offset + 3..<range.upperBound))
      case UInt8(ascii: "("): return nil
      case UInt8(ascii: ".") where offset + 1 < range.upperBound && bytes[offset + 1] == 0x20 && blanks > 0:
        // A sentence ends here; an abbreviation stands at the beginning.
        return nil
      default: break
      }
      if blanks > 6 || offset - range.lowerBound > 80 { return nil }
    }
    return nil
  }

  /// 「イギリスより1947年8月14日」: what a date is counted from, and the date.
  private func labelBefore(date range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    guard expectation.kind == .date || expectation.kind == .interval else { return nil }
    for word in words.labels where word[0] >= 0x80 && range.count > word.count {
      for end in range.lowerBound + word.count..<range.upperBound
      where text.bytes[end - word.count..<end].elementsEqual(word) {
        return (range.lowerBound..<end, text.trimmed(end..<range.upperBound))
      }
    }
    return nil
  }

  private func isBoldEnd(_ offset: Int, _ range: Range<Int>) -> Bool {
    text.spans(startingIn: range.lowerBound..<offset).contains { $0.kind == .bold && $0.end == offset }
  }

  private func isInAnyLink(_ offset: Int, _ range: Range<Int>) -> Bool {
    text.spans(startingIn: range.lowerBound..<offset + 1).contains {
      ($0.kind == .link || $0.kind == .externalLink) && $0.end > offset
    }
  }

  // MARK: Addresses

  /// An outside link: its address in a field of addresses, else its label; around a value it is only a source.
  mutating func addressValue(_ item: Item) -> [Value]? {
    guard let link = soleLink(in: item.core, .externalLink) else {
      return expectation.kind == .url ? addressAmongWords(item) : nil
    }
    let record = document.records[link.node]
    let address = document.string(record.target)
    let isBare = record.flags.contains(.bare)
    guard expectation.kind == .url || isBare && expectation.kind != .name else {
      return [finish(.text(text.plain(item.core)), item)]
    }
    guard let url = WebAddress.absolute(address) else { return nil }
    var item = item
    item.core = link.start..<link.end
    if url.hasPrefix("mailto:") { return [finish(.email(String(url.dropFirst(7))), item)] }
    return [finish(.url(url), item)]
  }

  /// An address with words beside it.
  private mutating func addressAmongWords(_ item: Item) -> [Value]? {
    let links = text.spans(startingIn: item.core).filter { $0.kind == .externalLink }
    guard links.count == 1, let link = links.first,
      let url = WebAddress.absolute(document.string(document.records[link.node].target))
    else { return nil }
    var item = item
    let front = text.trimmed(item.core.lowerBound..<link.start)
    let back = text.trimmed(link.end..<item.core.upperBound)
    if !front.isEmpty { item.before.append(withoutColon(front)) }
    if !back.isEmpty { item.after.insert(back, at: 0) }
    item.core = link.start..<link.end
    return [finish(.url(url), item)]
  }

  /// The name of a file in a field of images.
  mutating func fileValue(_ item: Item) -> [Value]? {
    guard expectation.kind == .image else { return nil }
    let atoms = text.atoms(in: item.core)
    var files: [Value] = []
    for atom in atoms {
      if case .image = atom.value.content { files.append(atom.value) }
      if case .external = atom.value.content, item.core.count == 1 { files.append(atom.value) }
    }
    if let first = files.indices.first {
      addMarks(of: item.extent, to: &files[first])
      return files
    }
    // Options of the image may be behind a `{{!}}`.
    let name = String(text.plain(item.core).prefix { $0 != "|" })
    guard WebAddress.isFileName(name) else { return nil }
    var file = document.configuration.fileName(name)
    if soleLink(in: item.core) != nil, let colon = file.firstIndex(of: ":") {
      // The name of the namespace on another wiki.
      file = document.configuration.normalizedTitle(String(file[file.index(after: colon)...]))
    }
    return [finish(.image(file: file), item)]
  }

  // MARK: Codes

  /// The codes of a field of codes; nil where what stands there is no code.
  mutating func identifiers(_ item: Item) -> [Value]? {
    if let atom = text.atom(at: item.core.lowerBound), item.core.count == 1 {
      var value = atom.value
      apply(item, to: &value)
      return [value]
    }
    // An account may be given by its address.
    if expectation.scheme == nil, text.bytes[item.core].starts(with: "http".utf8), let address = addressValue(item) {
      return address
    }
    // "なし", "нет": words where there is no code.
    if expectation.scheme != nil, !item.core.contains(where: { mayBeInCode(text.bytes[$0]) }) { return nil }
    if isCode(item.core), hasLetterOrDigitOnly(item.core) { return [identifier(item)] }
    var stripped = item
    strip(&stripped)
    let parts = splitter.parts(stripped.core, inLinks: true)
    if parts.count > 1, parts.allSatisfy({ isCode($0.range) }) {
      return parts.enumerated().map { place, part in
        var item = Item(part.range, in: part.range)
        if place == parts.count - 1 { item.after = stripped.after }
        return identifier(item)
      }
    }
    guard isCode(stripped.core) else { return nil }
    return [identifier(stripped)]
  }

  private mutating func identifier(_ item: Item) -> Value {
    let reading = grammar.read(text, item.core, expecting: expectation)
    if let reading, case .identifier = reading.content { return finish(reading.content, item) }
    return finish(.identifier(scheme: expectation.scheme, value: text.plain(item.core)), item)
  }

  /// Whether a byte is one that every code of a scheme has one of: a letter or digit of ASCII, the dot of `.рф`.
  private func mayBeInCode(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: ".")
  }

  private func hasLetterOrDigitOnly(_ range: Range<Int>) -> Bool {
    !range.contains {
      text.bytes[$0] == UInt8(ascii: ",") || text.bytes[$0] == UInt8(ascii: "/") || text.bytes[$0] == UInt8(ascii: "&")
        || text.bytes[$0] == UInt8(ascii: ";") || text.bytes[$0] == UInt8(ascii: "(") || text.bytes[$0] >= 0xE3
    }
      || text.bytes[range.lowerBound] == UInt8(ascii: "(")
      || longFormula(range)
  }

  /// Structures of chemistry are full of commas and slashes.
  private func longFormula(_ range: Range<Int>) -> Bool {
    range.count > 12 && !range.contains { text.bytes[$0] == 0x20 }
  }

  /// Whether a range can be a code: it is one word, or some words without a long one in small letters, and has a digit.
  private func isCode(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    var blanks = 0
    var digits = 0
    var smallLetters = 0
    for offset in range {
      let byte = bytes[offset]
      smallLetters = (byte &- 0x61) < 26 ? smallLetters + 1 : 0
      if byte == 0x20 { blanks += 1 }
      if (byte &- 0x30) < 10 || byte == 0xD9 || byte == 0xDB || byte == 0xE0 { digits += 1 }
      if byte == UInt8(ascii: ":"), offset + 1 < range.upperBound, bytes[offset + 1] == 0x20 { return false }
      if smallLetters > 3, blanks > 0 { return false }
    }
    return blanks == 0 ? digits > 0 || range.count <= 40 : digits > 0 && blanks <= 6
  }
}
