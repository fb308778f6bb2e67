import WikitextSyntax

/// Reads the arguments of `{{coord}}` and its like.
package struct CoordinateParser {
  let document: Document

  package init(document: Document) {
    self.document = document
  }

  /// The coordinates that a template gives; nil when its arguments are none or out of range.
  package func coordinates(of template: Int) -> Coordinates? {
    let records = document.records
    var positional: [[UInt8]] = []
    var northSouth: [UInt8]?
    var eastWest: [UInt8]?
    var isOfSubject = false
    var argument = template + 1
    while argument < Int(records[template].next), positional.count < 16 {
      var text: [UInt8] = []
      document.appendPlainText(of: argument, options: [], to: &text)
      if records[argument].name.isEmpty {
        positional.append(text)
      } else {
        switch document.string(records[argument].name).uppercased() {
        case "NS", "LATITUDE": northSouth = text
        case "EW", "LONGITUDE": eastWest = text
        case "DISPLAY": isOfSubject = String(decoding: text, as: UTF8.self).contains("t")
        case "ARTICLE": isOfSubject = true
        default: break
        }
      }
      argument = Int(records[argument].next)
    }
    let range = SourceRange(
      start: Int(records[template].sourceStart),
      end: Int(records[template].sourceEnd)
    )
    if let northSouth, let eastWest {
      // German: `NS=51/23/19/N`, or plain degrees.
      guard let latitude = slashed(northSouth), let longitude = slashed(eastWest) else { return nil }
      return checked(latitude, longitude, isOfSubject, range)
    }
    guard let (latitude, longitude) = pair(positional) else { return nil }
    return checked(latitude, longitude, isOfSubject, range)
  }

  private func checked(_ latitude: Double, _ longitude: Double, _ isOfSubject: Bool, _ range: SourceRange)
    -> Coordinates?
  {
    guard abs(latitude) <= 90, abs(longitude) <= 360 else { return nil }
    let east = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
    return Coordinates(latitude: latitude, longitude: east, isOfSubject: isOfSubject, range: range)
  }

  private func slashed(_ text: [UInt8]) -> Double? {
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    guard let last = parts.last else { return nil }
    if let sign = hemisphere(last) { return angle(Array(parts.dropLast())).map { $0 * sign } }
    return parts.count == 1 ? number(last) : nil
  }

  /// Degrees, minutes and seconds up to a hemisphere's letter, twice; or two plain numbers.
  private func pair(_ parts: [[UInt8]]) -> (Double, Double)? {
    if let first = parts.prefix(4).firstIndex(where: { hemisphere($0) != nil }) {
      let rest = parts[(first + 1)...]
      guard let second = rest.prefix(4).firstIndex(where: { hemisphere($0) != nil }),
        let latitude = angle(Array(parts[..<first])), let longitude = angle(Array(parts[first + 1..<second])),
        let north = hemisphere(parts[first]), let east = hemisphere(parts[second])
      else { return nil }
      return (latitude * north, longitude * east)
    }
    guard parts.count >= 2, let latitude = number(parts[0]), let longitude = number(parts[1]) else { return nil }
    return (latitude, longitude)
  }

  private func angle(_ parts: [[UInt8]]) -> Double? {
    guard !parts.isEmpty, parts.count <= 3 else { return nil }
    var value = 0.0
    var scale = 1.0
    for (place, part) in parts.enumerated() {
      guard let number = part.isEmpty && place > 0 ? 0 : number(part), number >= 0, place == 0 || number < 60 else {
        return nil
      }
      value += number / scale
      scale *= 60
    }
    return value
  }

  /// Languages whose word for east begins with an O, which is west elsewhere.
  private static let eastByO: Set<String> = ["de", "af", "nl", "lb", "nds", "nds-nl", "als", "bar", "li", "stq", "frr"]

  /// 1 for north and east, -1 for south and west, in English and German, French and Spanish letters.
  private func hemisphere(_ text: [UInt8]) -> Double? {
    guard text.count == 1 else { return nil }
    switch text[0] & 0xDF {
    case UInt8(ascii: "N"), UInt8(ascii: "E"): return 1
    case UInt8(ascii: "S"), UInt8(ascii: "W"): return -1
    case UInt8(ascii: "O"): return CoordinateParser.eastByO.contains(document.configuration.language) ? 1 : -1
    default: return nil
    }
  }

  private func number(_ text: [UInt8]) -> Double? {
    var bytes = text
    if bytes.starts(with: [0xE2, 0x88, 0x92]) { bytes.replaceSubrange(0..<3, with: [UInt8(ascii: "-")]) }
    guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || (first &- 0x30) < 10,
      bytes.count < 32
    else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }
}
