import CLZMA

/// xz with any number of streams, and the older lzma.
@safe final class XZDecoder {
  private let input: CompressedInput
  private var stream = unsafe lzma_stream()
  private var isFinished = false
  private(set) var problems: [DumpProblem] = []

  /// The most memory a stream may ask for, in bytes: `xz -9` needs 65 MiB, a dictionary of 1 GiB still fits.
  static let memoryLimit: UInt64 = 1280 << 20

  /// `LZMA_CONCATENATED`, a macro that Swift cannot see.
  private static let concatenated: UInt32 = 0x08

  init(input: CompressedInput) throws(DumpError) {
    self.input = input
    guard unsafe lzma_auto_decoder(&stream, XZDecoder.memoryLimit, XZDecoder.concatenated) == LZMA_OK else {
      throw .decompression(path: input.source.name, message: "liblzma cannot start")
    }
  }

  deinit {
    unsafe lzma_end(&stream)
  }

  func takeProblems() -> [DumpProblem] {
    defer { problems.removeAll() }
    return problems
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    while !isFinished {
      if input.available == 0 { _ = try input.readMore() }
      let offered = input.available
      let action = input.isAtEnd ? LZMA_FINISH : LZMA_RUN
      let status = unsafe input.window.withUnsafeBufferPointer { bytes in
        unsafe stream.next_in = bytes.baseAddress.map { unsafe $0 + input.position }
        unsafe stream.avail_in = offered
        unsafe stream.next_out = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
        unsafe stream.avail_out = buffer.count
        return unsafe lzma_code(&stream, action)
      }
      input.consume(offered - (unsafe stream.avail_in))
      let produced = buffer.count - (unsafe stream.avail_out)
      try note(status, produced: produced)
      if produced > 0 { return .bytes(produced) }
    }
    return .end
  }

  private func note(_ status: lzma_ret, produced: Int) throws(DumpError) {
    switch status {
    case LZMA_OK:
      return
    case LZMA_STREAM_END:
      isFinished = true
    case LZMA_BUF_ERROR:
      // No progress is possible: the input is used up.
      guard produced == 0, input.isAtEnd else { return }
      isFinished = true
      report(.truncated, "the xz data ends early")
    case LZMA_MEMLIMIT_ERROR:
      throw .decompression(path: input.source.name, message: "the xz dictionary is too large; unpack with xz -dc")
    case LZMA_MEM_ERROR:
      throw .decompression(path: input.source.name, message: "not enough memory")
    default:
      isFinished = true
      report(.corruptData, "the xz data is damaged, and what follows is lost")
    }
  }

  private func report(_ kind: DumpProblem.Kind, _ message: String) {
    problems.append(DumpProblem(kind: kind, message: message, offset: .compressed(input.offset)))
  }
}
