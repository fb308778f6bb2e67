import Synchronization
import Wikitext

/// What came of a file.
struct FormatResult: Sendable {
  /// The path of the file.
  var file: String
  /// The byte order mark before the page; nothing where there is none.
  var mark: [UInt8] = []
  /// The page as it was; empty where it could not be read.
  var source: [UInt8] = []
  /// The page as it is written now, or why it could not be formatted.
  var formatted: Result<FormattedSource, CommandFailure>
}

/// Reads and formats files, for any number of threads.
final class FormatWork: Sendable {
  /// A formatter with an identity, which one thread at a time has.
  private final class Borrowed: @unchecked Sendable {
    var formatter: PageFormatter

    init(_ formatter: consuming PageFormatter) { self.formatter = formatter }
  }

  private let styles: [any FormatStyle]
  private let configuration: SiteConfiguration
  private let context: PageContext?
  private let idle = Mutex<[Borrowed]>([])

  /// - Parameters:
  ///   - styles: the styles, in the order in which they are gone through.
  ///   - configuration: the grammar of the wiki.
  ///   - title: the title of the page, where it is known.
  init(styles: [any FormatStyle], configuration: SiteConfiguration, title: String?) {
    self.styles = styles
    self.configuration = configuration
    context = title.map { PageContext(title: $0, configuration: configuration) }
  }

  /// Formats a file; `-` is the standard input.
  func callAsFunction(_ file: String) -> FormatResult {
    do throws(CommandFailure) {
      let stored = try FormatWork.read(file)
      let mark = ByteOrderMark.prefix(of: stored)
      let source = Array(stored.dropFirst(mark.count))
      let borrowed =
        idle.withLock { $0.popLast() } ?? Borrowed(PageFormatter(styles: styles, configuration: configuration))
      defer { idle.withLock { $0.append(borrowed) } }
      return FormatResult(
        file: file,
        mark: mark,
        source: source,
        formatted: .success(borrowed.formatter.format(source, page: context))
      )
    } catch {
      return FormatResult(file: file, formatted: .failure(error))
    }
  }

  /// The bytes of a page that can be formatted and written back.
  private static func read(_ file: String) throws(CommandFailure) -> [UInt8] {
    let source = try Descriptor.readAll(of: file)
    guard source.count <= WikitextParser.maximumPageSize else {
      throw CommandFailure(.badInput, "\(file) has \(source.count) bytes, and a page has less than 4 GB; split it")
    }
    if let name = PageEncoding(source, isHTML: false).name, name != "utf-8" {
      throw CommandFailure(.badInput, "\(file) is in \(name.uppercased()); convert it to UTF-8 first")
    }
    return source
  }
}
