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
      preview (`thumb=…`), or in a `frame`, is ignored too. Templates are not expanded: one in the place of an option is taken for text, \
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
        "no option that counts, and not the caption of the picture: \(parts)",
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
    let parts = link.options.map { (part: $0, option: $0.option) }
    let caption = parts.lastIndex { $0.option == nil }
    var bogus: [BogusPart] = []
    var seen: [ImageOption: FileOptionSyntax] = [:]
    let format = parts.first { $0.option?.group == .thumbnail }?.option
    for (number, (part, option)) in parts.enumerated() {
      guard let option, option != .disabledControls else {
        if number != caption, isLost(part, link) { bogus.append(BogusPart(part: part, isRepetition: false)) }
        continue
      }
      if let first = seen[option.group] {
        bogus.append(BogusPart(part: part, isRepetition: option.group.excludes || first.text == part.text))
      } else {
        seen[option.group] = part
        if !hasEffect(option, part, format: format) { bogus.append(BogusPart(part: part, isRepetition: false)) }
      }
    }
    return bogus
  }

  /// Whether a part that is no option is shown nowhere.
  private static func isLost(_ part: FileOptionSyntax, _ link: FileLinkSyntax) -> Bool {
    if part.option != nil || part.contentRange.isEmpty { return true }
    return !isComputed(part) && link.syntax.tree.configuration.knowsItsLanguage
  }

  /// Whether MediaWiki can do something with an option: a size is a number of pixels, and none is set in a frame or
  /// beside another preview.
  private static func hasEffect(_ option: ImageOption, _ part: FileOptionSyntax, format: ImageOption?) -> Bool {
    switch option {
    case .width:
      if format == .framed || format == .manualThumbnail { return false }
      // `200pxpx` is taken for `200px`, but by no intention of its author.
      return isComputed(part)
        || (part.value.map { $0.utf8.allSatisfy(isOfSize) } ?? true) && !part.text.hasSuffix("pxpx")
    case .upright:
      return isComputed(part) || part.value.map { !$0.utf8.allSatisfy(isOfZero) } ?? true
    default:
      return true
    }
  }

  private static func isOfSize(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: "x") || byte == 0x20
  }

  private static func isOfZero(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "0") || byte == UInt8(ascii: ".") || byte == 0x20
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
