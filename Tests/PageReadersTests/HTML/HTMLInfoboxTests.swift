import Testing

@testable import WikitextDocument

@Suite struct HTMLInfoboxTests {
  /// A row as the tests write it: the group, the label, the role, and the items.
  private func rows(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    let document = assertHTML(html, sourceLocation: sourceLocation)
    return document.infoboxes.flatMap(\.fields).map { field in
      let head = ["group", "role"].compactMap { field.node.attribute($0) }
      return (head + [field.name] + field.items.map(\.text)).joined(separator: "|")
    }
  }

  @Test func `Rows with labels are fields`() {
    let html = """
      <table class="infobox"><caption>Isar</caption><tbody><tr><th>Length:</th><td>295 km<sup class="reference"><a
      href="#cite_note-1">[1]</a></sup></td></tr><tr><th>• Cities</th><td><ul><li>Munich</li><li>Landshut</li></ul></td>
      </tr><tr><th>Mouth</th><td>Danube<br>near <div>Deggendorf</div></td></tr></table>
      """
    #expect(rows(html) == ["Length|295 km", "Cities|Munich|Landshut", "Mouth|Danube|near|Deggendorf"])
    let document = assertHTML(html)
    #expect(document.infoboxes.map { $0.node.attribute("caption") } == ["Isar"])
    #expect(document.infoboxes.map(\.evidence) == [.table])
    #expect(document.references.count == 1)
  }

