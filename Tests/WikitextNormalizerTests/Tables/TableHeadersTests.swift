import Testing
import WikitextDocument

@testable import WikitextNormalizer

struct TableHeadersTests {
  private func headers(_ wikitext: String) throws -> TableHeaders {
    let document = Document(wikitext: wikitext)
    let table = try #require(document.root.descendants.first { $0.kind == .table })
    return TableHeaders(try #require(TableGrid(table)))
  }

  @Test func `Rows of header cells at the top are the head, header cells at the left the stub`() throws {
    let headers = try headers(
      "{|\n! rowspan=2 | Year !! colspan=2 | Result\n|-\n! Votes !! Seats\n|-\n! 1990\n| 5 || 6\n|-\n! 1994\n| 7 || 8\n|}"
    )
    #expect(headers.headRows == 2)
    #expect(headers.stubColumns == 1)
    #expect(headers.titleRows.isEmpty)
    #expect(headers.confidence == 1)
  }

  @Test func `A row of bold text is a head that is less sure`() throws {
    let headers = try headers("{|\n| '''A''' || '''B'''\n|-\n| 1 || 2\n|}")
    #expect(headers.headRows == 1)
    #expect(headers.confidence == 0.6)
  }

  @Test func `A header from side to side is a title of the rows below`() throws {
    let headers = try headers(
      "{|\n! a !! b\n|-\n! colspan=2 | North\n|-\n| 1 || 2\n|-\n! colspan=2 | South\n|-\n| 3 || 4\n|}"
    )
    #expect(headers.headRows == 1)
    #expect(headers.titleRows == [1, 3])
  }

  @Test func `Without headers there is no confidence`() throws {
    let headers = try headers("{|\n| 1 || 2\n|-\n| 3 || 4\n|}")
    #expect(headers.headRows == 0)
    #expect(headers.confidence == 0)
  }

  @Test func `Places that no cell covers make it less sure`() throws {
    #expect(try headers("{|\n! a !! b\n|-\n| 1\n|-\n| 3 || 4\n|}").confidence < 1)
  }
}
