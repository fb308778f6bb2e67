import Foundation
import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

@Suite struct ResidueTests {
  @Test func `Markup in a text is residue, unless the page shows it`() {
    let tree = SyntaxTree(parsing: "a {{b}} <nowiki>[[</nowiki> }} &#123;{")
    #expect(Residue.find(in: Array("a [[ }} {{".utf8), of: tree).isEmpty)
    let found = Residue.find(in: Array("a {{b}} [[ }} {{ <ref|thumb".utf8), of: tree)
    #expect(found.map(\.mark) == ["{{", "}}", "<ref", "|thumb"])
    #expect(found.allSatisfy { $0.count == 1 })
  }

  @Test func `Escapes of Markdown hide nothing, and its own brackets are none`() {
    let tree = SyntaxTree(parsing: "a")
    #expect(Residue.find(in: Array("\\[\\[a".utf8), .markdown, of: tree).map(\.mark) == ["[["])
    #expect(Residue.find(in: Array("[a\\]](b) [^1]]".utf8), .markdown, of: tree).isEmpty)
  }

  @Test(arguments: [
    "[[{{x}}|a]] [[b{{x}}]] [http://c/{{x}} d] http://e/{{x}}", "{{a}} {{{b}}} {{#if:c|d}}",
    "[[File:A{{x}}.jpg|thumb|{{y}} b|alt={{z}}]]", "<gallery caption=\"{{x}}\">\nA.jpg|alt={{y}}|b {{z}}\n</gallery>",
    "{|\n| {{a}} || style=\"{{b}}\" | c\n|}", "<ref name=\"{{a}}\">{{b}} [[c]]</ref>",
    "-{zh-hans:[[a]]; zh-hant:{{b}}}-",
    "{{a", "a}}", "[[b", "'''c", "<ref>d", "{|\n|e", "<nowiki>{{f}}</nowiki>", "-{g", "__NOTOC__ h",
  ])
  func `Nothing is left of markup`(_ wikitext: String) {
    let tree = SyntaxTree(parsing: wikitext)
    #expect(ResidueTests.residue(of: tree).isEmpty)
  }

  /// The residue in all that is written of a page.
  static func residue(of tree: SyntaxTree) -> [Residue] {
    let document = Document(tree)
    var plainText = PlainTextWriter()
    var markdown = MarkdownWriter()
    markdown.options.repeatsSpans = false
    return Residue.find(in: plainText.write(document), of: tree)
      + Residue.find(in: markdown.write(document), .markdown, of: tree)
  }

  @Test(.enabled(if: !TextFiles.articles.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"))
  func `Texts of real articles have no residue and lose no word`() throws {
    var configurations: [String: SiteConfiguration] = [:]
    // Every seventh, so that a debug run stays short; the benchmarks read them all.
    for (number, article) in TextFiles.articles.enumerated() where number % 7 == 0 {
      let wiki = String(article.deletingLastPathComponent().lastPathComponent.prefix { $0 != "." })
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let tree = SyntaxTree(parsing: Array(try Data(contentsOf: article)), configuration: configuration)
      #expect(ResidueTests.residue(of: tree).isEmpty, "\(article.lastPathComponent)")
      #expect(CoverageTests.lostWord(of: Document(tree)) == nil, "\(article.lastPathComponent)")
    }
  }

  @Test func `The pages of the fixtures have no residue and lose no word`() throws {
    var pages = 0
    for file in try FileManager.default.contentsOfDirectory(at: TextFiles.fixtures, includingPropertiesForKeys: nil) {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for part in text.components(separatedBy: "\n%% ").dropFirst() where !part.hasPrefix("tree") {
        let page = part.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
        let tree = SyntaxTree(parsing: page)
        #expect(ResidueTests.residue(of: tree).isEmpty, "\(page)")
        #expect(CoverageTests.lostWord(of: Document(tree)) == nil, "\(page)")
        pages += 1
      }
    }
    #expect(pages > 100)
  }
}

/// Where these tests find files.
enum TextFiles {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let fixtures = package.appendingPathComponent("Fixtures/syntax")

  /// The articles that lie beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
  static let articles: [URL] = {
    let shared =
      ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("corpus/articles")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
  }()
}
