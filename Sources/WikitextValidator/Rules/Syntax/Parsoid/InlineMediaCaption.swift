import WikitextSyntax

/// `inline-media-caption`: captions of pictures that show none.
struct InlineMediaCaption: PageRule {
  let about = RuleDescription(
    id: "inline-media-caption",
    family: .syntax,
    severity: .info,
    summary: "A picture in the line has a caption, which is not shown.",
    explanation: """
      Only pictures in a frame (`thumb`, `frame`) show their caption. Of one that stands in the line it is at most a \
      tooltip. Where it describes the picture, write `alt=`; where it is to be read, add `thumb`. Off unless it is \
      switched on: many wikis use such captions on purpose.
      """,
    bad: "The [[File:Isar.svg|20px|A wavy line]] stands for rivers",
    good: "The [[File:Isar.svg|20px|alt=A wavy line]] stands for rivers",
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for picture in page.nodes(.fileLink) {
      guard let link = FileLinkSyntax(picture), let caption = link.caption, !caption.plainText.isEmpty else {
        continue
      }
      let isInLine = link.options.allSatisfy { part in
        switch part.option {
        case .thumbnail?, .manualThumbnail?, .framed?, .left?, .right?, .center?, ImageOption.none?: false
        default: true
        }
      }
      if isInLine { findings.report("the caption “\(caption.plainText)” is not shown", at: picture.range) }
    }
  }
}
