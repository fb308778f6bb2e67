import Testing

@testable import WikitextNormalizer

/// A pack of these lines.
func pack(_ text: String, file: String = "en.pack") -> TemplatePack { TemplatePack(Array(text.utf8), file: file) }

@Suite struct TemplatePackReaderTests {
  @Test func `a line has names, a kind and patterns`() throws {
    let pack = pack("  Start date | Sd  >  date   year=1,year month=2 text=\"{a b}\"\t \n")
    #expect(pack.errors.isEmpty)
    let entry = try #require(pack.entries.first)
    #expect(entry.names == ["Start date", "Sd"])
    #expect(entry.rule.kind == .date)
    #expect(entry.rule.patterns.map(\.key) == [.year, .month, .text])
    #expect(entry.rule[.year]?.parts == [.argument(["1", "year"])])
    #expect(entry.rule[.text]?.parts == [.argument(["a b"])])
    #expect(entry.rule[.day] == nil)
  }

  @Test func `comments, blank lines, a byte order mark and carriage returns mean nothing`() {
    let pack = pack("\u{FEFF}# a\r\n\r\n   # b\r\nA > hidden\r\n")
    #expect(pack.errors.isEmpty)
    #expect(pack.entries.map(\.names) == [["A"]])
  }

  @Test func `directives name the language and make codes places`() {
    let pack = pack("@language de\n@codes place\n", file: "mine.pack")
    #expect(pack.errors.isEmpty)
    #expect(pack.language == "de")
    #expect(pack.hasCountryCodes)
    #expect(TemplatePack([], file: "zh.pack").language == "zh")
  }

  @Test(
    arguments: [
      ("\"a {1} b\"", [.literal("a "), .argument(["1"]), .literal(" b")]),
      ("\"{1, name ,2}\"", [.argument(["1", "name", "2"])]),
      (
        "\"{1}[ ({2})]\"",
        [.argument(["1"]), .optionalStart, .literal(" ("), .argument(["2"]), .literal(")"), .optionalEnd]
      ),
      ("\"\\n\\[\\]\\{\\}\\\"\\\\\"", [.literal("\n[]{}\"\\")]),
      ("\"\"", []), ("\"{*}\"", [.argument(["*"])]), ("été,2", [.argument(["été", "2"])]),
    ] as [(String, [ArgumentPattern.Part])]
  )
  func `a pattern is text with arguments`(source: String, parts: [ArgumentPattern.Part]) throws {
    let pack = pack("A > show text=\(source)")
    #expect(pack.errors.isEmpty, "\(pack.errors)")
    #expect(pack.entries.first?.rule[.text]?.parts == parts)
  }

  @Test(
    arguments: [
      ("A show text=1", 14, "there is no >"), ("A > dat year=1", 5, "unknown kind \"dat\"; did you mean \"date\"?"),
      ("A >", 4, "the kind is missing"), ("A | > show", 5, "a name is missing"), ("> show", 1, "a name is missing"),
      ("A | a > show", 5, "\"a\" stands here twice"),
      ("A > show txt=1", 10, "unknown key \"txt\"; did you mean \"text\"?"),
      ("A > url year=1", 9, "url has no key year; its keys are address, text"), ("A > show text", 10, "there is no ="),
      ("A > show text=1 text=2", 17, "text stands here twice"), ("A > show text=\"a", 15, "a quote that is not closed"),
      ("A > show text=\"{1\"", 16, "a { that is not closed"), ("A > show text=\"[{1}\"", 16, "a [ that is not closed"),
      ("A > show text=\"{1}]\"", 19, "a ] without a ["), ("A > show text=\"1}\"", 17, "a } without a {"),
      ("A > show text=\"[[{1}]]\"", 17, "a [ inside of [ ]"), ("A > show text=\"[a]\"", 18, "nothing inside of [ ]"),
      ("A > show text=\"\\t\"", 16, "an unknown escape"),
      ("A > show text=\"{}\"", 17, "a name of an argument is missing"),
      ("A > show text=1,,2", 17, "a name of an argument is missing"), ("A > show text={1}", 15, "in quotes"),
      ("A > show text=\"1\"2", 18, "text right behind a quote"), ("@code place", 1, "did you mean \"@codes\"?"),
      ("@codes", 1, "@codes without what it needs"), ("\u{E4}\u{E4} > dat", 6, "unknown kind"),
      ("_ > show", 1, "is no name"), ("A* b > show", 2, "a * inside of a name"),
      ("Q | *a* > show", 5, "a * inside of a name"),
    ]
  )
  func `an error says where, what and what to do`(line: String, column: Int, words: String) throws {
    let pack = pack("# first\n\(line)\nB > hidden\n")
    let error = try #require(pack.errors.first)
    #expect(pack.errors.count == 1)
    #expect((error.file, error.line, error.column) == ("en.pack", 2, column))
    #expect(error.description.contains(words), "\(error)")
    #expect(!error.advice.isEmpty)
    // What is understood, is used.
    #expect(pack.entries.map(\.names) == [["B"]])
  }

  @Test func `all errors of a file are reported`() {
    let pack = pack("A\nB > nothing\n\nC > show text=\"\nD > hidden\n")
    #expect(pack.errors.map(\.line) == [1, 2, 4])
    #expect(pack.entries.count == 1)
  }

  @Test func `lines of one name stand one below the other`() {
    let apart = pack("A > show text=1\nB > hidden\na > show text=2\n")
    #expect(apart.errors.map(\.line) == [3])
    let together = pack("A | B > show text=1\nA > show text=2\nC | A > hidden\n")
    #expect(together.errors.isEmpty)
    #expect(pack("A > show text=1\nA* > hidden\n").errors.isEmpty)
  }

  @Test func `bytes that are no text are an error and no crash`() {
    let pack = TemplatePack(
      Array("A > hidden\n".utf8) + [0xFF, 0x41, 0x20, 0x3E, 0x0A] + Array("B > hidden".utf8),
      file: "x.pack"
    )
    #expect(pack.errors.map(\.problem) == ["the line is not in UTF-8"])
    #expect(pack.entries.count == 2)
  }

  @Test(
    arguments: [
      String(repeating: "A | ", count: 20_000), String(repeating: "[", count: 100_000),
      "A > show text=\"" + String(repeating: "{", count: 100_000),
      "A > show " + String(repeating: "text=1 ", count: 20_000),
      "A > show text=" + String(repeating: "1,", count: 50_000), String(repeating: ">", count: 100_000),
      String(repeating: "a", count: 100_000) + " > hidden",
      String(repeating: "A > hidden\nB > hidden\n", count: 10_000),
      "A > show text=\"" + String(repeating: "[{1}]", count: 20_000) + "\"",
    ]
  )
  func `hostile files end soon`(text: String) {
    let pack = pack(text)
    #expect(pack.errors.count + pack.entries.count <= 20_001)
    #expect(TemplatePacks([pack]).rules(of: "A").count <= 20_000)
  }
}
