/// A set of bytes by which most places of a text are told not to begin a word: ASCII, in which case does not count, and
/// all bytes beyond it together.
package struct ByteSet: Sendable, BitwiseCopyable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var holdsBeyondASCII: Bool

  /// A set without ASCII.
  ///
  /// - Parameter beyondASCII: whether it holds the bytes beyond ASCII.
  package init(beyondASCII: Bool = false) { holdsBeyondASCII = beyondASCII }

  package mutating func insert(_ byte: UInt8) {
    let byte = Bytes.lowercased(byte)
    if byte < 64 {
      low |= 1 << byte
    } else if byte < 128 {
      high |= 1 << (byte - 64)
    } else {
      holdsBeyondASCII = true
    }
  }

  package mutating func insertAll() {
    low = .max
    high = .max
    holdsBeyondASCII = true
  }

  package func contains(_ byte: UInt8) -> Bool {
    let byte = Bytes.lowercased(byte)
    return byte < 64 ? low >> byte & 1 != 0 : byte >= 128 ? holdsBeyondASCII : high >> (byte - 64) & 1 != 0
  }
}
