import WikitextNormalizer
import WikitextSyntax

/// `infobox-image-not-a-file`: pictures that are none.
struct InfoboxImageNotAFile: PageRule {
  let about = RuleDescription(
    id: "infobox-image-not-a-file",
    family: .infobox,
    severity: .warning,
    summary: "A field for a picture does not name a file.",
    explanation: """
      The field has an address of the web, which MediaWiki shows as text or not at all, or words without the ending that \
      every file has. Upload the picture and name the file. Only fields are looked at that the schema ties to a picture, \
      logo, flag, coat of arms or signature in Wikidata; maps that are drawn by the name of a place are left alone.
      """,
    bad: "{{Infobox river|name=Isar|image=https://example.org/isar.jpg}}",
    good: "{{Infobox river|name=Isar|image=Isar.jpg}}"
  )

  /// Picture, logo, flag, coat of arms, signature, seal.
  private static let pictures: Set<String> = ["P18", "P154", "P41", "P94", "P109", "P158"]

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      for field in infobox.shownFields where field.schemaField?.kind == .image {
        guard let property = field.schemaField?.property, Self.pictures.contains(property), field.values.count == 1
        else { continue }
        let value = field.values[0]
        switch value.content {
        case .image(let file) where file.contains("://"), .url(let file):
          findings.report("\"\(Excerpt.short(file))\" is an address, and no file of the wiki", at: value.range)
        case .text(let text)
        where value.templates.isEmpty && !text.contains(".") && text.contains(where: \.isLetter)
          && text.contains(" ") && !page.knowledge.hasWordOfValues(text):
          findings.report("\"\(Excerpt.short(text))\" is no name of a file: it has no ending", at: value.range)
        default: break
        }
      }
    }
  }
}
