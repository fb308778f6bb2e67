/// Titles as they are written in links.
package enum TitleText {
  /// The target of a link as MediaWiki reads it: percent-encoded bytes first, then character references.
  ///
  /// - Complexity: O(`target.count`).
  package static func decoded(_ target: ArraySlice<UInt8>) -> [UInt8] {
    CharacterReference.decodingAll(in: percentDecoded(target)[...])
  }

  /// What titles do without: spaces beyond ASCII, which are spaces to them, and marks of writing direction, which are
  /// nothing (`MediaWikiTitleCodec::splitTitleString`).
  ///
  /// - Returns: the length in bytes of the one at `position`, and whether it is a space.
  package static func invisible(at position: Int, in bytes: Span<UInt8>) -> (length: Int, isSpace: Bool)? {
    // The bytes that such scalars begin with are common ones in Chinese and Japanese.
    switch bytes[position] {
    case 0xC2, 0xE1...0xE3: break
    default: return nil
    }
    guard let (scalar, length) = UTF8Scalars.decode(at: position, in: bytes, end: bytes.count) else { return nil }
    switch scalar.value {
    case 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return (length, true)
    case 0x200E, 0x200F, 0x202A...0x202E: return (length, false)
    default: return nil
    }
  }

  /// The bytes with each `%41` replaced by the byte that it stands for (`rawurldecode`); as they are, when that would be
  /// no UTF-8: no title is.
  ///
  /// - Complexity: O(`bytes.count`).
  package static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.endIndex,
        let high = Bytes.hexDigit(bytes[position + 1]), let low = Bytes.hexDigit(bytes[position + 2])
      {
        output.append(high << 4 | low)
        position += 3
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return isValidUTF8(output) ? output : Array(bytes)
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
