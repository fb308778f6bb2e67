import PageReaders
import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextValidator

@Suite struct RenderedRulesTests {
  private static func found(_ rule: any PageRule, html page: String) -> [String] {
    found(rule, HTMLReader().read(Array(page.utf8)))
  }

  private static func found(_ rule: any PageRule, text page: String) -> [String] {
    found(rule, PageTextReader().read(Array(page.utf8)))
  }

  private static func found(_ rule: any PageRule, _ document: Document) -> [String] {
    var rules = RuleSelection([])
    rules.insert(rule)
    var validator = Validator(rules: rules)
    return validator.validate(document).map { String(decoding: document.source[$0.range.offsets], as: UTF8.self) }
  }

  // MARK: - Comments

  @Test func `comments of HTML pass over what is found in the next line`() {
    let page = "<p id=a>Isar</p>\n<!-- wikitext-ignore html-duplicate-id: as it was -->\n<p id=a>Loisach</p>\n"
    #expect(Self.found(HTMLDuplicateID(), html: page) == [])
    #expect(Self.found(HTMLDuplicateID(), html: page + "<p id=a>Inn</p>") == ["a"])
    #expect(
      Self.found(HTMLDuplicateID(), html: "<script>\"<!-- wikitext-ignore-file -->\"</script>" + page + "<b id=a>") == [
        "a"
      ]
    )
    #expect(Self.found(UnusedIgnore(), html: "<!-- wikitext-ignore obsolet-tag -->\n<p>Isar</p>").count == 1)
    #expect(Self.found(UnusedIgnore(), html: "<p>Isar</p>") == [])
  }

  // MARK: - Encodings

  @Test(
    arguments: [
      ("MÃ¼nchen", ["Ã¼"]), ("donâ€™t", ["â€™"]), ("ÐœÐ¾ÑÐºÐ²Ð°", nil),
      ("lost \u{FFFD}\u{FFFD} here", ["\u{FFFD}\u{FFFD}"]),
      ("100Â km", ["Â\u{A0}"]), ("Bad TÃ¶lz and KÃ¶ln", ["Ã¶", "Ã¶"]),
    ] as [(String, [String]?)]
  )
  func `signs that were letters are found`(text: String, expected: [String]?) {
    let text = text.replacing("Â km", with: "Â\u{A0}km")
    let found = Self.found(
      EncodingDamage(),
      text: "From Wikipedia, the free encyclopedia\n\nA text with \(text) in it.\n"
    )
    if let expected { #expect(found == expected) } else { #expect(!found.isEmpty) }
  }

  @Test(arguments: [
    "München", "«CAFÉ»", "IRMÃ»", "abrégé…»", "Ångström", "São Paulo", "à « la carte »", "NÃO", "A–B", "Škoda™", "Ã",
    "français",
    "Москва", "日本", "Spaß“", "Ünlü’s",
  ])
  func `letters that were meant are not`(text: String) {
    #expect(
      Self.found(EncodingDamage(), text: "From Wikipedia, the free encyclopedia\n\nA text with \(text) in it.\n") == []
    )
  }

  @Test func `code and attributes are not looked at, wikitext is`() {
    #expect(Self.found(EncodingDamage(), html: "<p title=\"Ã¼\">A <code>Ã¼</code></p>") == [])
    var validator = Validator()
    let page = "MÃ¼nchen <nowiki>Ã¼</nowiki> <syntaxhighlight>Ã¼</syntaxhighlight> <!-- Ã¼ -->"
    let found = validator.validate(SyntaxTree(parsing: page)).filter { $0.rule == "encoding-damage" }
    #expect(found.count <= 2 && found.first?.range == SourceRange(start: 1, end: 5))
  }

  // MARK: - HTML

  @Test func `ids are compared as browsers do`() {
    let page =
      "<p id=a></p><p id='a'></p><p id=A></p><p id=\"a&amp;b\"></p><p ID=\"a&b\"></p><!-- <p id=a> --><script>'<p id=a>'</script>"
    #expect(Self.found(HTMLDuplicateID(), html: page) == ["a", "a&b"])
    #expect(
      Self.found(HTMLDuplicateID(), html: "<p id=mwAb></p><p id=mwAb></p><svg><path id=x /><path id=x /></svg><p id>")
        == []
    )
  }

  @Test func `links within the page have to lead to an id or a name`() {
    let page = """
      <p><a href="#x">1</a><a href="#a%20b">2</a><a name="old"></a><a href="#old">3</a><a href="#">4</a>
      <a href="other#x">5</a><a href="#top">6</a><b id="a b"></b><a href=#%C3%A4>7</a><i id="ä"></i></p>
      """
    #expect(Self.found(HTMLBrokenAnchor(), html: page) == ["#x"])
  }

  @Test func `images need alternative text, and empty text is some`() {
    let page = "<p><img src=a><img src=b alt><img src=c alt=\"\"><img src=d width=20><IMG SRC=e WIDTH=200></p>"
    #expect(Self.found(HTMLImageWithoutAlt(), html: page) == ["<img src=a>", "<IMG SRC=e WIDTH=200>"])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"", "<!--", "<!-->", "<script>", "<a =", "<a / x", "</", "<a href='#x",
  ])
  func `tags that do not end do no harm`(page: String) {
    #expect(Array(HTMLTags(Array(page.utf8))).count <= 1)
  }

  // MARK: - Marks

  @Test func `numbers in brackets are marks where they touch what they are for`() {
    let head = "From Wikipedia, the free encyclopedia\n\n"
    let list = "\n\nReferences[edit]\n\n 1. ^ Atlas\n 2. ^ Map\n"
    func found(_ text: String) -> [String] { Self.found(DanglingCitationMark(), text: head + text + list) }
    #expect(found("The Isar.[1] It is long.[2]") == [])
    #expect(found("The Isar.[1] It is long.[3]") == ["[3]"])
    #expect(found("The Isar[1] is long [3] and the list a[0] has [12345] and x[7](y).") == [])
  }

  @Test func `words of the site in headings and paragraphs are found in many languages`() {
    #expect(
      Self.found(FurnitureLeft(), html: "<h2>Verlauf [Bearbeiten]</h2><p>Text [sic] and [1].</p>") == ["[Bearbeiten]"]
    )
    #expect(
      Self.found(
        FurnitureLeft(),
        html: "<h1>A</h1><h2>Cours [modifier | modifier le code]</h2><p>Jump to navigation Jump to search</p>"
      ).count == 2
    )
    #expect(Self.found(FurnitureLeft(), html: "<h2>Edit</h2><p>They edit it. [edited]</p>") == [])
  }
}
