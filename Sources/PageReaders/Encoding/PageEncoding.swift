import CLibXML2

/// Turns the bytes of a page into UTF-8.
///
/// UTF-16 and UTF-32 are told by their byte order marks, or by the zero bytes that every other encoding does without; a
/// UTF-8 mark is taken off. Of HTML, the encoding that the page declares holds, in a `<meta>` element or an XML
/// declaration. Bytes that are no text of their encoding become U+FFFD; those of a page that declares none stay as they
/// are, and ``firstInvalid`` tells of them.
public struct PageEncoding: Sendable {
  /// The text in UTF-8.
  public let utf8: [UInt8]
  /// What it was in, by its name in lower case; nil where it was UTF-8 without a mark.
  public let name: String?
  /// Where in ``utf8`` the first byte is that is no UTF-8, where nothing says what the page is in: it may be in an
  /// encoding of old, such as Windows 1251. Nil where all is well.
  public let firstInvalid: Int?

  /// Decodes a page.
  ///
  ///     PageEncoding([0xFF, 0xFE, 0x41, 0x00]).utf8    // "A"
  ///
  /// - Parameters:
  ///   - bytes: the page as it was stored.
  ///   - isHTML: whether it may declare its encoding as HTML does; nil where only its beginning tells.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], isHTML: Bool? = nil) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      let isBigEndian = bytes[0] == 0
      let text = PageEncoding.utf8(fromUTF32: bytes.dropFirst(4), isBigEndian: isBigEndian)
      self.init(utf8: text, name: isBigEndian ? "utf-32be" : "utf-32le")
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: Array(bytes.dropFirst(3)), name: "utf-8")
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf8: PageEncoding.utf8(fromUTF16: bytes.dropFirst(2), isBigEndian: false), name: "utf-16le")
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf8: PageEncoding.utf8(fromUTF16: bytes.dropFirst(2), isBigEndian: true), name: "utf-16be")
    } else if let form = PageEncoding.wideForm(of: bytes) {
      let text =
        form.width == 4
        ? PageEncoding.utf8(fromUTF32: bytes[...], isBigEndian: form.isBigEndian)
        : PageEncoding.utf8(fromUTF16: bytes[...], isBigEndian: form.isBigEndian)
      self.init(utf8: text, name: "utf-\(form.width * 8)\(form.isBigEndian ? "be" : "le")")
    } else if isHTML ?? true, let declared = DeclaredEncoding.find(in: bytes),
      let label = PageEncoding.legacy(declared),
      !PageEncoding.isUTF8(bytes), let text = PageEncoding.decode(bytes, from: label)
    {
      self.init(utf8: text, name: label)
    } else {
      self.init(utf8: bytes, name: nil)
    }
  }

  private init(utf8: [UInt8], name: String?) {
    self.utf8 = utf8
    self.name = name
    firstInvalid = name == nil || name == "utf-8" ? PageEncoding.firstInvalid(in: utf8) : nil
  }

  /// Where the first byte is that is no UTF-8.
  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  // MARK: Wide characters

  /// How much of a page without a mark is looked at.
  private static let sample = 4096

  /// Whether a page without a mark is in units of two or four bytes: the zero bytes that its ASCII characters have all
  /// stand at one end of units, and are not few. Text in UTF-8 has none; what is UTF-8 but for some zero bytes is that,
  /// unless half of the units have a control character at that end, as those of alphabets have.
  private static func wideForm(of bytes: [UInt8]) -> (width: Int, isBigEndian: Bool)? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0, 0, 0]
    var controls = [0, 0]
    let head = bytes.prefix(sample)
    for (place, byte) in head.enumerated() where byte < 0x20 {
      controls[place & 1] += 1
      if byte == 0 { zeros[place & 3] += 1 }
    }
    let units = head.count / 4
    if bytes.count % 4 == 0, units > 0, zeros.reduce(0, +) < head.count {
      if zeros[3] == units, zeros[2] * 2 > units, isPlane(head, 2) { return (4, false) }
      if zeros[0] == units, zeros[1] * 2 > units, isPlane(head, 1) { return (4, true) }
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    // Of a page in Chinese, its line breaks and markup are enough.
    let fewest = max(2, head.count / 100)
    let isBigEndian = even > 0
    guard max(even, odd) >= fewest, min(even, odd) == 0 else { return nil }
    guard controls[isBigEndian ? 0 : 1] * 4 >= head.count || !isUTF8(bytes) else { return nil }
    return (2, isBigEndian)
  }

  /// Whether the byte at a place of all units of four bytes is the number of a plane of Unicode.
  private static func isPlane(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Bool {
    stride(from: place, to: bytes.count, by: 4).allSatisfy { bytes[$0] <= 0x10 }
  }

  private static func utf8(fromUTF32 bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 3 < bytes.endIndex {
      var value: UInt32 = 0
      for offset in 0..<4 { value = value << 8 | UInt32(bytes[isBigEndian ? place + offset : place + 3 - offset]) }
      text += Unicode.Scalar(value).map { Array(String($0).utf8) } ?? replacement
      place += 4
    }
    if place < bytes.endIndex { text += replacement }
    return text
  }

  /// Whether bytes are UTF-8 throughout. A page that is has the wrong declaration, if it declares another encoding: no
  /// text of a legacy encoding with letters beyond ASCII is UTF-8 by chance.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func utf8(fromUTF16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let pair = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
      place += 2
    }
    var text = Array(String(decoding: units, as: UTF16.self).utf8)
    if place < bytes.endIndex { text += replacement }
    return text
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  // MARK: Legacy encodings

  /// The name of an encoding that is not UTF-8; browsers read some by another of which they are a part (the Encoding
  /// Standard, 4.2).
  private static func legacy(_ label: String) -> String? {
    switch label {
    case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be": nil
    case "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "l1", "cp1252", "x-cp1252": "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "tis-620", "iso-8859-11": "windows-874"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80": "gb18030"
    case "shift_jis", "sjis", "x-sjis", "shift-jis": "cp932"
    case "ks_c_5601-1987", "euc-kr", "korean": "cp949"
    default: label
    }
  }

  /// The text in UTF-8; nil for encodings that libxml2 and its iconv do not know.
  private static func decode(_ bytes: [UInt8], from label: String) -> [UInt8]? {
    guard let handler = unsafe xmlFindCharEncodingHandler(label) else { return nil }
    defer { unsafe _ = xmlCharEncCloseFunc(handler) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    var place = 0
    while place < bytes.count {
      let end = min(place + blockSize, bytes.count)
      let used = unsafe decode(bytes[place..<end], handler, into: &output)
      place += used
      // A character that the block's end cuts off is the next block's; what else stops the decoder is no text.
      if place == end || used > 0 && end < bytes.count && end - place < longestCharacter { continue }
      output += replacement
      place += 1
    }
    return output
  }

  /// Decoded at once, in bytes.
  private static let blockSize = 1 << 16
  /// No character of a legacy encoding has more bytes.
  private static let longestCharacter = 8

  /// Appends what bytes are in UTF-8, up to the first that is no text.
  ///
  /// - Returns: how many bytes that were.
  private static func decode(
    _ bytes: ArraySlice<UInt8>,
    _ handler: UnsafeMutablePointer<xmlCharEncodingHandler>,
    into output: inout [UInt8]
  ) -> Int {
    guard let source = unsafe xmlBufferCreateSize(bytes.count + 1), let target = unsafe xmlBufferCreate() else {
      return 0
    }
    defer {
      unsafe xmlBufferFree(source)
      unsafe xmlBufferFree(target)
    }
    _ = unsafe bytes.withUnsafeBufferPointer { buffer in
      // The count is at most the block's size.
      unsafe xmlBufferAdd(source, buffer.baseAddress, Int32(buffer.count))
    }
    // Each call decodes what fits; it makes no progress where something is no text.
    while unsafe xmlBufferLength(source) > 0 {
      let before = unsafe xmlBufferLength(source)
      _ = unsafe xmlCharEncInFunc(handler, target, source)
      if unsafe xmlBufferLength(source) == before { break }
    }
    let rest = unsafe Int(xmlBufferLength(source))
    let count = unsafe Int(xmlBufferLength(target))
    if count > 0, let content = unsafe xmlBufferContent(target) {
      // The buffer has this many bytes of content.
      unsafe output.append(contentsOf: UnsafeBufferPointer(start: content, count: count))
    }
    return bytes.count - rest
  }
}
