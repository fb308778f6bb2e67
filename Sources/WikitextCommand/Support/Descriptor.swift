#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, and what to call it in errors.
struct Descriptor {
  let number: Int32
  let name: String

  init(_ number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  /// The standard output.
  static var standardOutput: Descriptor { Descriptor(STDOUT_FILENO, name: "the standard output") }

  /// All bytes of a file; `-` is the standard input.
  static func readAll(of path: String) throws(CommandFailure) -> [UInt8] {
    if path == "-" { return try Descriptor(STDIN_FILENO, name: "the standard input").readAll() }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw CommandFailure(.noInput, "cannot open \(path): \(System.lastError); give a file, or - for standard input")
    }
    defer { _ = close(number) }
    let file = Descriptor(number, name: path)
    guard !file.isDirectory else { throw CommandFailure(.noInput, "\(path) is a directory; give a file") }
    return try file.readAll()
  }

  private var status: stat? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? status : nil
  }

  private var isDirectory: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  private func readAll() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than the size, so that the last read finds the end without growing the array.
    var free = max(1 << 16, (status.map { Int($0.st_size) } ?? 0) + 1)
    while true {
      let start = bytes.count
      var count = 0
      bytes.reserveCapacity(start + free)
      bytes.append(contentsOf: repeatElement(0, count: free))
      unsafe bytes.withUnsafeMutableBytes {
        let target = unsafe UnsafeMutableRawBufferPointer(rebasing: $0[start...])
        repeat {
          #if canImport(Glibc)
            count = unsafe Glibc.read(number, target.baseAddress, target.count)
          #elseif canImport(Musl)
            count = unsafe Musl.read(number, target.baseAddress, target.count)
          #else
            count = unsafe Darwin.read(number, target.baseAddress, target.count)
          #endif
        } while count < 0 && errno == EINTR
      }
      guard count >= 0 else { throw CommandFailure(.inputOutput, "cannot read \(name): \(System.lastError)") }
      bytes.removeLast(free - count)
      if count == 0 { return bytes }
      free = max(1 << 16, min(bytes.count, 1 << 24))
    }
  }

  /// Writes all of the bytes. When nobody reads the standard output any more, the process ends quietly.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
        #if canImport(Glibc)
          return unsafe Glibc.write(number, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          return unsafe Musl.write(number, rest.baseAddress, rest.count)
        #else
          return unsafe Darwin.write(number, rest.baseAddress, rest.count)
        #endif
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE, number == STDOUT_FILENO {
        Signals.endByBrokenPipe()
      } else if errno != EINTR {
        throw CommandFailure(.inputOutput, "cannot write \(name): \(System.lastError)")
      }
    }
  }
}

/// Collects what is written to a descriptor into larger pieces.
struct ByteOutput: ~Copyable {
  private static let pieceSize = 1 << 16

  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  /// Bytes taken so far.
  private(set) var byteCount = 0

  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
    buffer.reserveCapacity(2 * ByteOutput.pieceSize)
  }

  /// Writes bytes, sooner or later.
  mutating func write(_ bytes: [UInt8]) throws(CommandFailure) {
    byteCount += bytes.count
    if bytes.count >= ByteOutput.pieceSize {
      try flush()
      try descriptor.write(bytes)
    } else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= ByteOutput.pieceSize { try flush() }
    }
  }

  /// Writes what was held back.
  mutating func flush() throws(CommandFailure) {
    guard !buffer.isEmpty else { return }
    try descriptor.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
