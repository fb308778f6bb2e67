public import WikitextSyntax

/// The structure of one page, whatever dialect it came in: sections, blocks and inlines, and what the page has as a
/// whole: infoboxes, references, categories, language links, coordinates.
///
/// A document is immutable. It is stored as the syntax tree is: records in preorder and one pool of text; nodes are
/// cheap cursors into it.
///
///     let document = Document(wikitext: "'''Isar''' is a [[river]].")
///     document.root.plainText        // "Isar is a river."
public final class Document: Sendable {
  /// The bytes that the page was read from; nodes have ranges of it.
  public let source: [UInt8]
  /// The grammar of the page's wiki.
  public let configuration: SiteConfiguration
  package let records: [NodeRecord]
  package let pool: [UInt8]
  package let attributes: [AttributeRecord]
  package let extras: DocumentExtras

  init(
    source: [UInt8],
    configuration: SiteConfiguration,
    records: [NodeRecord],
    pool: [UInt8],
    attributes: [AttributeRecord],
    extras: DocumentExtras
  ) {
    self.source = source
    self.configuration = configuration
    self.records = records
    self.pool = pool
    self.attributes = attributes
    self.extras = extras
  }

  /// What the page was written in.
  public var dialect: Dialect { extras.dialect }

  /// The title that the page shows; nil in wikitext, which has none.
  public var title: String? { extras.title.map(string) }

  /// The language that the page says or shows it is in, by BCP 47; nil where it does not, and in wikitext.
  public var language: String? { extras.language.map(string) }

  /// What surrounded the article on a rendered page: no nodes were made of it.
  public var furniture: [Furniture] { extras.furniture }

  /// The whole document.
  public var root: Node { Node(document: self, index: 0) }

  /// The number of nodes.
  public var nodeCount: Int { records.count }

  /// The page that this one redirects to.
  public var redirect: String? { extras.redirect.map(string) }

  /// The categories, in the order of the page.
  public var categories: [Category] {
    extras.categories.map { Category(name: string($0.name), sortKey: $0.sortKey.map(string), range: $0.range) }
  }

  /// The links to the same page in other languages.
  public var languageLinks: [LanguageLink] {
    extras.languageLinks.map {
      LanguageLink(language: string($0.name), title: string($0.sortKey ?? PoolRange()), range: $0.range)
    }
  }

  /// The behaviour switches: `notoc`, `toc`, `disambig` …
  public var behaviorSwitches: [MagicWord] { extras.behaviorSwitches }

  /// What a rendered page says of itself: its numbers, its address, when it was made. Nil where it says nothing.
  public var metadata: PageMetadata? { extras.metadata }

  /// Where on a globe the page says that its subject is.
  public var coordinates: [Coordinates] { extras.coordinates }

  /// The sections below the document: the lead first.
  public var sections: [Node] { root.children.filter { $0.kind == .section } }

  package func string(_ range: PoolRange) -> String { String(decoding: pool[range.offsets], as: UTF8.self) }
}

/// A category of a page.
public struct Category: Sendable, Hashable {
  /// The name without its namespace.
  public let name: String
  /// What it is sorted by, when the page says so.
  public let sortKey: String?
  /// Where the page says it.
  public let range: SourceRange
}

/// A link to the same page in another language.
public struct LanguageLink: Sendable, Hashable {
  /// The prefix: `de`, `zh-min-nan`.
  public let language: String
  /// The title there.
  public let title: String
  /// Where the page says it.
  public let range: SourceRange
}

/// What a page has as a whole.
package struct DocumentExtras: Sendable {
  package struct Named: Sendable {
    package var name: PoolRange
    package var sortKey: PoolRange?
    package var range: SourceRange

    package init(name: PoolRange, sortKey: PoolRange? = nil, range: SourceRange) {
      self.name = name
      self.sortKey = sortKey
      self.range = range
    }
  }

  /// An extension tag of the page.
  package struct ExtensionTag: Sendable {
    /// Its number in the site's configuration.
    package var tag: UInt16
    package var range: SourceRange
  }

  /// A template or parser function that is no node.
  package struct Transclusion: Sendable {
    package var callee: Callee
    package var arguments: [Argument]
    package var range: SourceRange

    package init(callee: Callee, arguments: [Argument], range: SourceRange) {
      self.callee = callee
      self.arguments = arguments
      self.range = range
    }
  }

  /// What a transclusion calls.
  package enum Callee: Sendable {
    case template(name: PoolRange)
    case function(MagicWord)
  }

  /// An argument of one; the range is that of its value.
  package struct Argument: Sendable {
    package var name: PoolRange?
    package var range: SourceRange

    package init(name: PoolRange?, range: SourceRange) {
      self.name = name
      self.range = range
    }
  }

  package var dialect = Dialect.wikitext
  package var title: PoolRange?
  package var language: PoolRange?
  package var furniture: [Furniture] = []
  package var redirect: PoolRange?
  package var categories: [Named] = []
  package var languageLinks: [Named] = []
  package var behaviorSwitches: [MagicWord] = []
  /// Where each of them stands in the source.
  package var behaviorSwitchPlaces: [UInt32] = []
  /// All extension tags in the order of the source, those that leave no node (`nowiki`) among them.
  package var extensionTags: [ExtensionTag] = []
  /// Templates and parser functions that are no nodes: those in attributes, targets of links and addresses, `{{!}}`,
  /// which is text, `{{#tag:ref}}`, which is a reference.
  package var otherTransclusions: [Transclusion] = []
  package var coordinates: [Coordinates] = []
  package var metadata: PageMetadata?
  package var references: [ReferenceRecord] = []
  /// The nodes that use references, by reference.
  package var referenceUses: [UInt32] = []
  package var infoboxes: [InfoboxRecord] = []
  package var fields: [FieldRecord] = []
  package var items: [ItemRecord] = []
}

extension Document {
  /// Whether the source is UTF-8 throughout. Where it is not, strings have U+FFFD for the bytes that are none.
  public var isValidUTF8: Bool {
    let source = source
    return UTF8Validation.isValid(source.span)
  }
}
