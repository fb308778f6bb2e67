/// What a tag is by its name.
public enum TagKind: Sendable, Hashable {
  /// An HTML element that MediaWiki lets through.
  case html(HTMLTag)
  /// A tag whose content belongs to an extension: `<ref>`. The index is into `SiteConfiguration.extensionTags`.
  case `extension`(index: Int, content: ExtensionContent)
  /// A tag that decides what is transcluded.
  case inclusion(InclusionTag)
}

/// A tag of an extension (or of MediaWiki itself: `<pre>`, `<nowiki>`, `<gallery>`).
public struct ExtensionTag: Sendable, Hashable {
  /// The name in lower case.
  public let name: String
  /// How what it holds is read.
  public let content: ExtensionContent

  /// A tag for `SiteConfiguration.adding(extensionTags:)`.
  public init(name: String, content: ExtensionContent = .raw) {
    self.name = name
    self.content = content
  }

  /// Whether it always makes a block, so that a line with it is not preformatted.
  var makesBlock: Bool {
    switch content {
    case .pre, .gallery, .imagemap: true
    case .raw, .wikitext, .nowiki, .math, .source: name == "references" || name == "poem"
    }
  }
}

/// How the content of an extension tag is read.
public enum ExtensionContent: String, Sendable, Hashable {
  /// Not as wikitext.
  case raw
  /// As wikitext: `<ref>`, `<poem>`.
  case wikitext
  /// As text in which only character references count.
  case nowiki
  /// As preformatted text in which only character references and `<nowiki>` count.
  case pre
  /// One file a line: `name.jpg|caption`.
  case gallery
  /// One image, then areas of it with links.
  case imagemap
  /// A formula in TeX.
  case math
  /// The source of a program.
  case source
}

/// A tag that decides what is transcluded.
public enum InclusionTag: UInt8, Sendable, Hashable, CaseIterable {
  /// Only on the page itself.
  case noinclude
  /// Only where the page is transcluded.
  case includeonly
  /// Where the page is transcluded, nothing else.
  case onlyinclude

  var name: StaticString {
    switch self {
    case .noinclude: "noinclude"
    case .includeonly: "includeonly"
    case .onlyinclude: "onlyinclude"
    }
  }
}
