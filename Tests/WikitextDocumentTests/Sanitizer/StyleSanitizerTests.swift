import Testing
import WikitextDocument

@Suite struct StyleSanitizerTests {
  @Test(arguments: [
    ("color: red", "color: red"), ("color:/* x */red", "color: red"), ("a:b;/* c", "a:b;"),
    ("background:URL (x)", "/* insecure input */"), ("width:e\\78pression(1)", "/* insecure input */"),
    ("width:ex/**/pression(1)", "width:ex pression(1)"), ("u\\\nrl(x)", "/* insecure input */"),
    ("content:attr(data-x url)", "/* insecure input */"), ("content:attr(url)", "content:attr(url)"),
    ("a:\u{7F}", "/* invalid control char */"), ("a:\u{FFFD}", "/* invalid control char */"),
    ("content:'\\22 '", "content:'\\22 '"), ("-o-link : x", "/* insecure input */"), ("a\\", "a\\"),
    (" /* a */", " /* a */"), ("/* a */b", " b"),
  ])
  func `Styles load nothing`(style: String, safe: String) {
    #expect(String(decoding: StyleSanitizer.safe(Array(style.utf8)), as: UTF8.self) == safe)
  }
}
