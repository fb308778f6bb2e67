import CZlib

/// gzip, one member or many.
@safe final class GzipDecoder {
  private let input: CompressedInput
  private var stream = unsafe z_stream()
  /// True from a member's damage to the next member's end: the data after the damage is found by its signature.
  private var isResynchronizing = false
  private var isFinished = false
  /// A gap to report once the bytes before it are handed out.
  private var pendingGap = false
  private(set) var problems: [DumpProblem] = []

  init(input: CompressedInput) throws(DumpError) {
    self.input = input
    // 15 bits of window is the format's maximum; 16 asks for the gzip wrapper.
    guard unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .decompression(path: input.source.name, message: "zlib cannot start")
    }
  }

  deinit {
    unsafe inflateEnd(&stream)
  }

  func takeProblems() -> [DumpProblem] {
    defer { problems.removeAll() }
    return problems
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    while !isFinished {
      if input.available == 0, try !input.readMore() {
        isFinished = true
        if !isResynchronizing { report(.truncated, "the gzip data ends early") }
        break
      }
      let (status, produced) = unsafe inflateStep(into: buffer)
      switch status {
      case Z_STREAM_END:
        isResynchronizing = false
        try beginNextMember()
      case Z_OK, Z_BUF_ERROR:
        break
      default:
        if !isResynchronizing { report(.corruptData, "the gzip data is damaged") }
        isResynchronizing = true
        try seekMember()
        if produced == 0 { return .gap }
        pendingGap = true
      }
      if produced > 0 { return .bytes(produced) }
      if pendingGap {
        pendingGap = false
        return .gap
      }
    }
    if pendingGap {
      pendingGap = false
      return .gap
    }
    return .end
  }

  private func inflateStep(into buffer: UnsafeMutableRawBufferPointer) -> (status: Int32, produced: Int) {
    let capacity = min(buffer.count, Int(UInt32.max))
    let offered = min(input.available, Int(UInt32.max))
    let status = unsafe input.window.withUnsafeBufferPointer { bytes in
      unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress! + input.position)
      unsafe stream.avail_in = UInt32(offered)
      unsafe stream.next_out = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
      unsafe stream.avail_out = UInt32(capacity)
      return unsafe inflate(&stream, Z_NO_FLUSH)
    }
    input.consume(offered - Int(unsafe stream.avail_in))
    return (status, capacity - Int(unsafe stream.avail_out))
  }

  /// Goes on with the member behind the one that ended; zero padding is allowed, anything else is junk.
  private func beginNextMember() throws(DumpError) {
    while try input.require(1), input.unread.first == 0 { input.consume(1) }
    if input.available == 0 {
      isFinished = true
    } else if try input.begins(with: [0x1f, 0x8b]) {
      unsafe inflateReset(&stream)
    } else {
      report(.junk, "something follows the gzip data")
      isFinished = true
    }
  }

  /// Looks for a later member after damage.
  private func seekMember() throws(DumpError) {
    unsafe inflateReset(&stream)
    while try input.require(3) {
      if input.unread.starts(with: [0x1f, 0x8b, 0x08]) { return }
      input.consume(1)
    }
    isFinished = true
  }

  private func report(_ kind: DumpProblem.Kind, _ message: String) {
    problems.append(DumpProblem(kind: kind, message: message, offset: .compressed(input.offset)))
  }
}
