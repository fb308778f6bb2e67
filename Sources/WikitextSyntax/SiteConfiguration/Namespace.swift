/// A namespace of a wiki: `File`, `Category`, `Template` and so on.
public struct Namespace: Sendable, Hashable {
  /// The number, which is the same on all wikis for -2 to 15.
  public let id: Int
  /// The name in the wiki's language: `Datei`. Empty for the main namespace.
  public let localName: String
  /// The English name that every MediaWiki understands: `File`. Nil where the wiki made the namespace itself.
  public let canonicalName: String?
  /// Further names: `Bild`, `Image`.
  public let aliases: [String]
  /// Whether the first letter of its titles may be lower case.
  public let titleCase: TitleCase

  /// `Media:`, the bytes of a file.
  public static let media = -2
  /// `Special:`, pages that MediaWiki makes.
  public static let special = -1
  /// Articles: titles without a prefix.
  public static let main = 0
  /// `Talk:`
  public static let talk = 1
  /// `User:`
  public static let user = 2
  /// The project's own pages: `Wikipedia:`, on any wiki also `Project:`.
  public static let project = 4
  /// `File:`, which embeds an image.
  public static let file = 6
  /// `MediaWiki:`, messages of the interface.
  public static let mediaWiki = 8
  /// `Template:`, what `{{name}}` looks for.
  public static let template = 10
  /// `Help:`
  public static let help = 12
  /// `Category:`
  public static let category = 14
  /// `Portal:` on nearly all Wikipedias.
  public static let portal = 100
  /// `Module:`, Lua programs.
  public static let module = 828
}

/// How a wiki reads the first letter of a title (`case` in a dump's `<siteinfo>`).
public enum TitleCase: String, Sendable, Hashable {
  /// `[[isar]]` and `[[Isar]]` are one page: Wikipedias.
  case firstLetter = "first-letter"
  /// They are two: Wiktionaries.
  case caseSensitive = "case-sensitive"
}

/// What a prefix of a link that is no namespace leads to.
public struct Interwiki: Sendable, Hashable {
  /// Whether the prefix stands for a language, so that `[[de:Isar]]` is put among the languages of the page.
  public let isLanguage: Bool
  /// Whether the prefix means the wiki itself: `[[en:Isar]]` on the English Wikipedia is a plain link to `Isar`.
  public let isLocal: Bool

  /// What a prefix of a wiki's own interwiki map leads to.
  public init(isLanguage: Bool, isLocal: Bool = false) {
    self.isLanguage = isLanguage
    self.isLocal = isLocal
  }
}

extension Interwiki {
  /// The same as a number, for tables.
  var bits: UInt16 { (isLanguage ? 1 : 0) | (isLocal ? 2 : 0) }

  init(bits: UInt16) { self.init(isLanguage: bits & 1 != 0, isLocal: bits & 2 != 0) }
}

/// The side on which a line of text begins.
public enum TextDirection: String, Sendable, Hashable {
  /// Latin, Cyrillic, Han …
  case leftToRight = "ltr"
  /// Arabic, Hebrew …
  case rightToLeft = "rtl"
}
