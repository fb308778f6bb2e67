import MediaWikiDump

/// What `convert` reads: a dump, or pages that are stored otherwise. The first bytes tell.
struct ConversionInput {
  /// The dump, if it is one.
  private(set) var dump: DumpReader?
  /// The pages, if it is none.
  private(set) var pages: (any StoredPages)?

  /// Opens an input.
  ///
  /// - Parameters:
  ///   - path: a file or folder; `-` is the standard input.
  ///   - digest: whether a digest is wanted.
  /// - Throws: when there is no such input, or it cannot be read.
  init(path: String, digest: Bool) throws {
    if System.isDirectory(path) {
      pages = try FolderPages(path: path)
      return
    }
    let file = try DecompressedFile(path: path, digest: digest)
    let head = try file.peek(TarReader.blockSize)
    if TarReader.isHeader(head) {
      pages = TarPages(file)
    } else if head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") {
      pages = JSONLinesPages(file)
    } else {
      dump = DumpReader(file)
    }
  }
}
