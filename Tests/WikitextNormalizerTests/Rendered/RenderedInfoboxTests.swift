import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

struct RenderedInfoboxTests {
  private typealias Row = RenderedPage.Row

  private func infobox(
    _ rows: Row...,
    named name: String = "",
    in configuration: SiteConfiguration = .standard
  ) -> TypedInfobox {
    var page = RenderedPage(configuration: configuration)
    page.addInfobox(name, rows)
    var normalizer = Normalizer(configuration: configuration)
    return normalizer.normalize(page.finish()).infoboxes[0]
  }

  @Test func `The schema is that of the template, where the page tells it`() {
    let box = infobox(Row("Running time", "106 minutes"), named: "Infobox film")
    #expect(box.schema?.name == "film")
    #expect(box.fields[0].schemaField?.kind == .duration)
    #expect(box.fields[0].values.map { $0.content.kindName.description } == ["duration"])
  }

  @Test func `Without a template the labels tell the schema`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("Box office", "$30 million")
    )
    #expect(box.schema?.name == "film")
    #expect(box.fields.map(\.label) == ["Directed by", "Running time", "Box office"])
    #expect(box.fields[2].values.map { $0.content.kindName.description } == ["money"])
  }

  @Test func `The labels are those of the page's language`() throws {
    let german = try #require(SiteConfiguration(wiki: "dewiki"))
    let box = infobox(
      Row("Regie", "Jane Doe"),
      Row("Produktionsland", "Schweiz"),
      Row("Originalsprache", "Deutsch"),
      in: german
    )
    #expect(box.fields.allSatisfy { $0.schemaField != nil })
  }

  @Test func `One known label tells nothing`() {
    #expect(infobox(Row("Directed by", "Jane Doe"), Row("Colour of the hat", "red")).schema == nil)
  }

  @Test func `A row's parameter goes before its label`() {
    let row = Row("Genre", "106 minutes", attributes: [("parameter", "runtime")])
    let box = infobox(row, named: "Infobox film")
    #expect(box.fields[0].values.map { $0.content.kindName.description } == ["duration"])
  }

  @Test func `Dates lose what programs and today's date added`() {
    let box = infobox(
      Row("Born", "July 17, 1954 (1954-07-17) (age 71)"),
      Row("Release date", "September 7, 2018 (2018-09-07) (United States)")
    )
    #expect(box.fields[0].values.map(\.qualifiers) == [[]])
    #expect(box.fields[1].values.map(\.qualifiers) == [["United States"]])
  }

  // MARK: Rows that lost their labels

  private let lost = [(name: "role", value: "data"), (name: "lost", value: "label")]

  @Test func `Countries and languages alone tell their fields`() throws {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("", "United States", "China", "Canada", attributes: lost),
      Row("", "English", "Mandarin", attributes: lost)
    )
    #expect(box.fields[2].inferred?.label == "Country")
    #expect(box.fields[3].inferred?.label == "Language")
    #expect(try #require(box.fields[3].inferred).confidence > 0.9)
    #expect(box.fields[2].schemaField == nil)
  }

  @Test func `A row that lost the labels of several fields is several fields`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("", "United States", "China", "English", "Mandarin", attributes: lost)
    )
    #expect(box.fields.map { $0.inferred?.label } == [nil, nil, "Country", "Language"])
    #expect(box.fields.map(\.part) == [nil, nil, 0..<2, 2..<4])
    #expect(box.fields[3].values.map(\.content) == [.text("English"), .text("Mandarin")])
  }

  @Test func `A field that another row is already is not inferred`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Country", "France"),
      Row("", "United States", "China", attributes: lost)
    )
    #expect(box.fields[2].inferred == nil)
  }

  @Test func `What is not all countries may be anything`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("", "United States", "Jane Roe", attributes: lost)
    )
    #expect(box.fields[2].inferred == nil)
  }

  @Test func `Pictures and lines below the title are no fields without label`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("", "China", attributes: [("role", "image")])
    )
    #expect(box.fields[2].inferred == nil)
  }

  // MARK: Groups and units

  @Test func `A label is that of its group`() {
    let box = infobox(
      Row("Country", "Austria"),
      Row("Total", "12.5 km2", attributes: [("group", "Area")]),
      Row("Total", "1,234", attributes: [("group", "Population (2021)")]),
      named: "Infobox settlement"
    )
    #expect(box.fields.map { $0.schemaField?.name } == ["country", "area-total", "population"])
    #expect(box.fields[2].values.map { $0.content.kindName.description } == ["number"])
  }

  @Test func `A bare number has no unit that the page does not state`() {
    let box = infobox(Row("Length", "147"), Row("Length (mi)", "91"), named: "Infobox river")
    #expect(box.fields[0].values.map { $0.content.kindName.description } == ["number"])
    #expect(box.fields[1].values.map { $0.content.kindName.description } == ["quantity"])
  }

  @Test func `A part of a row without a label is no number of its own`() {
    let box = infobox(
      Row("Directed by", "Jane Doe"),
      Row("Running time", "106 minutes"),
      Row("", "Openedon May 4, 1971", attributes: lost)
    )
    #expect(box.fields[2].values.map(\.content) == [.text("Openedon May 4, 1971")])
  }

  @Test func `A place in several notations is one`() {
    let box = infobox(Row("Coordinates", "48°12′30″N 9°41′15″E / 48.20833°N 9.68750°E / 48.20833; 9.68750"))
    #expect(box.fields[0].values.map { $0.content.kindName.description } == ["coordinates"])
    #expect(box.fields[0].values.map(\.qualifiers) == [[]])
  }
}
