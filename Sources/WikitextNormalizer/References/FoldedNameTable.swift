/// A map from folded names to numbers, several tables in one: `scope` tells them apart.
///
/// Built once and then only read; a look-up hashes the name once and touches a slot or two.
struct FoldedNameTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    var scope: UInt32 = 0
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// Zero where the slot is free, else one more than the value.
    var value: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var keys: [UInt8] = []
  private var count = 0

  /// Enters a name; one that is there already keeps its value.
  mutating func insert(_ key: [UInt8], scope: Int, value: Int) {
    guard !key.isEmpty else { return }
    if count * 2 >= slots.count { grow() }
    let hash = FoldedNameTable.hash(key.span, scope)
    var place = Int(hash) & (slots.count - 1)
    while slots[place].value != 0 {
      if matches(slots[place], hash, scope, key.span) { return }
      place = (place + 1) & (slots.count - 1)
    }
    let start = keys.count
    keys += key
    slots[place] = Slot(
      hash: hash,
      scope: UInt32(truncatingIfNeeded: scope),
      start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: keys.count),
      value: UInt32(truncatingIfNeeded: value + 1)
    )
    count += 1
  }

  /// The value of a folded name.
  ///
  /// - Complexity: O(length of the name).
  func value(of key: Span<UInt8>, scope: Int) -> Int? {
    let hash = FoldedNameTable.hash(key, scope)
    var place = Int(hash) & (slots.count - 1)
    while slots[place].value != 0 {
      if matches(slots[place], hash, scope, key) { return Int(slots[place].value) - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ slot: Slot, _ hash: UInt32, _ scope: Int, _ key: Span<UInt8>) -> Bool {
    guard slot.hash == hash, Int(slot.scope) == scope, Int(slot.end - slot.start) == key.count else { return false }
    for offset in 0..<key.count where keys[Int(slot.start) + offset] != key[offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.value != 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].value != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// FNV-1a; the table never changes after it is built, so nobody can choose names that collide.
  private static func hash(_ key: Span<UInt8>, _ scope: Int) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5 ^ UInt32(truncatingIfNeeded: scope &* 0x9E37)
    for offset in 0..<key.count { hash = (hash ^ UInt32(key[offset])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
