/// bzip2, one stream or many, block by block.
///
/// Every block is found by its signature, cut out and decoded alone (`BZip2Block`), so a damaged block costs itself and
/// nothing behind it. All positions are in bits from the input's first unconsumed byte.
final class BZip2Decoder {
  private let input: CompressedInput
  /// Where to go on: at the open block's signature, or where to search for one.
  private var cursor = 0
  /// True when a block's signature is at `cursor`.
  private var isBlockOpen = false
  /// Where a signature must be, unless something is damaged; `nil` when all bets are off.
  private var expected: Int?
  /// The checksum over the current stream's blocks so far; `nil` after damage.
  private var streamChecksum: UInt32? = 0
  /// True behind the end of a stream, where the data may end.
  private var isBetweenStreams = false
  private var isFinished = false
  private var hasGap = false
  private var output: [UInt8] = []
  private var outputPosition = 0
  private(set) var problems: [DumpProblem] = []

  /// The input begins with a stream's header.
  init(input: CompressedInput) {
    self.input = input
    cursor = 32
    expected = 32
  }

  func takeProblems() -> [DumpProblem] {
    defer { problems.removeAll() }
    return problems
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    while true {
      let count = min(buffer.count, output.count - outputPosition)
      if count > 0 {
        unsafe output.withUnsafeBytes { bytes in
          unsafe buffer.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: bytes[outputPosition..<outputPosition + count])
          )
        }
        outputPosition += count
        return .bytes(count)
      }
      if hasGap {
        hasGap = false
        return .gap
      }
      if isFinished { return .end }
      output.removeAll(keepingCapacity: true)
      outputPosition = 0
      if isBlockOpen { try decodeBlock() } else { try seekBlock() }
    }
  }

  /// Searches for the next signature, forgetting what lies before it.
  private func seekBlock() throws(DumpError) {
    while true {
      consumeWholeBytes()
      if let magic = input.withUnread({ BZip2Magic.first(in: $0, from: cursor) }) {
        if let expected, expected != magic.bit { reportDamage("a bzip2 block is not where it should be", at: expected) }
        cursor = magic.bit
        if magic.kind == .block { isBlockOpen = true } else { try endStream() }
        return
      }
      let resumption = BZip2Magic.resumption(afterSearching: input.available, from: cursor)
      if let expected, expected < resumption {
        reportDamage("a bzip2 block is not where it should be", at: expected)
        self.expected = nil
      }
      cursor = resumption
      guard try input.readMore() else {
        isFinished = true
        if !isBetweenStreams { report(.truncated, "the bzip2 data ends early", at: input.available * 8) }
        return
      }
    }
  }

  private func decodeBlock() throws(DumpError) {
    consumeWholeBytes()
    let start = cursor
    var from = start + BZip2Magic.bitCount
    var next: BZip2Magic?
    while true {
      next = input.withUnread { BZip2Magic.first(in: $0, from: from) }
      if next != nil { break }
      from = BZip2Magic.resumption(afterSearching: input.available, from: from)
      if input.available > BZip2Block.maximumSize {
        reportDamage("a bzip2 block has no end", at: start)
        isBlockOpen = false
        expected = nil
        cursor = start + BZip2Magic.bitCount
        return
      }
      guard try input.readMore() else { break }
    }
    let end = next?.bit ?? input.available * 8
    let condition = input.withUnread { BZip2Block.decode($0, bits: start..<end, into: &output) }
    let checksum = input.withUnread { BZip2Block.storedChecksum(in: $0, at: start) }
    streamChecksum = streamChecksum.map { ($0 << 1 | $0 >> 31) ^ checksum }
    switch condition {
    case .whole: break
    case .wholeWithRest: if next != nil { reportDamage("a bzip2 block is lost behind the one here", at: start) }
    case .damaged: if next != nil { reportDamage("a bzip2 block is damaged", at: start) }
    }
    cursor = end
    switch next?.kind {
    case .block: break
    case .endOfStream: try endStream()
    case nil:
      isFinished = true
      report(.truncated, "the bzip2 data ends early", at: end)
    }
  }

  /// Goes on behind the end signature at `cursor`.
  private func endStream() throws(DumpError) {
    isBlockOpen = false
    expected = nil
    consumeWholeBytes()
    let signature = cursor
    guard try input.require((signature + BZip2Magic.bitCount + 32 + 7) / 8) else {
      isFinished = true
      report(.truncated, "the bzip2 data ends early", at: input.available * 8)
      return
    }
    let stored = input.withUnread { BZip2Block.readUInt32(in: $0, at: signature + BZip2Magic.bitCount) }
    if let streamChecksum, streamChecksum != stored {
      report(.corruptData, "the checksum of a bzip2 stream is wrong: blocks may be missing", at: signature)
    }
    streamChecksum = 0
    cursor = (signature + BZip2Magic.bitCount + 32 + 7) / 8 * 8
    isBetweenStreams = true
    consumeWholeBytes()
    guard try input.require(1) else {
      isFinished = true
      return
    }
    if try input.begins(with: Array("BZh".utf8)) {
      cursor = 32
      expected = 32
      isBetweenStreams = false
    } else {
      report(.junk, "something follows the bzip2 data", at: 0)
    }
  }

  private func consumeWholeBytes() {
    let count = min(cursor / 8, input.available)
    input.consume(count)
    cursor -= count * 8
    expected = expected.map { $0 - count * 8 }
  }

  private func reportDamage(_ message: String, at bit: Int) {
    report(.corruptData, message, at: bit)
    hasGap = true
    streamChecksum = nil
  }

  private func report(_ kind: DumpProblem.Kind, _ message: String, at bit: Int) {
    problems.append(DumpProblem(kind: kind, message: message, offset: .compressed(input.offset + Int64(bit / 8))))
  }
}
