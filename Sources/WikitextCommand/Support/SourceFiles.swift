#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
      guard let names = names(in: folder) else {
        throw CommandFailure(.noInput, "cannot read \(folder): \(System.lastError)")
      }
      for name in names {
        let path = folder + "/" + name
        switch System.kind(of: path) {
        case .folder: waiting.append(path)
        case .file: files.append(path)
        case .other: break
        }
      }
    }
    return files.sorted()
  }

  /// The names in a folder but for hidden ones; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = unsafe opendir(folder) else { return nil }
    defer { unsafe _ = closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      // The name is a C string inside of the entry, which holds until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
