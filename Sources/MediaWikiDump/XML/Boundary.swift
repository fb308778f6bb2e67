#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A tag that the reader looks for in the raw bytes, without parsing them.
///
/// MediaWiki escapes every `<` of a text, so `<page>` in the bytes is a page. That lets the reader know where each page
/// begins, and find the next one when the parser is stuck.
struct Boundary {
  /// Which tag.
  enum Kind {
    case mediawiki
    case mediawikiEnd
    case page
    case revision
    case logItem
    /// `<text`: not the start of anything the reader cuts at, but of what it can read without the parser.
    case text
  }
  let kind: Kind
  /// Where its `<` is, in bytes from the start of the searched ones.
  let offset: Int

  /// What a search found.
  struct Search {
    /// The first boundary, if there is one.
    let boundary: Boundary?
    /// Bytes before this are certain not to begin a boundary. With one found, its offset.
    let clearedCount: Int
  }

  /// Looks for the first boundary.
  /// - Parameters:
  ///   - bytes: what to search.
  ///   - isFinal: no more bytes follow; otherwise a tag at the very end may still become a boundary.
  ///   - findsText: whether `<text` counts.
  /// - Returns: the boundary and how far the bytes are done with.
  /// - Complexity: O(`bytes.count`), at the speed of `memchr` from `<` to `<`.
  static func search(_ bytes: UnsafeRawBufferPointer, isFinal: Bool, findsText: Bool) -> Search {
    guard let base = bytes.baseAddress else { return Search(boundary: nil, clearedCount: 0) }
    var position = 0
    while position < bytes.count {
      guard let hit = unsafe memchr(base + position, 0x3c, bytes.count - position) else { break }
      position = unsafe UnsafeRawPointer(hit) - base
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
      switch unsafe match(rest) {
      case .boundary(.text) where !findsText: position += 1
      case .boundary(let kind): return Search(boundary: Boundary(kind: kind, offset: position), clearedCount: position)
      case .nothing: position += 1
      case .tooShort:
        if !isFinal { return Search(boundary: nil, clearedCount: position) }
        position += 1
      }
    }
    return Search(boundary: nil, clearedCount: bytes.count)
  }

  private enum Match {
    case boundary(Kind)
    case nothing
    case tooShort
  }

  private static func match(_ bytes: UnsafeRawBufferPointer) -> Match {
    guard bytes.count > 1 else { return .tooShort }
    switch unsafe bytes[1] {
    case UInt8(ascii: "p"): return unsafe match(bytes, "<page", .page)
    case UInt8(ascii: "r"): return unsafe match(bytes, "<revision", .revision)
    case UInt8(ascii: "m"): return unsafe match(bytes, "<mediawiki", .mediawiki)
    case UInt8(ascii: "l"): return unsafe match(bytes, "<logitem", .logItem)
    case UInt8(ascii: "t"): return unsafe match(bytes, "<text", .text)
    case UInt8(ascii: "/"): return unsafe match(bytes, "</mediawiki", .mediawikiEnd)
    default: return .nothing
    }
  }

  private static func match(_ bytes: UnsafeRawBufferPointer, _ tag: StaticString, _ kind: Kind) -> Match {
    let expected = unsafe tag.utf8Start
    for index in 0..<min(tag.utf8CodeUnitCount, bytes.count) {
      guard unsafe bytes[index] == expected[index] else { return .nothing }
    }
    guard bytes.count > tag.utf8CodeUnitCount else { return .tooShort }
    switch unsafe bytes[tag.utf8CodeUnitCount] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x09, 0x0a, 0x0d: return .boundary(kind)
    default: return .nothing
    }
  }
}
