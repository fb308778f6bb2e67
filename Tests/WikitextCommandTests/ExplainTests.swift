import Foundation
import Testing
import Wikitext

@Suite("Explaining rules")
struct ExplainTests {
  @Test("All rules are listed, and each has its page")
  func list() throws {
    let list = try Run.wikitext("explain").text
    for id in RuleCatalog.ids { #expect(list.contains("  \(id) ")) }
    let page = try Run.wikitext("explain", "obsolete-tag").text
    #expect(page.contains("Found:") && page.contains("    <center>"))
    #expect(try Run.wikitext("explain", "obsolete-tag", "--format", "markdown").text.hasPrefix("# obsolete-tag\n"))
    let wrong = try Run.wikitext("explain", "obsolete-tags")
    #expect(wrong.status == 64)
    #expect(wrong.error.contains("the nearest is obsolete-tag"))
  }

  @Test("The pages in the repository are what the rules say: Tools/document-rules writes them")
  func pages() throws {
    let folder = packageRoot.appending(path: "Sources/WikitextValidator/Documentation")
    let written = try TemporaryFolder()
    #expect(try Run.wikitext("explain", "--all", "--output", written.url.path).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == written.names)
    for name in try written.names {
      let expected = try Data(contentsOf: written.url.appending(path: name))
      let found = try? Data(contentsOf: folder.appending(path: name))
      #expect(found == expected, "\(name) is not current")
    }
  }
}
