/// The addresses of external links in the form in which MediaWiki writes them.
enum ExternalAddress {
  /// An address, character references decoded, without what may not stand in one (`Sanitizer::cleanUrl`).
  static func cleaned(_ address: [UInt8]) -> [UInt8] {
    let escaped = escapingUnsafe(address)
    // Only the host of `scheme://host/path` is looked at.
    guard let colon = escaped.firstIndex(of: UInt8(ascii: ":")) else { return escaped }
    let host = escaped[(colon + 1)...]
    guard host.starts(with: "//".utf8) else { return escaped }
    let end = host.dropFirst(2).firstIndex(of: UInt8(ascii: "/")) ?? escaped.endIndex
    return escaped[...colon] + withBrackets(withoutIgnored(host[..<end])) + escaped[end...]
  }

  /// What would end the address, or the attribute it stands in, by percent; a space as `+`.
  private static func escapingUnsafe(_ address: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(address.count)
    for byte in address {
      switch byte {
      case 0x20: escaped.append(UInt8(ascii: "+"))
      case 0..<0x20, 0x7F, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\""), UInt8(ascii: "|"):
        URLEncoding.append(percent: byte, to: &escaped)
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  /// A host without the characters that names of hosts ignore: two hosts that look alike are one.
  private static func withoutIgnored(_ host: ArraySlice<UInt8>) -> [UInt8] {
    guard host.contains(where: { $0 >= 0x80 }) else { return Array(host) }
    let scalars = String(decoding: host, as: UTF8.self).unicodeScalars.filter { !isIgnored($0) }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x1806, 0x180B...0x180D, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: scalar.properties.isWhitespace
    }
  }

  /// `//%5B::1%5D` as `//[::1]`: the host is an address of IPv6.
  private static func withBrackets(_ host: [UInt8]) -> [UInt8] {
    let open = Array("//%5B".utf8)
    let close = Array("%5D".utf8)
    guard host.starts(with: open) else { return host }
    let digits = host.dropFirst(open.count).prefix {
      URLEncoding.isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    guard !digits.isEmpty, host[digits.endIndex...].starts(with: close) else { return host }
    let port = host[(digits.endIndex + close.count)...]
    guard port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy({ $0 &- 0x30 < 10 }) else {
      return host
    }
    return Array("//[".utf8) + digits + [UInt8(ascii: "]")] + port
  }
}
