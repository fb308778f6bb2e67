import MediaWikiDump
import Wikitext

/// The pages in the files of a tar archive, in its order.
final class TarPages: StoredPages {
  private let file: DecompressedFile
  private let reader: TarReader
  private var isFinished = false

  init(_ file: DecompressedFile) {
    self.file = file
    reader = TarReader(file, limit: WikitextParser.maximumPageSize)
  }

  var bytesRead: (stored: Int64, decompressed: Int64) { (file.compressedBytesRead, file.bytesRead) }
  var digest: String? { file.digest }

  func next() throws(DumpError) -> StoredPageEvent? {
    if isFinished { return nil }
    let entry: TarReader.Entry?
    do {
      entry = try reader.next()
    } catch let error as DumpError {
      throw error
    } catch {
      // What lies behind it cannot be found.
      isFinished = true
      let problem = (error as? TarReader.Damage)?.problem ?? "\(error)"
      return .omitted(.truncated, report: "the archive \(file.name) is damaged: \(problem)")
    }
    guard let entry else {
      isFinished = true
      // What follows the end is read for the digest.
      var rest: [UInt8] = []
      while try file.read(into: &rest) != .end { rest.removeAll(keepingCapacity: true) }
      return nil
    }
    let name = StoredPageName(entry.path)
    guard name.isPage else { return .omitted(.otherFile, report: nil) }
    let place = "\(entry.path) in \(file.name)"
    guard let stored = entry.bytes else { return .omitted(.tooLarge, report: "skipped \(place): it is too large") }
    let bytes: [UInt8]?
    do throws(DumpError) {
      bytes = try DecompressedFile(bytes: stored, name: place).readAll(limit: WikitextParser.maximumPageSize)
    } catch {
      return .omitted(.broken, report: "skipped: \(error)")
    }
    guard let bytes else { return .omitted(.broken, report: "skipped \(place): it is damaged") }
    return .page(StoredPage(name: place, bytes: bytes, dialect: name.dialect, fileTitle: name.title))
  }
}
