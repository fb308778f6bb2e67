import Testing
import WikitextNormalizer

@Suite struct ShortReferenceTests {
  private let books =
    "{{cite book|last=Doe|first=Jane|title=A|year=1999a}} {{cite book|last=Doe|first=Jane|title=B|year=1999b}} "
    + "{{cite book|last1=Roe|last2=Poe|last3=Moe|last4=Loe|last5=Zoe|title=C|date=3 May 2001}} "
    + "{{cite book|title=D|editor-last=Ed|year=2002}} {{cite book|title=E|year=2003|author=ACME|ref={{sfnref|Acme Works|2003}}}} "
    + "{{cite book|last=Hidden|title=F|year=2004|ref=none}} "

  @Test(arguments: [
    ("{{sfn|Doe|1999a|p=3}}", "A"), ("{{harvnb|Doe|1999b}}", "B"), ("{{sfn|Roe|Poe|Moe|Loe|2001|pp=1–2}}", "C"),
    ("{{harv|Ed|2002}}", "D"), ("{{sfn|Acme Works|2003}}", "E"), ("{{sfn|Anything|ref=CITEREFDoe1999a}}", "A"),
  ])
  func `Names and year lead to the work`(call: String, title: String) {
    let bibliography = bibliography(books + call)
    #expect(bibliography.shortReferences.map { $0.item.map { bibliography.items[$0].title } } == [title])
    #expect(bibliography.shortReferences.map(\.isTied) == [true])
  }

  @Test(arguments: [
    ("author=Lund, A.; Berg, K.", "{{sfn|Lund|Berg|1990}}"), ("author=Anna Lund; Karl Berg", "{{sfn|Lund|Berg|1990}}"),
    ("authors=Lund, A. and Berg, K.", "{{sfn|Lund|Berg|1990}}"),
    ("author=A, B; C, D; E, F; G, H; I, J", "{{sfn|A|C|E|G|1990}}"),
  ])
  func `Several people in one parameter are all in the anchor`(people: String, call: String) {
    let bibliography = bibliography("{{cite book|\(people)|title=T|year=1990}} \(call)")
    #expect(bibliography.shortReferences.map(\.item) == [0])
  }

  @Test(arguments: [
    ("last=Voss|first=E|others=translated by Rilke, Ira", "{{harvnb|Voss|2006}}", true),
    ("last=Voss|first=E|others=Ira Rilke", "{{harvnb|Ira Rilke|2006}}", false),
    ("editor-last=Voss|others=Ira Rilke|chapter=C", "{{harvnb|Voss|2006}}", true),
    ("last=Voss|contributor-last=Amsel|contributor-first=B|contribution=Preface", "{{harvnb|Amsel|2006}}", true),
    (
      "last=Voss|first=E|contributor-last=Amsel|contributor-first=B|contribution=Preface", "{{harvnb|Voss|2006}}", false
    ),
    ("last=Voss|contributor-last=Amsel|contributor-first=B", "{{harvnb|Voss|2006}}", true),
  ])
  func `Contributors are in the anchor only for what they wrote`(names: String, call: String, isFound: Bool) {
    let bibliography = bibliography("{{cite book|\(names)|title=T|year=2006}} \(call)")
    #expect(bibliography.shortReferences.map(\.item) == [isFound ? 0 : nil])
  }

  @Test(arguments: ["{{sfn|Doe|1999}}", "{{sfn|Hidden|2004}}", "{{sfn|Nobody|1900}}", "{{sfn|Roe|2001}}"])
  func `A short reference without its work is unresolved`(call: String) {
    #expect(bibliography(books + call).shortReferences.map(\.isUnresolved) == [true])
  }

  @Test func `Passages are kept`() {
    let references = bibliography(
      "{{sfn|Doe|1999|p=3|loc=note 2}}{{sfnm|1a1=Doe|1y=1999|1pp=3–4|2a1=Roe|2a2=Poe|2y=2001}}"
    ).shortReferences
    #expect(references.map(\.locator) == ["3, note 2", "3–4", nil])
    #expect(references.map(\.authors) == [["Doe"], ["Doe"], ["Roe", "Poe"]])
    #expect(references.map(\.year) == ["1999", "1999", "2001"])
  }

  @Test func `Names of references and pages behind them lead to what the references cite`() {
    let bibliography = bibliography("{{r|doe|lost}} a<ref name=doe>{{cite book|title=A}}</ref>{{rp|33}}")
    #expect(bibliography.shortReferences.map(\.kind) == [.named, .named, .pages])
    #expect(bibliography.shortReferences.map(\.item) == [0, nil, 0])
    #expect(bibliography.shortReferences.map(\.locator) == [nil, nil, "33"])
    #expect(bibliography.shortReferences.map(\.isUnresolved) == [false, true, false])
  }

  @Test func `Other wikis tie them in their ways`() {
    #expect(
      bibliography("{{Cita|Napier2005|p. 6|Napier 2005}} {{Cita libro|titolo=A|cid=Napier 2005}}", "it").shortReferences
        .map(\.item) == [0]
    )
    #expect(
      bibliography("{{harvsp|Exemple|1999|p=4}} {{Ouvrage|nom1=Exemple|titre=T|année=1999}}", "fr").shortReferences.map(
        \.item
      ) == [0]
    )
    #expect(
      bibliography("{{sfn|Примеров|1999|с=4}} {{книга|автор=И. Примеров|заглавие=Р|год=1999|ref=Примеров}}", "ru")
        .shortReferences.map(\.item) == [0]
    )
  }

  @Test func `A name that is not divided is found by its last word, where nobody else has it`() {
    let one = bibliography("{{harvsp|Exemple|1999}} {{Ouvrage|auteur1=Jean Exemple|titre=T|année=1999}}", "fr")
    #expect(one.shortReferences.map(\.item) == [0])
    #expect(one.shortReferences.map(\.isTied) == [false])
    let two = bibliography(
      "{{harvsp|Exemple|1999}} {{Ouvrage|auteur1=Jean Exemple|titre=T|année=1999}} {{Ouvrage|auteur1=Anne Exemple|titre=U|année=1999}}",
      "fr"
    )
    #expect(two.shortReferences.map(\.isUnresolved) == [true])
  }

  @Test func `Notes are no works`() {
    #expect(bibliography("a{{efn|A note.}} b{{refn|group=n|Another.}} c<ref group=n>A third.</ref>").items.isEmpty)
    #expect(bibliography("a{{efn|See {{cite web|title=T}}.}}").items.map(\.title) == ["T"])
  }
}
