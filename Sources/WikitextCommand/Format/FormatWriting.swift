import Wikitext

/// Writes formatted pages, in the order of their files, and the last word.
struct FormatWriting: ~Copyable {
  /// What is written.
  enum Form: Sendable {
    /// The pages, to the standard output.
    case pages
    /// The pages that changed, back into their files.
    case files
    /// The names of the pages that would change, what would change, or both.
    case report(names: Bool, diff: Bool)
  }

  private let form: Form
  private var output = ByteOutput(.standardOutput)
  private var fileCount = 0
  private var changedCount = 0
  private var written: [String] = []
  /// How the first file that failed did so.
  private var failure: ExitStatus?

  init(form: Form) { self.form = form }

  /// Takes what came of a file. One that fails does not keep the others from being written.
  mutating func take(_ result: FormatResult) throws(CommandFailure) {
    fileCount += 1
    switch result.formatted {
    case .failure(let failure): report(failure)
    case .success(let formatted):
      report(formatted, result.source, result.file)
      try write(formatted.source, result)
    }
  }

  private mutating func write(_ page: [UInt8], _ result: FormatResult) throws(CommandFailure) {
    let isChanged = page != result.source
    if isChanged { changedCount += 1 }
    switch form {
    case .pages: try output.write(result.mark + page)
    case .files:
      guard isChanged else { return }
      do throws(CommandFailure) {
        let file = try NewFile(path: result.file, keepingMode: true)
        try file.descriptor.write(result.mark + page)
        try file.finish()
        written.append(result.file)
      } catch {
        changedCount -= 1
        report(error)
      }
    case .report(_, diff: true):
      let difference = UnifiedDiff(from: result.source, to: page)
      let isColoured = Terminal.isPresent(at: Descriptor.standardOutput.number)
      let names = ("a/" + result.file, "b/" + result.file)
      try output.write(difference.bytes(oldName: names.0, newName: names.1, isColoured: isColoured))
    case .report: if isChanged { try output.write(Array((result.file + "\n").utf8)) }
    }
  }

  /// Says how the command ends.
  mutating func finish() throws(CommandFailure) -> ExitStatus {
    try output.flush()
    let pages = "\(changedCount) of \(Counted(fileCount, "page", "pages"))"
    let isOne = changedCount == 1
    switch form {
    case .files:
      // Where it ended well, they are all that were to be changed.
      if failure != nil { for file in written { StandardError.write(line: "formatted \(file)") } }
      StandardError.write(line: "\(pages) \(isOne ? "was" : "were") formatted")
    case .report(names: true, _): StandardError.write(line: "\(pages) would change")
    case .pages, .report: break
    }
    if let failure { return failure }
    if case .report(names: true, _) = form, changedCount > 0 { return .findings }
    return .success
  }

  // MARK: - What could not be done

  private mutating func report(_ failure: CommandFailure) {
    failure.report()
    self.failure = self.failure ?? failure.status
  }

  /// Says what was not changed, and where.
  private func report(_ formatted: FormattedSource, _ source: [UInt8], _ file: String) {
    if formatted.isUnsettled {
      StandardError.write(line: "\(file): left as it was: styles undo each other's changes; leave some out")
    }
    guard !formatted.refusals.isEmpty else { return }
    let lines = LineIndex(source)
    for refusal in formatted.refusals {
      let place = lines.location(at: refusal.range.start)
      let line =
        "\(file):\(place.line):\(place.column): \(refusal.style): left as it was: the page might change with it"
      StandardError.write(line: line)
    }
  }
}
