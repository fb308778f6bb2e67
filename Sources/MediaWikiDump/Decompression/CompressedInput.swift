/// The stored bytes behind a window that a decoder consumes from and can look ahead in.
final class CompressedInput {
  let source: ByteSource
  /// The window's bytes; those before `position` are consumed.
  private(set) var window: [UInt8] = []
  private(set) var position = 0
  /// True once the source has no more bytes; the window may still have some.
  private(set) var isAtEnd = false

  /// Bytes asked of the source at once: large enough that the calls do not show, small enough for the cache.
  static let pieceSize = 128 * 1024

  init(source: ByteSource) {
    self.source = source
  }

  /// Where the next unconsumed byte is, from the start of the source.
  var offset: Int64 { source.bytesRead - Int64(available) }
  /// Bytes in the window that are not consumed.
  var available: Int { window.count - position }
  /// The unconsumed bytes of the window.
  var unread: ArraySlice<UInt8> { window[position...] }

  /// Looks at the unconsumed bytes of the window.
  func withUnread<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let window = window
    return body(window.span.extracting(droppingFirst: position))
  }

  /// Consumes bytes of the window.
  func consume(_ count: Int) {
    position += count
  }

  /// Reads one more piece behind the window.
  /// - Returns: false at the end of the source.
  func readMore() throws(DumpError) -> Bool {
    if isAtEnd { return false }
    if position > 0 {
      window.removeFirst(position)
      position = 0
    }
    var failure: DumpError?
    var count = 0
    window.append(addingCapacity: CompressedInput.pieceSize) { free in
      unsafe free.withUnsafeMutableBufferPointer { buffer, initializedCount in
        do throws(DumpError) {
          count = unsafe try source.read(into: UnsafeMutableRawBufferPointer(buffer))
          initializedCount = count
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    isAtEnd = count == 0
    return count > 0
  }

  /// Reads until that many unconsumed bytes are in the window, or the source ends.
  /// - Returns: whether they are.
  func require(_ count: Int) throws(DumpError) -> Bool {
    while available < count {
      guard try readMore() else { return false }
    }
    return true
  }

  /// Whether the unconsumed bytes begin with these; reads ahead for that.
  func begins(with magic: [UInt8]) throws(DumpError) -> Bool {
    guard try require(magic.count) else { return false }
    return unread.starts(with: magic)
  }
}
