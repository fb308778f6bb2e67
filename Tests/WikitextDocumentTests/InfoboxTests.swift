import Testing
import WikitextSyntax

@testable import WikitextDocument

@Suite struct InfoboxTests {
  private func infobox(_ text: String, wiki: String? = nil) -> Infobox? {
    assertDocument(text, configuration: wiki.flatMap(SiteConfiguration.init(wiki:)) ?? .standard).infoboxes.first
  }

  @Test(arguments: [
    "Infobox river", "infobox_film", "Template:Infobox company", "Taxobox", "Chembox", "Ficha de película",
    "基礎情報 会社", "Карточка реки", "карточка реки", "Info/Rio", "Infotaula persona", "Rzeka infobox", "Infoboks elv",
    "인물 정보", "河流信息框", "صندوق معلومات نهر", "Bilgi kutusu", "nehir bilgi kutusu", "กล่องข้อมูล แม่น้ำ",
  ])
  func `Infoboxes are known by name in many languages`(_ name: String) throws {
    let infobox = try #require(self.infobox("x\n\n== y ==\n{{\(name)|a=b}}"))
    #expect(infobox.evidence == .name)
    #expect(infobox.fields.map(\.name) == ["a"])
  }

  @Test(arguments: ["Navbox rivers", "Cite web", "Infobox mapframe", "Literatur", "Coord", "Information"])
  func `What only looks like one is none`(_ name: String) {
    #expect(infobox("{{\(name)\n|a=b\n|c=d\n|e=f\n|g=h\n}}") == nil)
  }

  @Test func `One without a telling name is known by its shape, in the lead only`() {
    let call = "{{Azienda\n|nome=A\n|forma=B\n|fondazione=C\n|sede=D\n}}"
    #expect(infobox(call, wiki: "itwiki")?.evidence == .shape)
    #expect(infobox("== x ==\n" + call, wiki: "itwiki") == nil)
    #expect(infobox("{{Azienda|nome=A|forma=B}}", wiki: "itwiki") == nil)
  }

  @Test func `Fields keep their order, with empty and repeated ones`() throws {
    let infobox = try #require(self.infobox("{{Infobox|a= 1 |b=|a=2| positional |c=3}}"))
    #expect(infobox.fields.map(\.name) == ["a", "b", "a", "1", "c"])
    #expect(infobox.fields.map(\.rawValue) == ["1", "", "2", "positional", "3"])
    #expect(infobox.fields.map(\.isEmpty) == [false, true, false, false, false])
    #expect(infobox.fields.map(\.isOverridden) == [true, false, false, false, false])
    #expect(infobox["a"]?.rawValue == "2")
  }

  @Test(arguments: [
    "[[A]]<br>B<br />C", "\n* [[A]]\n* B\n* C", "{{plainlist|\n* [[A]]\n* B\n* C\n}}", "{{ubl|[[A]]|B|C|class=x}}",
    "{{Unbulleted list| [[A]] | B |C}}", "{{hlist|A|B|C}}", "{{flatlist|\n* A\n* B\n* C\n}}",
    "{{ubl|{{nowrap|A}}|B|C}}", "A<br>{{hlist|B|C}}", "{{plainlist|\n* A\n** B\n* C}}",
  ])
  func `A value is divided into items`(_ value: String) throws {
    let field = try #require(infobox("{{Infobox|x=\(value)}}")?["x"])
    let items = field.items.map { $0.text.isEmpty ? $0.rawValue : $0.text }
    #expect(items == ["A", "B", "C"] || items == ["{{nowrap|A}}", "B", "C"])
    #expect(field.items.allSatisfy { field.range.contains($0.range) })
  }

  @Test func `A value that is not divided is one item`() throws {
    let field = try #require(infobox("{{Infobox|x=a, ''b'' and {{c}}<ref>d</ref>}}")?["x"])
    #expect(field.items.count == 1)
    #expect(field.text == "a, b and")
    #expect(field.items[0].rawValue == field.rawValue)
  }

  @Test func `An infobox inside another is one of its own`() {
    let infoboxes = assertDocument("{{Infobox a|m={{Infobox b|n=1}}|o=2}}").infoboxes
    #expect(infoboxes.map(\.name) == ["Infobox a", "Infobox b"])
    #expect(infoboxes[1].parent?.name == "Infobox a")
    #expect(infoboxes[0]["m"]?.rawValue == "{{Infobox b|n=1}}")
  }

  @Test func `Values keep what templates, links and comments say`() throws {
    let field = try #require(
      infobox("{{Infobox|length = {{convert|295|km|mi}} <!-- GIS --> ([[Isar|its]] length) }}")?["length"]
    )
    #expect(field.rawValue == "{{convert|295|km|mi}} <!-- GIS --> ([[Isar|its]] length)")
    #expect(field.node.children.map(\.kind).contains(.template))
    #expect(field.text == "(its length)")
  }

  @Test func `Broken markup in a value costs no other field`() throws {
    for damage in ["''x", "'''x", "<b>x", "<ref>x", "x]]", "}x", "[http://x", "<!-- x -->", "{x"] {
      let infobox = try #require(self.infobox("{{Infobox\n|a=\(damage)\n|b=2\n}}\ntext"), "\(damage)")
      #expect(infobox.fields.map(\.name) == ["a", "b"], "\(damage)")
      #expect(infobox["b"]?.rawValue == "2", "\(damage)")
    }
  }
}
