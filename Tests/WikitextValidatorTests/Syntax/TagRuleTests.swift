import Testing

@Suite struct TagRuleTests {
  @Test(arguments: [
    ("unclosed-comment", "a <!-- b", ["<!--"]),
    ("unclosed-comment", "a <!-- b -->", []),
    ("unclosed-extension-tag", "a<ref>b", ["<ref>"]),
    ("unclosed-extension-tag", "a<ref name=\"x\">b<ref/>", ["<ref name=\"x\">"]),
    ("unclosed-extension-tag", "a<ref>b</ref> <nowiki><ref></nowiki>", []),
    ("stray-extension-end-tag", "a</ref> <ref>b</ref>", ["</ref>"]),
    ("unterminated-tag", "<span class=\"a\" b</span>", ["<span"]),
    ("unterminated-tag", "a <small b\nc", ["<small"]),
    ("unterminated-tag", "{{#if:x|<span title=\"a\">b</span>}}", []),
    ("unknown-tag", "<blink>a</blink> <foo@example.org> 1 <b> 2", ["<blink>", "</blink>"]),
    ("unknown-tag", "<code><blink></code> a<b c", []),
    // Words between brackets, and types of programs.
    ("unknown-tag", "std::vector<int> a, map<foo> b, x::<bar> <your name> <unsigniert> <D0><90><A4>", []),
    ("unknown-tag", "a<foo>bar</foo> <Foo> c", ["<foo>", "</foo>", "<Foo>"]),
    (
      "unknown-tag", "<foo/> <foo a=b> <img src=x> a<img> <html> <galery>",
      ["<foo/>", "<foo a=b>", "<img src=x>", "<html>", "<galery>"]
    ),
    ("malformed-line-break", "a</br>b<br\\>c<\\br>d<br>e<br />f", ["</br>", "<br\\>", "<\\br>"]),
    ("invalid-gallery-line", "<gallery>\nA.jpg|b\n\n<!-- c -->\n<b>d</b>\n</gallery>", ["<b>d</b>"]),
    ("signature", "<ref>~~~~</ref> <nowiki>~~~~</nowiki> <code>~~~~</code>", ["~~~~"]),
  ])
  func `Tags are found that are none`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test func `An unknown tag is told the one that it resembles`() throws {
    let message = try RuleProbe("unknown-tag").findings(in: "<refs>a</refs>").first?.message
    #expect(message?.contains("did you mean <ref>?") == true)
  }

  @Test func `Line breaks become ordinary ones`() throws {
    #expect(try RuleProbe("malformed-line-break").fixed("a</br>b<br.>c</BR>") == "a<br>b<br>c<br>")
  }
}
