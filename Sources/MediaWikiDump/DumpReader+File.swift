extension DumpReader {
  /// Reads a dump that was opened already, from its first byte.
  ///
  /// - Parameters:
  ///   - file: the file; it keeps a digest if that was asked for when it was opened.
  ///   - options: what the reader returns.
  package convenience init(_ file: DecompressedFile, options: Options = Options()) {
    self.init(stream: file.stream, options: options)
  }
}
