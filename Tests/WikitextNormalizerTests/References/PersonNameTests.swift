import Testing
import WikitextNormalizer

@Suite struct PersonNameTests {
  /// The authors of a book whose `author=` is this.
  private func authors(_ text: String, _ language: String = "en", parameter: String = "author") -> [String] {
    bibliography("{{cite book|title=T|\(parameter)=\(text)}}", language).items[0].contributors.map { contributor in
      let name = contributor.name
      let role = contributor.role == .author ? "" : contributor.role.rawValue + " "
      return role + (name.literal ?? [name.family, name.given].compactMap { $0 }.joined(separator: "/"))
        + (name.link.map { " [\($0)]" } ?? "")
    }
  }

  @Test(arguments: [
    ("Jane Doe", ["Jane Doe"]), ("Doe, Jane", ["Doe/Jane"]), ("Doe, J. R.", ["Doe/J. R."]),
    ("van der Doe, Jane", ["van der Doe/Jane"]), ("García Márquez, G.", ["García Márquez/G."]),
    ("Doe, Jane; Roe, Richard", ["Doe/Jane", "Roe/Richard"]),
    ("Jane Doe and Richard Roe", ["Jane Doe", "Richard Roe"]),
    ("Doe, J., Roe, R. A., Poe, P.", ["Doe/J.", "Roe/R. A.", "Poe/P."]),
    ("Jane Doe, Richard Roe, Paul Poe", ["Jane Doe", "Richard Roe", "Paul Poe"]),
    ("Doe J, Roe RA", ["Doe/J", "Roe/RA"]), ("Doe J, Roe RA, et al.", ["Doe/J", "Roe/RA"]),
    ("Smith, J., Jones, B., & Lee, C.", ["Smith/J.", "Jones/B.", "Lee/C."]),
    ("Smith, J., Jones, B. & Lee, C.", ["Smith/J.", "Jones/B.", "Lee/C."]),
    ("[[Jane Doe]], [[Richard Roe|Roe]]", ["Jane Doe [Jane Doe]", "Roe [Richard Roe]"]),
    // Not names of people, or not for certain.
    ("Penguin Books, London", ["Penguin Books, London"]), ("Marks and Spencer", ["Marks and Spencer"]),
    ("Department of Health and Human Services", ["Department of Health and Human Services"]),
    ("Acme, Inc.", ["Acme, Inc."]), ("Office 365, Support", ["Office 365, Support"]),
    ("Jane Doe (ed.)", ["editor Jane Doe"]), ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
  ])
  func `Names are divided where the text divides them`(text: String, expected: [String]) {
    #expect(authors(text) == expected)
  }

  @Test func `Commas are between people where a language has it so`() {
    #expect(authors("Jana Muster, Karl Beispiel", "de") == ["Jana Muster", "Karl Beispiel"])
    #expect(authors("Muster, Jana", "de") == ["Muster/Jana"])
    #expect(authors("Jana Muster, Karl Beispiel und Eva Probe", "de") == ["Jana Muster", "Karl Beispiel", "Eva Probe"])
  }

  @Test func `Vancouver style has initials behind names`() {
    let text = "Doe JR, Roe A, ((World Health Organization)), van Poe B"
    #expect(authors(text, parameter: "vauthors") == ["Doe/JR", "Roe/A", "World Health Organization", "van Poe/B"])
  }

  @Test func `And others are not a name`() {
    let items = bibliography(
      "{{cite book|title=T|author=Doe, Jane et al.}}{{cite book|title=U|last=Doe|display-authors=etal}}"
    ).items
    #expect(items.map(\.abridgedRoles) == [[.author], [.author]])
    #expect(items[0].contributors.map(\.name) == [PersonName(family: "Doe", given: "Jane")])
    #expect(bibliography("{{cite book|title=T|last=Doe|last2=Roe|display-authors=1}}").items[0].abridgedRoles == [])
  }

  @Test func `Numbers stand anywhere in a parameter's name`() {
    let text =
      "{{cite book|title=T|last2=B|first2=b|last1=A|first1=a|author-link2=Bb|editor2-last=D|editor-last1=C|editor1-first=c}}"
    #expect(
      works(text) == ["book | author A, a | author B, b [Bb] | editor C, c | editor D | title T"]
    )
  }
}
