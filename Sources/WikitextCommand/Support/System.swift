#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the command asks of its process.
enum System {
  /// Ends the process.
  static func exit(_ status: ExitStatus) -> Never {
    _exit(status.rawValue)
  }

  /// The number of processors that are there to be used.
  static var processorCount: Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The size of a file; `nil` for what has none, such as a pipe.
  static func fileSize(of path: String) -> Int64? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  /// Whether a path is that of a folder.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a name in a folder stands for.
  enum Entry {
    case file, folder
    /// A link, a pipe, a device.
    case other
  }

  /// What a path stands for; links are not followed. Nil where nothing is there.
  static func kind(of path: String) -> Entry? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in a folder but for hidden ones, in no order; nil where it cannot be read. What is no UTF-8 in a name is
  /// replaced, so that nothing can be read by that name.
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

  /// The time in seconds since 1970.
  static var secondsSince1970: Int { time(nil) }

  /// The system's words for the last error.
  static var lastError: String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }
}

/// The terminal behind a descriptor.
enum Terminal {
  /// Whether a descriptor is a terminal.
  static func isPresent(at descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The number of columns; `nil` where there is no terminal or it does not say.
  static func width(of descriptor: Int32) -> Int? {
    guard isPresent(at: descriptor) else { return nil }
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// The standard error, for words.
enum StandardError {
  /// Its number.
  static let descriptor = STDERR_FILENO

  /// Writes one line, with the command's name before it; line breaks and control characters become spaces.
  static func write(line: String) {
    write("wikitext: " + clean(line) + "\n")
  }

  /// Writes text as it is. Nobody is there to hear of it when that fails.
  static func write(_ text: String) {
    try? Descriptor(descriptor, name: "the standard error").write(Array(text.utf8))
  }

  /// Text without what moves a terminal's cursor.
  static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }
}
