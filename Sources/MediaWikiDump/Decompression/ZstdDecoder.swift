import CZstd

/// Zstandard, one frame or many, skippable frames included.
@safe final class ZstdDecoder {
  private let input: CompressedInput
  private let context: OpaquePointer
  /// True between frames, where the data may end.
  private var isBetweenFrames = true
  private var isFinished = false
  private(set) var problems: [DumpProblem] = []

  /// Windows up to 2 GiB, what `zstd --ultra --long=31` makes.
  static let windowLog: Int32 = 31

  init(input: CompressedInput) throws(DumpError) {
    self.input = input
    guard let context = unsafe ZSTD_createDCtx() else {
      throw .decompression(path: input.source.name, message: "libzstd cannot start")
    }
    unsafe self.context = context
    unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, ZstdDecoder.windowLog)
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
  }

  func takeProblems() -> [DumpProblem] {
    defer { problems.removeAll() }
    return problems
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    while !isFinished {
      if input.available == 0 { _ = try input.readMore() }
      // Output may be waiting inside the context even when there is no more input.
      let hadInput = input.available > 0
      var output = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      let (status, consumed) = unsafe input.window.withUnsafeBytes { bytes in
        var piece = unsafe ZSTD_inBuffer(
          src: bytes.baseAddress.map { unsafe $0 + input.position },
          size: input.available,
          pos: 0
        )
        let status = unsafe ZSTD_decompressStream(context, &output, &piece)
        return unsafe (status, piece.pos)
      }
      input.consume(consumed)
      let produced = unsafe output.pos
      if ZSTD_isError(status) != 0 {
        isFinished = true
        if isBetweenFrames {
          report(.junk, "something follows the zstd data")
        } else {
          report(.corruptData, "the zstd data is damaged, and what follows is lost")
        }
      } else if hadInput || produced > 0 {
        isBetweenFrames = status == 0
      } else {
        isFinished = true
        if !isBetweenFrames { report(.truncated, "the zstd data ends early") }
      }
      if produced > 0 { return .bytes(produced) }
    }
    return .end
  }

  private func report(_ kind: DumpProblem.Kind, _ message: String) {
    problems.append(DumpProblem(kind: kind, message: message, offset: .compressed(input.offset)))
  }
}