  @Test func `Headings group the rows below them`() {
    let html = """
      <table class="infobox"><tr><th colspan=2 class="infobox-above">Isar<br><small>river</small></th></tr>
      <tr><td colspan=2><img src="/a/A.jpg"><div>Near Munich</div></td></tr>
      <tr><th colspan=2>Basin</th></tr><tr><th>Size</th><td>9000</td></tr><tr><td>one</td><td>two</td></tr>
      <tr><td colspan=2 class="infobox-below">Source</td></tr></table>
      """
    #expect(
      rows(html) == [
        "subtitle||river", "image|||Near Munich", "Basin|Size|9000", "Basin|columns||one|two", "Basin|below||Source",
      ]
    )
  }

  @Test func `A run of merged rows has the label of its first one as group`() {
    let html = """
      <table class="infobox"><tr class="mergedtoprow"><th colspan=2>Area</th></tr><tr class="mergedrow"><th>• Land</th>
      <td>5</td></tr><tr class="mergedtoprow"><th>Time zone</th><td>UTC</td></tr><tr class="mergedrow"><th>Summer</th><td>
      +1</td></tr><tr class="mergedtoprow"><th>Code</th><td>9</td></tr></table>
      """
    #expect(rows(html) == ["Area|Land|5", "Time zone|UTC", "Time zone|Summer|+1", "Code|9"])
  }

  @Test func `A heading without rows is kept as a row`() {
    let html =
      "<table class=infobox><tr><th>T</th></tr><tr><th>A</th></tr><tr><th>B</th></tr><tr><th>c</th><td>d</td></tr></table>"
    #expect(rows(html) == ["data||A", "B|c|d"])
  }

  @Test func `Boxes inside a box are read into it`() {
    let html = """
      <table class="infobox"><tr><th>a</th><td>1</td></tr><tr><td colspan=2><table class="infobox"><tr><th>b</th>
      <td>2</td></tr></table></td></tr></table>
      """
    #expect(rows(html) == ["a|1", "b|2"])
    #expect(assertHTML(html).infoboxes.count == 1)
  }

  @Test func `Boxes made of divisions have rows as well`() {
    let html = """
      <div class="infobox_v3"><div class="entete"><div>Isar</div></div><div class="images"><img src="a.jpg"></div>
      <table><caption>Cours</caption><tr><th scope="row">Longueur</th><td><div>295 km</div></td></tr></table></div>
      """
    #expect(rows(html) == ["image||", "Cours|Longueur|295 km"])
    #expect(assertHTML(html).infoboxes[0].node.attribute("caption") == "Isar")
  }

  @Test func `The first line of a title is the caption`() {
    let html = """
      <table class="infobox_v2 infobox"><tr><td colspan=2><div class="entete"><div> Isar<br><small>river</small></div>
      <div><img src="i.png"></div></div></td></tr><tr><th>a</th><td>b</td></tr></table>
      """
    #expect(rows(html) == ["subtitle||river", "a|b"])
    #expect(assertHTML(html).infoboxes[0].node.attribute("caption") == "Isar")
  }

  @Test func `A table that floats at the top and holds pairs is an infobox`() {
    let rows = "<tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr><tr><th>c</th><td>3</td></tr>"
    #expect(assertHTML("<table style='float:right'>\(rows)</table>").infoboxes.count == 1)
    #expect(assertHTML("<table align=right>\(rows)</table>").infoboxes.count == 1)
    #expect(assertHTML("<table class=wikitable style='float:right'>\(rows)</table>").infoboxes.isEmpty)
    #expect(assertHTML("<table>\(rows)</table>").infoboxes.isEmpty)
    #expect(assertHTML("<h2>H</h2><table align=right>\(rows)</table>").infoboxes.isEmpty)
  }

  @Test func `Where no row has a header the first of two cells is the label`() {
    #expect(rows("<table class=infobox><tr><td>Land</td><td>DE</td></tr></table>") == ["Land|DE"])
  }

  @Test func `The template that made a box is its name`() {
    let html = """
      <style about="#mwt1" typeof="mw:Extension/templatestyles mw:Transclusion" data-mw='{"parts":[{"template":{"target":
      {"wt":"Infobox river\\n","href":"./Template:Infobox_river"},"params":{"length":{"wt":"{{convert|295|km}}"},"mouth":
      {"wt":"[[Danube]]"}},"i":0}}]}'>x{}</style><table class="infobox" about="#mwt1"><tr><th>Mouth</th><td>
      <a href="./Danube">Danube</a></td></tr></table>
      """
    let document = assertHTML(html)
    #expect(document.infoboxes.map(\.name) == ["Infobox river"])
    #expect(document.extras.otherTransclusions.isEmpty)
    #expect(document.infoboxes[0].fields.map { $0.node.attribute("parameter") } == ["mouth"])
  }

  @Test func `An infobox without rows is no infobox`() {
    let document = assertHTML("<table class=infobox><tr><td></td></tr></table><p>a</p>")
    #expect(document.infoboxes.isEmpty)
  }

  @Test func `Marks of labels and headings are kept`() {
    let mark = "<sup class=reference><a href='#cite_note-%'>[%]</a></sup>"
    let html = """
      <table class=infobox><caption>T\(mark.replacing("%", with: "1"))</caption><tr><th colspan=2>G\(mark.replacing("%", with: "2"))
      </th></tr><tr><th>a\(mark.replacing("%", with: "3"))</th><td>b</td></tr></table>
      """
    #expect(assertHTML(html).references.map(\.uses.count) == [1, 1, 1])
    #expect(rows(html) == ["G|a|b"])
  }

  @Test func `Two labels with their values in a row are two rows`() {
    let html = """
      <table class="infobox"><tr><th>Mayor</th><td>Jane Roe</td><th>Area code</th><td>07123</td></tr>
      <tr><th>Twin</th><td>a</td><td>b</td></tr></table>
      """
    #expect(rows(html) == ["Mayor|Jane Roe", "Area code|07123", "Twin|a|b"])
  }

  @Test func `Links to where values are edited are no values`() {
    let link = "<a href='https://www.wikidata.org/wiki/Q1'>edit on Wikidata</a>"
    let html = """
      <table class="infobox"><tr><th>Length</th><td>295 km [\(link)]</td></tr><tr><th>Item</th><td><a
      href="https://www.wikidata.org/wiki/Q64">Q64</a></td></tr><tr><td colspan=2>[\(link)]</td></tr></table>
      """
    #expect(rows(html) == ["Length|295 km", "Item|Q64"])
    #expect(assertHTML(html).furniture(.editLink) == [link])
  }
}
