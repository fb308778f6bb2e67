import Testing
import Wikitext

@testable import WikitextFormatter

@Suite("What each style changes and what it leaves")
struct StyleTests {
  @Test("Blocks of arguments are laid out in one way; lists keep their lines, values without a name their white space")
  func blocks() {
    #expect(
      formatted(
        "{{Infobox river\n|name= Isar|mouth  = [[Danube]]\n | towns =\n* [[Munich]]\n| end=}}\n",
        "block-arguments"
      )
        == "{{Infobox river\n| name  = Isar\n| mouth = [[Danube]]\n| towns =\n* [[Munich]]\n| end   =\n}}\n"
    )
    for page in [
      "{{t\n|a=b\n| c\n}}", "{{t|a=b|c=d}}", "{{t|\na=b|\nc=d|\n}}", "{{#switch:a\n|b=c\n|d=e\n}}", "{{t\n|a=b\n|c=d",
    ] {
      #expect(formatted(page, "block-arguments") == page)
    }
  }

  @Test(
    "Blocks of arguments that are laid out in one way stay, whatever it is",
    arguments: [
      "{{t\n|a=b\n|cc=d\n}}", "{{t\n|a = b\n|cc = d\n}}", "{{t\n| a = b\n| cc = d}}", "{{t\n| a  = b\n| cc = d\n}}",
      "{{t\n  |a =b\n  |cc =\n  |d =e}}", "{{t\n| a   =  b\n| ccc =  d\n| e   = \n}}", "{{t\n| a= b\n\n| cc= d\n\n}}",
      "{{t\n| a   = b\n| ccc = d\n| much_longer = e\n}}", "{{t\n| a =\n* b\n* c\n| dd = e\n}}",
      "{{t\n| a = {{u\n  |b=c\n  |dd=e\n  }}\n| f = g\n}}",
    ]
  )
  func consistentBlocks(page: String) {
    #expect(formatted(page, "block-arguments") == page)
  }

  @Test(
    "Other blocks of arguments are laid out as most of their arguments are",
    arguments: [
      ("{{t\n|a=b\n|cc=d\n| e = f\n}}", "{{t\n|a=b\n|cc=d\n|e=f\n}}"),
      ("{{t\n|a = b|cc = d\n|e = f\n|g = h\n}}", "{{t\n|a = b\n|cc = d\n|e = f\n|g = h\n}}"),
      ("{{t\n| a   = b\n| ccc = d\n| ff  = e\n| g=h\n}}", "{{t\n| a   = b\n| ccc = d\n| ff  = e\n| g   = h\n}}"),
      ("{{t\n| a   = b\n| ccc = d\n|  ee= f\n| g=h\n}}", "{{t\n| a   = b\n| ccc = d\n| ee  = f\n| g   = h\n}}"),
      ("{{t\n|a=b\n|cc = d\n| e= f\n}}", "{{t\n|a= b\n|cc= d\n|e= f\n}}"),
    ]
  )
  func majorities(before: String, after: String) {
    #expect(formatted(before, "block-arguments") == after)
    #expect(formatted(after, "block-arguments") == after)
  }

  @Test("Names of two columns a letter are aligned by columns; templates in templates keep their indentation")
  func widths() {
    #expect(
      formatted("{{川\n| 名前= イザール\n| a = b\n}}", "block-arguments") == "{{川\n| 名前 = イザール\n| a    = b\n}}"
    )
    #expect(
      formatted("{{t\n| a = {{u\n  | b= c\n  | dd = e\n  }}\n| f = g\n}}", "block-arguments")
        == "{{t\n| a = {{u\n  | b  = c\n  | dd = e\n  }}\n| f = g\n}}"
    )
  }

  @Test("A comment between arguments stays where it is")
  func comments() {
    #expect(
      formatted("{{t\n|a=b <!-- c -->\n<!-- d -->\n| e = f\n}}", "block-arguments")
        == "{{t\n| a = b <!-- c -->\n<!-- d -->\n| e = f\n}}"
    )
  }

  @Test(
    "Links become short where they say the same",
    arguments: [
      ("[[Isar|Isar]]", "[[Isar]]"), ("[[Isar|isar]]", "[[isar]]"), ("[[isar|Isar]]", "[[Isar]]"),
      ("[[River|rivers]]", "[[river]]s"), ("[[Isar|Isar]]s", "[[Isar]]s"), ("[[Isar_(a)|b]]", "[[Isar (a)|b]]"),
      ("[[Évian|évian]]", "[[évian]]"), ("[[user_talk:A|b]]", "[[User talk:A|b]]"),
      ("[[image:isar_a.jpg|thumb]]", "[[File:Isar a.jpg|thumb]]"), ("[[category: a|b]]", "[[Category:A|b]]"),
      ("[[User:A|User:A]]", "[[User:A]]"), ("[[#a|#a]]", "[[#a]]"), ("[[Isar#A_b|c]]", "[[Isar#A_b|c]]"),
    ]
  )
  func shortLinks(before: String, after: String) {
    #expect(formatted(before, "links") == after)
    #expect(formatted(after, "links") == after)
  }

  @Test(
    "Links stay that say something else, or could not go on behind their brackets",
    arguments: [
      "[[Isar|River Isar]]", "[[Isar|ISAR]]", "[[Isar_a]]", "[[Isar|'']]a", "[[Isar|''Isar'']]", "[[Isar| Isar]]",
      "[[River|rivers]]ide", "[[River|river-side]]", "[[Isar&amp;a|Isar&amp;a]]", "[[/a|/a]]",
      "[[:Category:a|:Category:a]]",
      "[[de:Isar|Isar]]", "[[Isar|]]", "{{#if:a|[[Isar|Isar]]}}", "<nowiki>[[Isar|Isar]]</nowiki>", "[[User:a|User:A]]",
    ]
  )
  func otherLinks(page: String) {
    #expect(formatted(page, "links") == page)
  }

  @Test("The wiki decides about letters and names")
  func wikis() {
    #expect(formatted("[[isar|Isar]]", "links", wiki: "enwiktionary") == "[[isar|Isar]]")
    #expect(formatted("[[bild:isar.jpg|mini]]", "links", wiki: "dewiki") == "[[Datei:Isar.jpg|mini]]")
    #expect(formatted("[[file:isar.jpg|mini]]", "links", wiki: "dewiki") == "[[File:Isar.jpg|mini]]")
    #expect(formatted("[[istanbul|Istanbul]]", "links", wiki: "trwiki") == "[[istanbul|Istanbul]]")
  }

  @Test("A blank line is put before a heading only where that is all that it does")
  func headings() {
    #expect(formatted("a\n== b ==", "heading-lines") == "a\n\n== b ==")
    #expect(formatted("* a\n== b ==", "heading-lines") == "* a\n\n== b ==")
    for page in [
      "== a ==\n=== b ===", "{{a}}\n== b ==", "a\n\n== b ==", "[[Category:a]]\n== b ==", "<!-- a -->\n== b ==",
      "== b ==", "{{t|a\n== b ==}}", "a {{b}}\n== c ==", "* {{a}}\n== b ==", "\n== b ==",
    ] {
      #expect(formatted(page, "heading-lines") == page)
    }
  }

  @Test(
    "What is shown as it is written stays",
    arguments: [
      "<pre>*a  \n==b==\n</pre>\n", " a  \n b\n", "<poem>\n*a  \n</poem>\n", "<nowiki>[[a|A]] <BR></nowiki>\n",
      "<syntaxhighlight lang=\"c\">\na  \n</syntaxhighlight>\n", "<math>a  </math>\n", "<!-- <BR>  \n==a== -->\n",
      "{{{a|[[b|B]]<BR>}}}\n", "{{#if:a|<BR>\n==b==\n}}\n", "<gallery>\nFile:a_b.jpg|c  \n</gallery>\n",
      "<includeonly>*a  \n</includeonly>\n", "{{lc:A}}\n", "-{zh-hans:<BR>}-\n",
    ]
  )
  func verbatim(page: String) {
    #expect(formatted(page, wiki: "zhwiki") == page)
  }

  @Test("Nothing is changed between the comments that say so")
  func off() {
    #expect(
      formatted("==a==\n<!-- wikitext-format off -->\n==b==\n<!-- wikitext-format on -->\n==c==\n")
        == "== a ==\n<!-- wikitext-format off -->\n==b==\n<!-- wikitext-format on -->\n== c ==\n"
    )
    #expect(formatted("*a\n<!-- wikitext-format off -->\n*b  ") == "* a\n<!-- wikitext-format off -->\n*b  ")
  }

  @Test("A blank before the next cell is not put into apostrophes that are not closed")
  func openCells() {
    #expect(formatted("{|\n|''a||b||c\n|}\n", "cell-blanks") == "{|\n| ''a|| b || c\n|}\n")
  }

  @Test("Attributes that cannot be quoted for certain stay")
  func attributes() {
    for page in ["<b a=\"c>d</b>", "<b a={{c}}>d</b>", "<b a='\"'>d</b>", "<b a=c/>d</b>", "<b a>d</b>", "<b a=>d</b>"]
    {
      #expect(formatted(page, "attribute-quotes") == page)
    }
    #expect(formatted("<ref name=a/>", "attribute-quotes", "void-tags") == "<ref name=\"a\" />")
  }

  @Test("List items that may turn into others stay")
  func items() {
    for page in ["*{{{a}}}\n", "*{{#if:a|b}}\n", ":{|\n|}\n", "*\n", "*<!-- a -->b\n", "#REDIRECT [[a]]\n"] {
      #expect(formatted(page, "item-blanks") == page)
    }
    #expect(formatted(";a:b\n:*c\n", "item-blanks") == "; a:b\n:* c\n")
  }

  @Test("Bytes that are no text are no trouble")
  func bytes() {
    var formatter = PageFormatter()
    for byte in UInt8.min...UInt8.max {
      for context in ["", "[[a", "{{a|b=", "<div ", "{|\n|", "* ", "== ", "&", "\n=="] {
        let page = Array(context.utf8) + [byte, byte] + Array("]]}}>\n|}".utf8)
        let once = formatter.format(page).source
        #expect(formatter.format(once).source == once)
      }
    }
  }
}
