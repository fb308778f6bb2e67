public import WikitextSyntax

/// What a page says of itself as a whole, beside its infoboxes: by its templates, its switches and its images.
public struct PageFacts: Sendable {
  /// What its subject is, in a few words, where the page says it; nil also where it says that there is none to give.
  public internal(set) var shortDescription: String?
  /// Whether it leads to pages of one name.
  public internal(set) var isDisambiguation = false
  /// Whether it calls itself a stub.
  public internal(set) var isStub = false
  /// What stands above texts and leads elsewhere, in the order of the page.
  public internal(set) var hatnotes: [Hatnote] = []
  /// What its editors say is wrong with it, in the order of the page.
  public internal(set) var maintenance: [MaintenanceMark] = []
  /// The images, in the order of the page.
  public internal(set) var images: [PageImage] = []
  /// The places on globes that it gives, in the order of the page.
  public internal(set) var coordinates: [PageCoordinates] = []
  /// What its lead says, as text; nil where it says nothing.
  public internal(set) var abstract: PageAbstract?

  /// Nothing is known.
  public init() {}

  /// Where its subject is: what is shown at the title, else what the infobox says, else the first that the page gives.
  public var position: PageCoordinates? {
    coordinates.first { $0.origin == .title } ?? coordinates.first { $0.origin == .infobox } ?? coordinates.first
  }

  /// The image that stands for the page: the first of its infoboxes, else the first at all; no icon.
  public var image: PageImage? {
    images.first { $0.place == .infobox && !$0.isIcon } ?? images.first { !$0.isIcon }
  }
}

/// A line above a text that leads elsewhere: "Main article", "For the film, see".
public struct Hatnote: Sendable, Hashable {
  /// What it says, as far as the page tells.
  public let text: String
  /// The pages that it leads to.
  public let links: [LinkTitle]
  /// The template.
  public let template: String
  /// Where it stands.
  public let range: SourceRange
}

/// A template by which editors say what is wrong.
public struct MaintenanceMark: Sendable, Hashable {
  /// The template.
  public let template: String
  /// The date that it gives, as written.
  public let date: String?
  /// The reason that it gives, as written.
  public let reason: String?
  /// Whether it stands in a text, and not above one.
  public let isInline: Bool
  /// Where it stands.
  public let range: SourceRange
}

/// An image or other file that a page shows.
public struct PageImage: Sendable, Hashable {
  /// Where in a page an image is.
  public enum Place: String, Sendable {
    /// Beside or in a text, a list or a table.
    case text
    /// In an infobox.
    case infobox
    /// In a gallery.
    case gallery
  }

  /// The file, without its namespace.
  public let file: String
  /// What stands below it.
  public var caption: String?
  /// What is told to those who do not see it.
  public var alternativeText: String?
  /// Where in the page it is.
  public let place: Place
  /// Whether it is set so small that it is a sign and no picture.
  public var isIcon = false
  /// Where it stands in the source.
  public let range: SourceRange

  /// The most pixels of a side of what is an icon.
  static let widestIcon = 50
}

/// A place on a globe that a page gives.
public struct PageCoordinates: Sendable, Hashable {
  /// Where a page gives a place.
  public enum Origin: String, Sendable {
    /// To be shown beside the title: the place of its subject.
    case title
    /// In an infobox.
    case infobox
    /// Elsewhere: in the text, or in an infobox for a part of the subject, as the mouth of a river.
    case elsewhere
  }

  /// The place.
  public let position: GeoPosition
  /// Where the page gives it.
  public let origin: Origin
  /// Where that is in the source; of figures in several fields, from the first of them to the last.
  public let range: SourceRange
}
