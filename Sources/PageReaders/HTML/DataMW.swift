import WikitextSyntax

/// Parsoid's `data-mw`, as far as it tells of templates.
///
///     {"parts":[{"template":{"target":{"wt":"Infobox river"},"params":{"length":{"wt":"295 km"}},"i":0}}]}
///
/// Only where a value stands is looked at: a scanner keeps the names that lead there.
struct DataMW {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// The names of the objects that are open; arrays have none.
  private var path: [[UInt8]] = []
  private var name: [UInt8] = []
  private var arguments: [HTMLTransclusion.Argument] = []

  /// Deeper than this Parsoid does not nest.
  private static let maximumDepth = 64

  /// The first template that a `data-mw` tells of.
  ///
  /// - Complexity: O(`bytes.count`).
  static func template(_ bytes: ArraySlice<UInt8>) -> (name: [UInt8], arguments: [HTMLTransclusion.Argument])? {
    var scanner = DataMW(bytes)
    scanner.scan()
    return scanner.name.isEmpty ? nil : (scanner.name, scanner.arguments)
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  private mutating func scan() {
    /// The name that was read last, which waits for its value.
    var pending: [UInt8] = []
    var expectsName = false
    var isObject: [Bool] = []
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard path.count < DataMW.maximumDepth else { return }
        let opensObject = bytes[position] == UInt8(ascii: "{")
        path.append(pending)
        isObject.append(opensObject)
        pending = []
        expectsName = opensObject
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if path.isEmpty { return }
        // Of several templates the first is the one that matters.
        if path.count == 4, path[3].elementsEqual("template".utf8), !name.isEmpty { return }
        path.removeLast()
        isObject.removeLast()
        expectsName = false
        position += 1
      case UInt8(ascii: ","):
        expectsName = isObject.last ?? false
        position += 1
      case UInt8(ascii: "\""):
        guard let text = readString() else { return }
        if expectsName {
          pending = text
          expectsName = false
        } else {
          take(text, named: pending)
        }
      default:
        position += 1
      }
    }
  }

  /// Takes a string if it is the name of a template or the value of an argument.
  private mutating func take(_ text: [UInt8], named last: [UInt8]) {
    guard last.elementsEqual("wt".utf8), let parent = path.last else { return }
    if parent.elementsEqual("target".utf8) {
      if name.isEmpty { name = DataMW.templateName(text) }
    } else if path.count > 1, path[path.count - 2].elementsEqual("params".utf8) {
      arguments.append(HTMLTransclusion.Argument(name: parent, value: text))
    }
  }

  /// A template's name in the ordinary form of titles.
  private static func templateName(_ text: [UInt8]) -> [UInt8] {
    Array(HTMLText.folded(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }))
  }

  /// The string that begins here, without its escapes; nil for one that does not end.
  private mutating func readString() -> [UInt8]? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"):
        guard position < bytes.endIndex else { return nil }
        let escape = bytes[position]
        position += 1
        switch escape {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text += readUnit()
        default: text.append(escape)
        }
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The scalar of a `\u` escape, with the second half of a pair.
  private mutating func readUnit() -> [UInt8] {
    guard var value = hexadecimal(position) else { return [] }
    position += 4
    if 0xD800..<0xDC00 ~= value, bytes[position...].starts(with: "\\u"), let low = hexadecimal(position + 2),
      0xDC00..<0xE000 ~= low
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      position += 6
    }
    return Array(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8)
  }

  private func hexadecimal(_ start: Int) -> UInt32? {
    guard start + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}
