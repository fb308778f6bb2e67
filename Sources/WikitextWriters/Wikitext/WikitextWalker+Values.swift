import WikitextDocument
import WikitextSyntax

/// Targets, addresses, attributes: values inside of markup.
extension WikitextWalker {
  /// Writes bytes of a value: those that `isMarkup` names as character references, and what looks like one.
  ///
  /// Templates in it, which are not expanded, stay as they are.
  private mutating func writeValue(
    _ value: ArraySlice<UInt8>,
    endsAtSpaces: Bool = false,
    _ isMarkup: (UInt8) -> Bool
  ) {
    var braces = 0
    var position = value.startIndex
    while position < value.endIndex {
      let byte = value[position]
      let isPair = position + 1 < value.endIndex && value[position + 1] == byte
      if isPair, byte == UInt8(ascii: "{") || (byte == UInt8(ascii: "}") && braces > 0) {
        braces += byte == UInt8(ascii: "{") ? 1 : -1
        output.append(raw: value[position..<position + 2])
        position += 2
        continue
      }
      if endsAtSpaces, byte >= 0x80, let space = Self.space(at: value[position...]) {
        output.appendReference(to: space.value)
        position += UTF8.width(space)
        continue
      }
      if braces == 0, isMarkup(byte) || (byte == UInt8(ascii: "&") && CharacterReference.begins(value[position...])) {
        output.appendReference(to: UInt32(byte))
      } else {
        output.append(byte: byte)
      }
      position += 1
    }
  }

  /// The space that a text begins with, if it is one that is not of ASCII.
  static func space(at text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = text.first, first >= 0xC2,
      let scalar = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first,
      scalar.properties.generalCategory == .spaceSeparator
    else { return nil }
    return scalar
  }

  /// Writes the title in a link.
  mutating func writeTarget(_ title: ArraySlice<UInt8>) { writeValue(title) { _ in false } }

  /// Writes an address; what would end it is written with character references.
  mutating func writeAddress(_ address: ArraySlice<UInt8>) {
    let endsAtPipe = output.context.endsAtPipe
    writeValue(address, endsAtSpaces: true) { byte in
      switch byte {
      case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x7F: true
      case UInt8(ascii: "|"): endsAtPipe
      default: false
      }
    }
  }

  /// Writes the attributes of a node, each with a space before it.
  ///
  /// - Parameters:
  ///   - index: the node.
  ///   - isInTable: in the markup of a table, where a pipe ends them.
  ///   - names: those that are left out.
  mutating func writeAttributes(of index: Int, isInTable: Bool = false, except names: [StaticString] = []) {
    guard records[index].flags.contains(.hasAttributes) else { return }
    for attribute in document.attributeRecords(of: index) {
      let name = pool[attribute.name.offsets]
      if names.contains(where: { $0.equals(name) }) { continue }
      writeAttribute(name, pool[attribute.value.offsets], isInTable: isInTable)
    }
  }

  mutating func writeAttribute(
    _ name: some Sequence<UInt8>,
    _ value: ArraySlice<UInt8>,
    isInTable: Bool = false
  ) {
    output.append(byte: 0x20)
    output.append(raw: name)
    output.append(raw: "=\"".utf8)
    let endsAtPipe = isInTable || output.context.endsAtPipe
    writeValue(value) { byte in
      switch byte {
      case 0x22, 0x3C, 0x3E, 0x0A: true
      case UInt8(ascii: "|"), UInt8(ascii: "["): endsAtPipe
      case UInt8(ascii: "!"): isInTable
      default: false
      }
    }
    output.append(byte: 0x22)
  }

  /// Writes the value of an option of an image.
  mutating func writeOptionValue(_ value: ArraySlice<UInt8>) {
    writeValue(value) { byte in
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x3C, 0x3E, 0x0A, 0x27: true
      default: false
      }
    }
  }
}

extension StaticString {
  /// Whether these are its bytes.
  func equals(_ bytes: ArraySlice<UInt8>) -> Bool {
    withUTF8Buffer { unsafe bytes.elementsEqual($0) }
  }
}

extension CharacterReference {
  /// Whether a text begins with a reference.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    // No name is longer.
    let window = text.prefix(64)
    return parse(at: 0, in: window.span, end: window.count) != nil
  }
}
