import ArgumentParser
import Wikitext

/// What a page is written in, as people say it.
enum SourceDialect: String, CaseIterable, ExpressibleByArgument {
  case auto, wikitext, html
  case pageText = "page-text"

  init(_ dialect: Dialect) {
    switch dialect {
    case .wikitext: self = .wikitext
    case .html: self = .html
    case .pageText: self = .pageText
    }
  }

  /// The dialect; nil where the bytes are to tell.
  var dialect: Dialect? {
    switch self {
    case .auto: nil
    case .wikitext: .wikitext
    case .html: .html
    case .pageText: .pageText
    }
  }
}

/// A page as a subcommand reads it.
enum PageInput {
  /// Wikitext, parsed.
  case wikitext(SyntaxTree)
  /// A rendered page, in UTF-8.
  case rendered([UInt8], Dialect)
}

/// What the dialect of a page is, and how that was found out.
struct DialectOption: ParsableArguments {
  @Option(help: "What the page is written in; auto goes by its bytes.")
  var from = SourceDialect.auto

  @Flag(help: "Say on the standard error what the page was taken for, and why.")
  var verbose = false

  /// The page in UTF-8, and its dialect.
  ///
  /// - Parameters:
  ///   - bytes: the page as it was stored.
  ///   - name: what to call it in words.
  ///   - keepsMark: whether wikitext in UTF-8 stays as it is, byte order mark and all, as what writes it out again needs
  ///     it. Else the mark, which is no part of the page, is taken off.
  ///   - reports: whether bytes that are no UTF-8 are reported.
  /// - Returns: the page and its dialect.
  func decode(
    _ bytes: [UInt8],
    name: String,
    keepsMark: Bool = false,
    reports: Bool = true
  ) -> (bytes: [UInt8], dialect: Dialect) {
    if keepsMark, from == .wikitext { return (bytes, .wikitext) }
    let encoded = PageEncoding(bytes, isHTML: from == .pageText || from == .wikitext ? false : nil)
    let dialect: Dialect
    if let chosen = from.dialect {
      dialect = chosen
    } else {
      let finding = DialectDetector().detect(encoded.utf8)
      dialect = finding.dialect
      if verbose {
        let reasons = finding.reasons.prefix(3).joined(separator: ", ")
        StandardError.write(line: "\(name) is \(dialect.rawValue): \(reasons)")
      }
    }
    if verbose, let encoding = encoded.name { StandardError.write(line: "\(name) is in \(encoding)") }
    if keepsMark {
      let isPlain = encoded.name == nil || encoded.name == "utf-8"
      return (dialect == .wikitext && isPlain ? bytes : encoded.utf8, dialect)
    }
    if reports, let place = encoded.firstInvalid { report(place, in: encoded.utf8, name) }
    return (encoded.utf8, dialect)
  }

  /// Says where a page is no UTF-8, and what to do.
  private func report(_ place: Int, in bytes: [UInt8], _ name: String) {
    let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    StandardError.write(
      line: """
        \(name):\(line): byte \(place) is no UTF-8, and nothing says what the page is in; such bytes are read as U+FFFD. \
        Convert the page, for example with: iconv -f windows-1252 -t utf-8
        """
    )
  }
}
