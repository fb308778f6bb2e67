#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes being written, in memory that grows by doubling and, being `realloc`ed, is never there twice when it is large.
///
/// Why not `[UInt8]`: a record is written in pieces of a few bytes, and each `append` to an array checks that the array
/// is not shared. Here it is a compare and a copy (Article JSON of the corpus: 1.2 times as fast with it).
///
/// - Invariant: the first `count` bytes are initialized, `count <= capacity`.
@safe
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(minimumCapacity: Int = 4096) {
    capacity = max(minimumCapacity, 64)
    guard let memory = unsafe malloc(capacity) else { fatalError("out of memory: \(capacity) bytes") }
    unsafe base = memory.assumingMemoryBound(to: UInt8.self)
  }

  deinit {
    unsafe free(base)
  }

  mutating func removeAll() { count = 0 }

  /// Takes the bytes from `start` on back.
  mutating func removeAll(from start: Int) {
    precondition(start <= count, "no such bytes")
    count = start
  }

  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity &- count < extra { grow(by: extra) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    // Room for `length` bytes was just made.
    unsafe (base + count).update(from: text.utf8Start, count: length)
    count &+= length
  }

  /// Appends the bytes of `text` from `start` to `end`.
  @inline(__always)
  mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    let length = end &- start
    if length <= 0 { return }
    reserve(length)
    // `extracting` checks the range; room for `length` bytes was just made.
    unsafe text.extracting(start..<end).withUnsafeBufferPointer { source in
      unsafe (base + count).update(from: source.baseAddress.unsafelyUnwrapped, count: length)
    }
    count &+= length
  }

  /// Takes spaces and line breaks at the end back, down to `start`.
  mutating func trimEnd(downTo start: Int) {
    // In bounds: `count` is above `start`, which is not negative.
    while count > max(start, 0), unsafe base[count - 1] == 0x20 || base[count - 1] == 0x0A { count -= 1 }
  }

  /// Turns the bytes from `start` on around.
  mutating func reverse(from start: Int) {
    precondition(start <= count, "no such bytes")
    var tail = unsafe UnsafeMutableBufferPointer(start: base + start, count: count - start)
    unsafe tail.reverse()
  }

  /// A copy of the bytes.
  func array() -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Hands the bytes over and begins anew. Many of them move piece by piece, so that there are never two copies.
  mutating func take() -> [UInt8] {
    let total = count
    let step = 1 << 22
    return unsafe Array(unsafeUninitializedCapacity: total) { target, initializedCount in
      while count > 0 {
        let start = count > step ? count - step : 0
        // In bounds: `start..<count` is within both.
        unsafe (target.baseAddress.unsafelyUnwrapped + start).update(from: base + start, count: count - start)
        count = start
        if total > step { resize(to: max(start, 4096)) }
      }
      initializedCount = total
    }
  }

  @inline(never)
  private mutating func grow(by extra: Int) {
    resize(to: max(capacity * 2, count + extra))
  }

  private mutating func resize(to newCapacity: Int) {
    guard let moved = unsafe realloc(base, newCapacity) else { fatalError("out of memory: \(newCapacity) bytes") }
    unsafe base = moved.assumingMemoryBound(to: UInt8.self)
    capacity = newCapacity
  }
}
