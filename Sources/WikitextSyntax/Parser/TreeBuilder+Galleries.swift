/// Galleries: a file on each line.
extension TreeBuilder {
  /// Whether what stands before the first pipe of a line can name a file: MediaWiki skips lines where it cannot
  /// (`Parser::renderImageGallery`).
  ///
  /// - Complexity: O(bytes of the name).
  func isFileName(_ first: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    var name: [UInt8] = []
    var index = first
    while !endsLine(index, tokens) {
      if let past = pastHidden(index, tokens) {
        index = past
        continue
      }
      // What templates give is not known.
      if tokens[index].kind == .openBraces, tokens[index].link != 0 { return true }
      name.append(contentsOf: source[Int(tokens[index].start)..<Int(tokens[index + 1].start)])
      index += 1
    }
    let title = TitleText.decoded(name[...])
    let rule = TitleRule(configuration: configuration)
    return rule.split(title.span, 0, title.count, in: Namespace.file, scope: .thorough) != nil
  }

  /// A pipe in a line of a gallery.
  mutating func nextGalleryPart(_ tokens: borrowing GrowableBuffer<Token>) {
    let item = Int(frame.nodeBase) + 1
    guard nodes.count > item, nodes[item].kind == .galleryItem else {
      // A line that begins with a pipe names no file.
      asText(tokens)
      return
    }
    closeNodes(to: item + 1)
    beginPart()
    open(.linkText)
    asLeaf(.delimiter, tokens)
  }
}
