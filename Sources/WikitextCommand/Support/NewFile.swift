#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears under its name only when it is complete.
///
/// It is written under a temporary name in the same folder and renamed at the end. Where the name stands for a device
/// or a pipe, that is written to directly.
final class NewFile {
  let path: String
  let descriptor: Descriptor
  /// Whether the path stands for a file, with a folder around.
  let isRegular: Bool
  private let temporaryPath: String
  /// Where the file is renamed to.
  private let target: String
  private var isFinished = false

  /// Creates the file, or fails at once if that cannot be done.
  ///
  /// - Parameters:
  ///   - path: its name.
  ///   - keepingMode: whether it may be read and written by those who may do so with the file that it replaces.
  /// - Throws: when it cannot be created.
  init(path: String, keepingMode: Bool = false) throws(CommandFailure) {
    self.path = path
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(.cannotCreate, "cannot create \(path): it is a directory; give the name of a file")
    }
    isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
    // A link is followed, so that the file behind it is replaced and not the link.
    let target = isRegular && exists ? NewFile.resolved(path) : path
    temporaryPath = isRegular ? "\(target).\(getpid()).partial" : target
    self.target = target
    if isRegular { Signals.addTemporaryFile(temporaryPath) }
    let number = unsafe open(
      temporaryPath,
      isRegular ? O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CLOEXEC,
      0o666
    )
    guard number >= 0 else {
      throw CommandFailure(
        .cannotCreate,
        "cannot create \(path): \(System.lastError); --output, --write and --fix need a folder that you can write to"
      )
    }
    descriptor = Descriptor(number, name: path)
    if keepingMode, isRegular, exists { _ = fchmod(number, status.st_mode & 0o7777) }
  }

  /// Whether another path stands for the same file as this one will.
  static func isSame(_ path: String, as other: String) -> Bool {
    var first = stat()
    var second = stat()
    guard unsafe stat(path, &first) == 0, unsafe stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino && first.st_mode & S_IFMT == S_IFREG
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Gives the file its name.
  func finish() throws(CommandFailure) {
    isFinished = true
    // Some file systems tell of a lack of space only here.
    guard close(descriptor.number) == 0 else {
      let reason = System.lastError
      removeTemporaryFile()
      throw CommandFailure(.inputOutput, "cannot write \(path): \(reason)")
    }
    guard isRegular else { return }
    guard unsafe rename(temporaryPath, target) == 0 else {
      let reason = System.lastError
      removeTemporaryFile()
      throw CommandFailure(.cannotCreate, "cannot rename \(temporaryPath) to \(path): \(reason)")
    }
    Signals.removeTemporaryFile(temporaryPath)
  }

  private func removeTemporaryFile() {
    guard isRegular else { return }
    _ = unsafe unlink(temporaryPath)
    Signals.removeTemporaryFile(temporaryPath)
  }

  deinit {
    guard !isFinished else { return }
    _ = close(descriptor.number)
    removeTemporaryFile()
  }
}
