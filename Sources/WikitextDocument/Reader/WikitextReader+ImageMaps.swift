import WikitextSyntax

/// `<imagemap>`: its content is no wikitext, but its lines hold some. The rules are those of `ImageMap::render`.
extension WikitextReader {
  /// A piece of the source that was read by itself.
  private struct Piece {
    var document: Document
    var range: Range<Int>
    /// What is added to places in the document's source to get those in the page's.
    var shift: Int
  }

  /// What the lines of a map say.
  private struct MapContent {
    var image: Piece?
    var areas: [(link: Piece, shape: String, coordinates: [String])] = []
    var description: String?
  }

  /// Adds the map at `index`, whose content is in the range `content` of the source, with its image and areas as children.
  mutating func visitImageMap(_ node: NewNode, _ startTag: Int, content: Range<Int>, end: Int) {
    let depth = construction.beginContext(node, isBlock: true)
    let map = builder.current
    addAttributes(ofChildrenFrom: startTag + 2, to: next(startTag), node: map)
    do {
      let parts = try mapContent(content)
      if let description = parts.description { builder.addAttribute(named: "desc", description, to: map) }
      graft(parts)
    } catch {
      builder.addAttribute(named: "error", error.rawValue, to: map)
    }
    construction.endContext(depth: depth, at: end)
  }

  private mutating func graft(_ parts: MapContent) {
    if let image = parts.image { graft(.image, of: image, attributes: []) }
    for (link, shape, coordinates) in parts.areas {
      let attributes = [(name: "shape", value: shape), (name: "coords", value: coordinates.joined(separator: ","))]
      graft(.link, of: link, attributes: attributes)
      graft(.externalLink, of: link, attributes: attributes)
    }
  }

  /// Adds the first node of a kind; one that would be nested too deep stays in the source.
  private mutating func graft(_ kind: NodeKind, of piece: Piece, attributes: [(name: String, value: String)]) {
    guard let index = piece.document.records.firstIndex(where: { $0.kind == kind }) else { return }
    let node = Node(document: piece.document, index: index)
    if builder.open.count + node.height > TreeConstruction.maximumDepth {
      builder.records[builder.current].flags.insert(.tooDeep)
    } else {
      builder.graft(node, shiftedBy: piece.shift, within: piece.range, attributes: attributes)
    }
  }

  // MARK: Lines

  private func mapContent(_ content: Range<Int>) throws(ImageMap.Failure) -> MapContent {
    var parts = MapContent()
    var lineStart = content.lowerBound
    while lineStart < content.upperBound {
      let lineEnd = source[lineStart..<content.upperBound].firstIndex(of: 0x0A) ?? content.upperBound
      let line = trimmed(lineStart, lineEnd)
      lineStart = lineEnd + 1
      if line.isEmpty || source[line.lowerBound] == UInt8(ascii: "#") { continue }
      if parts.image == nil {
        parts.image = try mapImage(line)
      } else if let description = try mapDescription(line) {
        parts.description = description
      } else {
        parts.areas.append(try mapArea(line))
      }
    }
    if parts.image == nil { throw .noImage }
    return parts
  }

  /// The first line: an image without its brackets.
  private func mapImage(_ line: Range<Int>) throws(ImageMap.Failure) -> Piece {
    let document = read(Array("[[".utf8) + source[line] + Array("]]".utf8))
    guard document.records.contains(where: { $0.kind == .image }) else { throw .noImage }
    return Piece(document: document, range: line, shift: line.lowerBound - 2)
  }

  /// `desc bottom-left`: where the link to the file's page is; nil for other lines.
  private func mapDescription(_ line: Range<Int>) throws(ImageMap.Failure) -> String? {
    guard let word = words(line).first, source[word].elementsEqual("desc".utf8) else { return nil }
    let place = trimmed(word.upperBound, line.upperBound)
    let name = String(decoding: source[place], as: UTF8.self).lowercased()
    if ["top-right", "bottom-right", "bottom-left", "top-left", "none"].contains(name) { return name }
    // The words of other languages are messages that are not known here.
    if tree.configuration.language == "en" { throw .invalidDescription }
    return "bottom-right"
  }

  /// `poly 1 2 3 4 5 6 [[link]]`
  private func mapArea(
    _ line: Range<Int>
  ) throws(ImageMap.Failure) -> (link: Piece, shape: String, coordinates: [String]) {
    guard let bracket = source[line].firstIndex(of: UInt8(ascii: "[")) else { throw .noLink }
    let link = try mapLink(bracket..<line.upperBound)
    let words = words(line.lowerBound..<bracket)
    let shape = words.first.map { String(decoding: source[$0], as: UTF8.self).lowercased() } ?? ""
    var coordinates = words.dropFirst().map { String(decoding: source[$0], as: UTF8.self) }
    switch shape {
    case "default": coordinates = []
    case "rect", "circle":
      let count = shape == "rect" ? 4 : 3
      if coordinates.count < count { throw .missingCoordinate }
      coordinates.removeLast(coordinates.count - count)
    case "poly":
      if coordinates.isEmpty || coordinates.count % 2 == 1 { throw .unevenPolygon }
    default: throw .unknownShape
    }
    if coordinates.contains(where: { Double($0)?.isFinite != true }) { throw .invalidCoordinate }
    return (link, shape, coordinates)
  }

  /// The link at the end of a line; nothing but punctuation may stand behind it.
  private func mapLink(_ range: Range<Int>) throws(ImageMap.Failure) -> Piece {
    guard let last = source[range].lastIndex(of: UInt8(ascii: "]")),
      !source[last..<range.upperBound].contains(where: isWord)
    else { throw .noLink }
    var link = Array(source[range.lowerBound...last])
    var shift = range.lowerBound
    if link.starts(with: "[[".utf8) {
      guard link.suffix(2).elementsEqual("]]".utf8), link.count > 4 else { throw .noLink }
      // Whatever its namespace or prefix, it is a link.
      if link[2] != UInt8(ascii: ":") {
        link.insert(UInt8(ascii: ":"), at: 2)
        shift -= 1
      }
    }
    let document = read(link)
    guard document.records.contains(where: { $0.kind == .link || $0.kind == .externalLink }) else { throw .invalidLink }
    return Piece(document: document, range: range.lowerBound..<last + 1, shift: shift)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  /// The words of a range: what blanks and tabs part.
  private func words(_ range: Range<Int>) -> [Range<Int>] {
    source[range].split { $0 == 0x20 || $0 == 0x09 }.map { $0.startIndex..<$0.endIndex }
  }

  /// Reads a piece of wikitext by itself. It cannot hold a map again: the end tag of one would have ended this one.
  private func read(_ wikitext: [UInt8]) -> Document {
    var reader = WikitextReader(SyntaxTree(parsing: wikitext, configuration: tree.configuration), roles: roles)
    return reader.read()
  }
}
