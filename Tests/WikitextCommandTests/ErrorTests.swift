import Foundation
import Testing

/// Arguments that end in an error: the code, and what the line must say.
struct Failure: CustomTestStringConvertible, Sendable {
  var arguments: [String]
  var status: Int32
  var words: [String]

  init(_ arguments: String, _ status: Int32, _ words: String...) {
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.status = status
    self.words = words
  }

  var testDescription: String { arguments.joined(separator: " ") }

  static let all = [
    Failure("nonsense", 64, "nonsense", "wikitext --help"),
    Failure("parse", 64, "file", "wikitext parse --help"),
    Failure("parse \(fixture("sample.xml")) --to nonsense", 64, "nonsense", "tree"),
    Failure("parse \(fixture("sample.xml")) --from nonsense", 64, "nonsense", "wikitext"),
    Failure("parse \(fixture("sample.xml")) --wiki nonsense", 64, "nonsense", "--wiki", "de,"),
    Failure("parse \(fixture("nothing"))", 66, "nothing", "No such file"),
    Failure("parse /", 66, "directory"),
    Failure("parse \(fixture("sample.xml")) --page Nonsense", 65, "Nonsense", "sample.xml"),
    Failure("parse \(fixture("sample.xml"))", 65, "sample.xml", "--page"),
    Failure("infobox \(fixture("nothing"))", 66, "nothing"),
    Failure("infobox --json", 64, "file"),
    Failure("infobox \(fixture("sample.xml")) --data \(fixture("nothing"))", 66, "nothing", "--data"),
    Failure("infobox \(fixture("sample.xml")) --data \(packageRoot.path)/Sources", 66, "Sources", ".pack"),
    Failure("normalize \(fixture("nothing"))", 66, "nothing"),
    Failure("normalize", 64, "file", "wikitext normalize --help"),
    Failure("normalize \(fixture("sample.xml"))", 65, "sample.xml", "--page"),
    Failure("convert \(fixture("sample.xml")) --format csv", 64, "--infobox", "film"),
    Failure("convert \(fixture("sample.xml")) --infobox film", 64, "--infobox", "csv"),
    Failure("convert \(fixture("sample.xml")) --format csv --infobox flim", 64, "flim", "film,", "--fields"),
    Failure("convert \(fixture("sample.xml")) --format csv --infobox film --fields a,b", 64, "film", " a;", "director"),
    Failure("convert", 64, "input", "wikitext convert --help"),
    Failure("convert \(fixture("sample.xml")) --jobs 0", 64, "--jobs", "0"),
    Failure("convert \(fixture("sample.xml")) --jobs many", 64, "--jobs", "many"),
    Failure("convert \(fixture("sample.xml")) --limit=-1", 64, "--limit", "-1"),
    Failure("convert \(fixture("sample.xml")) --namespace Talk", 64, "--namespace", "Talk"),
    Failure("convert \(fixture("sample.xml")) --nonsense", 64, "--nonsense"),
    Failure("convert \(fixture("nothing"))", 66, "nothing", "No such file"),
    Failure("convert \(packageRoot.path)/LICENSE", 65, "LICENSE", "not a MediaWiki XML dump"),
    Failure("convert /dev/null", 65, "/dev/null", "not a MediaWiki XML dump"),
    Failure("convert \(fixture("sample.xml")) --output /nowhere/at/all", 73, "/nowhere/at/all", "--output"),
    Failure("convert \(fixture("sample.xml")) --output /", 73, "directory"),
    Failure("convert \(fixture("sample.xml")) --output \(fixture("sample.xml"))", 64, "--output", "input itself"),
  ]
}

@Suite("Errors of the command")
struct ErrorTests {
  @Test("An error is one line that says what and where, and an exit code", arguments: Failure.all)
  func line(failure: Failure) throws {
    let run = try Run(commandURL, failure.arguments)
    #expect(run.status == failure.status)
    #expect(run.text == "")
    #expect(run.errorLines.count == 1)
    #expect(run.error.hasPrefix("wikitext: error: "))
    for word in failure.words { #expect(run.error.contains(word), "\(run.error)") }
  }

  @Test(
    "A full disk is an error, whatever is written",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "parse '\(fixture("sample.xml"))' --page 'Wanne_(river)' >/dev/full", "infobox --json /dev/null >/dev/full",
      "convert '\(fixture("sample.xml"))' >/dev/full", "convert '\(fixture("sample.xml"))' --output /dev/full",
    ]
  )
  func fullDisk(command: String) throws {
    let run = try Run.shell("\"$wikitext\" \(command)")
    #expect(run.status == 74)
    #expect(run.errorLines.count == 1)
    #expect(run.error.contains("No space left"))
  }

  @Test("A reader that goes away ends the command without a word", arguments: ["1", "2"])
  func brokenPipe(jobs: String) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("large.xml", SampleDump.large)
    let run = try Run.shell(
      "\"$wikitext\" convert '\(dump)' --jobs \(jobs) | head -c 20 >/dev/null; exit ${PIPESTATUS[0]}"
    )
    #expect(run.status == 141)
    #expect(run.error == "")
  }

  @Test("Help names every exit code and subcommand, and is no error")
  func help() throws {
    let run = try Run.wikitext("--help")
    #expect(run.status == 0)
    #expect(run.error == "")
    for word in [
      "\n0 ", "\n3 ", "\n64 ", "\n65 ", "\n66 ", "\n73 ", "\n74 ", "parse", "infobox", "normalize", "convert",
    ] {
      #expect(run.text.contains(word))
    }
    for command in ["parse", "infobox", "normalize", "convert"] {
      #expect(try Run.wikitext(command, "--help").text.contains("USAGE: wikitext \(command)"))
    }
  }

  @Test("The version and completions for shells are there")
  func version() throws {
    #expect(try Run.wikitext("--version").text.wholeMatch(of: /wikitext \d+\.\d+\.\d+\n/) != nil)
    for shell in ["bash", "zsh", "fish"] {
      let run = try Run.wikitext("--generate-completion-script", shell)
      #expect(run.status == 0)
      #expect(run.text.contains("convert"))
    }
  }
}
