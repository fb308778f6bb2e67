import Testing

@testable import WikitextWriters

@Suite struct AttributeSanitizerTests {
  @Test(arguments: [
    ("<span onclick=a title=b>c</span>", "<span title=\"b\">c</span>"),
    ("<span id=a id=b title=c>d</span>", "<span id=\"b\" title=\"c\">d</span>"),
    ("<span id='a b' width=1>c</span>", "<span id=\"a_b\">c</span>"),
    ("<span id='' data-x=1 data-mw=2 data-parsoid-x=3>c</span>", "<span data-x=\"1\">c</span>"),
    ("<span itemprop=a itemid=b>c</span>", "<span itemprop=\"a\">c</span>"),
    ("<span itemscope itemid=b>c</span>", "<span itemscope=\"\" itemid=\"b\">c</span>"),
    ("<span about='javascript:x' typeof=a>c</span>", "<span typeof=\"a\">c</span>"),
    ("<span tabindex=1>a</span><span tabindex=0>b</span>", "<span>a</span><span tabindex=\"0\">b</span>"),
    ("<br clear=all id=a>", "<br clear=\"all\" id=\"a\" />"),
    ("<span title='a\n  b'>c</span>", "<span title=\"a b\">c</span>"),
  ])
  func `Only what an element may have comes through`(written: String, safe: String) {
    #expect(html(written) == "<p>\(safe)</p>")
  }

  @Test func `Cells have attributes of their own`() {
    #expect(
      html("{|\n|- valign=top width=1\n| width=1 href=x colspan=2 |a\n|}")
        == "<table><tbody><tr valign=\"top\"><td width=\"1\" colspan=\"2\">a</td></tr></tbody></table>"
    )
  }
}
