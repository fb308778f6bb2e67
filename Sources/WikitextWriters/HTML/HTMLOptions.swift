/// What HTML output needs to know of the page and its wiki beside the document.
public struct HTMLOptions: Sendable {
  /// The title of the page with its namespace: links to it are shown as such. Empty when it is not known.
  public var title = ""
  /// The path of a page (`$wgArticlePath`); `$1` is its title.
  public var articlePath = "/wiki/$1"
  /// The path of the program (`$wgScript`), for addresses with a query.
  public var scriptPath = "/index.php"
  /// Where the prefixes of other wikis lead, by the prefix in lower case.
  ///
  /// A prefix that is not here is written as a page of the wiki itself, which leads on to the other.
  public var interwiki: [String: InterwikiSite] = [:]
  /// When a table of contents is written.
  public var tableOfContents = TableOfContents.automatic
  /// How headings are addressed (`$wgFragmentMode`): the first form is the one that links use.
  public var fragmentModes: [FragmentMode] = [.html5, .legacy]
  /// Whether the bare address of an image is shown as the image (`$wgAllowExternalImages`).
  public var allowsExternalImages = false
  /// Whether the content of `<html>` is written as it is, on a wiki whose grammar has that tag (`$wgRawHtml`).
  ///
  /// Whoever can write a page can then run scripts in the browsers of its readers; else the tag is shown as text.
  public var allowsRawHTML = false
  /// Whether links to other sites ask not to be followed by search engines (`$wgNoFollowLinks`).
  public var marksExternalLinksNoFollow = true
  /// The files of the wiki, by their names with spaces. Nil: all exist, and their names tell what they are.
  public var files: [String: MediaFile]?
  /// The width of a thumbnail for which the page asks no width, in pixels (the user's `thumbsize`).
  public var thumbnailWidth = 250
  /// What the marks of a group of references show instead of their numbers: the words of the message
  /// `cite_link_label_group-` and the group, the first for number 1.
  public var referenceLabels: [String: [String]] = [:]

  /// The options of an ordinary wiki.
  public init() {}

  /// When a table of contents is written.
  public enum TableOfContents: Sendable, Hashable {
    /// As MediaWiki does: before the first of four or more headings, or where `__TOC__` or `__FORCETOC__` ask for it.
    case automatic
    /// Only where `__TOC__` or `__FORCETOC__` ask for it.
    case whereAsked
    /// Not at all.
    case never
  }

  /// Another wiki that links lead to.
  public struct InterwikiSite: Sendable, Hashable {
    /// The address of a page; `$1` is its title: `https://en.wikipedia.org/wiki/$1`.
    public var address: String
    /// Whether the wiki has the same forms of ids as this one (`iw_local`); to others links use ASCII.
    public var isLocal: Bool

    /// The wiki whose pages have these addresses.
    public init(address: String, isLocal: Bool = false) {
      self.address = address
      self.isLocal = isLocal
    }
  }
}
