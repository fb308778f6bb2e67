import WikitextDocument
import WikitextSyntax

/// A form of the ids by which headings are addressed (`$wgFragmentMode`).
public enum FragmentMode: Sendable, Hashable {
  /// The text with underscores for spaces.
  case html5
  /// ASCII only: other bytes are `.C3.A9`.
  case legacy
}

/// The ids of a document's headings: made of their text, and each one only once.
///
/// A second heading with an id gets `_2` behind it, whatever the case of its letters (`Parser::finalizeHeadings`).
struct HeadingIDs {
  /// The ids of one heading.
  struct Entry {
    /// The node.
    let node: Int
    /// The level, 1 to 6.
    let level: Int
    /// The id that links use.
    let id: [UInt8]
    /// The same in the second form, where that is another.
    let fallback: [UInt8]?
  }

  /// The headings, in the order of the document.
  private(set) var entries: [Entry] = []

  /// No headings.
  init() {}

  /// The ids of all headings of a document.
  ///
  /// - Complexity: O(nodes + bytes of the headings).
  init(_ document: Document, modes: [FragmentMode]) {
    var taken = TakenIDs()
    for (index, record) in document.records.enumerated() where record.kind == .heading {
      let text = HeadingText.text(of: index, in: document)
      let primary = HeadingIDs.escaped(text, modes.first ?? .html5)
      let secondary = modes.count > 1 ? HeadingIDs.escaped(text, modes[1]) : primary
      let id = taken.claim(primary)
      let fallback = secondary == primary ? nil : taken.claim(secondary)
      entries.append(Entry(node: index, level: Int(record.detail), id: id, fallback: fallback))
    }
  }

  /// The ids of the heading at a node.
  ///
  /// - Complexity: O(log headings).
  func entry(ofNode node: Int) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].node == node ? entries[low] : nil
  }

  /// An id in one of its forms (`Sanitizer::escapeIdForAttribute`).
  static func escaped(_ text: [UInt8], _ mode: FragmentMode) -> [UInt8] {
    // MediaWiki cuts ids off at 1,024 bytes; here not within a character.
    var end = min(text.count, 1024)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    let text = text[..<end]
    var id: [UInt8] = []
    id.reserveCapacity(text.count)
    for byte in text {
      if Bytes.isSpace(byte) {
        id.append(UInt8(ascii: "_"))
      } else if mode == .html5 || isPlain(byte) {
        id.append(byte)
      } else {
        let start = id.count
        URLEncoding.append(percent: byte, to: &id)
        id[start] = UInt8(ascii: ".")
      }
    }
    return id
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}

/// Ids that are in use, whatever the case of their letters in ASCII.
private struct TakenIDs {
  /// The number that was given last, by the id in lower case.
  private var numbers: [[UInt8]: Int] = [:]

  /// The id itself, or with the next number that makes it new.
  mutating func claim(_ id: [UInt8]) -> [UInt8] {
    let key = id.map(Bytes.lowercased)
    guard var number = numbers[key] else {
      numbers[key] = 1
      return id
    }
    var candidate: [UInt8]
    repeat {
      number += 1
      candidate = id + Array("_\(number)".utf8)
    } while numbers[candidate.map(Bytes.lowercased)] != nil
    numbers[key] = number
    numbers[candidate.map(Bytes.lowercased)] = 1
    return candidate
  }
}

/// The text of a heading that its id is made of: what is shown, without marks of references, spaces folded.
enum HeadingText {
  static func text(of node: Int, in document: Document) -> [UInt8] {
    var text: [UInt8] = []
    append(below: node, in: document, to: &text)
    return normalized(text)
  }

  /// Runs of spaces and underscores as one space, none at the ends (`Sanitizer::normalizeSectionNameWhitespace`).
  static func normalized(_ text: [UInt8]) -> [UInt8] {
    var normalized: [UInt8] = []
    normalized.reserveCapacity(text.count)
    var isSpaced = true
    var position = 0
    while position < text.count {
      let wide = TitleText.invisible(at: position, in: text.span)
      let isSpace = wide?.isSpace ?? (Bytes.isSpace(text[position]) || text[position] == UInt8(ascii: "_"))
      if !isSpace { normalized.append(text[position]) } else if !isSpaced { normalized.append(0x20) }
      isSpaced = isSpace
      position += isSpace ? wide?.length ?? 1 : 1
    }
    if normalized.last == 0x20 { normalized.removeLast() }
    return normalized
  }

  private static func append(below node: Int, in document: Document, to text: inout [UInt8]) {
    var index = node + 1
    let end = Int(document.records[node].next)
    while index < end {
      let record = document.records[index]
      switch record.kind {
      case .text:
        text.append(contentsOf: document.pool[record.name.offsets])
        index += 1
      case .reference, .image, .gallery, .referenceList:
        index = Int(record.next)
      case .math, .code, .extension:
        index = Int(record.next)
      case .template:
        let name = Array(document.pool[record.name.offsets])
        text += PageTitle(name, in: document.configuration, namespace: Namespace.template).text
        index = Int(record.next)
      case .parserFunction, .parameter:
        text.append(contentsOf: document.source[Int(record.sourceStart)..<Int(record.sourceEnd)])
        index = Int(record.next)
      default:
        index += 1
      }
    }
  }
}
