import ArgumentParser
import Wikitext
import WikitextNormalizer

/// `wikitext schema list`, `wikitext schema show NAME`, `wikitext schema import FILE`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Shows what is known of kinds of infoboxes, and makes schemas of TemplateData.",
    discussion: """
      A schema says which fields a kind of infobox has, what each holds, what it is called in many languages, and which \
      infoboxes it is for. One in a folder that is given with --data goes before a built-in one.
      """,
    subcommands: [List.self, Show.self, Import.self]
  )

  /// `wikitext schema list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the schemas: name, fields, title.",
      discussion: "With --wiki, a schema's infoboxes on that wiki follow it."
    )

    @OptionGroup var data: DataOption

    @OptionGroup var wiki: WikiOption

    func run() throws {
      let schemas = try data.load().schemas
      let language = try wiki.configuration()?.language
      let heads = schemas.heads.sorted { $0.name < $1.name }
      let width = heads.map(\.name.count).max() ?? 0
      var text = ""
      for head in heads {
        let count = String(schemas.schema(named: head.name)?.fields.count ?? 0)
        text += head.name + String(repeating: " ", count: width - head.name.count + 2)
        text += String(repeating: " ", count: max(0, 3 - count.count)) + count + "  " + head.title + "\n"
        for infoboxes in head.infoboxes where infoboxes.language == language {
          for name in infoboxes.names { text += "  {{\(name)}}\n" }
        }
      }
      var output = ByteOutput(.standardOutput)
      try output.write(Array(text.utf8))
      try output.flush()
    }
  }

  /// `wikitext schema show NAME`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a schema as a file, with the fields of its parents."
    )

    @Argument(help: "The schema's name, such as film, or the name of an infobox, such as \"Infobox film\".")
    var name: String

    @OptionGroup var data: DataOption

    @OptionGroup var wiki: WikiOption

    func run() throws {
      let schemas = try data.load().schemas
      let language = try wiki.configuration()?.language ?? "en"
      guard let schema = schemas.schema(named: name) ?? schemas.schema(forInfobox: name, language: language) else {
        throw CommandFailure(
          .usage,
          "there is no schema \(name) and none for an infobox of that name; see wikitext schema list"
        )
      }
      var output = ByteOutput(.standardOutput)
      try output.write(Array(schema.description.utf8))
      try output.flush()
    }
  }

  /// `wikitext schema import FILE`
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a schema of TemplateData, and prints it as a file.",
      discussion: """
        FILE is JSON, an answer of the API to action=templatedata for one template, or the wikitext of a page with a \
        <templatedata> in it. What a field holds is told by the type of its parameter and by its name: look it through.
        """
    )

    @Argument(help: "The TemplateData; - is the standard input.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The name of the template, where the file does not say it.", valueName: "name"))
    var template: String?

    @Option(help: "The name of the schema; made of the template's, if not given.")
    var name: String?

    @OptionGroup var wiki: WikiOption

    func run() throws {
      let language = try wiki.configuration()?.language ?? "en"
      let bytes = try Descriptor.readAll(of: file)
      let data: TemplateData
      do throws(DataFileError) {
        data = try TemplateData(bytes, file: file == "-" ? "the standard input" : file)
      } catch {
        throw CommandFailure(.badInput, error.description)
      }
      guard let template = template ?? data.template else {
        throw CommandFailure(.usage, "\(file) does not say of which template it is; name it with --template NAME")
      }
      for name in data.unwritableNames {
        let shown = name.isEmpty ? "without a name" : "\"\(StandardError.clean(name))\""
        StandardError.write(line: "the parameter \(shown) is left out: no line of a schema can hold such a name")
      }
      var output = ByteOutput(.standardOutput)
      try output.write(Array(data.schema(infobox: template, name: name, language: language).description.utf8))
      try output.flush()
    }
  }
}
