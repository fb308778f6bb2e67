import Wikitext

/// The wiki that the tests are written for, as `siteconfig.json` describes it.
struct SiteDescription: Decodable {
  struct Interwiki: Decodable {
    var prefix: String
    var url: String
    var language: String?
    var local: Bool?
    var protorel: Bool?
    var extralanglink: Bool?
    var localinterwiki: Bool?
  }

  struct File: Decodable {
    var width: Int
    var height: Int
    var mime: String
  }

  var siteName: String
  var language: String
  var articlePath: String
  var script: String
  var namespaces: [String: String]
  var interwiki: [Interwiki]
  var allowExternalImages: Bool
  var thumbSize: Int
  var files: [String: File]

  /// The files by their names; in the description they are as in addresses.
  var mediaFiles: [String: MediaFile] {
    var media: [String: MediaFile] = [:]
    for (name, file) in files {
      let name = name.replacing("_", with: " ").replacing("%26", with: "&")
      let kind: MediaFile.Kind =
        file.mime.hasPrefix("video/") ? .video : file.mime.hasPrefix("audio/") ? .audio : .image
      media[name] = MediaFile(kind: kind, width: file.width, height: file.height)
    }
    return media
  }
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
    var hasLanguageLinks: Bool
    var hasRawHTML: Bool
    var hasPubMed: Bool
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
    let page = PageContext(
      title: request.title,
      configuration: wiki.configuration,
      hasSubpages: request.options["subpage"].map { _ in true }
    )
    let document = wiki.reader.read(parser.parse(text(of: request, wiki.configuration), page: page))
    return writer.write(document, options: options(for: request))
  }

  /// The wikitext with the templates that the test's pages have.
  private func text(of request: Request, _ configuration: SiteConfiguration) -> [UInt8] {
    guard request.wikitext.contains("{{") else { return Array(request.wikitext.utf8) }
    return TemplateExpander(configuration: configuration, title: request.title, pages: request.pages ?? [:])
      .expand(request.wikitext)
  }

  // MARK: Grammar

  private mutating func wiki(for request: Request) -> Wiki {
    let key = Key(
      language: request.options["language"]?.text ?? site.language,
      extensions: request.config["extensions"]?.list ?? ["core"],
      hasLanguageLinks: request.config["wgInterwikiMagic"]?.isOn ?? true,
      hasRawHTML: request.options["wgrawhtml"]?.isOn ?? false,
      hasPubMed: request.options["pmid-interwiki"] != nil
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
    for interwiki in site.interwiki + (key.hasPubMed ? [Wikis.pubMed] : []) {
      let isLanguage = interwiki.language != nil || interwiki.extralanglink == true
      prefixes[interwiki.prefix] = Interwiki(
        isLanguage: isLanguage && key.hasLanguageLinks,
        isLocal: interwiki.localinterwiki == true
      )
    }
    let wiki = SiteConfiguration(
      dbName: nil,
      language: key.language,
      siteName: site.siteName,
      caseRule: .firstLetter,
      namespaces: namespaces
    )
    .keeping(extensionTags: Set(key.extensions.flatMap { Wikis.tags[$0] ?? [] }))
    .replacing(interwiki: prefixes)
    return key.hasRawHTML ? wiki.adding(extensionTags: [ExtensionTag(name: "html", content: .raw)]) : wiki
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

  /// The prefix that the option `pmid-interwiki` adds.
  private static let pubMed = SiteDescription.Interwiki(
    prefix: "pmid",
    url: "//www.ncbi.nlm.nih.gov/pubmed/$1?dopt=Abstract"
  )

  // MARK: Output

  private func options(for request: Request) -> HTMLOptions {
    var options = HTMLOptions()
    options.title = request.title
    options.articlePath = site.articlePath
    options.scriptPath = site.script
    for interwiki in site.interwiki + [Wikis.pubMed] {
      let scheme = interwiki.protorel == true ? interwiki.url.firstIndex(of: "/") : nil
      options.interwiki[interwiki.prefix] = HTMLOptions.InterwikiSite(
        address: String(interwiki.url[(scheme ?? interwiki.url.startIndex)...]),
        isLocal: interwiki.local == true
      )
    }
    options.allowsExternalImages = request.options["wgallowexternalimages"]?.isOn ?? site.allowExternalImages
    // Only the wikis of tests that ask for it have the tag.
    options.allowsRawHTML = true
    options.marksExternalLinksNoFollow = request.config["wgNoFollowLinks"]?.isOn ?? true
    if let modes = request.config["wgFragmentMode"]?.list {
      options.fragmentModes = modes.map { $0 == "legacy" ? .legacy : .html5 }
    }
    options.files = site.mediaFiles
    options.thumbnailWidth = request.options["thumbsize"]?.text.flatMap { Int($0) } ?? site.thumbSize
    options.referenceLabels = referenceLabels(request.pages ?? [:])
    return options
  }

  /// What the messages among the test's pages say instead of the numbers of a group of references.
  private func referenceLabels(_ pages: [String: String]) -> [String: [String]] {
    let prefix = "MediaWiki:cite_link_label_group-"
    var labels: [String: [String]] = [:]
    for (title, text) in pages where title.hasPrefix(prefix) {
      labels[String(title.dropFirst(prefix.count))] = text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return labels
  }
}
