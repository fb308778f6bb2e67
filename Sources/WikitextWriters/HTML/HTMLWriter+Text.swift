import WikitextDocument
import WikitextSyntax

/// Text and its escapes.
extension HTMLWriter {
  /// Writes a text node.
  mutating func writeText(_ index: Int) {
    var range = records[index].name.offsets
    let pool = pool
    if preformattedDepth > 0 {
      appendText(pool.span, range)
    } else {
      if output.count == contentStart { range = HTMLWriter.withoutBlanksAtStart(pool.span, range) }
      appendProse(pool.span, range)
    }
  }

  private static func withoutBlanksAtStart(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
    return start..<range.upperBound
  }

  /// Appends text with French spacing: no line is broken before `?`, `:`, `;`, `!`, `%`, `»`, `›` and after `«` and `‹`
  /// (`Sanitizer::armorFrenchSpaces`).
  private mutating func appendProse(_ text: Span<UInt8>, _ range: Range<Int>) {
    var copied = range.lowerBound
    for position in range where text[position] == 0x20 {
      guard FrenchSpacing.keepsTogether(spaceAt: position, in: text, range) else { continue }
      appendText(text, copied..<position)
      output.append("&#160;")
      copied = position + 1
    }
    appendText(text, copied..<range.upperBound)
  }

  /// Appends text: `&`, `<` and `>` as references, and no-break spaces so that they can be seen.
  mutating func appendText(_ text: Span<UInt8>, _ range: Range<Int>) {
    var copied = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let escape: StaticString
      var length = 1
      switch text[position] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case 0xC2 where position + 1 < range.upperBound && text[position + 1] == 0xA0:
        escape = "&#160;"
        length = 2
      default:
        position += 1
        continue
      }
      output.append(text, copied, position)
      output.append(escape)
      position += length
      copied = position
    }
    output.append(text, copied, range.upperBound)
  }

  /// Appends the value of an attribute, without its quotation marks.
  mutating func appendAttributeValue(_ text: Span<UInt8>, _ range: Range<Int>) {
    var copied = range.lowerBound
    for position in range {
      let escape: StaticString
      switch text[position] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case 0x0A: escape = "&#10;"
      case 0x0D: escape = "&#13;"
      case 0x09: escape = "&#9;"
      default: continue
      }
      output.append(text, copied, position)
      output.append(escape)
      copied = position + 1
    }
    output.append(text, copied, range.upperBound)
  }

  /// Appends text that is not in the document's pool.
  mutating func appendText(_ text: [UInt8]) { appendText(text.span, 0..<text.count) }

  /// Appends ` name="value"`.
  mutating func appendAttribute(_ name: StaticString, _ value: [UInt8]) {
    output.append(UInt8(ascii: " "))
    output.append(name)
    output.append("=\"")
    appendAttributeValue(value.span, 0..<value.count)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends bytes that are HTML already.
  mutating func append(_ bytes: [UInt8]) { output.append(bytes.span, 0, bytes.count) }
}
