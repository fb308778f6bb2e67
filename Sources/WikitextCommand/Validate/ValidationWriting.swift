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
  /// Pages with fixes that are no files.
  private var unwritable = 0

  /// This many refused fixes are told one by one.
  private static let reportedRefusals = 20

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
      if refusedCount <= ValidationWriting.reportedRefusals { StandardError.write(line: line) }
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
          Array("\(path): \(changed.fixed) \(changed.fixed == 1 ? "finding" : "findings") would be fixed\n".utf8)
        )
      }
    } else if changed.page.file == "-" {
      try Descriptor.standardOutput.write(changed.after)
    } else if changed.page.isFile {
      // What lies there now, to the byte: not compressed, in UTF-8, and not changed by somebody else in the meantime.
      guard try Descriptor.readAll(of: changed.page.file) == changed.before else {
        StandardError.write(line: "not fixed: \(path) is compressed, not in UTF-8, or was changed in the meantime")
        unwritable += 1
        return
      }
      let file = try NewFile(path: changed.page.file, keepingMode: true)
      try file.descriptor.write(changed.after)
      try file.finish()
    } else {
      unwritable += 1
    }
  }

  /// Writes what is left, and says how the command ends.
  mutating func finish(isDamaged: Bool) throws(CommandFailure) -> ExitStatus {
    if reports { try output.write(work.report.closing) }
    try output.flush()
    if refusedCount > ValidationWriting.reportedRefusals {
      let more = refusedCount - ValidationWriting.reportedRefusals
      StandardError.write(line: "\(more) more fixes are refused")
    }
    if command.fixes.fix, unwritable > 0 {
      StandardError.write(
        line: "\(unwritable) pages with fixes are no files that could be changed; --diff shows the fixes"
      )
    }
    try finishBaseline()
    if command.format == .text || command.summary {
      StandardError.write(line: summary.line(isDone: command.fixes.fix))
    }
    if command.summary { StandardError.write(summary.table) }
    if isDamaged { return .damagedInput }
    if command.fixes.mode == .show { return command.fixes.check && summary.fixed > 0 ? .findings : .success }
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
      StandardError.write(line: "\(path) accepts \(new.count) findings now, and accepted \(baseline.count) before")
      return
    }
    let missing = baseline.missing(from: found) { checked.contains($0) }
    guard let first = missing.first else { return }
    let count = missing.reduce(0) { $0 + $1.count }
    StandardError.write(
      line:
        "\(count) findings that \(path) accepts are gone, the first of them \(first.key.rule) in \(first.key.path); "
        + "--update-baseline forgets them"
    )
  }
}
