import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// `dangling-short-reference`: a short reference names a work that the page does not cite.
struct DanglingShortReference: PageRule {
  let about = RuleDescription(
    id: "dangling-short-reference",
    family: .structure,
    severity: .warning,
    summary: "A short reference names a work that the page does not cite.",
    explanation: """
      `{{sfn|Smith|1999}}` leads to a citation on the same page by the name and the year; without it the link leads \
      nowhere. Found are `{{sfn}}`, `{{harv}}` and their like with a name and a year of four digits, where the page cites \
      no work of that name and year, on pages on which at least one other leads to its work: where none does, the page \
      ties them in another way.
      """,
    bad: """
      Long{{sfn|Smith|1999}} and wide{{sfn|Doe|2001}}
      * {{cite book |last=Smith |first=Ann |year=1999 |title=Rivers}}
      """,
    good: """
      Long{{sfn|Smith|1999}} and wide{{sfn|Doe|2001}}
      * {{cite book |last=Smith |first=Ann |year=1999 |title=Rivers}}
      * {{cite book |last=Doe |first=John |year=2001 |title=Lakes}}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard !page.isTransclusionSource, DanglingShortReference.hasShortReference(page) else { return }
    let bibliography = page.article.bibliography
    guard bibliography.shortReferences.contains(where: { $0.kind == .harvard && !$0.isUnresolved }) else { return }
    let works = DanglingShortReference.works(bibliography).union(DanglingShortReference.namedAnchors(page))
    for reference in bibliography.shortReferences where reference.kind == .harvard && reference.isUnresolved {
      guard let author = reference.authors.first, let year = reference.year, DanglingShortReference.isYear(year) else {
        continue
      }
      // Where only the form of the anchor differs, the page does cite the work.
      if works.contains("\(author.lowercased()) \(year.prefix(4))") { continue }
      let named = (reference.authors + [year]).joined(separator: " ")
      findings.report(
        "the page cites no work of \(named), to which {{\(reference.template)}} leads",
        at: reference.range
      )
    }
  }

  /// Whether a name of a call begins as those of the templates do, so that pages without them are not read to the end.
  private static func hasShortReference(_ page: CheckedPage) -> Bool {
    page.nodes(.template).contains { node in
      guard let name = node.firstChild(.transclusionName) else { return false }
      let start = ByteClass.folded(page.source[name.range.offsets].prefix(8))
      return start.starts(with: "sfn".utf8) || start.starts(with: "harv".utf8)
    }
  }

  /// The names and years of all works.
  private static func works(_ bibliography: Bibliography) -> Set<String> {
    var works: Set<String> = []
    for item in bibliography.items {
      let years = [item.issued, item[.published]].compactMap { $0 }.flatMap { date in
        [date.date?.year.map { String($0) }, String(date.literal.prefix(4))].compactMap { $0 }
      }
      for contributor in item.contributors {
        let names = [contributor.name.family, contributor.name.literal].compactMap { $0 }
        for name in names { for year in years { works.insert("\(name.lowercased()) \(year)") } }
      }
    }
    return works
  }

  /// The names and years of anchors that citations of any template are given: `ref={{harvid|Smith|1999}}`.
  private static func namedAnchors(_ page: CheckedPage) -> Set<String> {
    var anchors: Set<String> = []
    for node in page.nodes(.template) {
      guard let template = TemplateSyntax(node) else { continue }
      let name = ByteClass.folded(template.nameSyntax.bytes)
      guard name.elementsEqual("harvid".utf8) || name.elementsEqual("sfnref".utf8) else { continue }
      let texts = template.arguments.filter(\.isPositional).map {
        String(decoding: ByteClass.folded($0.valueText.utf8), as: UTF8.self)
      }
      if let first = texts.first, let last = texts.last { anchors.insert("\(first) \(last.prefix(4))") }
    }
    return anchors
  }

  /// Whether a year is written in four digits, perhaps with a letter.
  private static func isYear(_ year: String) -> Bool {
    let bytes = Array(year.utf8)
    return (bytes.count == 4 || bytes.count == 5 && ByteClass.isLetter(bytes[4]))
      && bytes.prefix(4).allSatisfy(ByteClass.isDigit)
  }
}
