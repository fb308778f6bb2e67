import CBZip2

/// One block of a bzip2 stream, cut out of it and decoded alone.
///
/// libbz2 decodes streams, so the block's bits are shifted to a byte boundary and dressed up as a stream of their own:
/// `BZh9`, the block, the end signature, and the block's checksum, which is the stream's too when there is one block.
enum BZip2Block {
  /// What became of a block.
  enum Condition {
    case whole
    /// The block is whole, but something follows it that is no signature.
    case wholeWithRest
    /// There is no output.
    case damaged
  }

  /// The most a block takes up, in bytes: 900,000 symbols, which can hardly grow, with their tables.
  static let maximumSize = 1 << 20

  /// The checksum stored behind the signature of the block that begins at bit `start`.
  static func storedChecksum(in bytes: Span<UInt8>, at start: Int) -> UInt32 {
    readUInt32(in: bytes, at: start + BZip2Magic.bitCount)
  }

  /// The 32 bits from bit `start` on; bits behind the end read as 0.
  static func readUInt32(in bytes: Span<UInt8>, at start: Int) -> UInt32 {
    var bits: UInt64 = 0
    for offset in 0..<5 {
      let index = start / 8 + offset
      bits = bits << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return UInt32(truncatingIfNeeded: bits >> UInt64(8 - start % 8))
  }

  /// Decodes the block in the bits `range`, which begins with the block's signature, into `output`.
  static func decode(_ bytes: Span<UInt8>, bits range: Range<Int>, into output: inout [UInt8]) -> Condition {
    output.removeAll(keepingCapacity: true)
    guard range.count >= BZip2Magic.bitCount + 32 else { return .damaged }
    let checksum = storedChecksum(in: bytes, at: range.lowerBound)
    let stream = wrap(bytes, bits: range, checksum: checksum)
    if run(stream, into: &output) { return .whole }
    // What follows the block may be damaged, the next signature included; the checksum tells whether the block is.
    if !output.isEmpty, checksum == computeChecksum(of: output.span) { return .wholeWithRest }
    output.removeAll(keepingCapacity: true)
    return .damaged
  }

  private static func wrap(_ bytes: Span<UInt8>, bits range: Range<Int>, checksum: UInt32) -> [UInt8] {
    var stream: [UInt8] = Array("BZh9".utf8)
    stream.reserveCapacity(range.count / 8 + 24)
    let (first, shift) = (range.lowerBound / 8, UInt16(range.lowerBound % 8))
    let whole = range.count / 8
    for index in first..<first + whole {
      let next = index + 1 < bytes.count ? UInt16(bytes[index + 1]) : 0
      stream.append(UInt8(truncatingIfNeeded: (UInt16(bytes[index]) << 8 | next) >> (8 - shift)))
    }
    var tail: [Bool] = []
    for bit in range.lowerBound + whole * 8..<range.upperBound {
      tail.append(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1)
    }
    for shift in stride(from: 47, through: 0, by: -1) { tail.append(BZip2Magic.endOfStream >> UInt64(shift) & 1 == 1) }
    for shift in stride(from: 31, through: 0, by: -1) { tail.append(checksum >> UInt32(shift) & 1 == 1) }
    while tail.count % 8 != 0 { tail.append(false) }
    for start in stride(from: 0, to: tail.count, by: 8) {
      stream.append(tail[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    }
    return stream
  }

  /// - Returns: false when the stream does not end as it should.
  private static func run(_ compressed: [UInt8], into output: inout [UInt8]) -> Bool {
    var stream = unsafe bz_stream()
    guard unsafe BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return false }
    defer { unsafe BZ2_bzDecompressEnd(&stream) }
    return unsafe compressed.withUnsafeBufferPointer { input in
      // libbz2 does not write through this pointer; its interface lacks the const.
      unsafe stream.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress!).assumingMemoryBound(to: CChar.self)
      unsafe stream.avail_in = UInt32(input.count)
      while true {
        let old = output.count
        let room = max(1 << 20, old)
        var status = BZ_OK
        output.append(addingCapacity: room) { free in
          status = unsafe decompress(&stream, into: &free)
        }
        if status == BZ_STREAM_END { return true }
        guard status == BZ_OK else { return false }
        // No progress although there was room: the bits ran out.
        if output.count == old { return false }
      }
    }
  }

  private static func decompress(_ stream: inout bz_stream, into free: inout OutputSpan<UInt8>) -> Int32 {
    unsafe free.withUnsafeMutableBufferPointer { buffer, count in
      let room = buffer.count - count
      unsafe stream.next_out = UnsafeMutableRawPointer(buffer.baseAddress! + count).assumingMemoryBound(to: CChar.self)
      unsafe stream.avail_out = UInt32(room)
      let status = unsafe BZ2_bzDecompress(&stream)
      unsafe count += room - Int(stream.avail_out)
      return status
    }
  }

  /// bzip2's CRC-32: the polynomial of zlib's, but the highest bit first.
  static func computeChecksum(of bytes: Span<UInt8>) -> UInt32 {
    let table = checksumTable.span
    var checksum: UInt32 = 0xffff_ffff
    for index in bytes.indices {
      checksum = checksum << 8 ^ table[Int(checksum >> 24 ^ UInt32(bytes[index]))]
    }
    return ~checksum
  }

  private static let checksumTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte) << 24) { value, _ in value >> 31 == 1 ? value << 1 ^ 0x04c1_1db7 : value << 1 }
  }
}
