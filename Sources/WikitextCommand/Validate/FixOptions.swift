import ArgumentParser

/// What is done with fixes.
struct FixOptions: ParsableArguments {
  /// What becomes of the fixes of pages.
  enum Mode: Sendable {
    /// They are only reported.
    case none
    /// They are made in the files.
    case write
    /// They are shown.
    case show
  }

  @Flag(help: "Make the fixes in the files; of the standard input, write the fixed page. What is left is reported.")
  var fix = false

  @Flag(help: "Write what the fixes would change, as a unified diff, and change nothing.")
  var diff = false

  @Flag(help: "Fail when a fix would change something, and change nothing.")
  var check = false

  func validate() throws {
    if fix, diff || check {
      throw ValidationError("--fix changes files, and \(diff ? "--diff" : "--check") does not; give one of them")
    }
  }

  var mode: Mode { fix ? .write : diff || check ? .show : .none }
}
