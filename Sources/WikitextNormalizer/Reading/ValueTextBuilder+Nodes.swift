import WikitextDocument
import WikitextSyntax

extension ValueTextBuilder {
  /// Reads a node.
  mutating func visit(_ index: Int) {
    let record = records[index]
    switch record.kind {
    case .text: addText(index)
    case .link: if !addBookNumber(index) { enter(index, as: .link) }
    case .externalLink: addExternalLink(index)
    case .bold: enter(index, as: .bold)
    case .element: addElement(index)
    // The text of a link is one: a break in it is for the layout.
    case .lineBreak: if openLinks > 0 { addSpace() } else { addBoundary(ValueText.Control.line) }
    case .template: addTemplate(index)
    case .parserFunction: addFunction(index)
    case .parameter: if index + 1 < Int(record.next) { enter(index + 1) }
    case .reference: addMark(reference: record.referenceNumber, note: nil)
    case .image: addImage(index)
    case .math: addFormula(index)
    case .code:
      let range = record.target.offsets
      let pool = document.pool
      add(pool.span, range, source: Int(record.sourceStart), sourceEnd: Int(record.sourceEnd))
    case .list, .listItem, .term, .description, .block, .paragraph, .preformatted, .heading, .section, .table,
      .tableRow, .tableCell, .tableHeaderCell:
      if !isHidden(index) { enter(index, between: ValueText.Control.item) }
    case .gallery: addGallery(index)
    case .thematicBreak: addBoundary(ValueText.Control.item)
    case .tableCaption, .referenceList, .extension: break
    case .document, .italic, .argument, .variant: enter(index)
    }
  }

  // MARK: Text

  /// Adds a text node: each piece of it with its place in the source, where character references and comments make the
  /// two go out of step.
  private mutating func addText(_ index: Int) {
    let record = records[index]
    let range = record.name.offsets
    let source = Int(record.sourceStart)..<Int(record.sourceEnd)
    let pool = document.pool
    let bytes = pool.span
    guard let first = range.first else { return }
    if bytes[first] == UInt8(ascii: "\n"), source.lowerBound > 0,
      document.source[source.lowerBound - 1] == UInt8(ascii: "\n")
    {
      addBoundary(ValueText.Control.item)
    }
    if range.count == source.count, !pool[range].contains(UInt8(ascii: "<")) {
      add(bytes, range, source: source.lowerBound)
    } else {
      addDecoded(range, source)
    }
  }

  private mutating func addDecoded(_ range: Range<Int>, _ source: Range<Int>) {
    let pool = document.pool
    let original = document.source
    var position = range.lowerBound
    var place = source.lowerBound
    var start = position
    var startPlace = place
    let lastEnd = lastCommentEnd(range)
    while position < range.upperBound {
      if pool[position] == UInt8(ascii: "<"),
        let (length, isBreak) = escapedTag(position, range.upperBound, lastEnd: lastEnd)
      {
        add(pool.span, start..<position, source: startPlace)
        if isBreak { addBoundary(ValueText.Control.line) }
        var left = length
        while left > 0, place < source.upperBound {
          let step = reference(at: place, source.upperBound)
          left -= step?.text ?? 1
          place += step?.length ?? 1
        }
        position += length
        (start, startPlace) = (position, place)
      } else if place < source.upperBound, original[place] == UInt8(ascii: "&"),
        let step = reference(at: place, source.upperBound), position + step.text <= range.upperBound
      {
        add(pool.span, start..<position, source: startPlace)
        add(pool.span, position..<position + step.text, source: place, sourceEnd: place + step.length)
        position += step.text
        place += step.length
        (start, startPlace) = (position, place)
      } else if place < source.upperBound, pool[position] == original[place] {
        position += 1
        place += 1
      } else if place < source.upperBound, original[place] == UInt8(ascii: "<") {
        // A comment, or a tag that shows nothing.
        add(pool.span, start..<position, source: startPlace)
        while place < source.upperBound, original[place] != UInt8(ascii: ">") { place += 1 }
        place = min(place + 1, source.upperBound)
        (start, startPlace) = (position, place)
      } else {
        break
      }
    }
    add(pool.span, start..<position, source: startPlace)
    if position < range.upperBound {
      add(pool.span, position..<range.upperBound, source: source.lowerBound, sourceEnd: source.upperBound)
    }
  }

  /// The character reference at a place of the source: its length there, and that of what it stands for.
  private func reference(at place: Int, _ end: Int) -> (length: Int, text: Int)? {
    guard document.source[place] == UInt8(ascii: "&") else { return nil }
    let source = document.source
    guard let reference = CharacterReference.parse(at: place, in: source.span, end: end) else { return nil }
    return (reference.length, reference.text.utf8.count)
  }

  /// Where the last end of a comment is in a text: what begins behind it has none.
  private func lastCommentEnd(_ range: Range<Int>) -> Int {
    let pool = document.pool
    let bytes = pool.span
    for place in range.reversed() where bytes[place] == UInt8(ascii: "-") {
      if Bytes.matches(bytes, at: place, end: range.upperBound, "-->") { return place }
    }
    return range.lowerBound
  }

