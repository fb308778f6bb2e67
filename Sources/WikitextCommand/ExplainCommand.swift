import ArgumentParser
import Wikitext

/// `wikitext explain [RULE]`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what the rules of validate find, why it matters, and what to do.",
    discussion: """
      Without RULE, all rules are listed. With --all and --output, FOLDER gets a page for each rule and a README.md with \
      links to them, in Markdown; pages of rules that are gone are not taken away.
      """
  )

  /// What a rule is written in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  @Argument(help: "The rule.", completion: .list(RuleCatalog.ids))
  var rule: String?

  @Option(help: "What the page of a rule is written in.")
  var format = Format.text

  @Flag(help: "Write the pages of all rules.")
  var all = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder for the pages of --all.", valueName: "folder"),
    completion: .directory
  )
  var output: String?

  func validate() throws {
    if all != (output != nil) { throw ValidationError("--all and --output FOLDER go together") }
    if all, rule != nil { throw ValidationError("--all is for all rules; leave RULE out") }
  }

  func run() throws {
    if let output {
      try write(to: output)
    } else if let rule {
      let page = RulePage(try RuleOptions.rule(rule).about)
      try Descriptor.standardOutput.write(Array((format == .markdown ? page.markdown : page.text).utf8))
    } else {
      let rules = RuleCatalog.all.map(\.about)
      let text = format == .markdown ? RulePage.index(of: rules) : RulePage.list(of: rules)
      try Descriptor.standardOutput.write(Array(text.utf8))
    }
  }

  private func write(to folder: String) throws {
    guard System.isDirectory(folder) else {
      throw CommandFailure(.cannotCreate, "\(folder) is no folder; make it first")
    }
    let rules = RuleCatalog.all.map(\.about)
    for (name, text) in rules.map({ ($0.id, RulePage($0).markdown) }) + [("README", RulePage.index(of: rules))] {
      let file = try NewFile(path: "\(folder)/\(name).md", keepingMode: true)
      try file.descriptor.write(Array(text.utf8))
      try file.finish()
    }
  }
}
