/// Turns UTF-16 that comes in pieces into UTF-8. What is not a character becomes U+FFFD.
struct UTF16Transcoder {
  private let isBigEndian: Bool
  /// The first half of a unit or pair whose second half has not come yet.
  private var pendingByte: UInt8?
  private var pendingSurrogate: UInt16?

  /// The transcoder for a text that begins with these bytes; `nil` unless it is UTF-16, with or without a byte order
  /// mark. Without one, the `<` it must begin with tells the order.
  init?(signature bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xff, 0xfe, let low, let high) where low != 0 || high != 0: isBigEndian = false
    case (0xfe, 0xff, _, _): isBigEndian = true
    case (0x3c, 0, let low, 0) where low != 0: isBigEndian = false
    case (0, 0x3c, 0, let low) where low != 0: isBigEndian = true
    default: return nil
    }
  }

  /// Appends the UTF-8 form of `bytes` to `output`.
  mutating func transcode(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
    for index in bytes.indices {
      guard let first = pendingByte else {
        pendingByte = bytes[index]
        continue
      }
      pendingByte = nil
      let (high, low) = isBigEndian ? (first, bytes[index]) : (bytes[index], first)
      append(UInt16(high) << 8 | UInt16(low), to: &output)
    }
  }

  /// Appends what a text that ends here leaves over.
  mutating func finish(into output: inout [UInt8]) {
    if pendingByte != nil || pendingSurrogate != nil { output.append(contentsOf: "\u{FFFD}".utf8) }
    pendingByte = nil
    pendingSurrogate = nil
  }

  private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
    if let lead = pendingSurrogate {
      pendingSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(lead & 0x3ff) << 10 | UInt32(unit & 0x3ff))
        append(Unicode.Scalar(value)!, to: &output)
        return
      }
      append("\u{FFFD}", to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      pendingSurrogate = unit
    } else {
      append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &output)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if scalar.isASCII {
      output.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      output.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}
