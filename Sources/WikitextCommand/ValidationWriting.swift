import Wikitext

/// The end of a validation: the report, the diff, the fixed files, the baseline, and the last word.
struct ValidationWriting: ~Copyable {
  /// What is done with batches.
  let work: ValidationWork
  private let command: ValidateCommand
  private let failOn: FailureThreshold
  private var output: ByteOutput
  /// Whether findings are reported, and where.
  private let reports: Bool
  private var isFirst = true
  private var summary = ValidationSummary()
  private var found = Baseline()
  private var checked: Set<String> = []
  private var refusedCount = 0
  /// Files with fixes that could not be written.
  private var unwrittenFiles = 0
  /// Pages with fixes that are among others in their files.
  private var unwrittenPages = 0

  /// This many refused fixes, and files that were not written, are told one by one.
  private static let mostLines = 20

  init(command: ValidateCommand, settings: ValidationSettings) throws(CommandFailure) {
    let baseline = try command.baseline.load()
    self.command = command
    failOn = settings.failOn
    let isFilter = command.fixes.fix && command.paths == ["-"]
    let descriptor = isFilter ? StandardError.descriptor : Descriptor.standardOutput.number
    output = ByteOutput(isFilter ? Descriptor(descriptor, name: "the standard error") : .standardOutput)
    reports = command.fixes.mode != .show && !command.baseline.updateBaseline
    work = ValidationWork(
      checker: PageChecker(settings),
      report: command.format.report(rules: settings.rules, failOn: settings.failOn, output: descriptor),
      fixes: command.fixes.mode,
      severity: settings.severity,
      baseline: baseline,
      baselineFolder: command.baseline.folder
    )
  }

  /// Writes what stands before the findings.
  mutating func begin() throws(CommandFailure) {
    if reports { try output.write(work.report.opening) }
  }

  /// Takes what came of a batch.
  mutating func take(_ result: ValidationWork.Result) throws(CommandFailure) {
    if reports {
      for part in result.parts {
        if !isFirst { try output.write(work.report.separator) }
        isFirst = false
        try output.write(part)
      }
    }
    summary.merge(result.summary)
    for line in result.refused {
      refusedCount += 1
      if refusedCount <= ValidationWriting.mostLines { StandardError.write(line: line) }
    }
    for (path, obstacle) in result.unwritable {
      switch obstacle {
      case .amongOthers: unwrittenPages += 1
      case .encoded: reportUnwritten(path, "it is compressed, or not in UTF-8")
      }
    }
    for page in result.changed { try write(page) }
    guard work.baseline != nil else { return }
    found.merge(result.found)
    checked.formUnion(result.checked)
  }

  /// Writes a page that fixes changed, or what they would change.
  private mutating func write(_ changed: ValidationWork.ChangedPage) throws(CommandFailure) {
    let path = changed.page.path
    if command.fixes.mode == .show {
      if command.fixes.diff {
        let diff = UnifiedDiff(from: changed.before, to: changed.after)
        let isColoured = Terminal.isPresent(at: Descriptor.standardOutput.number)
        try output.write(diff.bytes(oldName: "a/\(path)", newName: "b/\(path)", isColoured: isColoured))
      } else {
        try output.write(
          Array("\(path): \(Counted(changed.fixed, "finding", "findings")) would be fixed\n".utf8)
        )
      }
    } else if changed.page.file == "-" {
      try Descriptor.standardOutput.write(changed.after)
    } else {
      do throws(CommandFailure) {
        guard try Descriptor.readAll(of: changed.page.file) == changed.before else {
          throw CommandFailure(.badInput, "it was changed in the meantime")
        }
        let file = try NewFile(path: changed.page.file, keepingMode: true)
        try file.descriptor.write(changed.after)
        try file.finish()
      } catch {
        reportUnwritten(path, error.message)
        summary.takeBack(fixed: changed.fixed)
      }
    }
  }

  /// Says that fixes are not in a file.
  private mutating func reportUnwritten(_ path: String, _ reason: String) {
    unwrittenFiles += 1
    guard unwrittenFiles <= ValidationWriting.mostLines else { return }
    StandardError.write(line: "not fixed: \(path): \(reason); --diff shows the fixes")
  }

  /// Writes what is left, and says how the command ends.
  ///
  /// - Parameters:
  ///   - isDamaged: whether some of the input could not be read.
  ///   - skippedFiles: how many files in folders were no pages by their names.
  /// - Returns: how it ends.
  /// - Throws: when something cannot be written.
  mutating func finish(isDamaged: Bool, skippedFiles: Int) throws(CommandFailure) -> ExitStatus {
    if reports { try output.write(work.report.closing) }
    try output.flush()
    let more = refusedCount - ValidationWriting.mostLines
    if more > 0 { StandardError.write(line: "\(more) more \(more == 1 ? "fix is" : "fixes are") refused") }
    let moreFiles = unwrittenFiles - ValidationWriting.mostLines
    if moreFiles > 0 {
      StandardError.write(line: "\(Counted(moreFiles, "more file", "more files")) could not be fixed for such reasons")
    }
    if unwrittenPages > 0 {
      StandardError.write(
        line:
          "not fixed: \(Counted(unwrittenPages, "page", "pages")) in dumps, archives or files of records, which are "
          + "not written; --diff shows the fixes"
      )
    }
    try finishBaseline()
    if command.format == .text || command.summary {
      if skippedFiles > 0 {
        StandardError.write(
          line: "passed over \(Counted(skippedFiles, "file", "files")) in folders whose names are not those of pages; "
            + "name such a file to have it validated"
        )
      }
      StandardError.write(line: summary.line(isDone: command.fixes.fix))
    }
    if command.summary { StandardError.write(summary.table) }
    if isDamaged { return .damagedInput }
    if command.fixes.mode == .show { return command.fixes.check && summary.fixed > 0 ? .findings : .success }
    // What was asked for was not done, however little it matters.
    if unwrittenFiles + unwrittenPages > 0 { return .findings }
    return reports && summary.fails(failOn) ? .findings : .success
  }

  private mutating func finishBaseline() throws(CommandFailure) {
    guard let baseline = work.baseline, let path = command.baseline.baseline else { return }
    if command.baseline.updateBaseline {
      var new = found
      new.merge(baseline.keeping { !checked.contains($0) })
      let file = try NewFile(path: path, keepingMode: true)
      try file.descriptor.write(new.json())
      try file.finish()
      StandardError.write(
        line: "\(path) accepts \(Counted(new.count, "finding", "findings")) now, and accepted \(baseline.count) before"
      )
      return
    }
    let missing = baseline.missing(from: found) { checked.contains($0) }
    guard let first = missing.first else { return }
    let count = missing.reduce(0) { $0 + $1.count }
    StandardError.write(
      line:
        count == 1
        ? "a finding that \(path) accepts is gone, \(first.key.rule) in \(first.key.path); --update-baseline forgets it"
        : "\(count) findings that \(path) accepts are gone, the first of them \(first.key.rule) in \(first.key.path); "
          + "--update-baseline forgets them"
    )
  }
}
