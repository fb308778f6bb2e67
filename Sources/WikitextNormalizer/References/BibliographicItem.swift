public import WikitextSyntax

/// A work that a page cites, in the terms of CSL-JSON (the Citation Style Language's data model, 1.0.2), with its
/// evidence.
///
///     {{cite book |last=Doe |first=Jane |title=Rivers |year=1999 |isbn=0-306-40615-2}}
///     // book; author Doe, Jane; title "Rivers"; issued 1999; ISBN 9780306406157
public struct BibliographicItem: Sendable, Hashable {
  /// What the work is: CSL's type.
  public var cslType: CSLType
  /// Texts, in the order of the page, a variable at most once.
  public var texts: [Text] = []
  /// Authors, editors and others, role by role, in their order.
  public var contributors: [Contributor] = []
  /// The roles of which the page names only the first people: "et al.".
  public var abridgedRoles: [CSLRole] = []
  /// Dates, a variable at most once.
  public var dates: [Date] = []
  /// Codes: DOI, ISBN …
  public var identifiers: [WorkIdentifier] = []
  /// The address of the work.
  public var url: String?
  /// Where the address of the whole is given, and ``url`` is that of the chapter.
  public var containerURL: String?
  /// A copy in an archive of the web.
  public var archive: ArchivedCopy?
  /// Whether ``url`` still leads to the work, where the page says so.
  public var linkState: LinkState?
  /// The language of the work: BCP 47 where it is known, else as the page writes it.
  public var language: String?
  /// What short references call it: `Doe1999`, without `CITEREF` and spaces. Nil where the page says that nothing does.
  public var anchor: String?

  /// The citation in the source: the template, or all of a reference without one.
  public var range: SourceRange
  /// The template's name; nil for a reference that is written out.
  public var template: String?
  /// Where the work's data are elsewhere: `Q42` in Wikidata.
  public var external: String?
  /// The reference that it stands in, by its number in `Document.references`; nil for lists of literature.
  public var reference: Int?
  /// How often the page uses that reference.
  public var useCount = 0
  /// Parameters that no data know.
  public var unknownParameters: [String] = []

  /// A work of which nothing is known.
  public init(_ type: CSLType, range: SourceRange) {
    cslType = type
    self.range = range
  }

  /// A text of a work.
  public struct Text: Sendable, Hashable {
    /// What it is.
    public var variable: CSLText
    /// Plain text.
    public var text: String
  }

  /// Somebody who had a part in a work.
  public struct Contributor: Sendable, Hashable {
    /// Which part.
    public var role: CSLRole
    /// Who.
    public var name: PersonName
  }

  /// A date of a work.
  public struct Date: Sendable, Hashable {
    /// Of what.
    public var variable: CSLDate
    /// When.
    public var date: CitationDate
  }

  /// The text of a variable.
  public subscript(text: CSLText) -> String? { texts.first { $0.variable == text }?.text }
  /// The people of a role.
  public subscript(role: CSLRole) -> [PersonName] { contributors.filter { $0.role == role }.map(\.name) }
  /// The date of a variable.
  public subscript(date: CSLDate) -> CitationDate? { dates.first { $0.variable == date }?.date }
  /// The first code of a scheme.
  public subscript(identifier scheme: String) -> WorkIdentifier? { identifiers.first { $0.scheme == scheme } }

  /// The title.
  public var title: String? { self[.title] }
  /// When it came out.
  public var issued: CitationDate? { self[.issued] }
}

/// A name of a person or an organization, as CSL divides it.
public struct PersonName: Sendable, Hashable {
  /// The family name; nil where the page does not divide the name.
  public var family: String?
  /// The given names, or their initials.
  public var given: String?
  /// "Jr.", "III".
  public var suffix: String?
  /// The whole name, where it is not divided.
  public var literal: String?
  /// The page about them.
  public var link: String?

  /// A name that is not divided.
  public init(literal: String) {
    self.literal = literal
  }

  /// A divided name.
  public init(family: String, given: String?) {
    self.family = family
    self.given = given
  }
}

/// A date of a citation.
public struct CitationDate: Sendable, Hashable {
  /// The date, or the first of a span; nil where the text was not understood.
  public var date: EDTFDate?
  /// The end of a span.
  public var interval: EDTFInterval?
  /// The text as the page has it.
  public var literal: String

  /// EDTF.
  public var edtf: String? { interval?.description ?? date?.description }

  /// Whether it was understood, so that there is EDTF for it.
  public var isUnderstood: Bool { interval != nil || date != nil }

  /// CSL's `date-parts`: years, months and days of the date, or of both ends; empty for what has no year, or is no finer
  /// than a decade. A season is left out.
  public var dateParts: [[Int]] {
    let (first, last) = partedDates
    return [first, last].compactMap { date in
      guard let date else { return nil }
      guard let month = date.month, month <= 12 else { return [date.year ?? 0] }
      return [date.year ?? 0, Int(month)] + (date.day.map { [Int($0)] } ?? [])
    }
  }

  /// The dates that have parts in CSL: the one, or both ends.
  package var partedDates: (first: EDTFDate?, last: EDTFDate?) {
    if let interval, case .date(let start) = interval.start, case .date(let end) = interval.end {
      let ends = [start, end].filter(CitationDate.hasParts)
      return (ends.first, ends.count > 1 ? ends[1] : nil)
    }
    return (date.flatMap { CitationDate.hasParts($0) ? $0 : nil }, nil)
  }

  private static func hasParts(_ date: EDTFDate) -> Bool { date.year != nil && date.precision >= .year }
}

/// A code by which a work is known.
public struct WorkIdentifier: Sendable, Hashable {
  /// The scheme in lower case: `doi`, `isbn`, `pmid` …
  public var scheme: String
  /// The code: an ISBN in its form of 13 digits, a DOI without `doi:`. As given where ``isValid`` is false.
  public var value: String
  /// Whether it has the form of its scheme and its check digit is right; true where a scheme has neither.
  public var isValid: Bool

  /// A code.
  public init(scheme: String, value: String, isValid: Bool = true) {
    self.scheme = scheme
    self.value = value
    self.isValid = isValid
  }
}

/// A copy in an archive of the web.
public struct ArchivedCopy: Sendable, Hashable {
  /// Its address.
  public var url: String?
  /// When it was made.
  public var date: CitationDate?
  /// The archive's name, where its address tells.
  public var place: String?
}

/// Whether an address still leads to what was cited.
public enum LinkState: String, Sendable {
  /// It does.
  case live
  /// It leads nowhere.
  case dead
  /// The page is another now.
  case deviated
  /// It leads to what nobody wants to see.
  case unfit
  /// Somebody else has the address now.
  case usurped
}
