import Testing

@testable import WikitextSyntax

/// What typed nodes say of the wikitext in their documentation.
@Suite("Typed nodes")
struct NodeTests {
  private func first<Node: SyntaxNode>(
    _ type: Node.Type,
    _ page: String,
    _ wiki: String = "enwiki"
  ) throws -> Node {
    let tree = assertParse(page, configuration: SiteConfiguration(wiki: wiki) ?? .standard)
    return try #require(Array(tree.root.descendants(type)).first)
  }

  @Test("A template has a name and arguments; positions count those without a name; the last of a name wins")
  func template() throws {
    let node = try first(TemplateSyntax.self, "{{ Infobox river<!-- x -->\n| name = Isar |a|2=b| c |name={{d}}\n|e=}}")
    #expect(node.name == "Infobox river")
    #expect(node.rawName == " Infobox river<!-- x -->\n")
    #expect(node.isClosed)
    #expect(node.namedArguments.map(\.name) == ["name", "1", "2", "2", "name", "e"])
    #expect(node.arguments.map(\.isPositional) == [false, true, false, true, false, false])
    #expect(node.argument(named: "name")?.valueText == "{{d}}")
    #expect(node.argument(named: "1")?.valueText == "a")
    #expect(node.argument(named: "2")?.valueText == " c ")
    #expect(node.argument(named: "e")?.valueText == "")
    #expect(node.argument(named: "f") == nil)
    #expect(node.arguments[0].fullText == "name = Isar")
    let value = node.arguments[0].valueRange
    #expect(String(decoding: node.syntax.tree.source[value.offsets], as: UTF8.self) == "Isar")
  }

  @Test("Functions, variables and parameters")
  func words() throws {
    let function = try first(ParserFunctionSyntax.self, "{{ #IF: a | b = c | d }}")
    #expect(function.name == "#IF")
    #expect(function.function == MagicWord(named: "if"))
    #expect(function.arguments.map(\.fullText) == ["a", "b = c", "d"])
    let variable = try first(VariableSyntax.self, "{{ SEITENNAME }}", "dewiki")
    #expect(variable.name == "SEITENNAME")
    #expect(variable.variable == MagicWord(named: "pagename"))
    let parameter = try first(ParameterReferenceSyntax.self, "{{{ a<!-- b --> | c=d }}}")
    #expect(parameter.name == "a")
    #expect(parameter.defaultText == " c=d ")
    #expect(try first(ParameterReferenceSyntax.self, "{{{a}}}").defaultText == nil)
    #expect(try first(ParameterReferenceSyntax.self, "{{{a|}}}").defaultText == "")
    #expect(try first(BehaviorSwitchSyntax.self, "__NOTOC__").word == MagicWord(named: "notoc"))
  }

  @Test("Links of all kinds")
  func links() throws {
    let link = try first(WikilinkSyntax.self, "[[ Isar_(river)#Upper_course | the ''Isar'' ]]s")
    #expect(link.target == "Isar_(river)#Upper_course")
    #expect(link.title == "Isar (river)")
    #expect(link.fragment == "Upper course")
    #expect(link.prefix == nil)
    #expect(link.displayedText == " the Isar s")
    #expect(link.trail == "s")
    let category = try first(WikilinkSyntax.self, "[[ category : Rivers of_Bavaria | Isar]]")
    #expect(category.syntax.kind == .categoryLink)
    #expect(category.namespace == Namespace.category)
    #expect(category.prefix == "category")
    #expect(category.pageName == "Rivers of Bavaria")
    #expect(category.textSyntax?.plainText == " Isar")
    let language = try first(WikilinkSyntax.self, "[[de:A:B]]")
    #expect(language.prefix == "de")
    #expect(language.pageName == "A:B")
    let colon = try first(WikilinkSyntax.self, "[[:Category:A&amp;B]]")
    #expect(colon.displayedText == "Category:A&B")
    #expect(colon.title == "Category:A&B")
    #expect(try first(WikilinkSyntax.self, "[[A: B]]").pageName == "A: B")
    let local = try first(WikilinkSyntax.self, "[[:en:EN:Category:A]]")
    #expect(local.title == "Category:A" && local.prefix == "Category" && local.pageName == "A")
    #expect(local.displayedText == "en:EN:Category:A")
    #expect(try first(WikilinkSyntax.self, "[[#History]]").title == "")
    #expect(try first(WikilinkSyntax.self, "[[{{#if:a|b}}#c]]").fragment == "c")
  }

