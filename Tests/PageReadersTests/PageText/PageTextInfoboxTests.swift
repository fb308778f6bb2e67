import Testing
@testable import WikitextDocument

/// Infoboxes of page texts.
struct PageTextInfoboxTests {
  @Test func `Labels are glued to their values, or stand above them`() {
    let document = assertPage(
      "Green River\nGreen River.jpg\nThe river in May\nDirected by\n  • Ana Soto\n  • Luis Rojas\nStory byPedro Díaz\nBased on1999\n"
        + "by Pedro Díaz\nDistributed by\nRelease date\n  • May 3, 2004 (2004-05-03) (Chile)\nRunning time\n90 minutes\n\n\(lead)\n"
    )
    #expect(
      document.rows == [
        ": The river in May", "Directed by: Ana Soto | Luis Rojas", "Story by: Pedro Díaz",
        "Based on: 1999 by Pedro Díaz",
        "Distributed by:  (lost value)", "Release date: May 3, 2004 (Chile)", "Running time: 90 minutes",
      ]
    )
    let infobox = document.infoboxes.first
    #expect(infobox?.evidence == .lines)
    #expect(infobox?.node.attribute("caption") == "Green River")
    #expect(infobox?.fields.first?.node.attribute("role") == "image")
    #expect(document.nodes(.image).map(\.target) == ["Green River.jpg"])
    #expect(document.furniture.map(\.kind) == [.hidden])
  }

  @Test func `Values whose labels are lost are rows without one`() {
    let document = assertPage(
      "Green River\nStory byPedro Díaz\nRunning time\n90 minutes\n  • Chile\n  • Peru\n\n\(lead)\n"
    )
    #expect(document.rows == ["Story by: Pedro Díaz", "Running time: 90 minutes", ": Chile | Peru (lost label)"])
  }

  @Test func `Values that name other things are another row`() {
    let document = assertPage(
      "Green River\nStory byPedro Díaz\nRunning time\n90 minutes\n  • Chile\n  • Peru\n  • Spanish\n  • Quechua\n\n\(lead)\n"
    )
    #expect(document.rows.suffix(2) == [": Chile | Peru (lost label)", ": Spanish | Quechua (lost label)"])
  }

  @Test func `Tabs part labels and values`() {
    let document = assertPage(
      "Green River\nStory by\t\tPedro Díaz\nMouth\t\tSea[2]\nat Lota\nRunning time\t\t90 minutes\nOther matters\nColour\t\tGreen\t\tBlue\n\n\(lead)\n"
    )
    #expect(
      document.rows == [
        "Story by: Pedro Díaz", "Mouth: Sea | at Lota", "Running time: 90 minutes",
        "Other matters > Colour: Green | Blue",
      ]
    )
  }

  @Test func `A value behind tabs belongs to the line above it`() {
    let document = assertPage(
      "Green River\nStory by\t\tPedro Díaz\nSource\nand lake\n\t\tLaguna\n\t\tChile\n\n\(lead)\n"
    )
    #expect(document.rows == ["Story by: Pedro Díaz", "Source and lake: Laguna", ": Chile (lost label)"])
  }

  @Test func `A space parts labels and values where most rows have one`() {
    let document = assertPage("Green River\nCountry Chile\nSource Laguna Verde\nLength 30 km\nMouth Lota\n\n\(lead)\n")
    #expect(document.rows == ["Country: Chile", "Source: Laguna Verde", "Length: 30 km", "Mouth: Lota"])
  }

  @Test func `Labels that no schema has are told by their shape`() {
    let document = assertPage(
      "Green River\nStory byPedro Díaz\nMain sponsorBank of Lota\nRunning time90 minutes\n\n\(lead)\n"
    )
    #expect(document.rows == ["Story by: Pedro Díaz", "Main sponsor: Bank of Lota", "Running time: 90 minutes"])
  }

  @Test func `A capital in a name is no label`() {
    let document = assertPage("Green River\nStory byPedro Díaz\nAna McAllister\nRunning time90 minutes\n\n\(lead)\n")
    #expect(document.rows == ["Story by: Pedro Díaz | Ana McAllister", "Running time: 90 minutes"])
  }

  @Test func `Known lines head the rows below them`() {
    let document = assertPage(
      "Green River\nPersonal information\nStory byPedro Díaz\nCareer information\nRunning time90 minutes\n\n\(lead)\n"
    )
    #expect(
      document.rows == ["Personal information > Story by: Pedro Díaz", "Career information > Running time: 90 minutes"]
    )
  }

  @Test func `Offices head the years in which they were held`() {
    let document = assertPage(
      "Ana Soto\nCountryChile\nMayor of Lota\nIn office\n3 May 1990 – 2 May 1994\nMouthLota\nFounded1880\n\n\(lead)\n"
    )
    #expect(
      document.rows.suffix(3) == [
        "Mayor of Lota > : In office | 3 May 1990 – 2 May 1994", "Mayor of Lota > Mouth: Lota",
        "Mayor of Lota > Founded: 1880",
      ]
    )
  }

  @Test func `Years of careers are labels`() {
    let document = assertPage(
      "Ana Soto\nCountry Chile\nSource Lota\n2001–2004 Deportes Lota 33 (4)\n2005– Sur 7 (0)\n\n\(lead)\n"
    )
    #expect(document.rows.suffix(2) == ["2001–2004: Deportes Lota | 33 | (4)", "2005–: Sur | 7 | (0)"])
  }

  @Test func `What pictures stand for is hidden`() {
    let document = assertPage(
      "Green River\nFoundedIncrease 30 million\nCountryChile Chile\nWebsiteFlag of Peru.svg Peru\nMouthLota Edit this on Wikidata\n\n\(lead)\n"
    )
    #expect(document.rows == ["Founded: 30 million", "Country: Chile", "Website: Peru", "Mouth: Lota"])
    #expect(document.furniture.map(\.kind) == [.hidden, .hidden, .hidden, .editLink])
  }

  @Test func `A label may stand on two lines`() {
    let document = assertPage("Green River\nStory byPedro Díaz\nDriving\nsideright\nMouthLota\n\n\(lead)\n")
    #expect(document.rows == ["Story by: Pedro Díaz", "Driving side: right", "Mouth: Lota"])
  }

  @Test func `A year in brackets goes on with the label above it`() {
    let document = assertPage(
      "Green River\nStory byPedro Díaz\nFounded\n(2009)[4]\n  • 30 in Lota\nMouthLota\n\n\(lead)\n"
    )
    #expect(document.rows == ["Story by: Pedro Díaz", "Founded (2009): 30 in Lota", "Mouth: Lota"])
  }

  @Test func `A day below a value is a row whose label is lost`() {
    let document = assertPage("Green River\nStory byPedro Díaz\nMouthLota\n28 May 1918\nCountryChile\n\n\(lead)\n")
    #expect(document.rows == ["Story by: Pedro Díaz", "Mouth: Lota", ": 28 May 1918 (lost label)", "Country: Chile"])
  }

  @Test func `Years of reigns are labels`() {
    let document = assertPage(
      "Lota\nMouthLota\nCountryChile\n1299–1323 (first)\nOsman\n1918–1922 (last)\nMehmed\n\n\(lead)\n"
    )
    #expect(document.rows.suffix(2) == ["1299–1323 (first): Osman", "1918–1922 (last): Mehmed"])
  }

  @Test func `Columns side by side have no labels`() {
    let document = assertPage("Battle of Lota\nCountry\t\tChile\nMouth\t\tLota\nStrength\nChile\t\tPeru\n\n\(lead)\n")
    #expect(document.rows == ["Country: Chile", "Mouth: Lota", "Strength > : Chile | Peru"])
    #expect(document.infoboxes.first?.fields.last?.node.attribute("role") == "columns")
  }

  @Test func `Remarks at the foot of a box are no value`() {
    let document = assertPage(
      "Ana Soto\nCountryChile\nMouthLota\n*Matches in the league, as of 3 May 2004 (UTC)\n\n\(lead)\n"
    )
    #expect(document.rows == ["Country: Chile", "Mouth: Lota", ": *Matches in the league, as of 3 May 2004 (UTC)"])
  }

  @Test func `A row that says what it is has no label`() {
    let document = assertPage("Chile\nMotto: By reason or by force\nMouthLota\nFounded1880\n\n\(lead)\n")
    #expect(document.rows == [": Motto: By reason or by force", "Mouth: Lota", "Founded: 1880"])
  }

  @Test func `A word that begins as a label does is no label`() {
    let document = assertPage("Ana Soto\nCountryChile\nMouthLota\nDriving sides of Lota\n\n\(lead)\n")
    #expect(document.rows.map { $0.prefix(6) } == ["Countr", "Mouth:"])
  }

  @Test func `Lines above a lead without labels are captions`() {
    let document = assertPage("The bridge at Lota\nThe mouth\n\n\(lead)\n")
    #expect(document.infoboxes.isEmpty)
    #expect(document.nodes(.image).count == 2)
  }

  @Test func `The text that stands for a picture above an infobox is not the lead`() {
    let document = assertPage(
      "On a green ground there stands a white bird, looking to its left.\n\nStory byPedro Díaz\nCountryChile\nMouthLota\n"
        + "Running time90 minutes\n\n\(lead)\n"
    )
    #expect(
      document.rows.suffix(4) == ["Story by: Pedro Díaz", "Country: Chile", "Mouth: Lota", "Running time: 90 minutes"]
    )
    #expect(document.nodes(.paragraph).map(\.plainText) == [lead])
  }

  private var lead: String { "Green River is a film about a river in the south of Chile and its people." }

  @Test func `A date that is glued to its label has the label`() {
    let document = assertPage(
      "Ground\n\nFrom Wikipedia, the free encyclopedia\n\nGround\nCityOldbridge\nFoundedMay 4, 1971\nLength295 km\n\n\(lead)\n"
    )
    #expect(document.rows.contains("Founded: May 4, 1971"))
  }

  @Test(arguments: ["[edit on Wikidata]", "[editar datos en Wikidata]", "[modifier les données sur Wikidata]"])
  func `Links to where values are edited are no values`(link: String) {
    let document = assertPage(
      "Ground\n\nFrom Wikipedia, the free encyclopedia\n\nGround\nCityOldbridge\nLength295 km \(link)\n\(link)\n\n\(lead)\n"
    )
    #expect(document.rows.contains("Length: 295 km"))
    #expect(document.furniture.filter { $0.kind == .editLink }.count == 2)
  }
}
