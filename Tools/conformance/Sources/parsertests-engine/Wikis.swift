import Wikitext

/// The wiki that the tests are written for, as `siteconfig.json` describes it.
struct SiteDescription: Decodable {
  struct Interwiki: Decodable {
    var prefix: String
    var url: String
    var language: String?
    var extralanglink: Bool?
    var localinterwiki: Bool?
  }

  var siteName: String
  var language: String
  var articlePath: String
  var script: String
  var namespaces: [String: String]
  var interwiki: [Interwiki]
  var allowExternalImages: Bool
}

/// Reads and writes the pages of the tests, with the grammar of the wiki in the languages and with the extensions that
/// they ask for.
struct Wikis: ~Copyable {
  private let site: SiteDescription
  private var wikis: [Key: Wiki] = [:]
  private var writer = HTMLWriter()

  private struct Key: Hashable {
    var language: String
    var extensions: [String]
  }

  private struct Wiki {
    var configuration: SiteConfiguration
    var reader: DocumentReader
  }

  init(_ site: SiteDescription) { self.site = site }

  /// The HTML of a test's page.
  mutating func html(of request: Request) -> [UInt8] {
    let wiki = wiki(for: request)
    var parser = WikitextParser(configuration: wiki.configuration)
    let document = wiki.reader.read(parser.parse(Array(request.wikitext.utf8)))
    return writer.write(document, options: options(for: request))
  }

  // MARK: Grammar

  private mutating func wiki(for request: Request) -> Wiki {
    let key = Key(
      language: request.options["language"]?.text ?? site.language,
      extensions: request.config["extensions"]?.list ?? ["core"]
    )
    if let wiki = wikis[key] { return wiki }
    let configuration = configuration(key)
    let wiki = Wiki(configuration: configuration, reader: DocumentReader(configuration: configuration))
    wikis[key] = wiki
    return wiki
  }

  private func configuration(_ key: Key) -> SiteConfiguration {
    // Namespaces have the names of the language, but for those that the wiki has made itself.
    let isOwnLanguage = key.language == site.language
    let namespaces = site.namespaces.compactMap { id, name -> (id: Int, name: String, case: TitleCase?)? in
      guard let id = Int(id) else { return nil }
      let localName = isOwnLanguage ? nil : SiteConfiguration(wiki: key.language)?.namespace(id)?.localName
      return (id, id == 4 || id == 5 ? name : localName ?? name, .firstLetter)
    }
    var prefixes: [String: Interwiki] = [:]
    for interwiki in site.interwiki {
      prefixes[interwiki.prefix] = Interwiki(
        isLanguage: interwiki.language != nil || interwiki.extralanglink == true,
        isLocal: interwiki.localinterwiki == true
      )
    }
    return SiteConfiguration(
      dbName: nil,
      language: key.language,
      siteName: site.siteName,
      caseRule: .firstLetter,
      namespaces: namespaces
    )
    .keeping(extensionTags: Set(key.extensions.flatMap { Wikis.tags[$0] ?? [] }))
    .replacing(interwiki: prefixes)
  }

  /// The tags of the extensions that the tests name.
  private static let tags = [
    "core": ["pre", "nowiki", "gallery", "indicator", "langconvert"],
    "cite": ["ref", "references"],
    "imagemap": ["imagemap"],
    "lst": ["section"],
    "poem": ["poem"],
    "syntaxhighlight": ["syntaxhighlight", "source"],
  ]

  // MARK: Output

  private func options(for request: Request) -> HTMLOptions {
    var options = HTMLOptions()
    options.title = request.title
    options.articlePath = site.articlePath
    options.scriptPath = site.script
    for interwiki in site.interwiki { options.interwikiAddresses[interwiki.prefix] = interwiki.url }
    options.allowsExternalImages = request.options["wgallowexternalimages"]?.isOn ?? site.allowExternalImages
    options.marksExternalLinksNoFollow = request.config["wgNoFollowLinks"]?.isOn ?? true
    if let modes = request.config["wgFragmentMode"]?.list {
      options.fragmentModes = modes.map { $0 == "legacy" ? .legacy : .html5 }
    }
    return options
  }
}
