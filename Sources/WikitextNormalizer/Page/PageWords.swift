/// Names of parameters that say something of a page; see Data/readings/page.txt.
struct PageWords: Sendable {
  static let standard = PageWords(EmbeddedData.reading("page"))

  /// What a parameter of an infobox says beside the infobox's own facts.
  enum FieldRole: Sendable, Hashable {
    /// What stands below the image before it.
    case caption
    /// What is told to those who do not see the image before it.
    case alternativeText
    /// A part of half a coordinate; `group` is what stands before it in the name.
    case angle(CoordinatePart, group: String)
  }

  /// A part of half a coordinate.
  struct CoordinatePart: Sendable, Hashable {
    enum Figure: Sendable { case degrees, minutes, seconds, hemisphere }

    var isLatitude: Bool
    var figure: Figure
  }

  /// What a parameter of a maintenance template says.
  enum MaintenanceKey: Sendable { case date, reason }

  private let maintenanceKeys: [String: MaintenanceKey]
  private let noDescription: Set<String>
  private let captions: Set<String>
  private let alternatives: Set<String>
  private let parts: [String: CoordinatePart]

  init(_ text: StaticString?) {
    var names: [String: [String]] = [:]
    for line in (text.map { String(describing: $0) } ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let found = line[line.index(after: colon)...].split(separator: "|").map { String($0.trimmingBlanks) }
      names[String(line[..<colon].trimmingBlanks), default: []] += found
    }
    let dates = (names["date"] ?? []).map { ($0, MaintenanceKey.date) }
    let reasons = (names["reason"] ?? []).map { ($0, MaintenanceKey.reason) }
    maintenanceKeys = Dictionary(dates + reasons) { first, _ in first }
    noDescription = Set(names["none"] ?? [])
    captions = Set(names["caption"] ?? [])
    alternatives = Set(names["alt"] ?? [])
    var parts: [String: CoordinatePart] = [:]
    let figures: [(String, CoordinatePart.Figure)] = [
      ("degrees", .degrees), ("minutes", .minutes), ("seconds", .seconds), ("hemisphere", .hemisphere),
    ]
    for (key, isLatitude) in [("latitude", true), ("longitude", false)] {
      for half in names[key] ?? [] {
        parts[half] = CoordinatePart(isLatitude: isLatitude, figure: .degrees)
        for (figureKey, figure) in figures {
          for name in names[figureKey] ?? [] where parts[half + name] == nil {
            parts[half + name] = CoordinatePart(isLatitude: isLatitude, figure: figure)
          }
        }
      }
    }
    self.parts = parts
  }

  /// What a parameter of a maintenance template says; nil for most.
  func maintenanceKey(_ name: String) -> MaintenanceKey? { maintenanceKeys[name.lowercased()] }

  /// Whether a short description says that there is none.
  func isNone(_ description: String) -> Bool { noDescription.contains(description.lowercased()) }

  /// What a parameter says; nil for most.
  ///
  /// - Complexity: O(`name.utf8.count`).
  func role(of name: String) -> FieldRole? {
    guard name.utf8.count <= PageWords.longestName else { return nil }
    var words: [String] = []
    for word in name.lowercased().split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == " " }) {
      words.append(String(word))
    }
    // A number at the end tells one field from another, but is no word of its own.
    if let last = words.last, let end = last.lastIndex(where: { !("0"..."9").contains($0) }) {
      words[words.count - 1] = String(last[...end])
    }
    let whole = words.joined()
    if captions.contains(whole) { return .caption }
    if alternatives.contains(whole) { return .alternativeText }
    // The half and its part are the last words, up to three of them.
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      if let part = parts[words.suffix(count).joined()] {
        return .angle(part, group: words.dropLast(count).joined(separator: " "))
      }
    }
    return nil
  }

  private static let longestName = 100
}
