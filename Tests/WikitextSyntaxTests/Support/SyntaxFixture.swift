import Foundation

@testable import WikitextSyntax

/// One case of a fixture file.
///
/// A file is a list of cases, each of them lines under marks that begin with `%%`:
///
///     %% A link with a text        the name of the case, a sentence
///     %% wiki dewiki               optional: whose grammar, English Wikipedia's otherwise
///     [[Isar|Fluss]]               the page; its last line break is not part of it
///     %% tree                      what comes out, as `SyntaxTree.dump()` prints it, without ranges
///     page
///       wikilink ns=0
///       …
///
/// `%% escaped` after the name says that the page is written with `\r`, `\n`, `\t`, `\\`, `\0` and `\xFF` for bytes
/// that an editor would not keep. Lines before the first mark are for readers.
struct SyntaxFixture {
  var file: String
  var name: String
  var wiki: String?
  var isEscaped = false
  var wikitext: [String] = []
  var tree: [String] = []

  var configuration: SiteConfiguration { wiki.flatMap(SiteConfiguration.init(wiki:)) ?? .standard }

  var source: [UInt8] {
    let text = Array(wikitext.joined(separator: "\n").utf8)
    return isEscaped ? SyntaxFixture.unescape(text) : text
  }

  private static func unescape(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        if byte != UInt8(ascii: "\n") { output.append(byte) }
        continue
      }
      switch next {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "0"): output.append(0x00)
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        rest = rest.dropFirst(2)
        output.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
      default: output.append(next)
      }
    }
    return output
  }
}

/// A file of cases.
struct SyntaxFixtureFile {
  var preamble: [String] = []
  var cases: [SyntaxFixture] = []

  static let folder = TestFiles.package.appendingPathComponent("Fixtures/syntax")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

  init(_ name: String) throws {
    let text = try String(contentsOf: SyntaxFixtureFile.folder.appendingPathComponent(name), encoding: .utf8)
    var inTree = false
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line == "%% tree" {
        inTree = true
      } else if line == "%% escaped" {
        cases[cases.count - 1].isEscaped = true
      } else if line.hasPrefix("%% wiki ") {
        cases[cases.count - 1].wiki = String(line.dropFirst(8))
      } else if line.hasPrefix("%% ") {
        inTree = false
        cases.append(SyntaxFixture(file: name, name: String(line.dropFirst(3))))
      } else if cases.isEmpty {
        preamble.append(line)
      } else if inTree {
        if !line.isEmpty { cases[cases.count - 1].tree.append(line) }
      } else {
        cases[cases.count - 1].wikitext.append(line)
      }
    }
  }

  /// The file as it is written.
  var text: String {
    var lines = preamble
    for fixture in cases {
      lines.append("%% " + fixture.name)
      if let wiki = fixture.wiki { lines.append("%% wiki " + wiki) }
      if fixture.isEscaped { lines.append("%% escaped") }
      lines += fixture.wikitext + ["%% tree"] + fixture.tree + [""]
    }
    return lines.joined(separator: "\n")
  }
}

extension SyntaxTree {
  /// The lines of ``dump()`` without ranges, which the bytes of the leaves tell as well.
  var fixtureLines: [String] {
    dump().split(separator: "\n").map { line in
      let indentation = line.prefix { $0 == " " }
      var words = line.dropFirst(indentation.count).split(
        separator: " ",
        maxSplits: 2,
        omittingEmptySubsequences: false
      )
      words.remove(at: 1)
      return indentation + words.joined(separator: " ")
    }
  }
}

/// A line-by-line difference, by the longest common subsequence: `-` expected, `+` found.
func difference(_ expected: [String], _ found: [String]) -> String {
  let changes = found.difference(from: expected)
  var removed: [Int: String] = [:]
  var inserted: [Int: String] = [:]
  for change in changes {
    switch change {
    case .remove(let offset, let line, _): removed[offset] = line
    case .insert(let offset, let line, _): inserted[offset] = line
    }
  }
  var lines: [String] = []
  var old = 0
  var new = 0
  while old < expected.count || new < found.count {
    if let line = removed[old] {
      lines.append("- " + line)
      old += 1
    } else if let line = inserted[new] {
      lines.append("+ " + line)
      new += 1
    } else {
      lines.append("  " + expected[old])
      old += 1
      new += 1
    }
  }
  return lines.joined(separator: "\n")
}
