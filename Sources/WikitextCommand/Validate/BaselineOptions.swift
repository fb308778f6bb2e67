import ArgumentParser
import Wikitext

/// Findings that are accepted.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file with findings that are accepted: only new ones are reported.", valueName: "file"),
    completion: .file()
  )
  var baseline: String?

  @Flag(help: "Accept all findings from now on: write them to the file of --baseline.")
  var updateBaseline = false

  func validate() throws {
    if updateBaseline, baseline == nil { throw ValidationError("--update-baseline needs --baseline FILE") }
  }

  /// The baseline; nil where none was given. One that is to be written need not be there.
  func load() throws(CommandFailure) -> Baseline? {
    guard let baseline else { return nil }
    if updateBaseline, !ProjectPath.isFile(baseline) { return Baseline() }
    let bytes = try Descriptor.readAll(of: baseline)
    do throws(BaselineError) {
      return try Baseline(json: bytes)
    } catch {
      throw CommandFailure(.badInput, "in \(baseline): \(error)")
    }
  }

  /// The folder that paths in the baseline are from.
  var folder: String { baseline.map { ProjectPath.folder(of: $0) } ?? "/" }
}
