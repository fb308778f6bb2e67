/// What ties short references to works: `CITEREF`, up to four family names, the year (Module:Footnotes and
/// Module:Citation/CS1 of the English Wikipedia). Kept without `CITEREF` and without blanks.
enum CitationAnchor {
  /// How many names are in an anchor.
  static let maximumNames = 4

  /// The anchor that a work has by itself; nil where nobody is named.
  ///
  /// It names the authors, else the editors. Contributors come before both where they wrote the part that is cited
  /// (`contributor-last=` beside `contribution=` and an author of the whole).
  /// - Parameters:
  ///   - item: the work.
  ///   - hasContribution: whether contributors wrote a part of it.
  ///   - names: the names that the page gives for it, if it does.
  /// - Returns: nil where neither gives a name.
  static func anchor(of item: BibliographicItem, hasContribution: Bool = false, names: String? = nil) -> String? {
    var anchor = names ?? ""
    var count = names == nil ? 0 : 1
    for role in [CSLRole.contributor, .author, .editor] where count == 0 && (role != .contributor || hasContribution) {
      for contributor in item.contributors where contributor.role == role {
        anchor += contributor.name.family ?? contributor.name.literal ?? ""
        count += 1
        if count == maximumNames { break }
      }
    }
    guard count > 0 else { return nil }
    if let issued = item.issued ?? item[.published] { anchor += year(of: issued) }
    anchor += item[.yearSuffix] ?? ""
    return folded(anchor)
  }

  /// The year as an anchor has it: the first four digits of the date.
  private static func year(of date: CitationDate) -> String {
    if let year = date.date?.year, date.date?.precision ?? .decade >= .year { return String(year) }
    let bytes = Array(date.literal.utf8)
    for run in bytes.split(whereSeparator: { ($0 &- 0x30) >= 10 }) where run.count == 4 {
      return String(decoding: run, as: UTF8.self)
    }
    return date.literal
  }

  /// An anchor without `CITEREF`, `#` and blanks.
  static func folded(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "#") { bytes = bytes.dropFirst() }
    if bytes.starts(with: "CITEREF".utf8) { bytes = bytes.dropFirst(7) }
    return String(decoding: bytes.filter { $0 != 0x20 && $0 != 0x5F }, as: UTF8.self)
  }
}
