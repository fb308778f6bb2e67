#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of the decompressed stream that is in memory.
///
/// Positions are bytes from the start of the stream. The window moves forward: bytes are read behind it and discarded
/// at its front, and it grows while nothing is discarded.
@safe struct InputWindow: ~Copyable {
  private let stream: DecompressedStream
  private var storage: UnsafeMutableRawBufferPointer
  /// Where `lowerBound` is in the storage.
  private var head = 0
  /// The first byte still there.
  private(set) var lowerBound = 0
  /// The first byte not read yet.
  private(set) var upperBound = 0

  init(stream: DecompressedStream) {
    self.stream = stream
    unsafe storage = .allocate(byteCount: 4 * DecompressedStream.pieceSize, alignment: 16)
  }

  deinit {
    unsafe storage.deallocate()
  }

  /// The bytes in a range, which must lie in the window; they move with the next `readMore()`.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.lowerBound >= lowerBound && range.upperBound <= upperBound, "the range is not in the window")
    let start = head + range.lowerBound - lowerBound
    return unsafe UnsafeRawBufferPointer(rebasing: storage[start..<start + range.count])
  }

  /// The first place of a byte at or behind `start`; `nil` when it is not in the window.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let bytes = unsafe bytes(start..<upperBound)
    guard let base = bytes.baseAddress, let hit = unsafe memchr(base, Int32(byte), bytes.count) else { return nil }
    return unsafe start + (UnsafeRawPointer(hit) - base)
  }

  /// Drops the bytes before a position in the window.
  mutating func discard(before position: Int) {
    precondition(position >= lowerBound && position <= upperBound, "the position is not in the window")
    head += position - lowerBound
    lowerBound = position
  }

  /// Reads a piece behind the window.
  /// - Complexity: O(piece) amortized; bytes that stay are moved seldom.
  mutating func readMore() throws(DumpError) -> DecodedPiece {
    let count = upperBound - lowerBound
    if unsafe storage.count - head - count < DecompressedStream.pieceSize { makeRoom(keeping: count) }
    let start = head + count
    let free = unsafe UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + DecompressedStream.pieceSize])
    let piece = unsafe try stream.read(into: free)
    if case .bytes(let count) = piece { upperBound += count }
    return piece
  }

  private mutating func makeRoom(keeping count: Int) {
    let old = unsafe storage
    // Moving pays only when it frees as much as it moves; otherwise the storage doubles.
    if head < count { unsafe storage = .allocate(byteCount: 2 * old.count, alignment: 16) }
    unsafe storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: old[head..<head + count]))
    if head < count { unsafe old.deallocate() }
    head = 0
  }
}
