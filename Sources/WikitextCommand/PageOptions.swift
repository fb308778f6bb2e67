import ArgumentParser
import MediaWikiDump
import Wikitext

/// The page that a subcommand reads, and the grammar it reads it by.
struct PageOptions: ParsableArguments {
  @Argument(
    help: "The page: wikitext, HTML, or the text of a rendered page; or a dump with --page; - is the standard input.",
    completion: .file()
  )
  var file: String

  @Option(help: ArgumentHelp("The page of a dump that is wanted.", valueName: "title"))
  var page: String?

  @Option(help: "The title of the page, when FILE is its text: links such as [[/b]] are relative to it.")
  var title: String?

  @OptionGroup var dialect: DialectOption

  @OptionGroup var wiki: WikiOption

  /// The page, and what is known of it beside its text.
  ///
  /// - Parameter keepsMark: whether a byte order mark before wikitext stays.
  /// - Returns: the page and its metadata.
  /// - Throws: `CommandFailure` where the input is not what it should be.
  func read(keepsMark: Bool = false) throws -> (page: PageInput, metadata: PageMetadata) {
    var configuration = try wiki.configuration()
    let bytes: [UInt8]
    var metadata = PageMetadata(title: page ?? title ?? "")
    if let page {
      guard dialect.from == .auto || dialect.from == .wikitext else {
        throw CommandFailure(.usage, "the pages of dumps are wikitext; leave out --from \(dialect.from.rawValue)")
      }
      let (found, siteInfo) = try self.find(page)
      bytes = found.revision.text
      let site = ConversionSite(siteInfo, configuration: configuration, form: .article)
      configuration = site.configuration
      metadata = site.metadata(of: found)
    } else {
      let stored = try Descriptor.readAll(of: file)
      if PageOptions.isDump(stored) {
        throw CommandFailure(.badInput, "\(file) is a dump; name a page of it with --page TITLE, or convert it")
      }
      let decoded = dialect.decode(stored, name: file, keepsMark: keepsMark)
      bytes = decoded.bytes
      try checkSize(of: bytes)
      if decoded.dialect != .wikitext { return (.rendered(bytes, decoded.dialect), metadata) }
    }
    try checkSize(of: bytes)
    var parser = WikitextParser(configuration: configuration ?? .standard)
    let context = (page ?? title).map { PageContext(title: $0, configuration: parser.configuration) }
    if let title, page == nil, let colon = title.firstIndex(of: ":") {
      metadata.namespace = parser.configuration.namespace(named: String(title[..<colon])) ?? Namespace.main
    }
    return (.wikitext(parser.parse(bytes, page: context)), metadata)
  }

  private func checkSize(of bytes: [UInt8]) throws(CommandFailure) {
    guard bytes.count <= WikitextParser.maximumPageSize else {
      throw CommandFailure(.badInput, "\(file) has \(bytes.count) bytes, and a page has less than 4 GB; split it")
    }
  }

  /// What HTML output knows of the page.
  var htmlOptions: HTMLOptions {
    var options = HTMLOptions()
    options.title = page ?? ""
    return options
  }

  /// Whether a text is the XML of a dump and not a page.
  private static func isDump(_ bytes: [UInt8]) -> Bool {
    var start = bytes.prefix(1000)[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    start = start.drop { $0 <= 0x20 }
    if start.starts(with: "<?xml".utf8), let end = start.firstIndex(of: UInt8(ascii: ">")) {
      start = start[(end + 1)...].drop { $0 <= 0x20 }
    }
    return start.starts(with: "<mediawiki".utf8)
  }

  /// The page of a title in the dump; the title may be written as in an address, with underscores.
  private func find(_ title: String) throws -> (page: DumpPage, siteInfo: SiteInfo?) {
    let title = String(title.map { $0 == "_" ? " " : $0 })
    do throws(DumpError) {
      let reader = try DumpReader(path: file)
      while let event = try reader.next() {
        if case .page(let page) = event, page.title == title { return (page, reader.siteInfo) }
      }
    } catch {
      throw CommandFailure(error)
    }
    throw CommandFailure(.badInput, "there is no page \"\(title)\" in \(file); give its full title as in the dump")
  }
}
