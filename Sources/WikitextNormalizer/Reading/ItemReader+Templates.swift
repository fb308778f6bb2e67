/// The templates that a value came through.
extension ItemReader {
  /// A value in more templates has the innermost of them left out.
  private static let mostTemplates = 16

  /// The templates around the text of a range, the outermost first, and those in it.
  ///
  /// - Complexity: O(log spans + templates found + depth of the nesting).
  mutating func templates(in range: Range<Int>) -> [String] {
    if templateSpans == nil { templateSpans = TemplateSpans(text.spans) }
    guard let templateSpans else { return [] }
    var names = templateSpans.around(range, limit: ItemReader.mostTemplates).map { name(of: $0) }
    for span in text.spans(startingIn: range) where span.kind == .template && names.count < ItemReader.mostTemplates {
      if span.start > range.lowerBound || span.end < range.upperBound { names.append(name(of: span.node)) }
    }
    // A value that was made of what a template shows names that template itself.
    for atom in text.atoms(in: range) where names.count < ItemReader.mostTemplates {
      names += atom.value.templates.first == names.last ? atom.value.templates.dropFirst() : atom.value.templates[...]
    }
    return names
  }

  private func name(of node: Int) -> String { document.string(document.records[node].name) }
}

/// The spans of templates, each with the one around it.
struct TemplateSpans {
  private var spans: [ValueText.Stretch] = []
  /// The place in `spans` of the span around each; -1 where there is none.
  private var parents: [Int] = []

  init(_ all: [ValueText.Stretch]) {
    var open: [Int] = []
    for span in all where span.kind == .template {
      while let last = open.last, spans[last].end < span.end || spans[last].end <= span.start { open.removeLast() }
      parents.append(open.last ?? -1)
      open.append(spans.count)
      spans.append(span)
    }
  }

  /// The nodes of the templates whose spans hold all of a range, the outermost first.
  func around(_ range: Range<Int>, limit: Int) -> [Int] {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var nodes: [Int] = []
    var index = low - 1
    while index >= 0 {
      if spans[index].end >= range.upperBound { nodes.append(spans[index].node) }
      index = parents[index]
    }
    return nodes.reversed().prefix(limit).map { $0 }
  }
}
