import Testing
import WikitextNormalizer
import WikitextSyntax

@testable import WikitextValidator

@Suite struct InfoboxParameterTests {
  /// What a rule finds in a page, with a schema that lists all parameters of a template.
  private static func findings(
    of rule: any PageRule,
    in page: String,
    schema: String = InfoboxExamples.stream.text
  ) -> [Finding] {
    var rules = RuleSelection([])
    rules.insert(rule)
    let data = NormalizerData(folder: [("own.schema", Array(schema.utf8))])
    #expect(data.errors == [])
    var validator = Validator(rules: rules, data: data)
    return validator.validate(SyntaxTree(parsing: page))
  }

  private static func text(_ page: String, _ range: SourceRange) -> String {
    String(decoding: Array(page.utf8)[range.offsets], as: UTF8.self)
  }

  private static func fixed(_ page: String, _ findings: [Finding]) throws -> String {
    let edits = findings.compactMap(\.fix).flatMap(\.edits)
    return String(decoding: try SyntaxTree(parsing: page).applying(edits), as: UTF8.self)
  }

  // MARK: - Unknown

  @Test func `unknown parameters are found with their names, whatever the template's name is written like`() {
    for name in [
      "Infobox stream", "infobox_stream", "Template:Infobox stream", "Infobox <!-- of it -->stream",
      " Infobox stream\n",
    ] {
      let page = "{{\(name)|name=Isar| colour = green|5}}"
      let found = Self.findings(of: InfoboxUnknownParameter(), in: page)
      #expect(found.map { Self.text(page, $0.range) } == ["colour", "5"], "\(name)")
    }
  }

  @Test(arguments: [
    "{{Infobox stream|name=Isar|colour=}}", "{{Infobox stream|name=Isar|colour=<!-- none -->}}",
    "{{Infobox stream|name=Isar|{{{kind}}}=green}}", "{{Infobox stream|source_coordinates2={{coord|1|2}}}}",
    "{{Infobox brook|colour=green}}", "<nowiki>{{Infobox stream|colour=green}}</nowiki>",
    "<!-- {{Infobox stream|colour=green}} -->", "{{Infobox stream|name=a {{b|colour=green}}}}",
    "{{Infobox stream|colour=green|colour=}}",
  ])
  func `what may be meant, or is not shown anyway, is not unknown`(page: String) {
    #expect(Self.findings(of: InfoboxUnknownParameter(), in: page) == [])
  }

  @Test func `nothing is unknown to a schema that does not claim to be complete`() {
    let open = InfoboxExamples.stream.text.replacing("complete en\n", with: "")
    let page = "{{Infobox stream|name=Isar|colour=green}}"
    #expect(Self.findings(of: InfoboxUnknownParameter(), in: page, schema: open) == [])
    let german = InfoboxExamples.stream.text.replacing("complete en\n", with: "complete de\n")
    #expect(Self.findings(of: InfoboxUnknownParameter(), in: page, schema: german) == [])
  }

  // MARK: - Misspelt

  @Test(arguments: [
    ("lenght", "length"), ("lengh", "length"), ("Length", "length"), ("mouth coordinates", "mouth_coordinates"),
    ("mouth_cordinats", "mouth_coordinates"), ("NAME", "name"), ("nmae", "name"),
  ])
  func `a name that is like a known one is renamed`(wrong: String, right: String) throws {
    let page = "{{Infobox stream| \(wrong) = 295 km}}"
    let found = Self.findings(of: InfoboxMisspeltParameter(), in: page)
    #expect(found.map { Self.text(page, $0.range) } == [wrong])
    #expect(try Self.fixed(page, found) == "{{Infobox stream| \(right) = 295 km}}")
    #expect(Self.findings(of: InfoboxUnknownParameter(), in: page) == [])
  }

  @Test func `a name that is taken is not given again, and of two that are meant none`() {
    let taken = Self.findings(of: InfoboxMisspeltParameter(), in: "{{Infobox stream|length=1 km|lenght=2 km}}")
    #expect(taken.map { $0.fix == nil } == [true])
    let schema =
      "schema s\ncomplete en\ninfobox en Infobox stream\nfield a text\n  en > north\nfield b text\n  en > forth\n"
    let two = Self.findings(of: InfoboxMisspeltParameter(), in: "{{Infobox stream|worth=1}}", schema: schema)
    #expect(two.count == 1 && two[0].fix == nil)
    #expect(two.allSatisfy { $0.message.contains("\"north\" or \"forth\"") })
  }

