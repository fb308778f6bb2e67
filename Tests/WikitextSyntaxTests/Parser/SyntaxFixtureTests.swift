import Foundation
import Testing

@testable import WikitextSyntax

/// The cases in `Fixtures/syntax`.
///
/// With the environment variable `WIKITEXT_UPDATE_FIXTURES` set to 1 the trees in the files are written anew. Read the
/// difference before you commit it: the files say what MediaWiki does, not what the parser happens to do.
@Suite("Syntax fixtures")
struct SyntaxFixtureTests {
  static let isUpdating = TestFiles.number("WIKITEXT_UPDATE_FIXTURES") == 1

  @Test("Every case has the tree that its file says", arguments: SyntaxFixtureFile.names)
  func trees(name: String) throws {
    var file = try SyntaxFixtureFile(name)
    for index in file.cases.indices {
      let fixture = file.cases[index]
      let found = assertParse(fixture.source, configuration: fixture.configuration, fixture.name).fixtureLines
      if SyntaxFixtureTests.isUpdating {
        file.cases[index].tree = found
      } else if found != fixture.tree {
        let page = fixture.wikitext.joined(separator: "\n")
        Issue.record("\(name): \(fixture.name)\n\(page)\n\n\(difference(fixture.tree, found))")
      }
    }
    if SyntaxFixtureTests.isUpdating {
      try file.text.write(
        to: SyntaxFixtureFile.folder.appendingPathComponent(name),
        atomically: true,
        encoding: .utf8
      )
    }
  }

  @Test("There are cases, and no two of a file have one name")
  func names() throws {
    #expect(!SyntaxFixtureFile.names.isEmpty)
    for name in SyntaxFixtureFile.names {
      let names = try SyntaxFixtureFile(name).cases.map(\.name)
      #expect(Set(names).count == names.count, "\(name)")
    }
  }

  @Test("A difference shows what was expected and what was found")
  func differences() {
    #expect(difference(["a", "b", "c"], ["a", "x", "c", "d"]) == "  a\n- b\n+ x\n  c\n+ d")
  }
}
