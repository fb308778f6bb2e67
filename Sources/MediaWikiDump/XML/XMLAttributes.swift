/// The attributes of a start tag while libxml2 shows it.
///
/// libxml2 gives five pointers an attribute: local name, prefix, namespace, and where the value begins and ends.
@safe struct XMLAttributes {
  private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  init(pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    unsafe self.pointers = pointers
    self.count = count
  }

  /// The value of the attribute with that local name, whatever its prefix; `nil` when there is none.
  subscript(_ name: StaticString) -> String? {
    guard let value = unsafe bytes(of: name) else { return nil }
    guard unsafe value.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: value, as: UTF8.self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      decoded.append(unsafe value[index])
      // libxml2 leaves an ampersand in a value as `&#38;` for a later pass that builds the tree; there is none here.
      if unsafe value[index...].starts(with: "&#38;".utf8) { index += 4 }
      index += 1
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether there is an attribute with that local name.
  func contains(_ name: StaticString) -> Bool {
    unsafe bytes(of: name) != nil
  }

  private func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers = unsafe pointers else { return nil }
    for index in 0..<count {
      guard let local = unsafe pointers[index * 5], unsafe isEqual(local, name) else { continue }
      guard let start = unsafe pointers[index * 5 + 3], let end = unsafe pointers[index * 5 + 4] else { return nil }
      return unsafe UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  private func isEqual(_ name: UnsafePointer<UInt8>, _ literal: StaticString) -> Bool {
    let bytes = unsafe literal.utf8Start
    for index in 0..<literal.utf8CodeUnitCount where unsafe name[index] != bytes[index] { return false }
    return unsafe name[literal.utf8CodeUnitCount] == 0
  }
}
