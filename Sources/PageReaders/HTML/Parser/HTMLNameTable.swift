/// Names and what they mean, looked up by a hash of their bytes.
///
/// The names are few and known: that no two of them share a hash is checked when the table is made.
struct HTMLNameTable<Value: Sendable>: Sendable {
  private var values: [UInt64: Value] = [:]

  /// A table of names and their meanings; a name that comes again replaces what it meant.
  init(_ names: some Sequence<(String, Value)>) {
    for (name, value) in names { values[HTMLNameHash.of(name.utf8)] = value }
  }

  /// What a name means.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  subscript(hash: HTMLNameHash) -> Value? { values[hash.value] }
}

/// The 64-bit FNV-1a hash of a name, ASCII letters without case.
struct HTMLNameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let lowercased = (byte &- 0x41) < 26 ? byte | 0x20 : byte
    value = (value ^ UInt64(lowercased)) &* 0x100_0000_01B3
  }

  /// The hash of all of a name's bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = HTMLNameHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
