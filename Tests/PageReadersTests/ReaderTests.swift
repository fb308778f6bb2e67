import PageReaders
import Testing
import WikitextDocument

struct ReaderTests {
  @Test func `A document tells the dialect it was read from`() {
    #expect(HTMLReader().read(Array("<p>a</p>".utf8)).dialect == .html)
    #expect(PageTextReader().read(Array("a".utf8)).dialect == .pageText)
  }
}