  @Test("A file has options by the wiki's words, and the last other part for a caption")
  func files() throws {
    let file = try first(
      FileLinkSyntax.self,
      "[[Datei:Die_Isar.jpg|mini|hochkant=1.2|alternativtext=Ein Fluss|x|120px|Die [[Isar]]]]",
      "dewiki"
    )
    #expect(file.fileName == "Die Isar.jpg")
    #expect(file.options.map(\.option) == [.thumbnail, .upright, .alt, nil, .width, nil])
    #expect(file.has(.thumbnail) && !file.has(.left))
    #expect(file.alt == "Ein Fluss")
    #expect(file.value(of: .upright) == "1.2")
    #expect(file.value(of: .width) == "120")
    #expect(file.caption?.plainText == "Die Isar")
    let item = try first(GalleryItemSyntax.self, "<gallery>\nFile:A_b.png|alt=c|d ''e''\n</gallery>")
    #expect(item.title == "File:A b.png")
    #expect(item.value(of: .alt) == "c")
    #expect(item.caption?.plainText == "d e")
  }

  @Test("External links")
  func externalLinks() throws {
    let link = try first(ExternalLinkSyntax.self, "[https://a.example/?b&amp;c  a ''b''] d")
    #expect(link.url == "https://a.example/?b&c")
    #expect(link.label == "a b")
    #expect(link.isBracketed)
    #expect(try first(ExternalLinkSyntax.self, "[https://a.example]").label == nil)
    let bare = try first(ExternalLinkSyntax.self, "x https://a.example.")
    #expect(bare.url == "https://a.example" && !bare.isBracketed)
    let book = try first(MagicLinkSyntax.self, "ISBN 978-3-16-148410-0")
    #expect(book.scheme == "ISBN" && book.number == "9783161484100")
  }

  @Test("Headings, styles, lists")
  func blocks() throws {
    let heading = try first(HeadingSyntax.self, "=== ''a'' [[b|c]] === <!-- d -->")
    #expect(heading.level == 3)
    #expect(heading.title == "a c")
    #expect(
      String(decoding: heading.syntax.tree.source[heading.contentRange.offsets], as: UTF8.self) == "''a'' [[b|c]]"
    )
    let pieces = Array(assertParse("'''a''b'''c''").root.descendants(StyleSyntax.self))
    #expect(pieces.map(\.isBold) == [true, false, false])
    #expect(pieces.map(\.plainText) == ["ab", "b", "c"])
    #expect(pieces.map(\.contentRange.description) == ["3..<7", "6..<7", "10..<11"])
    let list = try first(ListSyntax.self, "; a : b\n:# c\n* d")
    #expect(list.listKind == .definition)
    #expect(list.items.map(\.marker) == [";", ":"])
    #expect(list.items.map(\.isTerm) == [true, false])
    #expect(list.items[1].lists.map(\.listKind) == [.ordered])
  }

  @Test("Tables")
  func tables() throws {
    let table = try first(
      TableSyntax.self,
      "{| Class=\"a b\"\n|+ id=c | Rivers\n! x !! scope=col | ''y''\n|- style='d'\n| colspan = 2 | e\n* f\n|| g\n|}"
    )
    #expect(table.attribute(named: "class") == "a b")
    #expect(table.caption?.plainText == "Rivers")
    #expect(table.rows.count == 2)
    #expect(table.rows[0].cells.map(\.plainText) == ["x", "y"])
    #expect(table.rows[0].cells.map(\.isHeader) == [true, true])
    #expect(table.rows[0].cells[1].attribute(named: "scope") == "col")
    #expect(table.rows[1].attribute(named: "style") == "d")
    let cell = table.rows[1].cells[0]
    #expect(cell.attribute(named: "colspan") == "2")
    #expect(cell.content.map(\.kind) == [.text, .newline, .list])
    #expect(table.rows[1].cells.map(\.plainText).last == "g")
  }

  @Test("Tags and their attributes")
  func tags() throws {
    let element = try first(HTMLElementSyntax.self, "<DIV Class=a title='b &amp; c' id hidden= lang=\"\">d ''e''</div>")
    #expect(element.tag == .div)
    #expect(element.startTag?.name == "DIV")
    #expect(element.attributes.map(\.name) == ["class", "title", "id", "hidden"])
    #expect(element.attribute(named: "title") == "b & c")
    #expect(element.attribute(named: "id") == nil)
    #expect(element.content.map(\.kind) == [.text, .italic])
    let reference = try first(ExtensionTagSyntax.self, "<Ref name = \"a b\" group=c>d {{e}}</ref>")
    #expect(reference.name == "ref")
    #expect(reference.attribute(named: "name") == "a b")
    #expect(reference.attribute(named: "group") == "c")
    #expect(reference.contentText == "d {{e}}")
    #expect(reference.content.map(\.kind) == [.text, .template])
    #expect(!reference.isSelfClosing)
    let reuse = try first(ExtensionTagSyntax.self, "<ref name=a/>")
    #expect(reuse.isSelfClosing && reuse.contentText == "" && reuse.attribute(named: "name") == "a")
    let included = try first(IncludeOnlySyntax.self, "<includeonly>a</includeonly>")
    #expect(included.content.map(\.text) == ["a"])
  }

  @Test("Redirects, comments, variants, references to characters")
  func others() throws {
    #expect(try first(RedirectSyntax.self, "#WEITERLEITUNG [[A_b#c]]", "dewiki").target?.title == "A b")
    #expect(try first(CommentSyntax.self, "<!-- a -->").content == " a ")
    #expect(try first(CommentSyntax.self, "<!-- a").content == " a")
    let variant = try first(LanguageVariantSyntax.self, "-{A; zh-cn |b}-", "zhwiki")
    #expect(variant.variantFlags == ["A", "zh-cn"])
    #expect(try first(LanguageVariantSyntax.self, "-{b}-", "zhwiki").variantFlags == [])
    #expect(try first(CharacterReferenceSyntax.self, "&#x41;").value == "A")
    #expect(try first(PreformattedSyntax.self, " a\n b").plainText == "a\nb")
  }

  @Test("Every typed node of every fixture answers every question")
  func total() throws {
    for name in SyntaxFixtureFile.names {
      for fixture in try SyntaxFixtureFile(name).cases {
        var questioner = Questioner()
        questioner.walk(assertParse(fixture.source, configuration: fixture.configuration).root)
      }
    }
    var random = SplitMix(state: 7)
    for _ in 0..<300 {
      var questioner = Questioner()
      questioner.walk(assertParse(FuzzTests.page(&random)).root)
    }
  }
}