  @Test(arguments: [
    // Short names, digits, endings, names of other schemas, and those that the box has already.
    "{{Infobox river|nam=Isar}}", "{{Infobox river|basin_size9x=1}}", "{{Infobox river|lengths=2}}",
    "{{Infobox river|birth_date=2}}", "{{Infobox river|length=1 km|lenght=2 km}}", "{{Infobox river|Length=2 km}}",
    "{{Infobox river|xength=2}}",
  ])
  func `without a complete schema only certain slips are found`(page: String) {
    #expect(Self.findings(of: InfoboxMisspeltParameter(), in: page) == [])
  }

  @Test func `slips are found with the schemas that come with the program`() throws {
    let page = "{{Infobox settlement|name=Lenggries|popultion_total=9800|elevaton_m=679}}"
    let found = Self.findings(of: InfoboxMisspeltParameter(), in: page)
    #expect(
      try Self.fixed(page, found) == "{{Infobox settlement|name=Lenggries|population_total=9800|elevation_m=679}}"
    )
  }

  // MARK: - Others

  @Test func `deprecated parameters are found by any of their names, where they have a value`() {
    let page = "{{Infobox stream|basin_state=Tyrol}} {{Infobox stream|basin_state=}}"
    let found = Self.findings(of: InfoboxDeprecatedParameter(), in: page)
    #expect(found.map { Self.text(page, $0.range) } == ["basin_state"])
  }

  @Test func `a required parameter is missing when it is empty, and not when names are made by templates`() {
    let missing = Self.findings(of: InfoboxMissingParameter(), in: "{{Infobox stream|name= |length=1 km}}")
    #expect(missing.map(\.range) == [SourceRange(start: 2, end: 16)])
    #expect(Self.findings(of: InfoboxMissingParameter(), in: "{{Infobox stream|name=Isar}}") == [])
    #expect(Self.findings(of: InfoboxMissingParameter(), in: "{{Infobox stream|{{{which}}}=Isar}}") == [])
  }

  @Test func `of two arguments of a name the first goes where nothing is lost`() throws {
    let page =
      "{{Infobox person\n| name = A\n| name = B\n| age = \n| age = 3\n| born = x\n| born = x\n| 1 = p | 1 = p | q | q }}"
    let found = Self.findings(of: InfoboxDuplicateParameter(), in: page)
    #expect(found.count == 5)
    #expect(
      try Self.fixed(page, found)
        == "{{Infobox person\n| name = A\n| name = B\n| age = 3\n| born = x\n| 1 = p | 1 = p | q | q }}"
    )
    #expect(found[0].message.contains("\"A\" is not shown"))
  }

  @Test func `arguments without a name that have one number are not deleted`() {
    let found = Self.findings(of: InfoboxDuplicateParameter(), in: "{{Infobox person|a|1=a}}")
    #expect(found.map { $0.fix == nil } == [true])
  }

  @Test func `empty parameters go, but not positional ones, those with comments, and those that empty another one`()
    throws
  {
    let page = "{{Infobox river\n| name = Isar\n| length =\n| mouth = <!-- ? -->\n| width = 5\n| width =\n|}}"
    let found = Self.findings(of: InfoboxEmptyParameter(), in: page)
    #expect(
      try Self.fixed(page, found) == "{{Infobox river\n| name = Isar\n| mouth = <!-- ? -->\n| width = 5\n| width =\n|}}"
    )
    #expect(!RuleSelection.standard.contains("infobox-empty-parameter"))
  }

  // MARK: - Distances

  @Test(
    arguments: [
      ("length", "lenght", 1), ("length", "lengths", 1), ("abc", "ca", nil), ("", "ab", 2), ("abcd", "badc", 2),
      ("kitten", "sitting", nil), ("größe", "grösse", 2),
    ] as [(String, String, Int?)]
  )
  func `distances count letters and swaps`(left: String, right: String, distance: Int?) {
    #expect(EditDistance.distance(EditDistance.folded(left), EditDistance.folded(right), most: 2) == distance)
  }
}
