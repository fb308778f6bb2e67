import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

@Suite struct HTMLPoemTests {
  private func poem(_ text: String) -> String {
    html("<poem>\n\(text)\n</poem>")
      .replacing(" class=\"mw-poem-indented\" style=\"display: inline-block; margin-inline-start: ", with: " ")
  }

  @Test func `Verses are indented by colons and blanks`() {
    #expect(
      poem("a\n:b ''c''\n::d\n  e")
        == "<div class=\"poem\"><p>a<br /><span 1em;\">b <i>c</i></span><br /><span 2em;\">d</span><br />&#160;&#160;e</p></div>"
    )
  }

  @Test func `A colon alone is text, and items keep their blanks`() {
    #expect(poem(":\na") == "<div class=\"poem\"><p>:<br />a</p></div>")
    #expect(poem("* b") == "<div class=\"poem\"><ul><li>b</li></ul></div>")
  }
}
