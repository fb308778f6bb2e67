/// Names and a number for each, looked up without taking memory.
///
/// Names that differ in nothing but case are entries of their own, one behind the other.
struct NameTable: Sendable {
  private struct Entry {
    var hash: UInt64
    var exactHash: UInt64
    var start: UInt32
    var end: UInt32
    var value: UInt32
    /// The next entry of the same key, plus one.
    var next: UInt32 = 0
    /// Of the first entry of a key: the last one.
    var last: UInt32
  }

  private var keys: [UInt8] = []
  private var entries: [Entry] = []
  /// The first entry of a key, plus one, from the place on that its hash says. At least half of them are empty.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  /// Whether there is nothing in it.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a name, behind those of the same key.
  ///
  /// - Complexity: O(1) on average.
  mutating func insert(_ key: NameKey, _ value: Int) {
    if entries.count * 2 >= slots.count { grow() }
    let number = UInt32(entries.count)
    let slot = slot(of: key)
    let start = UInt32(keys.count)
    if slots[slot] == 0 {
      slots[slot] = number + 1
      key.copyBytes(to: &keys)
      entries.append(entry(key, value, start..<UInt32(keys.count), number))
    } else {
      let first = Int(slots[slot] - 1)
      entries.append(entry(key, value, entries[first].start..<entries[first].end, number))
      entries[Int(entries[first].last)].next = number + 1
      entries[first].last = number
    }
  }

  private func entry(_ key: NameKey, _ value: Int, _ range: Range<UInt32>, _ number: UInt32) -> Entry {
    Entry(
      hash: key.hash,
      exactHash: key.exactHash,
      start: range.lowerBound,
      end: range.upperBound,
      value: UInt32(truncatingIfNeeded: value),
      last: number
    )
  }

  /// The first entry of a key.
  func first(_ key: NameKey) -> Int? {
    let first = slots[slot(of: key)]
    return first == 0 ? nil : Int(first - 1)
  }

  /// The next entry of the same key.
  func next(after entry: Int) -> Int? {
    let next = entries[entry].next
    return next == 0 ? nil : Int(next - 1)
  }

  /// The number of an entry.
  func value(_ entry: Int) -> Int { Int(entries[entry].value) }

  /// Gives an entry another number.
  mutating func setValue(_ value: Int, of entry: Int) { entries[entry].value = UInt32(truncatingIfNeeded: value) }

  /// The entry of a name in the case in which it is written.
  func exact(_ key: NameKey) -> Int? {
    var entry = first(key)
    while let found = entry {
      if entries[found].exactHash == key.exactHash { return found }
      entry = next(after: found)
    }
    return nil
  }

  /// The entry of a name in its own case, or else the first in another one.
  func nearest(_ key: NameKey) -> Int? {
    guard let first = first(key) else { return nil }
    return exact(key) ?? first
  }

  /// The slot that a key has, or would have.
  private func slot(of key: NameKey) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.hash ^ key.hash >> 32) & mask
    let bytes = keys.span
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot] - 1)]
      if entry.hash == key.hash, key.isEqual(to: bytes, Int(entry.start)..<Int(entry.end)) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    var larger: [UInt32] = Array(repeating: 0, count: slots.count * 2)
    for first in slots where first != 0 {
      let hash = entries[Int(first - 1)].hash
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = first
    }
    slots = larger
  }
}
