import Testing
import WikitextNormalizer

/// Templates of the wikis' own.
@Suite struct CitationLanguageTests {
  @Test func `The data are understood to the last line`() {
    #expect(CitationData.standard.problems == [])
    #expect(CitationData([("xx", "template A\n  title > t\nbook\nwords nothing > a\n")]).problems.count == 3)
  }

  @Test(arguments: [
    (
      "de",
      "{{Literatur |Autor=Jana Muster, Karl Beispiel |Hrsg=Eva Probe (Hrsg.) |Titel=Der Fluss |TitelErg=Eine Reise "
        + "|Sammelwerk=Flüsse |Nummer=3 |Verlag=Beck |Ort=Ulm |Datum=1999-12-03 |Seiten=S. 12–15 |ISSN=0028-0836 "
        + "|Online=[http://a.org/x Text] |Abruf=3. Juni 2011}}",
      "article-journal | author Jana Muster | author Karl Beispiel | editor Eva Probe | title Der Fluss: Eine Reise "
        + "| container-title Flüsse | issue 3 | publisher Beck | publisher-place Ulm | page 12–15 | issued 1999-12-03 "
        + "| accessed 2011-06-03 | issn 0028-0836 | url http://a.org/x"
    ),
    (
      "de",
      "{{Internetquelle |url=http://a.org |titel=Seite |autor=Muster, Jana |hrsg=Stadt Ulm |datum=2. Mai 2010 "
        + "|abruf=2011-06-03 |sprache=en |archiv-url=http://archive.today/x |archiv-datum=2012-01-01 |offline=ja}}",
      "webpage | author Muster, Jana | title Seite | publisher Stadt Ulm | issued 2010-05-02 | accessed 2011-06-03 "
        + "| language en | url http://a.org | archive http://archive.today/x | archived 2012-01-01 | in archive.today | dead"
    ),
    (
      "fr",
      "{{Ouvrage |prénom1=Jean |nom1=Exemple |lien auteur1=Jean Exemple |titre=Les fleuves |sous-titre=Une histoire "
        + "|éditeur=Rive |lieu=Paris |année=1999 |mois=mai |jour=3 |pages totales=300 |passage=12-14 "
        + "|lire en ligne=http://a.org |langue=anglais}}",
      "book | author Exemple, Jean [Jean Exemple] | title Les fleuves: Une histoire | publisher Rive "
        + "| publisher-place Paris | number-of-pages 300 | page 12-14 | issued 1999-05-03 | language en | url http://a.org"
    ),
    (
      "fr",
      "{{Lien web |auteur=Jean Exemple |titre=T |url=http://a.org |site=a.org |consulté le=1er avril 2006 |brisé le=3 mai 2010}}",
      "webpage | author Jean Exemple | title T | container-title a.org | accessed 2006-04-01 | url http://a.org | dead"
    ),
    (
      "es",
      "{{cita web |url=http://a.org |título=Ríos |apellidos=Ejemplo Muestra |nombre=Ana |fecha=12 de marzo de 1999 "
        + "|fechaacceso=3 de mayo de 2001 |obra=El Día |idioma=inglés |urlarchivo=http://b.org/1 |fechaarchivo=1 de enero de 2010}}",
      "webpage | author Ejemplo Muestra, Ana | title Ríos | container-title El Día | issued 1999-03-12 "
        + "| accessed 2001-05-03 | language en | url http://a.org | archive http://b.org/1 | archived 2010-01-01"
    ),
    (
      "it",
      "{{Cita libro|cognome=Esempio|nome=Anna|titolo=Fiumi|anno=2005|editore=Riva|città=Roma|id=ISBN 0-306-40615-2"
        + "|coautori=A. Bianchi, C. Rossi|lingua=tedesco}}",
      "book | author Esempio, Anna | author A. Bianchi | author C. Rossi | title Fiumi | publisher Riva "
        + "| publisher-place Roma | issued 2005 | language de | isbn 9780306406157"
    ),
    (
      "pt",
      "{{citar web |url=http://a.org |título=Rios |autor=Exemplo, João |data=12 de março de 1999 "
        + "|acessodata=3 de maio de 2001 |publicado=Rio |wayb=20100101000000 |urlmorta=sim}}",
      "webpage | author Exemplo, João | title Rios | publisher Rio | issued 1999-03-12 | accessed 2001-05-03 "
        + "| url http://a.org | archive https://web.archive.org/web/20100101000000/http://a.org | archived 2010-01-01 "
        + "| in Internet Archive | dead"
    ),
    (
      "ja",
      "{{Cite web|和書|author=見本太郎、見本花子|url=http://a.org|title=川|date=2018年9月7日|accessdate=2019-01-02|deadlinkdate=2020年1月}}",
      "webpage | author 見本太郎 | author 見本花子 | title 川 | issued 2018-09-07 | accessed 2019-01-02 | url http://a.org | dead"
    ),
    (
      "zh", "{{cite news |author=王小明 |url=http://a.org |title=河 |newspaper=河報 |date=2010年3月5日 |language=zh-tw}}",
      "article-newspaper | author 王小明 | title 河 | container-title 河報 | issued 2010-03-05 | language zh-TW | url http://a.org"
    ),
    (
      "ru",
      "{{книга |автор=Примеров И. И. |заглавие=Реки |год=1999 |место=М. |издательство=Берег |страницы=12—15 "
        + "|страниц=300 |isbn=5-02-013850-9}}",
      "book | author Примеров И. И. | title Реки | publisher-place М. | publisher Берег | page 12—15 "
        + "| number-of-pages 300 | issued 1999 | isbn 9785020138506"
    ),
    (
      "ru",
      "{{cite web |url=http://a.org |title=Т |date=12 марта 1999 |lang=ru |archiveurl=http://www.webcitation.org/abc |deadlink=yes}}",
      "webpage | title Т | issued 1999-03-12 | language ru | url http://a.org | archive http://www.webcitation.org/abc | in WebCite | dead"
    ),
    (
      "uk", "{{Книга |автор=Приклад І. |назва=Ріки |рік=1999 |видавництво=Берег |сторінки=3}}",
      "book | author Приклад І. | title Ріки | publisher Берег | page 3 | issued 1999"
    ),
    (
      "pl", "{{cytuj |tytuł=T |url=http://a.org |autor=Jan Przykład |data=12 marca 1999 |data dostępu=2001-05-03}}",
      "webpage | author Jan Przykład | title T | issued 1999-03-12 | accessed 2001-05-03 | url http://a.org"
    ),
    (
      "nl",
      "{{Citeer web |titel=T |url=http://a.org |auteur=Jan Voorbeeld |datum=12 maart 1999 |bezochtdatum=3 mei 2001 |uitgever=U}}",
      "webpage | author Jan Voorbeeld | title T | publisher U | issued 1999-03-12 | accessed 2001-05-03 | url http://a.org"
    ),
    (
      "sv", "{{Bokref |titel=Floder |efternamn=Exempel |förnamn=Anna |år=1999 |förlag=Strand |sid=3–4}}",
      "book | author Exempel, Anna | title Floder | publisher Strand | page 3–4 | issued 1999"
    ),
    (
      "fi", "{{Verkkoviite|Osoite=http://a.org|Nimeke=T|Tekijä=Esimerkki, Matti|Ajankohta=12.3.1999|Julkaisija=Y}}",
      "webpage | author Esimerkki, Matti | title T | publisher Y | issued 1999-03-12 | url http://a.org"
    ),
    (
      "cs",
      "{{Citace monografie | příjmení = Příklad | jméno = Jan | příjmení2 = Vzor | jméno2 = Petr | titul = Řeky | rok = 1999 }}",
      "book | author Příklad, Jan | author Vzor, Petr | title Řeky | issued 1999"
    ),
    (
      "ko", "{{웹 인용|url=http://a.org|제목=강|저자=홍길동|날짜=2010년 3월 5일|확인날짜=2011-01-01}}",
      "webpage | author 홍길동 | title 강 | issued 2010-03-05 | accessed 2011-01-01 | url http://a.org"
    ),
    (
      "ar", "{{استشهاد بويب|مسار=http://a.org|عنوان=أنهار|الأخير1=علي|الأول1=محمد|تاريخ=12 مارس 1999}}",
      "webpage | author علي, محمد | title أنهار | issued 1999-03-12 | url http://a.org"
    ),
    (
      "he", "{{קישור כללי|כתובת=http://a.org|כותרת=נהרות|הכותב=ישראל ישראלי|תאריך_וידוא=2001-05-03|אתר=אתר}}",
      "webpage | author ישראל ישראלי | title נהרות | container-title אתר | accessed 2001-05-03 | url http://a.org"
    ),
    (
      "fa", "{{یادکرد وب|نشانی=http://a.org|عنوان=رودها|نام خانوادگی۱=نمونه|نام۱=علی|نام خانوادگی۲=دیگر}}",
      "webpage | author نمونه, علی | author دیگر | title رودها | url http://a.org"
    ),
    (
      "tr", "{{Web kaynağı|url=http://a.org|başlık=T|soyadı=Örnek|ad=Ali|erişimtarihi=2001-05-03}}",
      "webpage | author Örnek, Ali | title T | accessed 2001-05-03 | url http://a.org"
    ),
    (
      "ca", "{{Ref-web|url=http://a.org|títol=T|consulta=2001-05-03|editor=E}}",
      "webpage | title T | publisher E | accessed 2001-05-03 | url http://a.org"
    ),
    (
      "no", "{{Kilde bok|tittel=T|etternavn=Eksempel|fornavn=Ola|utgivelsesår=1999|forlag=F}}",
      "book | author Eksempel, Ola | title T | publisher F | issued 1999"
    ),
    (
      "hu", "{{CitLib|aut=Példa Anna|tit=Folyók|ann=1999|red=Part|loc=Pest}}",
      "book | author Példa Anna | title Folyók | publisher Part | publisher-place Pest | issued 1999"
    ),
    (
      "vi", "{{Chú thích web|url=http://a.org|tiêu đề=Sông|tác giả=Ví Dụ}}",
      "webpage | author Ví Dụ | title Sông | url http://a.org"
    ),
  ])
  func `A wiki's own templates are read`(language: String, text: String, expected: String) {
    #expect(works("<ref>\(text)</ref>", language) == [expected])
  }

