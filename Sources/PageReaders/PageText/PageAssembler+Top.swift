import WikitextDocument
import WikitextSyntax

/// What stands above the first paragraph of the lead: the title, the site's lines, the infobox, captions.
extension PageAssembler {
  /// The fewest bytes of a first paragraph.
  static let shortestLead = 60
  /// How far down a sentence may stand that has an infobox below it, in lines.
  static let lastLineAboveBox = 40
  /// The fewest rows below a sentence that make it one above the box.
  static let rowsBelowSentence = 4

  /// Writes what stands above the lead.
  ///
  /// - Returns: the line where the lead begins, and the nodes that are infoboxes.
  mutating func assembleTop() -> (end: Int, infoboxes: [Int]) {
    let lead = leadStart()
    var index = 0
    var infoboxes: [Int] = []
    while index < lead {
      switch lines[index].kind {
      case .title:
        builder.extras.title = builder.intern(source[lines[index].range])
        builder.extras.furniture.append(Furniture(.site, SourceRange(lines[index].range)))
        index += 1
      case .furniture:
        addFurniture(lines[index])
        index += 1
      default:
        var end = index
        while end < lead, lines[end].kind != .furniture { end += 1 }
        infoboxes += assembleBox(index..<end)
        index = end
      }
    }
    return (lead, infoboxes)
  }

  /// The line of the first paragraph, or the first that can stand in no infobox.
  ///
  /// A sentence above the box, such as the text that stands for a picture, is not it: rows follow.
  private func leadStart() -> Int {
    guard let first = nextLead(from: 0), first < lines.count else { return lines.count }
    guard first < PageAssembler.lastLineAboveBox, isLead(first), let second = nextLead(from: first + 1) else {
      return first
    }
    let source = source
    var rows = 0
    for index in first + 1..<second {
      let line = lines[index]
      if line.kind == .row || (line.kind == .plain && labels.match(source.span, line.range, style: .glued) != nil) {
        rows += 1
      }
    }
    return rows >= PageAssembler.rowsBelowSentence ? second : first
  }

  private func nextLead(from first: Int) -> Int? {
    var index = first
    while index < lines.count {
      switch lines[index].kind {
      case .heading, .entry: return index
      case .plain where isLead(index): return index
      default: index += 1
      }
    }
    return nil
  }

  /// Whether a line is a paragraph: a sentence that stands alone.
  private func isLead(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.count >= PageAssembler.shortestLead, index == 0 || line.blanks > 0 || lines[index - 1].kind == .furniture
    else { return false }
    let standsAlone = index + 1 == lines.count || lines[index + 1].blanks > 0 || lines[index + 1].kind == .bullet
    return standsAlone && (endsAsSentence(line) || line.count > 300)
  }
}
