import MediaWikiDump
import Wikitext

/// The pages in a file that has a record of JSON in each line, in its order; see ``SnapshotRecord`` for what they hold.
final class JSONLinesPages: StoredPages {
  private let file: DecompressedFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var searched = 0
  private var lineNumber = 0
  private var hasEnded = false
  /// Whether the rest of the line is to be passed over: it is too long, or part of it is lost.
  private var isSkipping = false

  /// Whether records without a page, and what is no JSON, are handed over as they are, instead of omitted.
  private let keepsRecords: Bool

  init(_ file: DecompressedFile, keepsRecords: Bool = false) {
    self.file = file
    self.keepsRecords = keepsRecords
  }

  var bytesRead: (stored: Int64, decompressed: Int64) { (file.compressedBytesRead, file.bytesRead) }
  var digest: String? { file.digest }

  /// Lines are not longer than this, in bytes: twice what a page may have in a dump, for escapes.
  private static let longestLine = 512 << 20

  func next() throws(DumpError) -> StoredPageEvent? {
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[position..<newline]
        position = newline + 1
        searched = position
        lineNumber += 1
        if isSkipping {
          isSkipping = false
          continue
        }
        if let event = read(line) { return event }
        continue
      }
      searched = buffer.count
      if hasEnded {
        let line = buffer[position...]
        position = buffer.count
        guard !line.isEmpty, !isSkipping else { return nil }
        lineNumber += 1
        return read(line)
      }
      if let event = try readMore() { return event }
    }
  }

  /// Reads on behind the buffer.
  ///
  /// - Returns: what became of a line that cannot be read.
  private func readMore() throws(DumpError) -> StoredPageEvent? {
    buffer.removeFirst(position)
    searched -= position
    position = 0
    switch try file.read(into: &buffer) {
    case .bytes: break
    case .end: hasEnded = true
    case .gap:
      buffer.removeAll()
      searched = 0
      isSkipping = true
      return .omitted(.lostData, report: "skipped line \(lineNumber + 1) of \(file.name): part of it is lost")
    }
    guard buffer.count > JSONLinesPages.longestLine, !isSkipping else { return nil }
    buffer.removeAll()
    searched = 0
    isSkipping = true
    return .omitted(.tooLarge, report: "skipped line \(lineNumber + 1) of \(file.name): it is too long")
  }

  private func read(_ line: ArraySlice<UInt8>) -> StoredPageEvent? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    let name = "line \(lineNumber) of \(file.name)"
    let bytes = Array(line)
    switch SnapshotRecord.read(bytes) {
    case .page(var page):
      page.name = name
      return .page(page)
    case .withoutText where keepsRecords, .broken where keepsRecords:
      return .page(StoredPage(name: name, bytes: bytes, isUTF8: true, isRecord: true))
    case .withoutText: return .omitted(.missingText, report: nil)
    case .broken(let problem): return .omitted(.broken, report: "skipped \(name): \(problem)")
    }
  }
}