  @Test(arguments: ["de", "fr", "ja", "ru", "he", "xx", "simple", "pt-br"])
  func `English templates work on every wiki`(language: String) {
    #expect(
      works("{{cite book|last=Doe|first=Jane|title=Rivers|year=1999}}", language)
        == ["book | author Doe, Jane | title Rivers | issued 1999"]
    )
  }

  @Test func `Templates of one wiki are read on others, but not for what they are not`() {
    #expect(works("{{Internetquelle|url=http://a.org|titel=T}}", "en") == ["webpage | title T | url http://a.org"])
    #expect(works("{{Citation|Je pense}}", "fr") == [])
  }

  @Test func `A user's data count before ours`() {
    let data = CitationData(
      [("xx", "template Fluss > book a\nparameters a\n  title > 1\n  author.family > n#\n")].map { ($0.0, $0.1) }
    )
    #expect(data.problems == [])
    var reader = CitationReader(language: "xx", data: data)
    #expect(reader.read(page("{{Fluss|Isar}}")).items.map(\.title) == ["Isar"])
    let layered = CitationData(below: [
      (language: "en", text: "template Cite web > report a\nparameters a\n  title > t")
    ])
    var layeredReader = CitationReader(language: "en", data: layered)
    let items = layeredReader.read(page("{{cite web|t=A|title=B}} {{cite book|title=C}}")).items
    #expect(items.map(\.title) == ["A", "C"])
    #expect(items.map(\.cslType) == [.report, .book])
  }
}
