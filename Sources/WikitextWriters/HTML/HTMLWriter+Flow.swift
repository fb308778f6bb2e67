import WikitextDocument
import WikitextSyntax

/// What stands among paragraphs: blocks, templates that have lines to themselves, the table of contents.
extension HTMLWriter {
  /// Writes the nodes below one in which there are paragraphs.
  ///
  /// To a document, a template that has its line to itself is no part of a paragraph, for what it will be is not known.
  /// Unexpanded it is text, which makes a paragraph with the lines right before and after it.
  mutating func writeFlow(of index: Int) {
    var child = index + 1
    let end = Int(records[index].next)
    // Up to this node paragraphs are known to be without templates.
    var plainEnd = child
    while child < end {
      writeContents(before: child, in: index)
      let run = child < plainEnd ? nil : paragraph(from: child, to: end)
      if let run, run.hasTransclusion {
        writeParagraph(from: child, to: run.end)
        child = run.end
      } else {
        plainEnd = max(plainEnd, run?.end ?? 0)
        write(node: child)
        child = Int(records[child].next)
      }
    }
    writeContents(atEndOf: index)
  }

  /// The nodes from `first` on that are one paragraph, for only line breaks part them; nil where none begins.
  private func paragraph(from first: Int, to end: Int) -> (end: Int, hasTransclusion: Bool)? {
    var next = first
    var hasTransclusion = false
    var last = first
    while next < end, next == first || !isParted(last, next) {
      let isTransclusion = isBlockTransclusion(next)
      guard isTransclusion || isParagraph(next) else { break }
      hasTransclusion = hasTransclusion || isTransclusion
      last = next
      next = Int(records[next].next)
    }
    return next > first ? (next, hasTransclusion) : nil
  }

  /// Writes nodes as one paragraph, unless they show nothing.
  private mutating func writeParagraph(from first: Int, to end: Int) {
    let start = output.count
    output.append("<p>")
    let content = output.count
    contentStart = content
    var child = first
    while child < end {
      if child > first { output.append(UInt8(ascii: "\n")) }
      if isParagraph(child) { writeChildren(of: child) } else { write(node: child) }
      child = Int(records[child].next)
    }
    output.trimEnd(downTo: content)
    if output.count == content { output.removeAll(from: start) } else { output.append("</p>\n") }
  }

  private func isBlockTransclusion(_ index: Int) -> Bool {
    guard records[index].flags.contains(.block) else { return false }
    switch records[index].kind {
    case .template, .parserFunction, .parameter: return true
    default: return false
    }
  }

  private func isParagraph(_ index: Int) -> Bool {
    records[index].kind == .paragraph && !records[index].flags.contains(.tag)
  }

  /// Whether a blank line, or anything else than a line break, stands between two nodes.
  private func isParted(_ first: Int, _ second: Int) -> Bool {
    let start = Int(records[first].sourceEnd)
    let end = Int(records[second].sourceStart)
    guard start <= end else { return true }
    return document.source[start..<end].count { $0 == 0x0A } > 1
  }
}
