/// The forms of codes: what they consist of, and their check digits.
enum IdentifierForm {
  /// A code in its scheme's own form, or as given with the mark that it is not valid.
  ///
  /// - Complexity: O(bytes).
  static func read(_ value: String, scheme: String) -> WorkIdentifier {
    let text = stripped(value, scheme)
    switch scheme {
    case "isbn":
      if let isbn = isbn13(text) { return WorkIdentifier(scheme: scheme, value: isbn) }
    case "issn", "eissn":
      if let issn = issn(text) { return WorkIdentifier(scheme: scheme, value: issn) }
    case "doi":
      // DOI Handbook, 2.2: a prefix that begins with 10., a slash, a suffix.
      if text.hasPrefix("10."), let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")), slash != text.utf8.indices.last
      {
        return WorkIdentifier(scheme: scheme, value: text)
      }
    case "pmid", "oclc", "s2cid", "osti":
      if !text.isEmpty, text.utf8.allSatisfy({ isDigit($0) }) { return WorkIdentifier(scheme: scheme, value: text) }
    case "pmcid":
      if !text.isEmpty, text.utf8.allSatisfy({ isDigit($0) }) {
        return WorkIdentifier(scheme: scheme, value: "PMC" + text)
      }
    case "bibcode":
      if text.utf8.count == 19 { return WorkIdentifier(scheme: scheme, value: text) }
    case "arxiv":
      if isArXiv(text) { return WorkIdentifier(scheme: scheme, value: text) }
    case "asin":
      if text.utf8.count == 10 { return WorkIdentifier(scheme: scheme, value: text) }
    default:
      return WorkIdentifier(scheme: scheme, value: text)
    }
    return WorkIdentifier(scheme: scheme, value: value, isValid: false)
  }

  /// The ISBNs of a text that has several or words beside them; the text as it is where it has none.
  static func isbns(_ value: String) -> [WorkIdentifier] {
    let whole = read(value, scheme: "isbn")
    if whole.isValid { return [whole] }
    var found: [WorkIdentifier] = []
    for part in value.utf8.split(whereSeparator: { !(isDigit($0) || $0 | 0x20 == 0x78 || $0 == 0x2D || $0 == 0x20) }) {
      if let isbn = isbn13(String(decoding: Array(part), as: UTF8.self)) {
        found.append(WorkIdentifier(scheme: "isbn", value: isbn))
      }
    }
    return found.isEmpty ? [whole] : found
  }

  /// The code without its scheme, which people write before it, or the address of its resolver.
  private static func stripped(_ value: String, _ scheme: String) -> String {
    var text = Substring(value)
    if scheme == "doi" || scheme == "arxiv" || scheme == "hdl" || scheme == "jstor",
      let range = schemeSeparator(text)
    {
      var rest = text[range.upperBound...]
      if let slash = rest.firstIndex(of: "/") { rest = rest[rest.index(after: slash)...] }
      text = rest
      for folder in ["abs/", "pdf/", "stable/"] where text.hasPrefix(folder) { text = text.dropFirst(folder.count) }
    }
    let prefix = scheme == "pmcid" ? "pmc" : scheme
    for candidate in [prefix, scheme == "pmcid" ? "pmcid" : prefix + "-13", prefix + "-10"]
    where text.lowercased().hasPrefix(candidate) {
      let rest = text.dropFirst(candidate.count)
      let code = rest.drop { $0 == ":" || $0 == " " || $0 == "\u{A0}" || $0 == "." }
      // An ASIN or a Bibcode may begin with any letters; a code of digits does not.
      if rest.count != code.count || prefix == "pmc" || prefix == "isbn" { text = code }
    }
    while text.last == " " || text.last == "." || text.last == "," { text = text.dropLast() }
    return String(text)
  }

  private static func schemeSeparator(_ text: Substring) -> Range<Substring.Index>? {
    guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
    let start = text.index(text.startIndex, offsetBy: text.hasPrefix("https") ? 8 : 7)
    return text.startIndex..<start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (byte &- 0x30) < 10 }

  // MARK: Check digits

  /// An ISBN in its form of 13 digits; nil where the check digit is wrong (ISO 2108).
  static func isbn13(_ text: String) -> String? {
    guard let digits = digits(text), digits.count == 10 || digits.count == 13 else { return nil }
    if digits.count == 13 {
      guard !digits.contains(10), digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9]) else { return nil }
      return check13(digits) == digits[12] ? string(digits) : nil
    }
    var sum = 0
    for (place, digit) in digits.enumerated() { sum += (10 - place) * digit }
    guard sum % 11 == 0, !digits.dropLast().contains(10) else { return nil }
    var long = [9, 7, 8] + digits.dropLast()
    long.append(check13(long))
    return string(long)
  }

  /// The check digit of twelve digits by the weights 1 and 3.
  private static func check13(_ digits: [Int]) -> Int {
    var sum = 0
    for (place, digit) in digits.prefix(12).enumerated() { sum += place % 2 == 0 ? digit : 3 * digit }
    return (10 - sum % 10) % 10
  }

  /// An ISSN with its hyphen; nil where the check digit is wrong (ISO 3297).
  static func issn(_ text: String) -> String? {
    guard let digits = digits(text), digits.count == 8, !digits.dropLast().contains(10) else { return nil }
    var sum = 0
    for (place, digit) in digits.enumerated() { sum += (8 - place) * digit }
    guard sum % 11 == 0 else { return nil }
    let all = string(digits)
    return String(all.prefix(4)) + "-" + String(all.suffix(4))
  }

  /// The digits of a code, `X` as 10; nil where there is something else but hyphens and blanks.
  private static func digits(_ text: String) -> [Int]? {
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value) - 0x30)
      case "x", "X": digits.append(10)
      case "-", " ", "\u{A0}", "\u{AD}", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{2009}", "\u{202F}": break
      default: return nil
      }
      if digits.count > 13 { return nil }
    }
    return digits
  }

  private static func string(_ digits: [Int]) -> String {
    String(decoding: digits.map { $0 == 10 ? UInt8(ascii: "X") : UInt8(0x30 + $0) }, as: UTF8.self)
  }

  /// Whether a text is an arXiv number: `0704.0001`, `2101.00001v2`, `hep-th/9901001`.
  private static func isArXiv(_ text: String) -> Bool {
    let number = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).last ?? Substring(text).utf8[...]
    let digits = number.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard digits.count(where: { isDigit($0) }) >= 7 else { return false }
    let version = number.dropFirst(digits.count)
    return version.isEmpty || version.first == UInt8(ascii: "v") && version.dropFirst().allSatisfy { isDigit($0) }
  }
}