  /// A `<br>` or a comment that the page escaped once too often, in text: its length.
  private func escapedTag(_ position: Int, _ end: Int, lastEnd: Int) -> (length: Int, isBreak: Bool)? {
    let pool = document.pool
    let bytes = pool.span
    if Bytes.matches(bytes, at: position, end: end, "<!--") {
      guard position < lastEnd else { return nil }
      var stop = position + 4
      while stop + 2 < end {
        if bytes[stop] == UInt8(ascii: "-"), Bytes.matches(bytes, at: stop, end: end, "-->") {
          return (stop + 3 - position, false)
        }
        stop += 1
      }
      return nil
    }
    if Bytes.matches(bytes, at: position, end: end, "<ref "), let close = escapedEnd(position, end) {
      return (close - position, false)
    }
    guard Bytes.matches(bytes, at: position, end: end, "<br") else { return nil }
    var stop = position + 3
    while stop < end, bytes[stop] == 0x20 || bytes[stop] == UInt8(ascii: "/") { stop += 1 }
    return stop < end && bytes[stop] == UInt8(ascii: ">") ? (stop + 1 - position, true) : nil
  }

  /// The end of an escaped `<ref name=… />`.
  private func escapedEnd(_ position: Int, _ end: Int) -> Int? {
    var stop = position + 5
    while stop < min(end, position + 100) {
      if document.pool[stop] == UInt8(ascii: ">") {
        return document.pool[stop - 1] == UInt8(ascii: "/") ? stop + 1 : nil
      }
      stop += 1
    }
    return nil
  }

  // MARK: Inlines

  /// `ISBN 0-306-40615-2` in running text, which MediaWiki makes a link to its book sources.
  private mutating func addBookNumber(_ index: Int) -> Bool {
    let target = document.string(records[index].target)
    guard target.hasPrefix("Special:BookSources/"), document.source[Int(records[index].sourceStart)] != 0x5B else {
      return false
    }
    var shown: [UInt8] = []
    document.appendPlainText(of: index, options: [], to: &shown)
    let code = String(decoding: shown.drop { ($0 | 0x20) &- 0x61 < 26 || $0 <= 0x20 }, as: UTF8.self)
    addAtom(.identifier(scheme: "ISBN", value: code), from: index, shown: shown)
    return true
  }

  private mutating func addExternalLink(_ index: Int) {
    let record = records[index]
    if record.flags.contains(.numbered) {
      addAtom(.url(document.string(record.target)), from: index, shown: [], role: .aside)
    } else {
      enter(index, as: .externalLink)
    }
  }

  private mutating func addElement(_ index: Int) {
    guard !isHidden(index) else { return }
    let record = records[index]
    switch document.string(record.name) {
    case "small": enter(index, as: .small)
    case "sup": enter(index, as: .raised, number: 1)
    case "sub": enter(index, as: .lowered, number: 0)
    case "rp", "style", "script": break
    case "rt": enter(index, as: .small)
    default:
      if record.flags.contains(.hasAttributes), isSmall(index) { enter(index, as: .small) } else { enter(index) }
    }
  }

  private mutating func addImage(_ index: Int) {
    let record = records[index]
    let file = document.string(record.target)
    addAtom(.image(file: file), from: index, shown: [], role: .aside)
  }

  private mutating func addGallery(_ index: Int) {
    var image = index + 1
    while image < Int(records[index].next) {
      addBoundary(ValueText.Control.item)
      if records[image].kind == .image { addImage(image) }
      image = Int(records[image].next)
    }
    addBoundary(ValueText.Control.item)
  }

  private mutating func addFormula(_ index: Int) {
    let range = records[index].target
    addAtom(.formula(document.string(range)), from: index, shown: Array(document.pool[range.offsets]))
  }

  // MARK: Styles

  /// Whether an element is not displayed.
  func isHidden(_ index: Int) -> Bool {
    guard records[index].flags.contains(.hasAttributes), let style = style(index) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// Whether an element's letters are smaller than those around it.
  private func isSmall(_ index: Int) -> Bool {
    guard let style = style(index), let place = style.range(of: "font-size:") else { return false }
    var digits = 0
    var value = 0
    var isDecimal = false
    var scale = 1.0
    for byte in style[place...] {
      if (byte &- 0x30) < 10 {
        if digits > 6 { return false }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if isDecimal { scale *= 10 }
      } else if byte == UInt8(ascii: "."), !isDecimal {
        isDecimal = true
      } else {
        let number = Double(value) / scale
        switch byte {
        case UInt8(ascii: "%"): return digits > 0 && number < 100
        case UInt8(ascii: "e"): return digits > 0 && number < 1
        case UInt8(ascii: "s"): return digits == 0 && style[place...].starts(with: Array("small".utf8))
        case UInt8(ascii: "x"): return digits == 0 && style[place...].starts(with: Array("x-small".utf8))
        default: return false
        }
      }
    }
    return false
  }

  /// The style of an element, in lower case and without blanks.
  private func style(_ index: Int) -> StyleText? {
    for attribute in document.attributeRecords(of: index) where document.string(attribute.name) == "style" {
      return StyleText(document.pool[attribute.value.offsets])
    }
    return nil
  }
}

/// The text of a `style` attribute, in lower case and without blanks.
struct StyleText {
  private var bytes: [UInt8] = []

  init(_ value: ArraySlice<UInt8>) {
    for byte in value where byte > 0x20 { bytes.append((byte &- 0x41) < 26 ? byte | 0x20 : byte) }
  }

  func contains(_ property: StaticString) -> Bool { range(of: property) != nil }

  /// The offset behind the first place where a property is set.
  func range(of property: StaticString) -> Int? {
    for start in bytes.indices where Bytes.matches(bytes.span, at: start, end: bytes.count, property) {
      return start + property.utf8CodeUnitCount
    }
    return nil
  }

  subscript(range: PartialRangeFrom<Int>) -> ArraySlice<UInt8> { bytes[range] }
}
