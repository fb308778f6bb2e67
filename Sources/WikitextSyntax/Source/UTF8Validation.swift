/// Whether bytes are UTF-8.
package enum UTF8Validation {
  /// Whether bytes are UTF-8 throughout (Unicode 15, table 3-7).
  ///
  /// The standard library's check looks at every byte of other scripts on its own, at some twenty instructions; here a
  /// character is two comparisons.
  ///
  /// - Complexity: O(bytes).
  package static func isValid(_ bytes: Span<UInt8>) -> Bool {
    let raw = unsafe bytes.bytes
    let count = bytes.count
    var place = 0
    while true {
      // Eight bytes of ASCII at a time.
      while place &+ 8 <= count {
        // In bounds by the condition, as the load below is by its own.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        let beyond = word & 0x8080_8080_8080_8080
        if beyond != 0 {
          place &+= beyond.trailingZeroBitCount &>> 3
          break
        }
        place &+= 8
      }
      while place < count, bytes[place] < 0x80 { place &+= 1 }
      if place == count { return true }
      // Characters beyond ASCII stand side by side.
      while place &+ 4 <= count {
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        // Two letters of Greek, Cyrillic, Arabic …: both leads are at least 0xC2.
        if word & 0xC0E0_C0E0 == 0x80C0_80C0, word & 0x0000_001E != 0, word & 0x001E_0000 != 0 {
          place &+= 4
          continue
        }
        let length = lengthOfScalar(word)
        if length == 0 { break }
        place &+= length
      }
      guard place < count, bytes[place] >= 0x80 else { continue }
      let length = lengthOfScalar(lastBytes(bytes, from: place))
      guard length > 0, place &+ length <= count else { return false }
      place &+= length
    }
  }

  /// The last bytes as a word, zeros behind them.
  private static func lastBytes(_ bytes: Span<UInt8>, from place: Int) -> UInt32 {
    var word: UInt32 = 0
    for offset in 0..<min(4, bytes.count - place) { word |= UInt32(bytes[place + offset]) << (8 * UInt32(offset)) }
    return word
  }

  /// How many bytes the scalar beyond ASCII at the low end of a word has; 0 where there is none.
  @inline(__always)
  private static func lengthOfScalar(_ word: UInt32) -> Int {
    let lead = word & 0xFF
    let second = word >> 8 & 0xFF
    if word & 0x0000_C0E0 == 0x0000_80C0 { return lead >= 0xC2 ? 2 : 0 }
    if word & 0x00C0_C0F0 == 0x0080_80E0 {
      // Neither what two bytes could say nor a surrogate.
      return lead == 0xE0 && second < 0xA0 || lead == 0xED && second >= 0xA0 ? 0 : 3
    }
    if word & 0xC0C0_C0F8 == 0x8080_80F0 {
      return lead == 0xF0 && second < 0x90 || lead == 0xF4 && second >= 0x90 || lead > 0xF4 ? 0 : 4
    }
    return 0
  }
}
