import ArgumentParser
import Wikitext

/// The command `wikitext`: every subcommand is one file.
struct WikitextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wikitext",
    abstract: "Reads pages of wikis: wikitext, HTML or text, one page or a whole dump.",
    discussion: """
      Data goes to the standard output, words go to the standard error. A FILE of - is the standard input.

      EXIT CODES
      0   All is well.
      1   Something is wrong with the pages (validate), or a fix would change them (validate --check).
      3   The input is damaged; what can be read was converted.
      64  The arguments are wrong.
      65  The input is not what it should be, such as a file that is no dump.
      66  The input is missing or may not be read.
      73  The output cannot be created.
      74  Reading or writing failed midway.
      """,
    version: "wikitext \(WikitextEngine.version)",
    subcommands: [
      ParseCommand.self, InfoboxCommand.self, NormalizeCommand.self, ConvertCommand.self, TemplatesCommand.self,
      SchemaCommand.self, ValidateCommand.self, ExplainCommand.self, FormatCommand.self,
      FixturesCommand.self,
    ]
  )
}

/// Runs a subcommand, and turns every error into one line and an exit code.
@main
enum Main {
  static func main() async {
    // A reader that goes away shows as a failed write; see `ByteOutput`.
    Signals.ignoreBrokenPipes()
    do {
      var command = try WikitextCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      failure.report()
      System.exit(failure.status)
    } catch {
      // Help, versions and completion scripts are such errors as well.
      if WikitextCommand.exitCode(for: error) == .success { WikitextCommand.exit(withError: error) }
      CommandFailure(.usage, "\(message(for: error)); see \(helpCommand)").report()
      System.exit(.usage)
    }
  }

  /// What the argument parser says, as part of a sentence.
  private static func message(for error: any Error) -> String {
    let message = WikitextCommand.message(for: error)
    return message.hasSuffix(".") ? String(message.dropLast()) : message
  }

  /// How to get help on the subcommand that was called.
  private static var helpCommand: String {
    let names = WikitextCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    let called = CommandLine.arguments.dropFirst().first.flatMap { names.contains($0) ? $0 : nil }
    return ["wikitext", called, "--help"].compactMap { $0 }.joined(separator: " ")
  }
}
