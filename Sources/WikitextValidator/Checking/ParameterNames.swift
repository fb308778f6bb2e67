import WikitextNormalizer

/// The names of a schema's parameters in a language: which there are, and which are like another name.
struct ParameterNames {
  /// A name that is like another one.
  struct Likeness {
    /// The name, with the number that stands behind the other one.
    var name: String
    /// How many letters are other ones, too many, missing or swapped; 0 where only case, spaces and the like differ.
    var distance: Int
  }

  private struct Entry {
    var name: String
    var folded: [Unicode.Scalar]
    var letters: UInt64
  }

  /// Whether the schema lists all parameters that its infoboxes have on wikis of the language.
  let isComplete: Bool
  private var spellings: Set<String> = []
  /// Spellings without the number at their ends.
  private var stems: Set<String> = []
  private var entries: [Entry] = []

  /// - Complexity: O(size of the names).
  init(_ schema: InfoboxSchema, language: String) {
    isComplete = schema.head.completeLanguages.contains(language)
    let hasOwn = schema.fields.contains { $0.names.contains { $0.language == language && !$0.parameters.isEmpty } }
    let wanted = hasOwn ? language : "en"
    for field in schema.fields where !field.isDeprecated {
      for names in field.names where names.language == wanted {
        names.parameters.forEach { insert($0, isOffered: true) }
      }
    }
    for field in schema.fields where field.isDeprecated {
      for names in field.names where names.language == wanted {
        names.parameters.forEach { insert($0, isOffered: false) }
      }
    }
  }

  private mutating func insert(_ name: String, isOffered: Bool) {
    guard spellings.insert(name).inserted else { return }
    stems.insert(ParameterNames.stem(of: name))
    guard isOffered else { return }
    let folded = EditDistance.folded(ParameterNames.stem(of: name))
    entries.append(Entry(name: name, folded: folded, letters: EditDistance.letters(of: folded)))
  }

  /// Whether the schema lists a name, letter for letter; a number at its end may be another one.
  func contains(_ name: String) -> Bool { spellings.contains(name) || stems.contains(ParameterNames.stem(of: name)) }

  /// The names that are most like a name which the schema does not list, in the order of the schema: those at the least
  /// distance that a name of its length may have.
  ///
  /// - Complexity: O(names of the schema), and O(`name.utf8.count`²) for each that is near.
  func likest(_ name: String) -> [Likeness] {
    let stem = ParameterNames.stem(of: name)
    let number = String(name.dropFirst(stem.count))
    let folded = EditDistance.folded(stem)
    let letters = EditDistance.letters(of: folded)
    var most = folded.count < ParameterNames.shortest ? 0 : folded.count < ParameterNames.longerThan ? 1 : 2
    var found: [Likeness] = []
    var seen: Set<String> = []
    for entry in entries {
      guard abs(entry.folded.count - folded.count) <= most,
        (entry.letters ^ letters).nonzeroBitCount <= 2 * most,
        let distance = EditDistance.distance(entry.folded, folded, most: most)
      else { continue }
      if distance < most || found.isEmpty {
        found = []
        seen = []
        most = distance
      }
      // Of `child1`, `child2` … and of spellings of the same name one is enough.
      let base = ParameterNames.stem(of: entry.name)
      let text = number.isEmpty && base != entry.name && !spellings.contains(base) ? entry.name : base + number
      if seen.insert(EditDistance.key(entry.folded)).inserted { found.append(Likeness(name: text, distance: distance)) }
    }
    return found
  }

  /// Names with fewer letters are like too many others.
  private static let shortest = 4
  /// In longer names two letters may be wrong.
  private static let longerThan = 8

  /// A name without the number at its end; a name that is a number is its own.
  private static func stem(of name: String) -> String {
    let bytes = Array(name.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] &- 0x30 < 10 { end -= 1 }
    return end == 0 ? name : String(decoding: bytes[..<end], as: UTF8.self)
  }
}