/// Asks nodes for all that could trap.
private struct Questioner: SyntaxWalker {
  var answers = 0

  mutating func ask<Value>(_ value: Value) { answers += 1 }

  mutating func visitTemplate(_ node: TemplateSyntax) {
    ask((node.name, node.rawName, node.argument(named: "1"), node.appendingArgument(named: "a", value: "b")))
    for argument in node.arguments { ask((argument.valueText, argument.fullText, argument.valueRange)) }
  }
  mutating func visitParserFunction(_ node: ParserFunctionSyntax) { ask((node.name, node.function, node.arguments)) }
  mutating func visitVariable(_ node: VariableSyntax) { ask((node.name, node.variable)) }
  mutating func visitParameterReference(_ node: ParameterReferenceSyntax) { ask((node.name, node.defaultText)) }
  mutating func visitWikilink(_ node: WikilinkSyntax) {
    ask((node.target, node.title, node.pageName, node.prefix, node.fragment, node.displayedText, node.targetRange))
  }
  mutating func visitFileLink(_ node: FileLinkSyntax) { ask((node.fileName, node.caption, node.alt)) }
  mutating func visitExternalLink(_ node: ExternalLinkSyntax) { ask((node.url, node.label, node.labelRange)) }
  mutating func visitStyle(_ node: StyleSyntax) { ask((node.contentRange, node.plainText)) }
  mutating func visitHeading(_ node: HeadingSyntax) { ask((node.contentRange, node.title)) }
  mutating func visitListItem(_ node: ListItemSyntax) { ask((node.marker, node.content)) }
  mutating func visitTable(_ node: TableSyntax) { ask((node.attributes.map(\.value), node.caption, node.rows)) }
  mutating func visitTableCell(_ node: TableCellSyntax) { ask((node.content, node.plainText, node.contentRange)) }
  mutating func visitTableCaption(_ node: TableCaptionSyntax) { ask((node.content, node.plainText)) }
  mutating func visitHTMLElement(_ node: HTMLElementSyntax) { ask((node.content, node.startTag?.name)) }
  mutating func visitExtensionTag(_ node: ExtensionTagSyntax) { ask((node.content, node.contentText, node.name)) }
  mutating func visitAttribute(_ node: AttributeSyntax) { ask((node.name, node.value)) }
  mutating func visitGalleryItem(_ node: GalleryItemSyntax) { ask((node.title, node.caption)) }
  mutating func visitLanguageVariant(_ node: LanguageVariantSyntax) { ask((node.variantFlags, node.contentRange)) }
  mutating func visitRedirect(_ node: RedirectSyntax) { ask(node.target) }
  mutating func visitComment(_ node: CommentSyntax) { ask(node.content) }
  mutating func visitMagicLink(_ node: MagicLinkSyntax) { ask((node.scheme, node.number)) }
}
