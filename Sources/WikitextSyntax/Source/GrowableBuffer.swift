#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A growable array of trivial elements for the parser's scratch space.
///
/// Why not `Array`: the scratch columns are appended to once or twice a token, and are the largest thing in memory on
/// hostile input. `realloc` grows a large block without holding two copies of it, growth is by half instead of by
/// doubling, and `append` here is a compare and a store. Indices are checked all the same.
///
/// - Invariant: the first `count` elements are initialized, `count <= capacity`.
@safe
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(minimumCapacity: Int = 64) {
    capacity = max(minimumCapacity, 16)
    unsafe base = .allocate(capacity: capacity)
  }

  deinit {
    unsafe free(base)
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of bounds")
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of bounds")
      yield unsafe &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    unsafe (base + count).initialize(to: element)
    count &+= 1  // Cannot overflow: `count < capacity` was just made sure.
  }

  /// Removes and returns the last element.
  @inline(__always)
  mutating func removeLast() -> Element {
    precondition(count > 0, "nothing to remove")
    count &-= 1
    return unsafe base[count]
  }

  /// Keeps the first `newCount` elements.
  @inline(__always)
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "cannot truncate upwards")
    count = newCount
  }

  mutating func removeAll() { count = 0 }

  mutating func reserve(_ minimum: Int) {
    if minimum > capacity { grow(to: minimum) }
  }

  /// Gives memory back when the buffer is larger than `limit` elements, so that one huge page does not cost a worker
  /// its size for ever after.
  mutating func release(above limit: Int) {
    guard capacity > limit else { return }
    count = 0
    resize(to: 64)
  }

  /// A copy of exactly the elements.
  func array() -> [Element] {
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Moves the elements into an array, `step` at a time from the end, and gives the memory of each step back.
  mutating func moveOut(by step: Int) -> [Element] {
    let total = count
    return unsafe Array(unsafeUninitializedCapacity: total) { target, initializedCount in
      while count > 0 {
        let start = max(count - step, 0)
        // In bounds: `start..<count` is within both, and the elements are trivial, so that order does not matter.
        unsafe (target.baseAddress! + start).initialize(from: base + start, count: count - start)
        count = start
        resize(to: max(start, 16))
      }
      initializedCount = total
    }
  }

  @inline(never)
  private mutating func grow(to minimum: Int) {
    resize(to: max(minimum, capacity + capacity / 2))
  }

  private mutating func resize(to newCapacity: Int) {
    guard let moved = unsafe realloc(base, newCapacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory: \(newCapacity) elements of \(MemoryLayout<Element>.stride) bytes")
    }
    unsafe base = moved.assumingMemoryBound(to: Element.self)
    capacity = newCapacity
  }
}
