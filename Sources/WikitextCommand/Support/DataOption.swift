import ArgumentParser
import Wikitext

/// The folder with a user's own template packs, schemas and words.
struct DataOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "A folder with files of templates (.pack), infoboxes (.schema), words (.words) or citations (.citations) that go "
        + "before those of the program.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var folder: String?

  /// What is known of templates, infoboxes and words, with the folder's files above it.
  func load() throws(CommandFailure) -> NormalizerData {
    guard let folder else { return .standard }
    let paths = try DataOption.files(of: folder)
    guard !paths.isEmpty else {
      let endings = DataOption.endings.joined(separator: ", ")
      throw CommandFailure(.noInput, "there is no file of data in \(folder); their names end in \(endings)")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for path in paths { files.append((path, try Descriptor.readAll(of: path))) }
    let data = NormalizerData(folder: files)
    if let error = data.errors.first {
      let others = data.errors.count - 1
      let more = others == 0 ? "" : "; and \(others) more \(others == 1 ? "problem" : "problems")"
      throw CommandFailure(.badInput, "in \(folder): \(error)\(more)")
    }
    return data
  }

  private static let endings = [".pack", ".schema", ".words", ".citations"]
  /// The folders that our own data lie in; a user's may, too.
  private static let subfolders = ["packs", "schemas", "words", "citations"]

  /// The paths of the data files in a folder, sorted, and in the folders of their kinds below it.
  private static func files(of folder: String) throws(CommandFailure) -> [String] {
    guard let names = System.names(in: folder) else {
      throw CommandFailure(.noInput, "cannot read \(folder): \(System.lastError); give --data a folder")
    }
    var paths = names.map { folder + "/" + $0 }
    for subfolder in subfolders where names.contains(subfolder) {
      let path = folder + "/" + subfolder
      paths += (System.names(in: path) ?? []).map { path + "/" + $0 }
    }
    return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
  }
}
