/// Files that are named one by one or by their folders.
enum SourceFiles {
  /// The files: folders are replaced by the files in them and below whose names have one of the endings, in capitals or
  /// not, sorted; what begins with a period is left out.
  ///
  /// - Parameters:
  ///   - paths: files and folders; `-` is the standard input.
  ///   - endings: the endings without their periods, in small letters.
  /// - Returns: the files.
  /// - Throws: when a folder cannot be read, or has no such file.
  static func expand(_ paths: [String], endings: Set<String>) throws(CommandFailure) -> [String] {
    var files: [String] = []
    for path in paths {
      guard System.isDirectory(path) else {
        files.append(path)
        continue
      }
      let found = try all(in: path).filter { file in
        file.lastIndex(of: ".").map { endings.contains(file[file.index(after: $0)...].lowercased()) } ?? false
      }
      guard !found.isEmpty else {
        let names = endings.sorted().map { "." + $0 }.joined(separator: " or ")
        throw CommandFailure(.noInput, "there is no file in \(path) that ends in \(names)")
      }
      files += found
    }
    return files
  }

  /// All files in a folder and below it, sorted by path. Links are not followed.
  static func all(in folder: String) throws(CommandFailure) -> [String] {
    var files: [String] = []
    var waiting = [folder.last == "/" && folder.count > 1 ? String(folder.dropLast()) : folder]
    while let folder = waiting.popLast() {
      guard let names = System.names(in: folder) else {
        throw CommandFailure(.noInput, "cannot read \(folder): \(System.lastError)")
      }
      for name in names {
        let path = folder + "/" + name
        switch System.kind(of: path) {
        case .folder: waiting.append(path)
        // What is not there is gone, or has a name that is no UTF-8: reading it will say so.
        case .file, nil: files.append(path)
        case .other: break
        }
      }
    }
    return files.sorted()
  }
}
