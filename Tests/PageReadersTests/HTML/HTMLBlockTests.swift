import Testing
import WikitextDocument

@Suite struct HTMLBlockTests {
  @Test func `Headings begin sections, whatever is around them`() {
    let html = """
      <p>Lead.</p><div class="mw-heading mw-heading2"><h2 id="Course">Course</h2><span class="mw-editsection">[edit]</span>
      </div><p>It flows.</p><section><h3><span class="mw-headline">Upper</span></h3><p>Fast.</p></section><h2>Uses</h2>
      """
    #expect(
      outline(html) == [
        "section", "  paragraph", #"    text "Lead.""#,
        "section level=2", "  heading level=2", #"    text "Course""#, "  paragraph", #"    text "It flows.""#,
        "  section level=3", "    heading level=3", #"      text "Upper""#, "    paragraph", #"      text "Fast.""#,
        "section level=2", "  heading level=2", #"    text "Uses""#,
      ]
    )
  }

  @Test func `A heading in a cell begins no section`() {
    let html = "<table class=wikitable><tr><td><h3>Inside</h3></td><td>b</td></tr></table>"
    #expect(
      outline(html) == [
        "section", "  table", "    tableRow", "      tableCell", "        heading level=3", #"          text "Inside""#,
        "      tableCell", #"        text "b""#,
      ]
    )
  }

  @Test func `Lists nest`() {
    #expect(
      outline("<ul><li>a<ol><li>b</li></ol></li></ul><dl><dt>t</dt><dd>d</dd></dl>") == [
        "section", "  list unordered", "    listItem", #"      text "a""#, "      list ordered", "        listItem",
        #"          text "b""#, "  list definition", "    term", #"      text "t""#, "    description",
        #"      text "d""#,
      ]
    )
  }

  @Test func `Empty paragraphs and lists are none`() {
    #expect(
      outline("<p></p><p class='mw-empty-elt'></p><ul></ul><p>a</p>") == ["section", "  paragraph", #"    text "a""#]
    )
  }

  @Test func `Text right in a division stands in a block`() {
    #expect(
      outline("<body><div>loose <b>text</b><p>p</p>more</div></body>") == [
        "section", #"  block "div""#, #"    text "loose ""#, "    bold", #"      text "text""#, "  paragraph",
        #"    text "p""#, #"  block "div""#, #"    text "more""#,
      ]
    )
  }

  @Test func `Quotes are quotes, and so are boxes with quotes`() {
    #expect(
      outline("<blockquote><p>q</p></blockquote><div class='quotebox floatright'><p>r</p></div>") == [
        "section", #"  block "blockquote""#, "    paragraph", #"      text "q""#, #"  block "blockquote""#,
        "    paragraph", #"      text "r""#,
      ]
    )
  }

  @Test func `Cells have their spans`() {
    let html =
      "<table><caption>c</caption><tbody><tr><th scope=row colspan=2>h</th><td rowspan='3'>d</td></tr></tbody></table>"
    #expect(
      outline(html) == [
        "section", "  table", "    tableCaption", #"      text "c""#, "    tableRow",
        #"      tableHeaderCell colspan="2" scope="row""#, #"        text "h""#, #"      tableCell rowspan="3""#,
        #"        text "d""#,
      ]
    )
  }

  @Test func `A table for the layout is none`() {
    #expect(
      outline("<table role=presentation><tr><td><p>a</p></td></tr></table>") == [
        "section", "  paragraph", #"    text "a""#,
      ]
    )
  }

  @Test func `Preformatted text keeps its spaces`() {
    #expect(
      outline("<pre>a\n  b &lt; c</pre>") == ["section", "  preformatted", #"    text "a\n  b < c""#]
    )
  }

  @Test func `Source code keeps its lines and its language`() {
    #expect(
      outline("<div class='mw-highlight mw-highlight-lang-swift'><pre><span>let</span> a\n  &lt; b</pre></div>") == [
        "section", #"  code "syntaxhighlight" target="let a\n  < b" lang="swift""#,
      ]
    )
  }
}
