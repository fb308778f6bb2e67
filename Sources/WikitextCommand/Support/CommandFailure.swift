/// What ends the command before its work is done: an exit code and one line for people.
struct CommandFailure: Error {
  /// The exit code.
  var status: ExitStatus
  /// What is wrong, where, and what to do about it.
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Writes the line to the standard error.
  func report() {
    StandardError.write(line: "error: " + message)
  }
}

/// The exit codes of the command; those from 64 on are the ones of `sysexits.h`.
enum ExitStatus: Int32 {
  /// All is well.
  case success = 0
  /// `validate` found something.
  case findings = 1
  /// The input is damaged, and was read as far as it can be.
  case damagedInput = 3
  /// The arguments are wrong (`EX_USAGE`).
  case usage = 64
  /// The input is not what it should be (`EX_DATAERR`).
  case badInput = 65
  /// The input is missing or may not be read (`EX_NOINPUT`).
  case noInput = 66
  /// The output cannot be created (`EX_CANTCREAT`).
  case cannotCreate = 73
  /// Reading or writing failed midway (`EX_IOERR`).
  case inputOutput = 74
}
