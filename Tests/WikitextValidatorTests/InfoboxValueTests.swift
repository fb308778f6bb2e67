import Testing
import WikitextNormalizer
import WikitextSyntax

@testable import WikitextValidator

@Suite struct InfoboxValueTests {
  /// The words of the page that a rule finds.
  private static func found(_ rule: any PageRule, _ page: String, wiki: String? = nil) -> [String] {
    var rules = RuleSelection([])
    rules.insert(rule)
    var validator = Validator(rules: rules)
    let configuration = wiki.flatMap { SiteConfiguration(wiki: $0) } ?? .standard
    let findings = validator.validate(SyntaxTree(parsing: Array(page.utf8), configuration: configuration))
    return findings.map { String(decoding: Array(page.utf8)[$0.range.offsets], as: UTF8.self) }
  }

  private static func person(_ fields: String) -> String { "{{Infobox person|name=Anna Wiener|\(fields)}}" }

  // MARK: - Dates

  @Test(arguments: [
    "31 February 1980", "31 April 1980", "February 30, 1980", "1980-13-05", "1980-02-30", "31.04.1980", "4/31/1980",
    "29 February 1981", "[[31 February]] [[1980]]", "31st of April, 1980", "32 May 1980", "{{birth date|1980|2|31}}",
    "{{birth date|1980|13|5}}", "{{birth date and age|1980|April|31}}",
  ])
  func `days that there are not are found`(date: String) {
    #expect(Self.found(InfoboxImpossibleDate(), Self.person("birth_date=\(date)")) == [date])
  }

  @Test(arguments: [
    "29 February 1980", "29 February 1900", "1980-05-13", "13/05/1980", "05/13/1980", "12.12.1980", "c. 1980", "1980",
    "May 1980", "{{birth date|1980|5|13}}", "{{birth date|1980}}", "unknown", "1980 May 31", "31 March 44 BC",
    "30 Shevat 5740", "1980-1981", "1980–81", "{{birth date|1980|0|0}}", "1 January 1980 – 31 March 1981", "",
    "Room 31, May 5",
  ])
  func `days that there are, or may be, are not`(date: String) {
    #expect(Self.found(InfoboxImpossibleDate(), Self.person("birth_date=\(date)")) == [])
  }

  @Test func `names of months are those of the wiki's language`() {
    let page =
      "{{Infobox Film|EJ=31. April 1980}}{{Infobox Person|geburtsdatum=31. Feber 1980}}{{Personendaten|GEBURTSDATUM=31. Juni 1980}}"
    #expect(Self.found(InfoboxImpossibleDate(), page, wiki: "dewiki").contains("31. Juni 1980"))
  }

  @Test(arguments: [
    ("birth_date=5 May 1912|death_date=3 March 1894", true), ("birth_date=1912|death_date=1894", true),
    ("birth_date=5 May 1912|death_date=4 May 1912", true), ("birth_date=1912|death_date=3 March 1912", false),
    ("birth_date={{birth date|1912|5|5}}|death_date={{death date and age|1894|3|3|1912|5|5}}", true),
    ("birth_date=c. 1912|death_date=1894", false), ("birth_date=1912|death_date=", false),
    ("birth_date=44 BC|death_date=14 AD", false), ("birth_date=14 AD|death_date=44 BC", true),
    ("birth_date=1912|death_date=1950|death_date=1894", true), ("birth_date=20th century|death_date=1950", false),
    ("birth_date=5 May 1912|death_date=5 May 1912", false),
  ])
  func `deaths before births`(fields: String, isFound: Bool) {
    #expect(Self.found(InfoboxDeathBeforeBirth(), Self.person(fields)).isEmpty != isFound)
  }

  @Test(
    arguments: [
      ("{{Infobox person|name=A|years_active=1990–1985}}", ["1990–1985"]),
      ("{{Infobox person|name=A|years_active=1985–1990}}", []),
      ("{{Infobox person|name=A|years_active=1990–95}}", []),
      ("{{Infobox person|name=A|years_active=5 May 1990 – 3 April 1980}}", ["5 May 1990 – 3 April 1980"]),
      ("{{Infobox person|name=A|years_active=384–322 BC}}", []),
      ("{{Infobox person|name=A|years_active=1990–present}}", []),
      ("{{Infobox company|name=A|founded=1920|defunct=1912}}", ["1912"]),
      ("{{Infobox company|name=A|founded=1920|defunct=1920}}", []),
      (
        "{{Infobox officeholder|name=A|term_start1=5 May 1990|term_end1=4 May 1990|term_start2=1980|term_end2=1989}}",
        ["4 May 1990"]
      ),
      ("{{Infobox officeholder|name=A|term_start1=1990|term_end2=1980}}", []),
    ] as [(String, [String])]
  )
  func `spans that end before they begin`(page: String, expected: [String]) {
    #expect(Self.found(InfoboxEndBeforeStart(), page) == expected)
  }

  // MARK: - Places

