import ArgumentParser
import Wikitext

/// The page that a subcommand reads, and the grammar it reads it by.
struct PageOptions: ParsableArguments {
  @Argument(help: "The page's text; - is the standard input.", completion: .file())
  var file: String

  @OptionGroup var wiki: WikiOption

  /// The bytes of the page.
  func read() throws(CommandFailure) -> [UInt8] {
    let bytes = try Descriptor.readAll(of: file)
    guard bytes.count <= WikitextParser.maximumPageSize else {
      throw CommandFailure(.badInput, "\(file) has \(bytes.count) bytes, and a page has less than 4 GB; split it")
    }
    return bytes
  }
}

/// The wiki whose grammar holds.
struct WikiOption: ParsableArguments {
  @Option(help: "The wiki, by its database (dewiki), server (de.wikipedia.org) or language (de).")
  var wiki: String?

  /// The grammar of the wiki; `nil` when none was asked for.
  func configuration() throws(CommandFailure) -> SiteConfiguration? {
    guard let wiki else { return nil }
    if wiki == "en" || wiki == "enwiki" { return .standard }
    if let configuration = SiteConfiguration(wiki: wiki) { return configuration }
    let languages = SiteConfiguration.available.joined(separator: ", ")
    throw CommandFailure(.usage, "no wiki or language \(wiki) is known to --wiki; languages are: \(languages)")
  }
}
