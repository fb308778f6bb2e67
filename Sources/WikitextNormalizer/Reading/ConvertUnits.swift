/// The unit codes of `{{convert}}`, which are its own: `C` is a temperature, `ha` an area, `hr` an hour in any language.
struct ConvertUnits: Sendable {
  static let standard = ConvertUnits(EmbeddedData.reading("convert"))

  private let units: [String: String]

  private init(_ text: StaticString?) {
    var units: [String: String] = [:]
    for line in (text.map { String(describing: $0) } ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      guard let space = line.firstIndex(of: " ") else { continue }
      for code in line[space...].split(separator: "|") {
        units[String(code.trimmingBlanks)] = String(line[..<space])
      }
    }
    self.units = units
  }

  /// The unit of a code, in UCUM.
  subscript(code: String) -> String? { units[code] }
}

extension Substring {
  /// The text without blanks at its ends.
  var trimmingBlanks: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
