/// What the head of a dump says about its wiki. Whatever the dump leaves out is `nil`.
public struct SiteInfo: Sendable, Equatable {
  /// The wiki's name: `Wikipedia`.
  public var siteName: String?
  /// The database name: `enwiki`. Since export-0.9.
  public var dbName: String?
  /// The address of the main page.
  public var base: String?
  /// The program that wrote the dump: `MediaWiki 1.45.0-wmf.3`.
  public var generator: String?
  /// Whether titles begin with a capital letter by force; single namespaces may differ.
  public var caseRule: CaseRule?
  /// The content language, of `xml:lang`.
  public var language: String?
  /// The version of the export schema: `0.11`.
  public var schemaVersion: String?
  /// The namespaces in the order of the dump. Aliases are not in dumps.
  public var namespaces: [Namespace] = []

  /// How a wiki treats the case of a title.
  public enum CaseRule: Sendable, Equatable {
    /// `first-letter`: the first letter is made a capital.
    case firstLetter
    /// `case-sensitive`: titles are taken as written.
    case caseSensitive
    /// `case-insensitive`: reserved by the schema.
    case caseInsensitive
    /// Something else, as written.
    case other(String)

    /// The rule of that name in a dump.
    public init(_ name: String) {
      switch name {
      case "first-letter": self = .firstLetter
      case "case-sensitive": self = .caseSensitive
      case "case-insensitive": self = .caseInsensitive
      default: self = .other(name)
      }
    }
  }

  /// A namespace of the wiki.
  public struct Namespace: Sendable, Equatable {
    /// Its number: 0 for articles, 10 for templates.
    public var id: Int32
    /// Its case rule; `nil` before export-0.4.
    public var caseRule: CaseRule?
    /// Its name in the wiki's language, empty for articles.
    public var name: String
  }
}
