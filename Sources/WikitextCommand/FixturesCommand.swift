import ArgumentParser
import Wikitext

/// `wikitext fixtures check DIR`, `wikitext fixtures record DIR`
struct FixturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixtures",
    abstract: "Checks pages against files beside them that say what they are to become.",
    discussion: """
      A page is a file that ends in .wikitext, .html or .txt. Beside isar.wikitext may lie isar.tree.txt, \
      isar.document.json, isar.outline.txt, isar.article.json, isar.md, isar.text.txt, isar.diagnostics.txt or .json, and \
      isar.formatted.txt: those that are there are checked. Where isar.html lies there as well, the names have the page's \
      whole name: isar.html.text.txt.

      A file \(FixtureSettings.fileName) in a folder says how its pages are read: {"wiki": "dewiki", "dialect": \
      "wikitext", "rules": ["obsolete-tag"], "title": "Isar", "data": "packs"}. What is known to fail has a line in \
      \(KnownFailures.fileName). A line there that says what is not so, and an expectation without its page, are failures.
      """,
    subcommands: [Check.self, Record.self]
  )

  /// `wikitext fixtures check DIR`
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks what is there, and exits with 1 where a page becomes something else."
    )

    @OptionGroup var options: FixtureOptions

    @Flag(help: "Write the files anew that are not as expected.")
    var update = false

    @Option(
      help: ArgumentHelp("A rule to turn off, to see that a fixture needs it; can be repeated.", valueName: "rule")
    )
    var off: [String] = []

    func validate() throws {
      if let jobs = options.jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
      if update, !off.isEmpty { throw ValidationError("--update with --off would write down what is wrong") }
    }

    func run() async throws {
      for id in off { _ = try RuleOptions.rule(id) }
      let folder = try options.fixtures()
      let kinds = Set(options.kind.isEmpty ? FixtureKind.allCases : options.kind)
      let known = try KnownFailures(folder: options.folder)
      let strays = folder.strays.filter { kinds.contains($0.kind) }.map { stray in
        FixtureResult(name: stray.name, kind: stray.kind, path: stray.path, outcome: .broken(stray.problem))
      }
      let (isFailure, count) = try await options.run(
        folder.fixtures,
        FixtureCheck(kinds: kinds, off: off, updates: update, known: known),
        others: strays + known.stale(among: folder.fixtures, kinds, where: options.isWanted)
      )
      guard count > 0 else {
        throw CommandFailure(.noInput, "no page in \(options.folder) has an expectation of these kinds; record some")
      }
      if isFailure { System.exit(.findings) }
    }
  }

  /// `wikitext fixtures record DIR --kind KIND`
  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the files of the kinds asked for that are not there yet; judge them before you keep them."
    )

    @OptionGroup var options: FixtureOptions

    func validate() throws {
      if let jobs = options.jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
      if options.kind.isEmpty { throw ValidationError("name what to record with --kind; it can be repeated") }
    }

    func run() async throws {
      let check = FixtureCheck(kinds: Set(options.kind), off: [], records: true, known: KnownFailures())
      let (isFailure, _) = try await options.run(try options.fixtures().fixtures, check)
      if isFailure { System.exit(.cannotCreate) }
    }
  }
}
