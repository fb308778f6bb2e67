import WikitextDocument
import WikitextSyntax

/// `encoding-damage`: letters that were read in a wrong encoding.
struct EncodingDamage: PageRule {
  let about = RuleDescription(
    id: "encoding-damage",
    family: .rendered,
    severity: .error,
    summary: "Text was read or written in a wrong encoding.",
    explanation: """
      Two things are found in the text of a page. The character U+FFFD stands where bytes could not be read; what was \
      there is lost. And signs such as `Ã¼` or `â€™`: the bytes of UTF-8, read as Windows-1252 and written as UTF-8 again; \
      the message says what they were. They count only where the bytes are UTF-8 of a letter, a quotation mark, a \
      dash or a like sign; letters of other alphabets only where there are two of them. Code is not looked at.
      """,
    bad: "From Wikipedia, the free encyclopedia\n\nThe river runs through MÃ¼nchen and Bad TÃ¶lz.\n",
    good: "From Wikipedia, the free encyclopedia\n\nThe river runs through München and Bad Tölz.\n",
    dialects: [.pageText, .html, .wikitext]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    // Nearly all pages are told by their bytes, without a document.
    guard page.tree == nil || EncodingDamage.isPossible(in: page.source) else { return }
    let document = page.document
    var index = 0
    while index < document.records.count {
      let record = document.records[index]
      if record.kind == .element, EncodingDamage.code.contains(document.string(record.name)) {
        index = Int(record.next)
        continue
      }
      defer { index += 1 }
      guard record.kind == .text else { continue }
      let text = document.pool[record.name.offsets]
      guard text.contains(where: { $0 >= 0xC2 }) else { continue }
      let range = Node(document: document, index: index).range
      let isVerbatim = page.source[range.offsets].elementsEqual(text)
      for damage in EncodingDamage.damages(in: text) {
        let place = SourceRange(
          start: range.start + damage.range.lowerBound - text.startIndex,
          end: range.start + damage.range.upperBound - text.startIndex
        )
        findings.report(damage.message, at: isVerbatim ? place : range)
      }
    }
  }

  /// The elements of HTML that hold code.
  private static let code: Set<String> = ["code", "kbd", "samp", "tt"]

  /// Whether bytes have U+FFFD, or a letter of Latin-1 with a sign behind it that a byte from 0x80 to 0xBF is read as.
  ///
  /// - Complexity: O(`source.count`).
  private static func isPossible(in source: [UInt8]) -> Bool {
    let bytes = source.span
    var index = 0
    while index &+ 2 < bytes.count {
      switch bytes[index] {
      case 0xC3:
        switch bytes[index &+ 2] {
        case 0xC2, 0xC5, 0xC6, 0xCB, 0xE2: return true
        default: break
        }
      case 0xEF: if bytes[index &+ 1] == 0xBF, bytes[index &+ 2] == 0xBD { return true }
      default: break
      }
      index &+= 1
    }
    return false
  }

  private struct Damage {
    var range: Range<Int>
    var message: String
  }

  /// - Complexity: O(`text.count`).
  private static func damages(in text: ArraySlice<UInt8>) -> [Damage] {
    var found: [Damage] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] >= 0xC2 else {
        index += 1
        continue
      }
      let start = index
      var original: [UInt8] = []
      var count = 0
      while let letter = misread(text, at: index) {
        original += letter.bytes
        index = letter.end
        count += 1
      }
      if count == 1, !isCertainAlone(original[0], text, start..<index) { index = start + 1 }
      if index > start + 1 {
        let shown = String(decoding: text[start..<index], as: UTF8.self)
        let meant = String(decoding: original, as: UTF8.self)
        found.append(Damage(range: start..<index, message: "\"\(shown)\" is \"\(meant)\", read in a wrong encoding"))
        continue
      }
      index = start
      while text[index...].starts(with: [0xEF, 0xBF, 0xBD]) { index += 3 }
      if index > start {
        found.append(Damage(range: start..<index, message: "letters are lost here (U+FFFD)"))
      } else {
        index += 1
      }
    }
    return found
  }

  /// First bytes of what texts have in UTF-8: signs, letters of Latin, Greek, Cyrillic, Hebrew and Arabic, and those of
  /// three and four bytes.
  private static let starts: Set<UInt8> = [
    0xC2, 0xC3, 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7,
    0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xF0,
  ]

  /// Whether a letter by itself is misread for certain. Other alphabets come in words; and a word in capitals may end in
  /// `Ã`, with a quotation mark behind it.
  private static func isCertainAlone(_ first: UInt8, _ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    switch first {
    case 0xE2, 0xF0: return true
    case 0xC2...0xC5:
      guard range.lowerBound > text.startIndex, text[range.lowerBound - 1] &- 0x41 < 26 else { return true }
      return range.upperBound < text.endIndex && text[range.upperBound] &- 0x61 < 26
    default: return false
    }
  }

  /// A scalar whose bytes in UTF-8 were read as Windows-1252, at a place: its bytes, and where it ends.
  private static func misread(_ text: ArraySlice<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
    // The first byte is one from 0xC2 on: a letter of Latin-1.
    guard start < text.endIndex, text[start] == 0xC3, let (first, length) = byte(text, at: start),
      starts.contains(first)
    else { return nil }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var bytes = [first]
    var end = start + length
    while bytes.count < count {
      guard let (next, length) = byte(text, at: end), (0x80...0xBF).contains(next) else { return nil }
      bytes.append(next)
      end += length
    }
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first, isUsual(scalar) else {
      return nil
    }
    return (bytes, end)
  }

  /// Whether texts have a scalar so often that it is more likely than the signs that it was read as.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB7, 0xBB, 0xBD, 0xBF, 0xA3: true
    case 0xC0...0x2AF, 0x370...0x5FF, 0x600...0x6FF, 0x900...0xDFF, 0x1E00...0x1FFF:
      scalar.properties.isAlphabetic
    case 0x2010...0x2027, 0x2030...0x203A, 0x20AC, 0x2116, 0x2122, 0x2190...0x2194, 0x2212: true
    case 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// The byte of Windows-1252 that a scalar is, and how many bytes it has here.
  private static func byte(_ text: ArraySlice<UInt8>, at index: Int) -> (byte: UInt8, length: Int)? {
    guard index + 1 < text.endIndex else { return nil }
    if text[index] == 0xC2, (0x80...0xBF).contains(text[index + 1]) { return (text[index + 1], 2) }
    if text[index] == 0xC3, (0x80...0xBF).contains(text[index + 1]) { return (text[index + 1] | 0x40, 2) }
    guard (0xC5...0xE2).contains(text[index]) else { return nil }
    let length = text[index] < 0xE0 ? 2 : 3
    guard index + length <= text.endIndex,
      let scalar = String(validating: text[index..<index + length], as: UTF8.self)?.unicodeScalars.first
    else { return nil }
    return windows[scalar.value].map { ($0, length) }
  }

  /// The signs of Windows-1252 that are no control characters in ISO 8859-1.
  private static let windows: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
    0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
    0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
