import ArgumentParser
import MediaWikiDump
import Wikitext

/// `wikitext convert INPUT`
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts a dump or a collection of pages to JSON, a line a page, or their infoboxes to CSV.",
    discussion: """
      The dump may be plain XML, or compressed with bzip2, gzip, xz or zstd, of any export schema. Its own siteinfo \
      decides how it is read. Pages of other namespaces, pages that are not wikitext, and pages whose text is deleted \
      or not in the dump are skipped and counted. Redirects are pages, too. A broken page is reported and skipped, and \
      the exit code is then 3. The records and their order are the same for any number of jobs.

      A line is a record of Article JSON, with everything that the page tells, its infoboxes as typed values; or, with \
      --format text or markdown, one with the page's name, number and address, its text, and how many constructs of each \
      kind the text leaves out.

      With --format csv --infobox TYPE, the infoboxes of one type become rows: the page's number and title, the template, \
      the fields of the type, and all else as JSON in the last column. Several values are joined by " | ". TYPE is the \
      name of a schema (film, person, settlement) or of a template (Infobox film).

      Instead of a dump, INPUT may be a folder, with all folders in it, or a tar archive, of pages in files: .html, .txt \
      (the text of rendered pages), .wikitext; or JSON Lines: snapshots of Wikimedia Enterprise (article_body.html) or \
      texts with a key "text". Any of these, and the files in them, may be compressed. Each page is read by the language \
      that it tells, if --wiki does not say another. Broken records are reported, counted and skipped, and the exit code \
      is then 3.

      With --output, the file appears under its name when it is complete, and beside it FILE.manifest.json with the \
      digest of the dump, its siteinfo, and counts that add up.
      """
  )

  /// What a record holds.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case article, text, markdown, csv
  }

  @Argument(help: "The dump, folder, archive or JSON Lines; - is the standard input.", completion: .file())
  var input: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write, instead of the standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(help: ArgumentHelp("A namespace to convert, or all; can be repeated.", valueName: "number"))
  var namespace: [NamespaceChoice] = [.number(0)]

  @Option(help: "What the record of a page holds.")
  var format = Format.article

  @Option(help: "Stop after this many records.")
  var limit: Int?

  @Option(help: "How many pages to convert at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  @Flag(help: "Lay the records out for people, a value a line.")
  var pretty = false

  @OptionGroup var dialect: DialectOption

  @OptionGroup var wiki: WikiOption

  @OptionGroup var data: DataOption

  @OptionGroup(title: "Options of CSV") var infoboxes: InfoboxRowOptions

  @OptionGroup(title: "Options of Markdown and text") var text: TextOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative, and is \(limit)") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
    try infoboxes.validate(isWanted: format == .csv)
  }

  func run() async throws {
    do {
      try await convert()
    } catch let error as DumpError {
      throw CommandFailure(error)
    }
  }

  private func convert() async throws {
    let started = System.secondsSince1970
    let output = output == "-" ? nil : output
    let configuration = try wiki.configuration()
    let data = try data.load()
    let form = try form(data, language: configuration?.language ?? "en")
    if let output {
      for path in [output, output + ".manifest.json"] where NewFile.isSame(input, as: path) {
        throw CommandFailure(.usage, "--output \(output) would replace the input itself; give another name")
      }
    }
    let reporter = ConversionReporter(totalBytes: System.fileSize(of: input))
    let selection = PageSelection(namespaces: NamespaceChoice.numbers(of: namespace), limit: limit)
    // The digest goes into the manifest.
    let collection = try ConversionInput(path: input, digest: output != nil)
    let writing = ConversionWriting(command: self, output: output, header: form.header, started: started)
    if let pages = collection.pages {
      let converter = StoredPageConverter(dialect, configuration: configuration, form: form, data: data)
      var batches = StoredPageBatches(pages, selection: selection, converter: converter, report: reporter.report)
      try await writing.run(&batches, selection, reporter)
    } else if let dump = collection.dump {
      guard dialect.from == .auto || dialect.from == .wikitext else {
        throw CommandFailure(.usage, "the pages of dumps are wikitext; leave out --from \(dialect.from.rawValue)")
      }
      var batches = PageBatches(
        dump,
        name: input == "-" ? "the standard input" : input,
        selection: selection,
        configuration: configuration,
        form: form,
        data: data,
        report: reporter.report
      )
      try await writing.run(&batches, selection, reporter)
    }
  }

  /// What records hold.
  private func form(_ data: NormalizerData, language: String) throws(CommandFailure) -> RecordForm {
    switch format {
    case .article: .article
    case .text: .text(.plainText(text.plainText))
    case .markdown: .text(.markdown(text.markdown))
    case .csv: .infoboxes(try infoboxes.writer(data, language: language))
    }
  }
}

extension CommandFailure {
  /// What stops the reading of a dump.
  init(_ error: DumpError) {
    let status: ExitStatus =
      switch error {
      case .cannotOpen, .isDirectory: .noInput
      case .notADump, .unsupportedFormat, .decompression: .badInput
      case .readFailed: .inputOutput
      }
    self.init(status, error.description)
  }
}
