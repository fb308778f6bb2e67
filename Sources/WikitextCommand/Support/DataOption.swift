import ArgumentParser
import Wikitext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of templates, infoboxes and words that go before ours.
struct DataOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with files of templates (.pack), infoboxes (.schema), words (.words) or citations (.citations) that go "
        + "before those of the program.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var data: String?

  /// What is known of templates, infoboxes and words.
  func normalizerData() throws(CommandFailure) -> NormalizerData {
    guard let data else { return .standard }
    let names = try DataOption.files(in: data)
    guard !names.isEmpty else {
      let endings = DataOption.endings.joined(separator: ", ")
      throw CommandFailure(.noInput, "there is no file of data in \(data); their names end in \(endings)")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names { files.append((name, try Descriptor.readAll(of: data + "/" + name))) }
    let found = NormalizerData(folder: files)
    if let error = found.errors.first {
      let others = found.errors.count - 1
      let more = others == 0 ? "" : "; and \(others) more \(others == 1 ? "problem" : "problems")"
      throw CommandFailure(.badInput, "\(data)/\(error)\(more)")
    }
    return found
  }

  private static let endings = [".pack", ".schema", ".words", ".citations"]

  /// The names of the data files in a folder, sorted.
  private static func files(in folder: String) throws(CommandFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw CommandFailure(
        .noInput,
        "cannot open \(folder): \(System.lastError); give --data a folder with files of data"
      )
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if endings.contains(where: name.hasSuffix) { names.append(name) }
    }
    return names.sorted()
  }
}
