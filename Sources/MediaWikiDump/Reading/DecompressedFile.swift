/// The bytes of a file, a pipe or an array, decompressed where they are compressed: for inputs that are no dumps.
///
///     let file = try DecompressedFile(path: "pages.jsonl.zst")
///     var bytes: [UInt8] = []
///     while try file.read(into: &bytes) != .end {}
///
/// The compression is told by the first bytes, never by the name: gzip, bzip2, xz, lzma, zstd. Text in UTF-16 with a byte
/// order mark becomes UTF-8.
package final class DecompressedFile {
  /// What one call of ``read(into:)`` yields.
  package enum Piece: Sendable {
    /// Some bytes.
    case bytes
    /// Data is lost here: what comes must not be glued to what came.
    case gap
    /// There is no more.
    case end
  }

  let stream: DecompressedStream
  /// What the input is called in errors.
  package let name: String

  /// Opens a file; `-` is the standard input.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - digest: whether to keep a SHA-256 of the stored bytes.
  /// - Throws: when it cannot be opened, is a directory, or of a format that has to be unpacked.
  package convenience init(path: String, digest: Bool = false) throws(DumpError) {
    try self.init(ByteSource(path: path, digest: digest))
  }

  /// What is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what to call it in errors.
  /// - Throws: when it is of a format that has to be unpacked.
  package convenience init(bytes: [UInt8], name: String) throws(DumpError) {
    try self.init(ByteSource(bytes: bytes, name: name, digest: false))
  }

  private init(_ source: ByteSource) throws(DumpError) {
    name = source.name
    stream = try DecompressedStream(source: source)
  }

  /// The first bytes, which are still to be read; fewer where the file ends or is damaged before.
  ///
  /// - Complexity: O(count).
  package func peek(_ count: Int) throws(DumpError) -> ArraySlice<UInt8> { try stream.peek(count) }

  /// Appends the next bytes.
  ///
  /// - Parameter bytes: where to.
  /// - Returns: whether there were any.
  /// - Throws: when reading fails.
  package func read(into bytes: inout [UInt8]) throws(DumpError) -> Piece {
    var failure: DumpError?
    var piece = DecodedPiece.end
    bytes.append(addingCapacity: DecompressedStream.pieceSize) { free in
      unsafe free.withUnsafeMutableBufferPointer { buffer, initializedCount in
        do throws(DumpError) {
          piece = unsafe try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
          if case .bytes(let count) = piece { initializedCount = count }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    switch piece {
    case .bytes: return .bytes
    case .gap: return .gap
    case .end: return .end
    }
  }

  /// All bytes that are left.
  ///
  /// - Parameter limit: the most that are wanted.
  /// - Returns: nil where there are more, or some are lost.
  /// - Throws: when reading fails.
  package func readAll(limit: Int) throws(DumpError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      switch try read(into: &bytes) {
      case .bytes: if bytes.count > limit { return nil }
      case .gap: return nil
      case .end: return takeProblems().isEmpty ? bytes : nil
      }
    }
  }

  /// Bytes read from the file so far, as stored.
  package var compressedBytesRead: Int64 { stream.compressedBytesRead }
  /// Bytes read so far, decompressed.
  package var bytesRead: Int64 { stream.bytesRead }
  /// The SHA-256 of the stored bytes read so far, in hexadecimal digits; nil where it was not asked for.
  package var digest: String? { stream.digest?.hexadecimal }
  /// What was wrong with the compressed data since the last call.
  package func takeProblems() -> [DumpProblem] { stream.takeProblems() }
}
