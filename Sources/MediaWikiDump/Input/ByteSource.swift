#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The stored bytes of a dump: a file, a pipe, or an array.
final class ByteSource {
  /// The path, or what else to call the input in errors.
  let name: String
  /// Bytes handed out so far.
  private(set) var bytesRead: Int64 = 0
  /// The digest of the bytes handed out so far, if one was asked for.
  private(set) var digest: SHA256?

  private enum Origin {
    case descriptor(Int32, isOwned: Bool)
    case memory([UInt8])
  }
  private let origin: Origin

  /// Opens a file; `-` is the standard input.
  convenience init(path: String, digest: Bool) throws(DumpError) {
    if path == "-" {
      self.init(descriptor: STDIN_FILENO, name: "standard input", digest: digest)
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemMessage(errno)) }
    self.init(descriptor: descriptor, isOwned: true, name: path, digest: digest)
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
  }

  /// Reads from an open descriptor, which stays the caller's to close unless `isOwned`.
  init(descriptor: Int32, isOwned: Bool = false, name: String, digest: Bool) {
    origin = .descriptor(descriptor, isOwned: isOwned)
    self.name = name
    self.digest = digest ? SHA256() : nil
  }

  init(bytes: [UInt8], name: String, digest: Bool) {
    origin = .memory(bytes)
    self.name = name
    self.digest = digest ? SHA256() : nil
  }

  deinit {
    if case .descriptor(let descriptor, isOwned: true) = origin { close(descriptor) }
  }

  /// Fills at most `buffer.count` bytes and says how many; 0 is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    let count =
      switch origin {
      case .descriptor(let descriptor, _): unsafe try read(from: descriptor, into: buffer)
      case .memory(let bytes): unsafe copy(from: bytes, into: buffer)
      }
    unsafe digest?.update(
      Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count]))
    )
    bytesRead += Int64(count)
    return count
  }

  private func read(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw .readFailed(path: name, offset: bytesRead, reason: systemMessage(errno))
      }
    }
  }

  private func copy(from bytes: [UInt8], into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let start = Int(bytesRead)
    let count = min(buffer.count, bytes.count - start)
    unsafe bytes.withUnsafeBytes {
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    return count
  }
}

private func systemMessage(_ code: Int32) -> String {
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
