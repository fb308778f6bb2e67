/// Spellings and the number that each one means: an open-addressing table over bytes.
///
/// Built once, then only read. A look-up hashes the bytes in the form of `Folding` (lower case, say), probes linearly
/// and compares; it allocates nothing. A spelling whose case matters lies in the table as it is written and is
/// compared so, but is hashed like the others, so that one probe finds both kinds.
struct SpellingTable<Folding: ComparableBytes>: Sendable {
  private struct Entry {
    var hash: UInt32
    var start: UInt32
    var length: UInt16
    var value: UInt16
    var isCaseSensitive: Bool
  }

  private var text: [UInt8] = []
  private var entries: [Entry] = []
  /// Index of an entry plus one, or 0. The count is a power of two and at least twice that of the entries.
  private var slots: [UInt16] = Array(repeating: 0, count: 16)
  /// No spelling that is longer can be in the table. Lower case makes no scalar more than three times shorter.
  private var longestMatch = 0

  /// The number of spellings.
  var count: Int { entries.count }

  /// Adds a spelling; one that is there already keeps its first meaning.
  mutating func insert(_ spelling: Span<UInt8>, _ range: Range<Int>, value: UInt16, isCaseSensitive: Bool = false) {
    guard find(spelling, range, exactly: isCaseSensitive) == nil else { return }
    precondition(entries.count < Int(UInt16.max) - 1, "A table holds at most 65,534 spellings.")
    if (entries.count + 1) * 2 > slots.count { grow() }
    let start = text.count
    if isCaseSensitive {
      for position in range { text.append(spelling[position]) }
    } else {
      var form = Folding(range)
      while let byte = form.next(in: spelling) { text.append(byte) }
    }
    let hash = Self.hash(spelling, range)
    entries.append(
      Entry(
        hash: hash,
        start: UInt32(start),
        length: UInt16(text.count - start),
        value: value,
        isCaseSensitive: isCaseSensitive
      )
    )
    place(entries.count, hash: hash)
    longestMatch = max(longestMatch, (text.count - start) * 3)
  }

  /// What the spelling at `range` means.
  /// - Complexity: O(`range.count`), and O(1) where that is more than any spelling has.
  func value(of source: Span<UInt8>, _ range: Range<Int>) -> UInt16? {
    find(source, range, exactly: nil)
  }

  /// Where `exactly` is given, only entries that are compared so (`true`) or in their form (`false`).
  private func find(_ source: Span<UInt8>, _ range: Range<Int>, exactly: Bool?) -> UInt16? {
    guard !range.isEmpty, Folding.self == NamespaceBytes.self || range.count <= longestMatch else { return nil }
    let hash = Self.hash(source, range)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, exactly == nil || entry.isCaseSensitive == exactly, matches(entry, source, range) {
        return entry.value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ entry: Entry, _ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let text = self.text.span
    let start = Int(entry.start)
    let end = start + Int(entry.length)
    if entry.isCaseSensitive {
      guard range.count == end - start else { return false }
      for offset in 0..<range.count where source[range.lowerBound + offset] != text[start + offset] { return false }
      return true
    }
    var form = Folding(range)
    var position = start
    while let byte = form.next(in: source) {
      guard position < end, text[position] == byte else { return false }
      position += 1
    }
    return position == end
  }

  /// FNV-1a of the bytes in their form.
  private static func hash(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    var form = Folding(range)
    while let byte = form.next(in: source) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in entries.indices { place(index + 1, hash: entries[index].hash) }
  }

  private mutating func place(_ number: Int, hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt16(number)
  }
}
