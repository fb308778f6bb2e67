import Testing
@testable import PageReaders
@testable import WikitextDocument

/// Marks in page texts, and the lists of references that they lead to.
struct PageTextReferenceTests {
  @Test func `Marks of numbers lead to the entries of the list`() {
    let document = assertPage(
      "The Isar is a river in Bavaria.[1][2] It is green.[1] The poets of Munich say so, and they are many.\n\n\n"
        + "  1. ^ a b Huber, Anna (2001). Rivers.\n  2. ^ \"Isar\". Retrieved 3 May 2019.\n"
    )
    #expect(document.references.map(\.uses.count) == [2, 1])
    #expect(
      document.references.map { $0.definition?.plainText } == [
        "Huber, Anna (2001). Rivers.", "\"Isar\". Retrieved 3 May 2019.",
      ]
    )
    #expect(document.references.map { $0.definition?.attribute("backlinks") } == ["a b", "^"])
    #expect(document.references.map { $0.definition?.attribute("mark") } == ["1", "2"])
    #expect(document.references.allSatisfy { $0.isListDefined })
    #expect(document.furniture.filter { $0.kind == .backlink }.count == 2)
    #expect(document.nodes(.paragraph).first?.plainText.contains("[") == false)
  }

  @Test(arguments: [
    ("↑ Huber", "^"), ("^ a b c Huber", "a b c"), ("a b Huber", "a b"), ("a b et c Huber", "a b c"),
    ("1 2 Huber", "1 2"),
    ("1.0 1.1 Huber", "1.0 1.1"), ("^ Jump up to: a b Huber", "a b"),
  ])
  func `Backlinks have many forms`(entry: String, shown: String) throws {
    let document = assertPage("The Isar is a river.[1] It is green.[1] It is long.[1]\n\n  1. \(entry)\n")
    let definition = try #require(document.references.first?.definition)
    #expect(definition.plainText == "Huber")
    #expect(definition.attribute("backlinks") == shown)
  }

  @Test func `An article at the beginning of an entry is no backlink`() {
    let document = assertPage("The Isar is a river.[1]\n\n  1. ^ a river of Bavaria. Munich.\n")
    #expect(document.references.first?.definition?.plainText == "a river of Bavaria. Munich.")
  }

  @Test func `A list without arrows is one of references where the page has as many marks`() {
    let document = assertPage(
      "The Isar is long,[1] green[2] and cold.[3]\n\n  1. Huber 2001.\n  2. Meier 2003.\n  3. Bauer 2005.\n"
    )
    #expect(document.nodes(.referenceList).count == 1)
    #expect(document.references.map { $0.definition?.plainText } == ["Huber 2001.", "Meier 2003.", "Bauer 2005."])
  }

  @Test func `A numbered list on a page without marks is a list`() {
    let document = assertPage(
      "The Isar has three springs, and all of them are cold.\n\n  1. Huber.\n  2. Meier.\n  3. Bauer.\n"
    )
    #expect(document.nodes(.referenceList).isEmpty)
    #expect(document.nodes(.listItem).count == 3)
  }

  @Test func `Groups of notes have lists of their own`() {
    let document = assertPage(
      "The Isar is long[note 1] and green.[1][2] It is cold.[note 2] It is clear.[3]\n\n  1. ^ Rather.\n  2. ^ In winter.\n\n"
        + "Sources\n\n  1. ^ Huber.\n  2. ^ Meier.\n  3. ^ Bauer.\n"
    )
    let notes = document.references.filter { $0.group == "note" }
    #expect(notes.map { $0.definition?.plainText } == ["Rather.", "In winter."])
    #expect(notes.map { $0.definition?.attribute("mark") } == ["note 1", "note 2"])
    #expect(
      document.references.filter { $0.group.isEmpty }.map { $0.definition?.plainText } == [
        "Huber.", "Meier.", "Bauer.",
      ]
    )
  }

  @Test func `Letters count notes`() {
    let document = assertPage(
      "The Isar is long[a] and green.[b] It is cold.[1]\n\n  1. ^ Rather.\n  2. ^ In parts.\n\nNotes\n\n  1. ^ Huber.\n"
    )
    let letters = document.references.filter { $0.group == "lower-alpha" }
    #expect(letters.map(\.name) == ["a", "b"])
    #expect(letters.map { $0.definition?.plainText } == ["Rather.", "In parts."])
  }

  @Test(arguments: [
    "they [Netflix] did", "in /[a]/ and", "is [o] in", "f[i, j]", "the year [1999] of", "an [...] of", "[[a]]",
  ])
  func `Other brackets are text`(text: String) {
    let document = assertPage("The river \(text) is written of in many books of this time.\n")
    #expect(document.references.isEmpty)
    #expect(document.root.plainText.contains(text))
  }

  @Test(arguments: [
    "citation needed", "better source needed", "when?", "réf. nécessaire", "источник не указан 100 дней", "要出典",
    "permanent dead link", "cita requerida",
  ])
  func `What is wrong with a text is no part of it`(tag: String) {
    let document = assertPage("The Isar is green.[\(tag)] It is long, and it is said to be the coldest of all.\n")
    #expect(document.nodes(.template).map(\.name) == [tag])
    #expect(document.nodes(.template).first?.flags.contains(.tag) == true)
    #expect(
      document.nodes(.paragraph).first?.plainText
        == "The Isar is green. It is long, and it is said to be the coldest of all."
    )
  }

  @Test func `Pages behind a mark are the mark's`() {
    let document = assertPage(
      "The Isar is green.[1]:12–14 It is long.[1]: it is said to be the longest of the rivers.[2]: xiv, 3n\n"
    )
    #expect(document.references.flatMap(\.uses).map { $0.attribute("pages") } == ["12–14", nil, "xiv, 3n"])
    #expect(
      document.nodes(.paragraph).first?.plainText
        == "The Isar is green. It is long.: it is said to be the longest of the rivers."
    )
  }

  @Test func `A figure that the sentence goes on with is no page`() {
    let document = assertPage("There were many of them then, as he counted[1]: 3 men and two women of the town.\n")
    #expect(document.references.flatMap(\.uses).map { $0.attribute("pages") } == [nil])
    #expect(document.nodes(.paragraph).first?.plainText.contains(": 3 men") == true)
  }

  @Test func `A mark without an entry has a reference without a definition`() {
    let document = assertPage(
      "The Isar is green.[7] It is long, and it is said to be the coldest of all.\n\n  1. ^ Huber.\n"
    )
    #expect(document.references.filter { $0.definition == nil }.map(\.name) == ["7"])
  }

  @Test func `Numbers farther in are part of their entry`() {
    let document = assertPage(
      "The Isar is green.[1] It is long.[2]\n\n  1. ^ See:\n    1. Huber 2001\n    2. Meier 2003\n  2. ^ Bauer.\n"
    )
    #expect(document.references.count == 2)
    #expect(document.references.first?.definition?.plainText == "See: Huber 2001 Meier 2003")
  }

  @Test func `A list that has lost entries is laid against its marks`() {
    // Each number is used as often as it has links: every fifth twice.
    var text = ""
    var list = ""
    var place = 0
    for number in 1...100 {
      text += "It is green.[\(number)]" + (number % 5 == 0 ? " It is long.[\(number)] " : " ")
      if number == 50 { continue }
      place += 1
      list += "  \(place). ^ " + (number % 5 == 0 ? "a b " : "") + "Book \(number).\n"
    }
    let document = assertPage("\(text)\n\n\(list)")
    let ties = document.references.compactMap { reference in
      reference.definition.map { (reference.name ?? "", $0.plainText) }
    }
    #expect(ties.count == 99)
    #expect(ties.filter { $0.1 != "Book \($0.0)." }.isEmpty)
  }

  @Test func `Numbers that agree with their marks stay`() {
    #expect(
      NoteAlignment.shifts(
        numbers: Array(1...50),
        links: Array(repeating: 1, count: 50),
        uses: [0] + Array(repeating: 1, count: 50)
      ) == nil
    )
    #expect(NoteAlignment.shifts(numbers: [1, 2, 3], links: [1, 1, 1], uses: [0, 1, 1, 1, 1]) == nil)
    #expect(NoteAlignment.shifts(numbers: [], links: [], uses: [0]) == nil)
  }

  @Test func `What entries say tells which of them is lost`() {
    // Entry 35 of the page is lost; each tenth has two marks. Each entry is about its own village.
    let names = (1...60).map { "Village\(String(repeating: "x", count: $0 % 7))\($0 * 7919)" }
    let text = (1...60).map { "\(names[$0 - 1]) lies there.[\($0)]" + ($0 % 10 == 0 ? "[\($0)]" : "") }
    let kept = (1...60).filter { $0 != 35 }
    let list = kept.enumerated().map { place, number in
      "  \(place + 1). ^ \(number % 10 == 0 ? "a b " : "")Guide to \(names[number - 1])."
    }
    let document = assertPage("\(text.joined(separator: " "))\n\n\(list.joined(separator: "\n"))\n")
    let ties = document.references.compactMap { reference in
      reference.definition.map { (reference.name ?? "", $0.plainText) }
    }
    #expect(ties.count == 59)
    #expect(ties.filter { tie in Int(tie.0).map { tie.1 != "Guide to \(names[$0 - 1])." } ?? true }.isEmpty)
  }

  @Test func `An entry goes on over indented lines`() {
    let document = assertPage(
      "The Isar is green.[1] It is long.[2]\n\n  1. ^ See:\n      • Huber 2001\n      • Meier 2003\n  2. ^ Bauer.\n"
    )
    #expect(document.references.first?.definition?.plainText == "See: Huber 2001 Meier 2003")
    #expect(document.references.last?.definition?.plainText == "Bauer.")
  }
}
