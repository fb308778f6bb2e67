import ArgumentParser
import Wikitext

/// Where the project's configuration is.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration, instead of the file \(ValidatorConfiguration.fileName) in the folder of the first path or above.",
      valueName: "file"
    ),
    completion: .file()
  )
  var config: String?

  @Flag(help: "Use no configuration.")
  var noConfig = false

  /// The configuration, and the folder it is in; nil where there is none.
  ///
  /// - Parameter paths: the paths of the command.
  /// - Returns: the configuration and its folder.
  /// - Throws: when it cannot be read, or is wrong.
  func load(for paths: [String]) throws(CommandFailure) -> (configuration: ValidatorConfiguration, folder: String)? {
    if noConfig { return nil }
    guard let path = config ?? ConfigurationOptions.find(from: paths.first ?? "-") else { return nil }
    let bytes = try Descriptor.readAll(of: path)
    do throws(ConfigurationError) {
      return (try ValidatorConfiguration(json: bytes), ProjectPath.folder(of: path))
    } catch {
      throw CommandFailure(.badInput, "in \(path): \(error)")
    }
  }

  /// The configuration of the folder that a path is in, or of one above.
  private static func find(from path: String) -> String? {
    var folder =
      path == "-"
      ? ProjectPath.absolute(".")
      : System.isDirectory(path) ? ProjectPath.absolute(path) : ProjectPath.folder(of: path)
    while true {
      let candidate = (folder == "/" ? "" : folder) + "/" + ValidatorConfiguration.fileName
      if ProjectPath.isFile(candidate) { return candidate }
      if folder == "/" { return nil }
      folder = ProjectPath.folder(of: folder)
    }
  }
}
