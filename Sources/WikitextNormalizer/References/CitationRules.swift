/// What a parameter of a citation template holds.
enum ParameterMeaning: Sendable, Hashable {
  /// A text. Where the template says nothing of the type of work, the parameter may.
  case text(CSLText, hint: CSLType?)
  /// A name, or a part of one.
  case name(CSLRole, NamePart)
  /// A date, or a part of one.
  case date(CSLDate, DatePart)
  /// A code of a scheme.
  case identifier(String)
  /// Codes that say themselves what they are.
  case identifiers
  /// An address.
  case url, chapterURL, archiveURL
  /// The moment of a copy in the Wayback Machine, 14 digits or fewer.
  case wayback
  /// The name of an archive.
  case archivePlace
  /// A word for a ``LinkState``.
  case urlStatus
  /// Whether the address is dead: yes or no.
  case deadURL
  /// When it was found dead: anything but no.
  case deadSince
  /// The language of the work.
  case language
  /// What short references call the work.
  case anchor
  /// The names in it; the year follows.
  case anchorNames
  /// An item of Wikidata.
  case external
  /// How the citation looks, or who may read the work.
  case ignored

  /// A part of the names of a role.
  enum NamePart: String, Sendable {
    /// A name, or several, as people write them.
    case full = ""
    /// Part of one name.
    case family, given, link
    /// An organization's name, never divided.
    case literal
    /// Several names.
    case names
    /// Several names in Vancouver style: `Doe J, Roe RA`.
    case vancouver
    /// How many are shown, or `etal`.
    case count
  }

  /// A part of a date.
  enum DatePart: String, Sendable {
    /// All of it.
    case full = ""
    /// Numbers, or a month's name.
    case year, month, day
  }
}

/// What a parameter's name means in a set of parameters.
struct ParameterRule: Sendable {
  var meaning: ParameterMeaning
  /// The place of the name among those of its meaning: of two parameters with a value the first counts.
  var rank: Int
}

/// What a template is.
struct CitationTemplate: Sendable {
  var kind: Kind
  /// Where its parameters are looked up, in this order.
  var scopes: [Int] = []
  /// Its place among all templates.
  var number = 0

  enum Kind: Sendable, Hashable {
    /// A citation of a type of work; nil where the parameters decide.
    case citation(CSLType?)
    /// A citation whose data are elsewhere.
    case external
    /// A link to a copy in an archive.
    case archive
    /// A mark that the link before it is dead.
    case deadLink
    /// A short reference by names and year.
    case harvard
    /// Several of them in one, with numbered parameters.
    case severalHarvard
    /// A short reference by an anchor: first what is shown, then the passage, then the anchor if it is another.
    case byAnchor
    /// A use of a reference by its name.
    case named
    /// The passage of the reference before it.
    case pages
    /// Not a reference: the anchor of names and year.
    case anchor
    /// A note, which is no reference to a work.
    case footnote
    /// A code of a scheme.
    case identifier(String)
    /// In values: its argument stands for it.
    case show(Int)
    /// In values: a text.
    case literal(String)
    /// In values: the mark of a language.
    case language(String)
    /// Not what another language's template of the name is.
    case none
  }
}

/// Words of a language that citations use.
enum CitationWords: Int, Sendable, CaseIterable {
  /// Between two names.
  case and
  /// Behind names: and others.
  case etAl
  /// Behind a name: it is an editor's.
  case editorMark
  /// Between names, beside `;`.
  case separator
  /// Values of parameters that say yes or no.
  case yes, no
  /// Of an address.
  case live, dead, deviated, unfit, usurped
  /// Behind `ref=`: there is no anchor, or the ordinary one.
  case noAnchor, ordinaryAnchor
  /// Before a date on which somebody read a page.
  case accessed
  /// Before the date of a copy in an archive.
  case archived
  /// Words whose full stop ends no part of a citation that is written out.
  case abbreviation
  /// Before pages.
  case pageMark
  /// Before the number of a volume, and of an issue.
  case volumeMark, issueMark
  /// Before the work that another is a part of: "In:".
  case containerMark
  /// Behind the number of an edition.
  case editionMark

  /// The kind that data files call so.
  init?(name: String) {
    guard let found = CitationWords.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// What data files call it.
  private var name: String {
    switch self {
    case .etAl: "et-al"
    case .editorMark: "editor-mark"
    case .noAnchor: "no-anchor"
    case .ordinaryAnchor: "ordinary-anchor"
    case .pageMark: "page-mark"
    case .volumeMark: "volume-mark"
    case .issueMark: "issue-mark"
    case .containerMark: "container-mark"
    case .editionMark: "edition-mark"
    default: "\(self)"
    }
  }
}
