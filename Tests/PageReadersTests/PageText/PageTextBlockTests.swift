import Testing
@testable import WikitextDocument

/// Blocks of page texts: what each line and each form of block becomes.
struct PageTextBlockTests {
  @Test func `The title stands above the site's tagline`() {
    let document = assertPage(
      "Isar\n\nFrom Wikipedia, the free encyclopedia\nJump to navigation Jump to search\n\n\(lead)\n"
    )
    #expect(document.title == "Isar")
    #expect(document.language == "en")
    #expect(document.furniture.map(\.kind) == [.site, .site, .site])
    #expect(document.outline() == ["section", "  paragraph", "    text \"\(lead)\""])
  }

  @Test(arguments: [
    ("aus Wikipedia, der freien Enzyklopädie", "de"), ("Un article de Wikipédia, l'encyclopédie libre.", "fr"),
    ("De Wikipedia, la enciclopedia libre", "es"), ("Материал из Википедии — свободной энциклопедии", "ru"),
    ("Uit Wikipedia, de vrije encyclopedie", "nl"), ("維基百科，自由的百科全書", "zh"), ("Från Wikipedia", "sv"),
    ("من ويكيبيديا، الموسوعة الحرة", "ar"), ("Z Wikipedii, wolnej encyklopedii", "pl"),
  ])
  func `The tagline tells the language`(tagline: String, language: String) {
    let document = assertPage("Isar\n\n\(tagline)\n\n\(lead)\n")
    #expect(document.title == "Isar")
    #expect(document.language == language)
  }

  @Test func `A page without a tagline has no title`() {
    let document = assertPage("\(lead)\n\nIt is long.\n")
    #expect(document.title == nil)
    #expect(document.language == nil)
    #expect(document.nodes(.paragraph).count == 2)
  }

  @Test(arguments: [
    "[edit]", "[edit source]", "[Bearbeiten | Quelltext bearbeiten]", "[modifier | modifier le code]",
    "[править | править код]",
    "[編集]", "[編集 | ソースを編集]", "[עריכה | עריכת קוד מקור]",
  ])
  func `A heading keeps its text and loses its edit link`(link: String) {
    let document = assertPage("\(lead)\n\nCourse\(link)\n\nIt flows north.[1]\n")
    #expect(document.nodes(.heading).map(\.plainText) == ["Course"])
    #expect(document.nodes(.section).last?.attribute("mark") == link)
    #expect(document.furniture.map(\.kind) == [.editLink])
  }

  @Test func `An edit link may stand before its heading`() {
    let document = assertPage("\(lead)\n\n[edit] Course\n\nIt flows north.[1]\n")
    #expect(document.nodes(.heading).map(\.plainText) == ["Course"])
  }

  @Test func `Brackets behind a line that are no edit link are text`() {
    let document = assertPage("\(lead)\n\nCourse [north]\n\nIt flows north.[1]\n")
    #expect(document.nodes(.heading).map(\.plainText) == ["Course [north]"])
    #expect(document.furniture.isEmpty)
  }

  @Test func `Two blank lines are a lost heading`() {
    let document = assertPage("\(lead)\n\n\nIt flows north.[1]\n\nIt is cold.[2]\n")
    let sections = document.nodes(.section)
    #expect(sections.map(\.level) == [0, 2])
    #expect(sections.last?.attribute("mark") == "blank")
    #expect(document.nodes(.heading).isEmpty)
  }

  @Test func `Blank lines above the lead are no lost heading`() {
    let document = assertPage("Isar\n\nFrom Wikipedia, the free encyclopedia\n\n\n\n\(lead)\n")
    #expect(document.nodes(.section).count == 1)
  }

  @Test func `Short lines that stand alone are headings where none has kept its edit link`() {
    let text =
      "\(lead)\n\nCourse\n\nIt flows north.[1]\n\nThe old bridge at the mouth, seen from the east in 1935\n\nIt is cold.[2]\n"
    let document = assertPage(text)
    #expect(document.nodes(.heading).map(\.plainText) == ["Course"])
    #expect(document.nodes(.image).map(\.plainText) == ["The old bridge at the mouth, seen from the east in 1935"])
  }

  @Test func `Short lines that stand alone are captions where headings have kept theirs`() {
    let document = assertPage("\(lead)\n\nCourse[edit]\n\nThe bridge at the mouth\n\nIt flows north.[1]\n")
    #expect(document.nodes(.heading).map(\.plainText) == ["Course"])
    #expect(document.nodes(.image).map(\.plainText) == ["The bridge at the mouth"])
    #expect(document.nodes(.image).allSatisfy { $0.flags.contains(.block) })
  }

  @Test func `A short sentence at the beginning of a section is the caption of its figure`() {
    let document = assertPage(
      "\(lead)\n\nCourse[edit]\n\nThe river seen from the old bridge.\n\n\(lead) It is cold in winter and warm in summer.\n"
    )
    #expect(document.nodes(.image).map(\.plainText) == ["The river seen from the old bridge."])
    #expect(document.nodes(.paragraph).count == 2)
  }

  @Test func `Lines that stand together are captions`() {
    let document = assertPage("\(lead)\n\nCourse[edit]\n\nThe bridge.\nThe mouth.\n\nIt flows north.[1]\n")
    #expect(document.nodes(.image).count == 2)
    #expect(document.nodes(.paragraph).count == 2)
  }

  @Test func `What follows an announcement is a quotation`() {
    let document = assertPage("\(lead)\n\nThe poet wrote of it:\n\nNo water is as green.[1]\n\nIt is cold.[2]\n")
    let quotation = document.nodes(.block)
    #expect(quotation.map(\.name) == ["blockquote"])
    #expect(quotation.first?.plainText == "No water is as green.")
    #expect(document.nodes(.paragraph).count == 4)
  }

