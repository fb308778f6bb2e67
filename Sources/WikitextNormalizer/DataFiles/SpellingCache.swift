/// What spellings of names were found to mean. The names of a wiki's templates and of their parameters come again and
/// again; to look one up in the data folds its case and asks one table after another, to look it up here is a hash and a
/// comparison.
///
/// It holds some thousands of spellings and forgets them all when it is full, so that its size has a bound.
struct SpellingCache: Sendable {
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    var start: UInt32 = 0
    /// Zero where the slot is free.
    var length: UInt16 = 0
    var scope: UInt16 = 0
    var value: Int32 = 0
  }

  private static let slotCount = 4096
  private static let mostEntries = 2048
  /// Longer names are not kept.
  private static let longest = 64
  /// So many slots are looked at: names that were made to collide only miss.
  private static let probes = 8

  private var slots: [Slot] = []
  private var spellings: [UInt8] = []
  private var count = 0

  /// What is known of a spelling; nil where nothing is.
  ///
  /// - Parameters:
  ///   - bytes: where the spelling is.
  ///   - range: its range.
  ///   - scope: what it is asked of: a template's number for its parameters.
  /// - Returns: the value that was entered for it.
  /// - Complexity: O(length).
  func value(of bytes: Span<UInt8>, _ range: Range<Int>, scope: Int = 0) -> Int32? {
    guard !slots.isEmpty, 1...SpellingCache.longest ~= range.count else { return nil }
    let hash = SpellingCache.hash(bytes, range, scope)
    var place = Int(hash) & (SpellingCache.slotCount - 1)
    for _ in 0..<SpellingCache.probes {
      let slot = slots[place]
      if slot.length == 0 { return nil }
      if slot.hash == hash, slot.scope == scope, slot.length == range.count, isSpelled(slot, bytes, range) {
        return slot.value
      }
      place = (place + 1) & (SpellingCache.slotCount - 1)
    }
    return nil
  }

  /// Enters what was found for a spelling that is not known yet.
  mutating func insert(_ value: Int32, for bytes: Span<UInt8>, _ range: Range<Int>, scope: Int = 0) {
    guard 1...SpellingCache.longest ~= range.count, scope < UInt16.max else { return }
    if slots.isEmpty || count == SpellingCache.mostEntries {
      slots = [Slot](repeating: Slot(), count: SpellingCache.slotCount)
      spellings.removeAll(keepingCapacity: true)
      count = 0
    }
    let hash = SpellingCache.hash(bytes, range, scope)
    var place = Int(hash) & (SpellingCache.slotCount - 1)
    for _ in 0..<SpellingCache.probes {
      if slots[place].length == 0 {
        slots[place] = Slot(
          hash: hash,
          start: UInt32(truncatingIfNeeded: spellings.count),
          length: UInt16(truncatingIfNeeded: range.count),
          scope: UInt16(truncatingIfNeeded: scope),
          value: value
        )
        for offset in range { spellings.append(bytes[offset]) }
        count += 1
        return
      }
      place = (place + 1) & (SpellingCache.slotCount - 1)
    }
  }

  private func isSpelled(_ slot: Slot, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(slot.start)
    for offset in 0..<range.count where spellings[start &+ offset] != bytes[range.lowerBound &+ offset] { return false }
    return true
  }

  /// FNV-1a, four bytes at a time.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, _ scope: Int) -> UInt32 {
    var hash = 0x811C_9DC5 ^ UInt32(truncatingIfNeeded: scope &* 0x9E37_79B1)
    var place = range.lowerBound
    while place &+ 4 <= range.upperBound {
      // In bounds by the condition.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)
      hash = (hash ^ word) &* 0x0100_0193
      hash ^= hash >> 15
      place &+= 4
    }
    while place < range.upperBound {
      hash = (hash ^ UInt32(bytes[place])) &* 0x0100_0193
      place &+= 1
    }
    return hash ^ hash >> 15
  }
}
