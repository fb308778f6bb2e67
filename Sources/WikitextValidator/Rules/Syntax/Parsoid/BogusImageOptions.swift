import WikitextSyntax

/// `bogus-image-options`: parts of a picture that are neither an option nor its caption.
struct BogusImageOptions: PageRule {
  let about = RuleDescription(
    id: "bogus-image-options",
    family: .syntax,
    severity: .warning,
    summary: "A part of `[[File:…]]` is ignored: it is no option, or one that was given before, and not the caption.",
    explanation: """
      Of the parts that are no option, the last is the caption; the others are shown nowhere. Most are misspelt options \
      (`righ`, `200` for `200px`, `Left` for `left`), captions with a pipe in them, and captions before a pipe too many. \
      Of options that exclude each other, or are given twice, the first counts here. A size beside another file as \
      preview (`thumb=…`) is ignored too. Templates are not expanded: one in the place of an option is taken for text, \
      parameters and parser functions are passed over. Where the words for options in the wiki's language are not \
      known, only repeated ones are found.

      The fix deletes an option that is there already.
      """,
    bad: "[[File:Isar.jpg|thumb|left|thumb|The Isar at Lenggries]]",
    good: "[[File:Isar.jpg|thumb|left|The Isar at Lenggries]]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for picture in page.nodes(.fileLink) {
      guard let link = FileLinkSyntax(picture) else { continue }
      let bogus = BogusImageOptions.bogusParts(of: link)
      guard !bogus.isEmpty else { continue }
      let parts = bogus.map { "“\(page.text($0.part.contentRange))”" }.joined(separator: ", ")
      let deletions = bogus.filter(\.isRepetition).map { SyntaxEdit(deleting: $0.part.range) }
      findings.report(
        "the picture ignores \(parts): no option of it, or one that is there already, and not the caption",
        at: picture.range,
        fix: deletions.isEmpty ? nil : Fix("Delete what is there already", deletions)
      )
    }
  }

  struct BogusPart {
    var part: FileOptionSyntax
    /// It can be deleted: the same is there already, or something else that counts in its place.
    var isRepetition: Bool
  }

  /// The parts of a picture that are ignored.
  static func bogusParts(of link: FileLinkSyntax) -> [BogusPart] {
    var bogus: [BogusPart] = []
    var seen: [ImageOption: FileOptionSyntax] = [:]
    var caption: Int?
    for (number, part) in link.options.enumerated() {
      guard let option = part.option else {
        caption = number
        continue
      }
      let group = option.group
      if let first = seen[group] {
        let isRepetition = group.excludes || first.text == part.text
        bogus.append(BogusPart(part: part, isRepetition: isRepetition))
      } else {
        seen[group] = part
      }
    }
    let hasPreview = link.has(.manualThumbnail)
    for (number, part) in link.options.enumerated() {
      let isLostCaption =
        part.option == nil && number != caption && !isComputed(part)
        && (part.contentRange.isEmpty || link.syntax.tree.configuration.knowsItsLanguage)
      if isLostCaption || (hasPreview && part.option == .width) {
        bogus.append(BogusPart(part: part, isRepetition: false))
      }
    }
    return bogus.sorted { $0.part.range.start < $1.part.range.start }
  }

  private static func isComputed(_ part: FileOptionSyntax) -> Bool {
    part.syntax.children.contains {
      switch $0.kind {
      case .parserFunction, .parameterReference, .variable: true
      default: false
      }
    }
  }
}

extension ImageOption {
  /// The first of the options that exclude each other, of which this is one.
  fileprivate var group: ImageOption {
    switch self {
    case .thumbnail, .manualThumbnail, .framed, .frameless: .thumbnail
    case .left, .right, .center, .none: .left
    case .baseline, .sub, .super, .top, .textTop, .middle, .bottom, .textBottom: .baseline
    default: self
    }
  }

  /// Whether the first of a group counts in all of MediaWiki's parsers.
  fileprivate var excludes: Bool { self == .thumbnail || self == .left || self == .baseline }
}
