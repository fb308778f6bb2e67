import Testing
import WikitextSyntax

@testable import WikitextDocument

/// Categories, language links, redirects, switches, coordinates, images.
@Suite struct PageSetTests {
  @Test func `Categories keep their sort keys and stand in no text`() {
    let document = assertDocument("a [[Category:Rivers|Isar]]\n[[category:of_Bavaria]]\n[[:Category:Shown]]")
    #expect(document.categories.map(\.name) == ["Rivers", "of Bavaria"])
    #expect(document.categories.map(\.sortKey) == ["Isar", nil])
    #expect(document.root.plainText == "a Category:Shown")
  }

  @Test func `The namespace of a category has the wiki's own name`() throws {
    let german = try #require(SiteConfiguration(wiki: "dewiki"))
    #expect(assertDocument("[[Kategorie:Fluss]]", configuration: german).categories.map(\.name) == ["Fluss"])
    #expect(assertDocument("[[Kategorie:Fluss]]").categories.isEmpty)
  }

  @Test func `Language links are told from links to other wikis`() {
    let document = assertDocument("[[de:Isar]] [[wikt:river]] [[:fr:Isar]]")
    #expect(document.languageLinks.map(\.language) == ["de"])
    #expect(document.languageLinks.map(\.title) == ["Isar"])
    let links = document.root.descendants.filter { $0.kind == .link }
    #expect(links.map(\.target) == ["wikt:river", "fr:Isar"])
    #expect(links.map { $0.flags.contains(.interwiki) } == [true, true])
  }

  @Test func `A redirect names its target in any language`() throws {
    #expect(assertDocument("#REDIRECT [[Isar_river#Source]]").redirect == "Isar river#Source")
    let german = try #require(SiteConfiguration(wiki: "dewiki"))
    #expect(assertDocument("#WEITERLEITUNG [[Isar]]", configuration: german).redirect == "Isar")
    #expect(assertDocument("a #REDIRECT [[Isar]]").redirect == nil)
  }

  @Test func `Behaviour switches have MediaWiki's own names`() {
    #expect(assertDocument("__NOTOC__ a __NOEDITSECTION__").behaviorSwitches.map(\.name) == ["notoc", "noeditsection"])
  }

  @Test(arguments: [
    ("{{coord|48|8|15|N|11|34|30|E|display=title}}", 48.1375, 11.575, true),
    ("{{Coord|33|52|S|151|13|E}}", -33.866_666_666_666_67, 151.216_666_666_666_67, false),
    ("{{coord|43.65|-79.38}}", 43.65, -79.38, false),
    ("{{Coordinate|NS=51/23/19/N|EW=7/0/0/W|type=city}}", 51.388_611_111_111_11, -7.0, false),
  ])
  func `Coordinates are read in all their forms`(
    _ text: String,
    _ latitude: Double,
    _ longitude: Double,
    _ isOfSubject: Bool
  ) throws {
    let coordinates = try #require(assertDocument(text).coordinates.first)
    #expect(abs(coordinates.latitude - latitude) < 1e-9)
    #expect(abs(coordinates.longitude - longitude) < 1e-9)
    #expect(coordinates.isOfSubject == isOfSubject)
    #expect(coordinates.range == SourceRange(start: 0, end: text.utf8.count))
  }

  @Test(arguments: ["{{coord|91|0|N|0|0|E}}", "{{coord|a|b}}", "{{coord}}", "{{coord|12|61|N|0|0|E}}"])
  func `Impossible coordinates are none`(_ text: String) {
    #expect(assertDocument(text).coordinates.isEmpty)
  }

  @Test func `An image's options are attributes and its caption is its content`() throws {
    let image = try #require(
      assertDocument("[[File:Isar.jpg|thumb|200px|alt=A river|The [[Isar]] at {{x}}]]").root.descendants.first {
        $0.kind == .image
      }
    )
    #expect(image.target == "Isar.jpg")
    #expect(image.attribute("alt") == "A river")
    #expect(image.attribute("thumbnail") == "")
    #expect(image.attribute("width") == "200")
    #expect(image.plainText == "The Isar at")
  }

  @Test func `A gallery holds images`() {
    let document = assertDocument("<gallery mode=packed>\nFile:A.jpg|One [[b]]\nC.png\n\n</gallery>")
    let images = document.root.descendants.filter { $0.kind == .image }
    #expect(images.map(\.target) == ["A.jpg", "C.png"])
    #expect(images.map(\.plainText) == ["One b", ""])
  }
}