  @Test(arguments: [
    ("{{coord|95|N|11|E}}", true), ("{{coord|48|61|N|11|30|E}}", true), ("{{coord|48|30|60|N|11|30|0|E}}", true),
    ("{{coord|48.5|190}}", true), ("{{coord|-91|10}}", true), ("{{coord|48|N|190|W|type:city}}", true),
    ("{{coord|48|30|N|11|30|E|display=title}}", false), ("{{coord|48.5|11.5}}", false), ("{{coord|48.5|-180}}", false),
    ("{{coord|12|N|220|E|globe:mars}}", false), ("{{coord|12|N|420|E|globe:mars}}", true), ("{{coord}}", false),
    ("{{coord|{{{lat}}}|{{{lon}}}}}", false), ("{{coord|1|2|3}}", false), ("{{convert|95|N|11|E}}", false),
  ])
  func `coordinates off the globe are found on all of the page`(call: String, isFound: Bool) {
    #expect(Self.found(InfoboxCoordinatesOutOfRange(), "Text \(call).") == (isFound ? [call] : []))
  }

  @Test func `a latitude alone is looked at`() {
    #expect(Self.found(InfoboxCoordinatesOutOfRange(), "{{Infobox settlement|name=A|latd=95|longd=11}}") == ["95"])
    #expect(Self.found(InfoboxCoordinatesOutOfRange(), "{{Infobox settlement|name=A|latd=48|longd=111}}") == [])
  }

  // MARK: - Quantities and kinds

  @Test(
    arguments: [
      ("{{Infobox river|name=A|length=295 kg}}", ["295 kg"]), ("{{Infobox river|name=A|length=295 km}}", []),
      ("{{Infobox river|name=A|length={{convert|183|mi|km}}}}", []), ("{{Infobox river|name=A|length=295}}", []),
      ("{{Infobox river|name=A|discharge1_avg=64 m3/s}}", []), ("{{Infobox person|name=A|height=12 kg}}", ["12 kg"]),
      ("{{Infobox settlement|name=A|area_total_km2=12 ha}}", []),
    ] as [(String, [String])]
  )
  func `units of other dimensions`(page: String, expected: [String]) {
    #expect(Self.found(InfoboxWrongDimension(), page) == expected)
  }

  @Test(
    arguments: [
      ("{{Infobox settlement|name=A|population_total=-5}}", ["-5"]),
      ("{{Infobox settlement|name=A|population_total=5}}", []),
      ("{{Infobox settlement|name=A|elevation_m=-5}}", []), ("{{Infobox person|name=A|height=18 m}}", ["18 m"]),
      ("{{Infobox person|name=A|height=1.8 m}}", []), ("{{Infobox building|name=A|height=18 m}}", []),
      ("{{Infobox country|common_name=A|percent_water=108}}", ["108"]),
      ("{{Infobox country|common_name=A|percent_water=8}}", []),
    ] as [(String, [String])]
  )
  func `figures that cannot be`(page: String, expected: [String]) {
    #expect(Self.found(InfoboxNegativeOrAbsurd(), page) == expected)
  }

  @Test(
    arguments: [
      ("birth_date=[[Salzburg]]", ["[[Salzburg]]"]), ("birth_date=Salzburg", ["Salzburg"]), ("birth_date=unknown", []),
      ("birth_date=1912", []), ("birth_date={{salzburg}}", []), ("birth_date=20th century", []), ("birth_date=?", []),
      ("birth_place=5 May 1912", ["5 May 1912"]), ("birth_place=Salzburg", []), ("website=abc", ["abc"]),
      ("website=example.org", []), ("website={{URL|example.org}}", []), ("website=none", []),
      ("birth_date=https://example.org", ["https://example.org"]), ("alma_mater=2", []),
    ] as [(String, [String])]
  )
  func `values of other kinds`(field: String, expected: [String]) {
    #expect(Self.found(InfoboxWrongKind(), Self.person(field)) == expected)
  }

  @Test(arguments: [
    ("image=https://example.org/isar.jpg", true), ("image=Isar at Lenggries", true), ("image=Isar.jpg", false),
    ("image=[[File:Isar.jpg|200px]]", false), ("image={{multiple image|a=b}}", false), ("image=", false),
    ("image=none", false),
  ])
  func `pictures that are no files`(field: String, isFound: Bool) {
    #expect(Self.found(InfoboxImageNotAFile(), Self.person(field)).isEmpty != isFound)
  }

  @Test func `bytes that are no text do no harm`() {
    let junk: [UInt8] =
      Array("{{Infobox person|birth_date=".utf8) + [0xFF, 0xC3, 0x28] + Array("|na".utf8) + [0xFE]
      + Array("me=1|death_date=31 February}}{{coord|".utf8) + [0x80] + Array("|N}}".utf8)
    var validator = Validator()
    for end in 0...junk.count { _ = validator.validate(SyntaxTree(parsing: Array(junk[..<end]))) }
  }
}