  @Test func `Bullets are lists, as deep as they are indented`() {
    let document = assertPage("\(lead)\n\n  • Loisach\n  • Amper\n      ◦ Würm\n      ◦ Maisach\n  • Sempt\n")
    #expect(
      document.outline().dropFirst(3) == [
        "  list unordered", "    listItem", "      text \"Loisach\"", "    listItem", "      text \"Amper\"",
        "      list unordered", "        listItem", "          text \"Würm\"", "        listItem",
        "          text \"Maisach\"", "    listItem", "      text \"Sempt\"",
      ]
    )
  }

  @Test func `Numbers are lists`() {
    let document = assertPage("\(lead)\n\n  1. Loisach\n  2. Amper\n")
    #expect(document.nodes(.list).map(\.listKind) == [.ordered])
    #expect(document.nodes(.listItem).map(\.plainText) == ["Loisach", "Amper"])
  }

  @Test func `An indented line goes on with its item`() {
    let document = assertPage("\(lead)\n\n  • order Caryophyllales\n    family Cactaceae\n    family Amaranthaceae\n")
    #expect(
      document.nodes(.listItem).map(\.plainText) == ["order Caryophyllales family Cactaceae family Amaranthaceae"]
    )
    #expect(document.nodes(.lineBreak).count == 2)
  }

  @Test func `Tabs are tables`() {
    let document = assertPage(
      "\(lead)\n\nTowns on the river\nTown\t\tPeople\nTölz\t\t18,000[1]\nFreising\t\t\t\t49,000\n"
    )
    #expect(document.nodes(.tableCaption).map(\.plainText) == ["Towns on the river"])
    #expect(document.nodes(.tableRow).count == 3)
    #expect(document.nodes(.tableHeaderCell).map(\.plainText) == ["Town", "People"])
    #expect(document.nodes(.tableCell).map(\.plainText) == ["Tölz", "18,000", "Freising", "", "49,000"])
  }

  @Test func `A list below a row stands in its last cell`() {
    let document = assertPage(
      "\(lead)\n\nTown\t\tPeople\nTölz\t\t18,000\n  • Old town\n  • New town\nFreising\t\t49,000\n"
    )
    #expect(
      document.nodes(.tableRow).map(\.plainText) == ["Town People", "Tölz 18,000 Old town New town", "Freising 49,000"]
    )
  }

  @Test func `Short lines with numbers are rows where tabs are lost`() {
    let document = assertPage("\(lead)\n\nYear People\n1986[2] 1,460\n1997[2] 2,549\n2004 2,982\n")
    #expect(document.nodes(.tableRow).map(\.plainText) == ["Year People", "1986 1,460", "1997 2,549", "2004 2,982"])
  }

  @Test func `One tab parts cells where tabs do not come in pairs`() {
    let document = assertPage("\(lead)\n\nTown\tPeople\tHeight\nTölz\t\t658\n")
    #expect(document.nodes(.tableCell).map(\.plainText) == ["Tölz", "", "658"])
  }

  @Test func `Notices and lines that lead elsewhere are furniture`() {
    let document = assertPage(
      "For other uses, see Isar (disambiguation).\n\n\(lead)\n\nCourse\n\nMain article: Course of the Isar\n\nIt is long.[1]\n\n"
        + "This article about a river is a stub. You can help Wikipedia by expanding it.\n"
    )
    #expect(document.furniture.map(\.kind) == [.hatnote, .hatnote, .notice])
    #expect(document.nodes(.paragraph).count == 2)
  }

  private var lead: String { "The Isar is a river in Tyrol and Bavaria, and a tributary of the Danube." }

  @Test func `A short line with a mark below a heading is a paragraph`() {
    let document = assertPage(
      "\(lead)\n\nHistory[edit]\n\nIt was.[1]: 12–14\n\n\(lead) It burnt down twice, and was built again of stone.\n"
    )
    #expect(document.nodes(.image).isEmpty)
    #expect(document.nodes(.paragraph).map(\.plainText)[1] == "It was.")
  }

  @Test(arguments: ["See also", "Weblinks", "Liens externes", "Ссылки", "関連項目"])
  func `Lines without bullets in a section of links are items`(heading: String) {
    let document = assertPage("\(lead)\n\n\(heading)[edit]\n\nLesser Wanne\nBrack\n\nList of bridges\n")
    #expect(document.nodes(.listItem).map(\.plainText) == ["Lesser Wanne", "Brack", "List of bridges"])
    #expect(document.nodes(.image).isEmpty)
  }

  @Test func `In other sections they are captions, as before`() {
    let document = assertPage("\(lead)\n\nCourse[edit]\n\nThe upper Wanne\n\n\(lead)\n")
    #expect(document.nodes(.image).map(\.plainText) == ["The upper Wanne"])
  }

  @Test(arguments: [
    "Categories: Bridges | Old towns", "Категории: Мосты | Города", "Catégories :\n  • Ponts\n  • Villes",
  ])
  func `The categories stand at the foot`(line: String) {
    let document = assertPage("\(lead)\n\nNotes[edit]\n\n\(line)\n")
    #expect(document.categories.count == 2)
    #expect(document.furniture.contains { $0.kind == .navigation })
  }

  @Test func `What only begins as a line of categories is text`() {
    let document = assertPage("\(lead)\n\nCategories: of these there are many, and they are all alike.\n\n\(lead)\n")
    #expect(document.categories.isEmpty)
  }
}
