import WikitextNormalizer

extension JSONWriter {
  /// A work as CSL-JSON (1.0.2). What CSL has no variable for is in `custom`, with EDTF beside CSL's parts of dates.
  ///
  /// - Parameters:
  ///   - item: the work.
  ///   - number: its place in `Bibliography.items`, by which short references name it.
  mutating func citation(_ item: BibliographicItem, number: Int) {
    beginObject()
    field("id", JSONWriter.citationID(number))
    field("type", item.cslType.rawValue)
    for (place, contributor) in item.contributors.enumerated() {
      // Contributors are in the order of their roles.
      if place == 0 || item.contributors[place - 1].role != contributor.role {
        key(named: contributor.role.rawValue)
        beginArray()
      }
      name(contributor.name)
      let isLast = place + 1 == item.contributors.count || item.contributors[place + 1].role != contributor.role
      if isLast { endArray() }
    }
    for text in item.texts where text.variable.isOfCSL {
      key(named: text.variable.rawValue)
      string(text.text)
    }
    for date in item.dates where date.variable.isOfCSL {
      key(named: date.variable.rawValue)
      self.date(date.date)
    }
    for (place, identifier) in item.identifiers.enumerated() {
      guard let variable = JSONWriter.variable(ofScheme: identifier.scheme), identifier.isValid,
        !item.identifiers[..<place].contains(where: { $0.scheme == identifier.scheme && $0.isValid })
      else { continue }
      field(variable, identifier.value)
    }
    if let url = item.url { field("URL", url) }
    if let language = item.language { field("language", language) }
    if let place = item.archive?.place { field("archive", place) }
    custom(item)
    endObject()
  }

  /// What a work is called within its record.
  static func citationID(_ number: Int) -> String { "item\(number)" }

  private mutating func name(_ name: PersonName) {
    beginObject()
    if let family = name.family { field("family", family) }
    if let given = name.given { field("given", given) }
    if let suffix = name.suffix { field("suffix", suffix) }
    if let literal = name.literal { field("literal", literal) }
    endObject()
  }

  private mutating func date(_ date: CitationDate) {
    beginObject()
    let (first, last) = date.partedDates
    if let first {
      key("date-parts")
      beginArray()
      parts(of: first)
      if let last { parts(of: last) }
      endArray()
    }
    if let found = date.date {
      if let month = found.month, month > 12 {
        key("season")
        int(Int(month) - 20)
      }
      if found.isApproximate {
        key("circa")
        bool(true)
      }
    }
    if first == nil { field("literal", date.literal) }
    endObject()
  }

  /// The year, the month and the day of a date; a season is no month.
  private mutating func parts(of date: EDTFDate) {
    beginArray()
    int(date.year ?? 0)
    if let month = date.month, month <= 12 {
      int(Int(month))
      if let day = date.day { int(Int(day)) }
    }
    endArray()
  }

  /// A date in EDTF; as the page writes it where it was not understood.
  private mutating func edtf(_ date: CitationDate) {
    if let interval = date.interval {
      ascii(interval.write)
    } else if let day = date.date {
      ascii(day.write)
    } else {
      string(date.literal)
    }
  }

  /// CSL's variable for codes of a scheme.
  private static func variable(ofScheme scheme: String) -> StaticString? {
    switch scheme {
    case "doi": "DOI"
    case "isbn": "ISBN"
    case "issn": "ISSN"
    case "pmid": "PMID"
    case "pmc", "pmcid": "PMCID"
    default: nil
    }
  }

  // MARK: Beyond CSL

  private mutating func custom(_ item: BibliographicItem) {
    key("custom")
    beginObject()
    for text in item.texts where !text.variable.isOfCSL {
      key(named: text.variable.rawValue)
      string(text.text)
    }
    let codes = item.identifiers.filter { JSONWriter.variable(ofScheme: $0.scheme) == nil || !$0.isValid }
    if !codes.isEmpty {
      key("identifiers")
      beginArray()
      for code in codes {
        beginObject()
        field("scheme", code.scheme)
        field("value", code.value)
        if !code.isValid {
          key("is_valid")
          bool(false)
        }
        endObject()
      }
      endArray()
    }
    if item.dates.contains(where: \.date.isUnderstood) {
      key("edtf")
      beginObject()
      for date in item.dates where date.date.isUnderstood {
        key(named: date.variable.rawValue)
        edtf(date.date)
      }
      endObject()
    }
    if let url = item.containerURL { field("container-url", url) }
    if let url = item.archive?.url { field("archive-url", url) }
    if let date = item.archive?.date {
      key("archive-date")
      edtf(date)
    }
    if let state = item.linkState { field("url-status", state.rawValue) }
    if let anchor = item.anchor { field("anchor", anchor) }
    if let external = item.external { field("external", external) }
    if let template = item.template { field("template", template) }
    strings("et-al", item.abridgedRoles.map(\.rawValue))
    let linked = item.contributors.filter { $0.name.link != nil }
    if !linked.isEmpty {
      key("name-links")
      beginArray()
      for contributor in linked {
        beginObject()
        field("role", contributor.role.rawValue)
        field("name", contributor.name.inOneLine)
        field("target", contributor.name.link ?? "")
        endObject()
      }
      endArray()
    }
    strings("unknown-parameters", item.unknownParameters)
    source(item.range)
    endObject()
  }

  /// A list of texts, where there are any.
  mutating func strings(_ key: StaticString, _ texts: [String]) {
    if texts.isEmpty { return }
    self.key(key)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// The same in flat pairs of names and texts, for programs that read the `metadata` of references.
  mutating func metadata(_ item: BibliographicItem) {
    beginObject()
    var roles: [CSLRole] = []
    for contributor in item.contributors where !roles.contains(contributor.role) { roles.append(contributor.role) }
    for role in roles {
      key(named: role.rawValue)
      string(item[role].map(\.inOneLine).joined(separator: "; "))
    }
    for text in item.texts {
      key(named: text.variable.rawValue)
      string(text.text)
    }
    for date in item.dates {
      key(named: date.variable.rawValue)
      edtf(date.date)
    }
    var schemes: Set<String> = []
    for identifier in item.identifiers where schemes.insert(identifier.scheme).inserted {
      key(named: identifier.scheme)
      string(identifier.value)
    }
    if let url = item.url { field("url", url) }
    if let url = item.archive?.url { field("archive-url", url) }
    if let language = item.language { field("language", language) }
    endObject()
  }
}

extension PersonName {
  /// "Doe, Jane".
  fileprivate var inOneLine: String {
    literal ?? [family, given, suffix].compactMap(\.self).joined(separator: ", ")
  }
}

extension CSLText {
  /// Whether CSL has the variable.
  fileprivate var isOfCSL: Bool {
    switch self {
    case .subtitle, .translatedTitle, .scriptTitle, .chapter, .translatedChapter, .scriptChapter, .locator, .quote,
      .agency, .format, .part:
      false
    default: true
    }
  }
}

extension CSLDate {
  /// Whether CSL has the variable.
  fileprivate var isOfCSL: Bool {
    switch self {
    case .published, .archived: false
    default: true
    }
  }
}
