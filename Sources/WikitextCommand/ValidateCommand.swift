import ArgumentParser
import Wikitext

/// `wikitext validate FILE…`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong with pages."
  )

  @Argument(help: "The pages; - is the standard input.", completion: .file())
  var files: [String]

  @OptionGroup var dialect: DialectOption

  @OptionGroup var wiki: WikiOption

  @OptionGroup var data: DataOption

  func run() throws {
    let data = try data.load()
    let configuration = try wiki.configuration()
    var validator = Validator(data: data)
    var rendered = RenderedPipeline(configuration: configuration, data: data)
    var report = JSONReport()
    for file in files {
      let (bytes, dialect) = dialect.decode(try Descriptor.readAll(of: file), name: file)
      let findings =
        dialect == .wikitext
        ? validator.validate(SyntaxTree(parsing: bytes, configuration: configuration ?? .standard))
        : validator.validate(rendered.read(bytes, as: dialect))
      report.add(FindingsOfFile(path: file, source: bytes, findings: findings))
    }
    var output = ByteOutput(.standardOutput)
    try output.write(report.finish() + [UInt8(ascii: "\n")])
    try output.flush()
  }
}
