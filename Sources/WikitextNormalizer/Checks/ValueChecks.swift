package import WikitextSyntax

/// What a validator asks of the words and units of a language: about texts that are no values, not about values.
///
/// For one thread; see ``Normalizer``.
package struct ValueChecks: Sendable {
  private let lexicon: Lexicon
  private var grammar: ValueGrammar

  /// Prepares for the pages of a wiki.
  package init(configuration: SiteConfiguration, data: NormalizerData) {
    lexicon = Lexicon.of(configuration.language, files: data.userFiles)
    grammar = ValueGrammar(lexicon: lexicon)
  }

  /// What is wrong with a text that is written as a date and is none; nil where nothing is certain.
  ///
  /// - Complexity: O(bytes).
  package mutating func dateFault(in text: String) -> DateFault? {
    let bytes = Array(text.utf8)
    return bytes.count <= ValueGrammar.longest ? grammar.dateFault(bytes) : nil
  }

  /// The number of the month that a text names, or is.
  package mutating func month(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    return grammar.month(Array(text.utf8))
  }

  /// Whether a text has a word that says something of a value without a figure: unknown, present, none, about.
  ///
  /// - Complexity: O(bytes).
  package mutating func hasWordOfValues(_ text: String) -> Bool { grammar.hasWordOfValues(Array(text.utf8)) }

  /// The product of SI base units that a unit is one of: `m` for `[mi_i]`; nil where it is none.
  package func dimension(ofUnit ucum: String) -> String? {
    lexicon.units.inSI(DecimalNumber(1), ucum)?.unit
  }

  /// Whether there is a country with this code of two letters (ISO 3166-1), in capitals.
  package static func isCountry(_ code: String) -> Bool { Countries.of("en").code(of: code) == code }

  /// Whether there is, or was, a currency with this code (ISO 4217), in capitals.
  package mutating func isCurrency(_ code: String) -> Bool {
    grammar.isCurrency(Array(code.utf8)) || ValueChecks.currenciesThatAreWords.contains(code)
  }

  /// Codes that the words of values do not have, because people write them in capitals and mean none.
  private static let currenciesThatAreWords = ["ALL", "TOP", "TRY", "CUP", "MAD", "MOP", "SOS", "BAM", "LAK"]
}

extension ValueGrammar {
  /// The month that a text is the name of.
  fileprivate mutating func month(_ bytes: [UInt8]) -> Int? {
    guard read(bytes) else { return nil }
    defer { forget() }
    return tokens.count == 1 ? meaning(.month, 0).map(Int.init) : nil
  }

  /// Whether a text is the code of a currency.
  fileprivate mutating func isCurrency(_ bytes: [UInt8]) -> Bool {
    guard read(bytes) else { return false }
    defer { forget() }
    return tokens.count == 1 && means(.currency, 0)
  }

  /// Whether a text has a word that says something of a value without a figure.
  fileprivate mutating func hasWordOfValues(_ bytes: [UInt8]) -> Bool {
    guard read(bytes) else { return true }
    defer { forget() }
    let kinds: [WordMeaning.Kind] = [
      .unknown, .yes, .no, .present, .century, .millennium, .decade, .early, .mid, .late, .value, .scale, .after,
      .before, .until, .since, .circa, .season, .month, .weekday, .noise, .above, .below, .uncertain, .unit, .currency,
      .times, .era, .estimate, .census,
    ]
    return tokens.indices.contains { index in kinds.contains { means($0, index) } }
  }

  private mutating func read(_ bytes: [UInt8]) -> Bool {
    var whole = ValueText()
    whole.bytes = bytes
    return !bytes.isEmpty && lex(whole, 0..<bytes.count, expecting: .anything)
  }
}
