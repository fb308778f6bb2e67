import WikitextDocument
import WikitextSyntax

/// The table of contents.
extension HTMLWriter {
  /// Where in the source the table of contents stands: where `__TOC__` is; else, with four headings or more or where
  /// `__FORCETOC__` asks for it, before the first heading. `__NOTOC__` keeps only the first of these
  /// (`Parser::finalizeHeadings`).
  func placeOfContents() -> Int? {
    guard options.tableOfContents != .never, let first = headings.entries.first else { return nil }
    let switches = document.extras.behaviorSwitches
    if let place = switches.firstIndex(where: { $0.name == "toc" }) {
      return Int(document.extras.behaviorSwitchPlaces[place])
    }
    let start = Int(records[first.node].sourceStart)
    if switches.contains(where: { $0.name == "forcetoc" }) { return start }
    guard options.tableOfContents == .automatic, headings.entries.count >= 4 else { return nil }
    return switches.contains { $0.name == "notoc" } ? nil : start
  }

  /// Writes the table of contents when it stands before a node, which is below another.
  mutating func writeContents(before index: Int, in parent: Int) {
    guard let place = contentsPlace, place <= Int(records[index].sourceStart) else { return }
    writeContents(in: parent)
  }

  /// Writes the table of contents when it stands at the end of a node.
  mutating func writeContents(atEndOf index: Int) {
    guard let place = contentsPlace, place < Int(records[index].sourceEnd) else { return }
    writeContents(in: index)
  }

  /// Writes the table of contents where it may stand: not in a link, and a paragraph ends before it and goes on after
  /// it.
  private mutating func writeContents(in parent: Int) {
    guard !isInLink else { return }
    contentsPlace = nil
    guard records[parent].kind == .paragraph else { return writeContents() }
    output.trimEnd(downTo: contentStart)
    if output.count == contentStart {
      output.removeAll(from: contentStart - "<p>".utf8.count)
    } else {
      output.append("</p>\n")
    }
    writeContents()
    output.append("<p>")
    contentStart = output.count
    resumedParagraph = contentStart
  }

  private mutating func writeContents() {
    output.append("<div id=\"toc\" class=\"toc\" role=\"navigation\" aria-labelledby=\"mw-toc-heading\">")
    output.append("<div class=\"toctitle\"><h2 id=\"mw-toc-heading\">Contents</h2></div>\n")
    var numbers = ContentsNumbers()
    for entry in headings.entries {
      let (number, opened, closed) = numbers.next(level: entry.level)
      for _ in 0..<closed { output.append("</li>\n</ul>\n") }
      if opened { output.append("\n<ul>\n") } else { output.append("</li>\n") }
      writeContentsEntry(entry, number: number, depth: numbers.depth)
    }
    for _ in 0..<numbers.depth { output.append("</li>\n</ul>\n") }
    output.append("</div>\n")
  }

  private mutating func writeContentsEntry(_ entry: HeadingIDs.Entry, number: String, depth: Int) {
    output.append("<li class=\"toclevel-")
    append(Array("\(depth)".utf8))
    output.append("\"><a href=\"")
    appendAttributeValue(URLEncoding.fragment(entry.id))
    output.append("\"><span class=\"tocnumber\">")
    append(Array(number.utf8))
    output.append("</span> <span class=\"toctext\">")
    appendText(HeadingText.text(of: entry.node, in: document))
    output.append("</span></a>")
  }
}

/// The numbers of the headings in a table of contents, whose levels may skip: `1`, `1.1`, `2`.
private struct ContentsNumbers {
  /// The levels of the headings that are open, and how many of each there were.
  private var open: [(level: Int, count: Int)] = []

  /// How many lists are open.
  var depth: Int { open.count }

  /// The number of the next heading, whether it opens a list, and how many lists it closes.
  mutating func next(level: Int) -> (number: String, opens: Bool, closes: Int) {
    let before = open.count
    while open.count > 1, let last = open.last, last.level > level, open[open.count - 2].level >= level {
      open.removeLast()
    }
    let closes = before - open.count
    if let last = open.last, last.level >= level {
      open[open.count - 1] = (level, last.count + 1)
      return (number, false, closes)
    }
    open.append((level, 1))
    return (number, true, closes)
  }

  private var number: String { open.map { "\($0.count)" }.joined(separator: ".") }
}
