/// Spellings by their folded bytes, to be found where their end is not known.
///
/// Nodes lie in columns; the children of one are a list by `sibling`, those of the root a table by byte.
///
/// - Invariants: `bytes`, `firstChild`, `sibling` and `meaning` have one entry a node.
struct WordTrie: Sendable {
  private(set) var meanings: [WordMeaning] = []
  /// The spellings as the data write them, for those whose case decides.
  private var text: [UInt8] = []
  private var bytes: [UInt8] = []
  private var firstChild: [Int32] = []
  private var sibling: [Int32] = []
  private var meaning: [Int32] = []
  /// The sorts of meanings of a spelling, at its first meaning's place.
  private var kinds: [UInt64] = []
  private var roots = [Int32](repeating: -1, count: 256)

  /// Adds a meaning of the spelling at `range` of `source`, behind those that it has.
  mutating func insert(_ source: Span<UInt8>, _ range: Range<Int>, _ meaning: WordMeaning) {
    guard !range.isEmpty, range.count < 256 else { return }
    var node: Int32 = -1
    var position = range.lowerBound
    while position < range.upperBound {
      var (encoded, length) = WordFolding.next(in: source, at: position, end: range.upperBound)
      position += length
      repeat {
        node = child(of: node, UInt8(truncatingIfNeeded: encoded))
        encoded >>= 8
      } while encoded != 0
    }
    var added = meaning
    added.start = UInt32(truncatingIfNeeded: text.count)
    added.length = UInt16(truncatingIfNeeded: range.count)
    for position in range { text.append(source[position]) }
    append(added, to: Int(node))
  }

  private mutating func append(_ added: WordMeaning, to node: Int) {
    let index = Int32(truncatingIfNeeded: meanings.count)
    meanings.append(added)
    kinds.append(added.kind.bit)
    guard meaning[node] >= 0 else { return meaning[node] = index }
    var last = Int(meaning[node])
    kinds[last] |= added.kind.bit
    while meanings[last].next >= 0 { last = Int(meanings[last].next) }
    meanings[last].next = index
  }

  private mutating func child(of node: Int32, _ byte: UInt8) -> Int32 {
    var found = node < 0 ? roots[Int(byte)] : firstChild[Int(node)]
    while found >= 0, bytes[Int(found)] != byte { found = sibling[Int(found)] }
    if found >= 0 { return found }
    found = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(byte)
    firstChild.append(-1)
    meaning.append(-1)
    if node < 0 {
      sibling.append(-1)
      roots[Int(byte)] = found
    } else {
      sibling.append(firstChild[Int(node)])
      firstChild[Int(node)] = found
    }
    return found
  }

  /// The longest spelling that begins at `position` and ends where `isEnd` lets it: its first meaning, and where it ends.
  /// - Complexity: O(length of the longest spelling there).
  func longestMatch(
    at position: Int,
    in source: Span<UInt8>,
    end: Int,
    isEnd: (Int) -> Bool
  ) -> (meaning: Int, end: Int)? {
    var best: (meaning: Int, end: Int)?
    var node: Int32 = -1
    var position = position
    while position < end {
      var (encoded, length) = WordFolding.next(in: source, at: position, end: end)
      position += length
      repeat {
        let byte = UInt8(truncatingIfNeeded: encoded)
        var found = node < 0 ? roots[Int(byte)] : firstChild[Int(node)]
        while found >= 0, bytes[Int(found)] != byte { found = sibling[Int(found)] }
        if found < 0 { return best }
        node = found
        encoded >>= 8
      } while encoded != 0
      if meaning[Int(node)] >= 0, isEnd(position) { best = (Int(meaning[Int(node)]), position) }
    }
    return best
  }

  /// The sorts of meanings of the spelling whose first meaning is `first`.
  func kinds(_ first: Int) -> UInt64 { kinds[first] }

  /// Whether the data write a meaning's spelling exactly as `range` of `source` is written.
  func isWritten(_ meaning: WordMeaning, _ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == Int(meaning.length) else { return false }
    for offset in 0..<range.count where source[range.lowerBound + offset] != text[Int(meaning.start) + offset] {
      return false
    }
    return true
  }
}
