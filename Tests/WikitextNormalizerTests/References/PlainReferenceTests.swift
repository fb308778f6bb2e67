import Testing
import WikitextNormalizer

@Suite struct PlainReferenceTests {
  @Test(arguments: [
    (
      "[http://a.org/x \"Rivers rise\"], ''The Daily'', 3 May 2001. Retrieved 4 June 2002.",
      "webpage | title Rivers rise | note \"Rivers rise\", The Daily, 3 May 2001. Retrieved 4 June 2002. | accessed 2002-06-04 | url http://a.org/x"
    ),
    (
      "Doe, J. (1999). ''Rivers''. Press. ISBN 0-306-40615-2.",
      "book | title Rivers | note Doe, J. (1999). Rivers. Press. ISBN 0-306-40615-2. | issued 1999 | isbn 9780306406157"
    ),
    ("http://a.org/bare", "webpage | note http://a.org/bare | url http://a.org/bare"),
    ("[http://a.org/x]", "webpage | url http://a.org/x"),
    ("Doe (1999), Roe (2001), ''Rivers''", "document | note Doe (1999), Roe (2001), Rivers"),
    ("Doe, Waters. {{doi|10.1000/182}}", "article-journal | note Doe, Waters. | doi 10.1000/182"),
    (
      "[http://a.org/x Gone] {{dead link}} {{webarchive|url=https://web.archive.org/web/20070828220258/http://a.org/x|date=x}}",
      "webpage | title Gone | note Gone | url http://a.org/x | archive https://web.archive.org/web/20070828220258/http://a.org/x "
        + "| archived 2007-08-28 | in Internet Archive | dead"
    ),
  ])
  func `What is written out is read where it is certain`(text: String, expected: String) {
    #expect(works("a<ref>\(text)</ref>") == [expected])
  }

  @Test func `Other languages say when a page was read`() {
    #expect(
      works("<ref>[http://a.org Titel], abgerufen am 3. Mai 2010.</ref>", "de").first?.contains("accessed 2010-05-03")
        == true
    )
    #expect(works("<ref>[http://a.org 題] 2010年11月21日閲覧</ref>", "ja").first?.contains("note 題 2010年11月21日閲覧") == true)
  }

  @Test func `The second definition of a name is not shown, and not read`() {
    #expect(works("<ref name=x>[http://a.org One]</ref><ref name=x>[http://b.org Two]</ref>").count == 1)
  }

  @Test func `The range of a written reference is its content`() {
    let text = "a<ref>[http://a.org One].</ref>"
    let item = bibliography(text).items[0]
    #expect(String(decoding: Array(text.utf8)[item.range.offsets], as: UTF8.self) == "[http://a.org One].")
  }
}
