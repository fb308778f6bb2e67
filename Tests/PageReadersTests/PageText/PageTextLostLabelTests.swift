import Testing
@testable import WikitextDocument

/// Rows of infoboxes whose labels the text has lost, or whose lines only look like labels.
struct PageTextLostLabelTests {
  @Test func `A line below a row of one line is another row`() {
    let document = assertPage(
      "Lota\nGovernmentParliamentary republic\nAna Soto\nLuis Rojas\nMouthSur\nin the bay\nCountryChile\n\n\(lead)\n"
    )
    #expect(
      document.rows == [
        "Government: Parliamentary republic", ": Ana Soto | Luis Rojas (lost label)", "Mouth: Sur | in the bay",
        "Country: Chile",
      ]
    )
  }

  @Test func `A figure below a figure is another row`() {
    let document = assertPage(
      "Lota\nMouthSur\nFounded1,200[4] (9th)\n117/km2 (303/sq mi)\nRevenueUS$1.95 billion\n−US$270 million\n\n\(lead)\n"
    )
    #expect(
      document.rows == [
        "Mouth: Sur", "Founded: 1,200 (9th)", ": 117/km2 (303/sq mi) (lost label)", "Revenue: US$1.95 billion",
        ": −US$270 million (lost label)",
      ]
    )
  }

  @Test func `Figures of one unit with remarks are one row`() {
    let document = assertPage(
      "Lota\nMouthSur\nRunning time90 minutes (Chile)\n101 minutes (Peru)\nCountryChile\n\n\(lead)\n"
    )
    #expect(document.rows == ["Mouth: Sur", "Running time: 90 minutes (Chile) | 101 minutes (Peru)", "Country: Chile"])
  }

  @Test func `Marriages below another row take the name with them`() {
    let document = assertPage(
      "Ana Soto\nCountryChile\nFounded1980 in Lota\nLuis Rojas\n(m. 1977; div. 1982)\nMouthLota\n\n\(lead)\n"
    )
    #expect(
      document.rows == [
        "Country: Chile", "Founded: 1980 in Lota", ": Luis Rojas | (m. 1977; div. 1982) (lost label)", "Mouth: Lota",
      ]
    )
  }

  @Test func `The beginning of a longer word is no label`() {
    let document = assertPage("Lota\nMouthSur\nCountryChile\nSultanate of Lota\n\n\(lead)\n")
    #expect(document.rows.allSatisfy { !$0.hasPrefix("Sultan:") })
    let spaced = assertPage("Lota\nMouth Sur\nCountry Chile\nSource Laguna\nCity (LCY)\n\n\(lead)\n")
    #expect(spaced.rows.allSatisfy { !$0.hasPrefix("City:") && !$0.hasPrefix("City (LCY):") })
  }

  @Test func `A label of several words may have a space behind it`() {
    let document = assertPage("Ana Soto\nMouthLota\nPolitical party Radical Party\nCountryChile\n\n\(lead)\n")
    #expect(document.rows == ["Mouth: Lota", "Political party: Radical Party", "Country: Chile"])
  }

  @Test func `Blanks in a label count as one`() {
    let document = assertPage("Lota\nMouth Sur\nGDP\u{A0} (nominal) 2022 values\nCountry Chile\n\n\(lead)\n")
    #expect(document.rows.contains { $0.hasSuffix(": 2022 values") })
  }

  @Test func `Versions name their systems`() {
    let document = assertPage(
      "Lota\nInitial release\nWindows, Linux12.0.6 / 30 April 2014\nStable release [±]\nLinux13.5 / 2 May 2015\nMouthSur\n\n"
        + "\(lead)\n"
    )
    #expect(
      document.rows == [
        "Initial release:  (lost value)", "Windows, Linux: 12.0.6 / 30 April 2014",
        "Stable release [±] > Linux: 13.5 / 2 May 2015", "Stable release [±] > Mouth: Sur",
      ]
    )
  }

  @Test func `The event between those of other years is no value`() {
    let document = assertPage("Lota Race\nMouthSur\nCountryChile\n2012 Lota Race 2014\n\n\(lead)\n")
    #expect(document.rows == ["Mouth: Sur", "Country: Chile", ": 2012 Lota Race 2014"])
  }

  @Test func `What came before and after heads columns`() {
    let document = assertPage(
      "Lota\nMouthSur\nCountryChile\nPreceded by\nSucceeded by\nDuchy of Lota\nState of Sur\n\n\(lead)\n"
    )
    #expect(document.rows.prefix(2) == ["Mouth: Sur", "Country: Chile"])
    #expect(
      document.infoboxes.first?.fields.dropFirst(2).allSatisfy { $0.name.isEmpty || $0.name.first?.isNumber == true }
        == true
    )
  }

  @Test func `A column's head that may head rows needs another head`() {
    let document = assertPage(
      "Lota Race\nMouth\t\tSur\nParticipants\nNumber of boats\t\t37\nCountry\t\tChile\n\n\(lead)\n"
    )
    #expect(
      document.rows == ["Mouth: Sur", "Participants > Number of boats: 37", "Participants > Country: Chile"]
    )
  }

  @Test func `Small letters below a row are no label`() {
    let document = assertPage("Lota\nMouth\t\tSur\nFounded\t\t33.7\nwebsite\nCountry\t\tChile\n\n\(lead)\n")
    #expect(document.rows == ["Mouth: Sur", "Founded: 33.7 | website", "Country: Chile"])
  }

  @Test func `What a picture and an edit link stand for is hidden inside a value too`() {
    let document = assertPage(
      "Lota\nMouthSur\nRevenueNorth: Increase 27 million\nCountryChile Edit this on Wikidata / Peru\n\n\(lead)\n"
    )
    #expect(document.rows == ["Mouth: Sur", "Revenue: North: 27 million", "Country: Chile / Peru"])
  }

  private var lead: String { "Green River is a film about a river in the south of Chile and its people." }
}
