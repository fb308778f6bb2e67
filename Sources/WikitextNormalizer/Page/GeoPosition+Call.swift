import WikitextDocument

extension GeoPosition {
  /// Takes in what a coordinate template says beside the figures: `region:DE-BY_type:city_dim:5km`, `globe:Moon`, or
  /// arguments of these names; and how fine its figures are.
  mutating func readDetails(of call: TemplateCall, in document: Document) {
    var figures: [Substring] = []
    for argument in call.positional.prefix(GeoPosition.mostArguments) {
      let text = String(decoding: document.plainText(ofArgument: argument), as: UTF8.self)
      if text.utf8.contains(UInt8(ascii: ":")) {
        for part in text.split(whereSeparator: { $0 == "_" || $0 == " " }) {
          guard let colon = part.firstIndex(of: ":") else { continue }
          read(part[..<colon].lowercased(), part[part.index(after: colon)...])
        }
      } else {
        figures.append(Substring(text))
      }
    }
    for name in ["region", "type", "dim", "globe"] {
      guard let argument = call.argument(name, in: document) else { continue }
      read(name, Substring(String(decoding: document.plainText(ofArgument: argument), as: UTF8.self)))
    }
    precision = GeoPosition.precision(of: figures)
  }

  /// Latitude and longitude have eight figures and letters at most; what they are of stands behind them.
  private static let mostArguments = 16

  private mutating func read(_ key: String, _ value: Substring) {
    guard !value.isEmpty else { return }
    switch key {
    case "region": region = region ?? String(value)
    // `city(100000)`
    case "type": type = type ?? String(value.prefix { $0 != "(" })
    case "globe": globe = value.lowercased() == "earth" ? nil : globe ?? value.lowercased()
    case "dim": dimension = dimension ?? GeoPosition.metres(value)
    default: break
    }
  }

  /// `5km`, `300m`, `300`.
  private static func metres(_ text: Substring) -> Double? {
    let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    guard let number = Double(digits), number > 0 else { return nil }
    switch text[digits.endIndex...] {
    case "", "m": return number
    case "km": return number * 1000
    default: return nil
    }
  }

  /// How fine the figures of a latitude are, as they are written: `48.14` is of hundredths of a degree, `48 8 N` of minutes.
  private static func precision(of figures: [Substring]) -> Double? {
    let numbers = figures.prefix { $0.first.map { $0.isASCII && ($0.isNumber || $0 == "-") } ?? true }.filter {
      !$0.isEmpty
    }
    let isDecimal = numbers.count == figures.count
    let ofLatitude = isDecimal ? numbers.prefix(1) : numbers.prefix(3)
    guard let last = ofLatitude.last else { return nil }
    var precision = ofLatitude.count == 3 ? 1.0 / 3600 : ofLatitude.count == 2 ? 1.0 / 60 : 1
    let decimals = last.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.utf8.count ?? 0
    for _ in 0..<min(decimals, 12) { precision /= 10 }
    return precision
  }
}
