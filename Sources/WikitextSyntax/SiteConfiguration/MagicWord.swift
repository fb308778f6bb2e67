/// A word with a meaning to MediaWiki, whatever it is called in a language: `#if`, `PAGENAME`, `__NOTOC__`.
///
/// The same word has the same `id` in all configurations of one version of the engine.
public struct MagicWord: Sendable, Hashable {
  /// Index into the list of all words.
  package let id: UInt16

  package init(id: UInt16) { self.id = id }

  /// The word that MediaWiki calls `name` inside: `if`, `invoke`, `pagename`, `!`, `defaultsort`, `notoc`.
  public init?(named name: String) {
    guard let id = CommonSiteData.shared.wordIDs.value(of: Array(name.utf8).span, 0..<name.utf8.count) else {
      return nil
    }
    self.init(id: id)
  }

  /// MediaWiki's own name for the word, which it has in no page: `if`, `pagename`, `defaultsort`.
  public var name: String { CommonSiteData.shared.words[Int(id)].name }

  /// What the word can be.
  public var roles: Roles { CommonSiteData.shared.words[Int(id)].roles }

  /// All words.
  public static var all: [MagicWord] {
    CommonSiteData.shared.words.indices.map { MagicWord(id: UInt16($0)) }
  }

  /// The places in which a word has its meaning.
  public struct Roles: OptionSet, Sendable, Hashable {
    /// One bit a role.
    public let rawValue: UInt16

    /// The roles with these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// `{{PAGENAME}}`
    public static let variable = Roles(rawValue: 1 << 0)
    /// `{{lc:ABC}}`
    public static let function = Roles(rawValue: 1 << 1)
    /// `{{#if:a|b}}`
    public static let hashFunction = Roles(rawValue: 1 << 2)
    /// `__NOTOC__`
    public static let behaviorSwitch = Roles(rawValue: 1 << 3)
    /// `[[File:a.png|thumb]]`
    public static let imageOption = Roles(rawValue: 1 << 4)
    /// `{{subst:name}}`
    public static let substitution = Roles(rawValue: 1 << 5)
    /// `#REDIRECT [[a]]`
    public static let redirect = Roles(rawValue: 1 << 6)
    /// An argument of a function: `noreplace`, `#default`.
    public static let option = Roles(rawValue: 1 << 7)

    init?(line name: Substring) {
      switch name {
      case "variable": self = .variable
      case "function": self = .function
      case "hash": self = .hashFunction
      case "switch": self = .behaviorSwitch
      case "image": self = .imageOption
      case "substitution": self = .substitution
      case "redirect": self = .redirect
      case "option": self = .option
      default: return nil
      }
    }
  }
}

/// What stands before the name in `{{subst:name}}`.
public enum SubstitutionPrefix: UInt8, Sendable, Hashable {
  /// `subst:` is replaced when the page is saved.
  case subst
  /// `safesubst:` is replaced where the call around it is.
  case safesubst
  /// `msg:` asks for a template even where a variable has the name.
  case msg
  /// `msgnw:` shows the template's source.
  case msgnw
  /// `raw:` asks for a page of another wiki unexpanded.
  case raw
}
