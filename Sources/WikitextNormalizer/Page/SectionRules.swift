/// How articles end: the order of their last sections, and the templates that list references; see
/// Data/readings/sections.txt.
package struct SectionRules: Sendable {
  package static let standard = SectionRules(EmbeddedData.reading("sections"))

  /// The kinds of sections of a language in their order.
  private var orders: [String: [String]] = [:]
  /// Kinds by language and folded heading.
  private var kinds: [String: [String: String]] = [:]
  /// Parts of the names of templates that list references.
  package private(set) var referenceLists: [String] = []
  /// Parts of the names of templates that list notes.
  package private(set) var noteLists: [String] = []

  init(_ text: StaticString?) {
    for line in (text.map { String(describing: $0) } ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "order":
        let words = parts[1].split(separator: " ").map(String.init)
        orders[words[0]] = Array(words.dropFirst())
      case "section":
        let words = parts[1].split(separator: " ", maxSplits: 2)
        guard words.count == 3 else { continue }
        for spelling in SectionRules.spellings(words[2]) {
          kinds[String(words[0]), default: [:]][spelling.lowercased()] = String(words[1])
        }
      case "reference-list": referenceLists += SectionRules.spellings(parts[1])
      case "note-list": noteLists += SectionRules.spellings(parts[1])
      default: break
      }
    }
  }

  private static func spellings(_ text: Substring) -> [String] {
    text.split(separator: "|").map { String($0.trimmingBlanks) }
  }

  /// The place of a section in the order of a language.
  ///
  /// - Parameters:
  ///   - heading: the heading.
  ///   - language: the language of the wiki.
  /// - Returns: the place, from 0; nil for a heading that has none.
  package func place(ofSection heading: String, in language: String) -> Int? {
    guard let kind = kinds[language]?[heading.lowercased()] else { return nil }
    return orders[language]?.firstIndex(of: kind)
  }
}
