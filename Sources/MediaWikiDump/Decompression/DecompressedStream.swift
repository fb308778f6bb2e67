/// The dump's text: whatever the source holds, decompressed and in UTF-8 (or an encoding that contains ASCII).
final class DecompressedStream {
  private enum Decoder {
    case plain
    case gzip(GzipDecoder)
    case bzip2(BZip2Decoder)
    case xz(XZDecoder)
    case zstd(ZstdDecoder)
  }

  private let input: CompressedInput
  private let decoder: Decoder
  private var transcoder: UTF16Transcoder?
  /// Bytes decoded ahead: the stream's first ones, read to tell the encoding, or a transcoder's result.
  private var ahead: [UInt8] = []
  private var aheadPosition = 0
  /// What comes behind `ahead` when it is not bytes.
  private var pieceBehindAhead: DecodedPiece?

  /// Bytes handed out so far.
  private(set) var bytesRead: Int64 = 0

  /// Bytes that `read` is best asked for at once: large enough to hide the calls, small enough for a cache.
  static let pieceSize = 128 * 1024

  /// Looks at the first bytes of the source and makes ready.
  init(source: ByteSource) throws(DumpError) {
    input = CompressedInput(source: source)
    _ = try input.require(CompressionFormat.signatureLength)
    let name = source.name
    switch CompressionFormat(signature: input.unread.prefix(CompressionFormat.signatureLength)) {
    case .plain: decoder = .plain
    case .gzip: decoder = .gzip(try GzipDecoder(input: input))
    case .bzip2: decoder = .bzip2(BZip2Decoder(input: input))
    case .xz: decoder = .xz(try XZDecoder(input: input))
    case .zstd: decoder = .zstd(try ZstdDecoder(input: input))
    case .sevenZip:
      throw .unsupportedFormat(path: name, format: "7z", advice: "7z x -so \(name) | wikitext convert -")
    case .zip:
      throw .unsupportedFormat(path: name, format: "zip", advice: "unzip -p \(name) | wikitext convert -")
    }
    while ahead.count < 4 {
      let piece = try readAhead(count: 4 - ahead.count)
      if case .bytes = piece { continue }
      pieceBehindAhead = piece
      break
    }
    if let transcoder = UTF16Transcoder(signature: ahead[...]) {
      var converted: [UInt8] = []
      self.transcoder = transcoder
      self.transcoder?.transcode(ahead.span, into: &converted)
      ahead = converted
    }
  }

  /// Bytes read from the source so far, as stored.
  var compressedBytesRead: Int64 { input.source.bytesRead }
  /// The digest over those bytes, if the source keeps one.
  var digest: SHA256? { input.source.digest }
  /// What the input is called in errors.
  var name: String { input.source.name }

  /// Problems of the compressed data since the last call.
  func takeProblems() -> [DumpProblem] {
    switch decoder {
    case .plain: []
    case .gzip(let decoder): decoder.takeProblems()
    case .bzip2(let decoder): decoder.takeProblems()
    case .xz(let decoder): decoder.takeProblems()
    case .zstd(let decoder): decoder.takeProblems()
    }
  }

  /// The next bytes, which are still to be read; fewer where the stream ends or has a gap before, and of text in UTF-16.
  func peek(_ count: Int) throws(DumpError) -> ArraySlice<UInt8> {
    while transcoder == nil, pieceBehindAhead == nil, ahead.count - aheadPosition < count {
      let piece = try readAhead(count: count - (ahead.count - aheadPosition))
      if case .bytes = piece { continue }
      pieceBehindAhead = piece
    }
    return ahead[aheadPosition...].prefix(count)
  }

  /// Fills at most `buffer.count` bytes, which must not be 0.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    while true {
      let count = min(buffer.count, ahead.count - aheadPosition)
      if count > 0 {
        unsafe ahead.withUnsafeBytes { bytes in
          unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[aheadPosition..<aheadPosition + count]))
        }
        aheadPosition += count
        bytesRead += Int64(count)
        return .bytes(count)
      }
      if let piece = pieceBehindAhead {
        pieceBehindAhead = piece == .end ? .end : nil
        return piece
      }
      if transcoder == nil {
        let piece = unsafe try decode(into: buffer)
        if case .bytes(let count) = piece { bytesRead += Int64(count) }
        return piece
      }
      try transcodePiece()
    }
  }

  private func transcodePiece() throws(DumpError) {
    ahead.removeAll(keepingCapacity: true)
    aheadPosition = 0
    let piece = try readAhead(count: DecompressedStream.pieceSize)
    var converted: [UInt8] = []
    transcoder?.transcode(ahead.span, into: &converted)
    if piece == .end || piece == .gap {
      transcoder?.finish(into: &converted)
      pieceBehindAhead = piece
    }
    ahead = converted
  }

  /// Decodes at most `count` bytes to the end of `ahead`.
  private func readAhead(count: Int) throws(DumpError) -> DecodedPiece {
    var scratch = [UInt8](repeating: 0, count: count)
    var result: Result<DecodedPiece, DumpError> = .success(.end)
    unsafe scratch.withUnsafeMutableBytes { buffer in
      do throws(DumpError) {
        result = .success(unsafe try decode(into: buffer))
      } catch {
        result = .failure(error)
      }
    }
    let piece = try result.get()
    if case .bytes(let count) = piece { ahead.append(contentsOf: scratch[..<count]) }
    return piece
  }

  private func decode(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    switch decoder {
    case .plain: unsafe try readPlain(into: buffer)
    case .gzip(let decoder): unsafe try decoder.read(into: buffer)
    case .bzip2(let decoder): unsafe try decoder.read(into: buffer)
    case .xz(let decoder): unsafe try decoder.read(into: buffer)
    case .zstd(let decoder): unsafe try decoder.read(into: buffer)
    }
  }

  private func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> DecodedPiece {
    let count = min(buffer.count, input.available)
    if count > 0 {
      unsafe buffer.copyBytes(from: input.unread.prefix(count))
      input.consume(count)
      return .bytes(count)
    }
    let read = unsafe try input.source.read(into: buffer)
    return read > 0 ? .bytes(read) : .end
  }
}
