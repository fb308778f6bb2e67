#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths as a configuration and a baseline have them: from their own folder on, wherever the command is called.
enum ProjectPath {
  /// The folder that the command was called in.
  private static let workingFolder: String = {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }()

  /// A path from the root on, without `.` and `..`; links are not followed.
  static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : workingFolder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// A path from a folder on; from the root on where it is not below the folder.
  static func relative(_ path: String, to folder: String) -> String {
    let path = absolute(path)
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The folder that a file is in, from the root on.
  static func folder(of path: String) -> String {
    let path = absolute(path)
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Whether there is a file.
  static func isFile(_ path: String) -> Bool { System.fileSize(of: path) != nil }
}
