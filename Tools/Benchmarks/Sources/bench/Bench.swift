import Foundation

/// Measures and attacks the engine.
@main
struct Bench {
  static let usage = """
    usage: bench corpus  [DIR] [--rounds N] [--every N] [--stage NAME] [--no-instructions] [--machine] [--list]
           bench rules   [DIR] [--every N] [--rounds N]   what each rule of the validator costs
           bench pages   [DIR] [--rounds N] [--machine]   rendered pages: *.html and *.txt below DIR
           bench hostile [--pairs] [--only TEXT] [--every N] [--stage tree|article] [--rounds N] [--all] [--check]
           bench fuzz    COUNT [DIR] [--seed S] [--threads N] [--failures FOLDER]
           bench residue [DIR] [--every N]           markup left in plain text and Markdown; none is wanted
           bench roundtrip [DIR] [--every N] [--only TEXT] [--lines N] [--nodes]   pages written as wikitext and read again
           bench input   INDEX [DIR] [--seed S]      the input of one mutation, to standard output

    DIR holds one folder a wiki (de.wikipedia) with *.wikitext files; without it, the folder corpus/articles of
    $WIKITEXT_SHARED, or of ../shared beside the repository; that of rendered pages is conformance/structured there.
    """

  static func main() {
    var arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
    do {
      guard let command = arguments.next() else { throw UsageError("a command is missing") }
      switch command {
      case "corpus": try CorpusCommand(&arguments).run()
      case "rules": try RulesCommand(&arguments).run()
      case "pages": try PagesCommand(&arguments).run()
      case "hostile": try HostileCommand(&arguments).run()
      case "hostile-child": try HostileChild(&arguments).run()
      case "residue": try ResidueCommand(&arguments).run()
      case "roundtrip": try RoundTripCommand(&arguments).run()
      case "fuzz": try FuzzCommand(&arguments).run()
      case "fuzz-child": try FuzzChild(&arguments).run()
      case "input": try FuzzChild(&arguments).writeInput()
      case "help", "--help", "-h": print(usage)
      default: throw UsageError("there is no command '\(command)'")
      }
    } catch let error as UsageError {
      note("bench: \(error.message)\n\(usage)")
      exit(64)
    } catch let failure as Failure {
      note("bench: \(failure.message)")
      exit(1)
    } catch {
      note("bench: \(error)")
      exit(1)
    }
  }
}

/// The command line does not make sense.
struct UsageError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// Something is wrong with the engine, or a target is missed that was to be checked.
struct Failure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// The words of the command line, taken one by one.
struct Arguments {
  private var words: [String]

  init(_ words: [String]) { self.words = words }

  /// The first word that is not an option.
  mutating func next() -> String? {
    guard let index = words.firstIndex(where: { !$0.hasPrefix("-") }) else { return nil }
    return words.remove(at: index)
  }

  mutating func flag(_ name: String) -> Bool {
    guard let index = words.firstIndex(of: name) else { return false }
    words.remove(at: index)
    return true
  }

  mutating func option(_ name: String) throws -> String? {
    guard let index = words.firstIndex(of: name) else { return nil }
    guard index + 1 < words.count else { throw UsageError("\(name) needs a value") }
    defer { words.removeSubrange(index...(index + 1)) }
    return words[index + 1]
  }

  mutating func integer(_ name: String) throws -> Int? {
    guard let text = try option(name) else { return nil }
    guard let value = Int(text), value >= 0 else { throw UsageError("\(name) needs a number, not '\(text)'") }
    return value
  }

  /// Refuses what nobody asked for.
  func finish() throws {
    if let word = words.first { throw UsageError("'\(word)' is not understood") }
  }
}

/// Writes a line to standard error.
func note(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
