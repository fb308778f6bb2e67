import WikitextDocument
import WikitextSyntax

/// Images, figures, galleries, formulas.
extension HTMLPageReader {
  mutating func visitImage(_ record: HTMLRecord, _ index: Int) -> Int {
    builder.openNode(NewNode(.image, at: Int(record.start), target: builder.intern(fileName(index)[...])))
    addAttributes([.alt], of: index)
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  /// Sound and film.
  mutating func visitMedia(_ record: HTMLRecord, _ index: Int) -> Int {
    builder.openNode(NewNode(.image, at: Int(record.start), target: builder.intern(fileName(index)[...])))
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  /// A figure: a block image, whose children are its caption. In an infobox the caption is part of the row.
  mutating func visitFigure(_ record: HTMLRecord, _ index: Int) -> Int {
    if isInBox { return enter(index, .line) }
    // A figure may be drawn with elements: it has no file.
    let image = firstImage(in: index)
    let target = builder.intern((image.map { fileName($0) } ?? [])[...])
    guard builder.depth < HTMLPageReader.maximumDepth else {
      builder.markTooDeep()
      return enter(index)
    }
    builder.openNode(NewNode(.image, at: Int(record.start), flags: .block, target: target))
    if let image { addAttributes([.alt], of: image) }
    let outer = (context, looseDepth)
    (context, looseDepth) = (.line, -1)
    var child = index + 1
    while child < after(index) {
      let record = tree.records[child]
      if child == image {
        child = Int(record.next)
      } else if let image, child < image, image < Int(record.next), !isCaption(record) {
        // What is around the image goes; what stands beside it is caption.
        child += 1
      } else {
        read(from: child, to: Int(record.next))
        child = Int(record.next)
      }
    }
    (context, looseDepth) = outer
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  private func isCaption(_ record: HTMLRecord) -> Bool { record.element == .figcaption }

  /// Whether a figure that is inline has a caption, which then is shown.
  func hasCaption(_ index: Int) -> Bool {
    tree.records[index..<after(index)].contains { $0.element == .figcaption }
  }

  /// The first image, sound or film in an element.
  private func firstImage(in index: Int) -> Int? {
    (index + 1..<max(after(index), index + 1)).first {
      switch tree.records[$0].element {
      case .img, .video, .audio: true
      default: false
      }
    }
  }

  // MARK: Galleries

  mutating func visitGallery(_ record: HTMLRecord, _ index: Int) -> Int {
    let next = open(index, .gallery, .flow)
    guard builder.currentKind == .gallery else { return next }
    let children = Array(tree.children(of: index))
    for item in children where tree.records[item].roles.contains(.galleryCaption) {
      builder.addAttribute(name("caption"), builder.intern(content.text(of: item)[...]), to: builder.current)
    }
    for item in children where !tree.records[item].roles.contains(.galleryCaption) {
      let record = tree.records[item]
      guard record.element == .li else {
        read(from: item, to: after(item))
        continue
      }
      endLooseText(at: Int(record.start))
      let image = firstImage(in: item)
      let target = builder.intern((image.map { fileName($0) } ?? [])[...])
      builder.openNode(NewNode(.image, at: Int(record.start), flags: .block, target: target))
      if let image { addAttributes([.alt], of: image) }
      let outer = context
      context = .line
      // The caption is behind the image; one without an image is all there is.
      var child = item + 1
      while child < after(item) {
        let record = tree.records[child]
        if let image, child <= image, image < Int(record.next) {
          child = child < image ? child + 1 : Int(record.next)
        } else {
          read(from: child, to: Int(record.next))
          child = Int(record.next)
        }
      }
      context = outer
      builder.closeNode(at: Int(record.end))
    }
    return after(index)
  }

  // MARK: Files

  /// The name of the file that an element shows, without its namespace.
  func fileName(_ index: Int) -> [UInt8] {
    if let resource = tree.attribute(.resource, of: index) {
      return HTMLPageReader.withoutNamespace(
        HTMLAddresses.title(resource.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
      )
    }
    guard let address = tree.attribute(.src, of: index) ?? firstSource(in: index) else { return [] }
    return HTMLPageReader.fileName(inAddress: address)
  }

  private func firstSource(in index: Int) -> ArraySlice<UInt8>? {
    for child in index..<after(index) where tree.records[child].element == .source {
      return tree.attribute(.src, of: child)
    }
    return nil
  }

  private static func withoutNamespace(_ title: [UInt8]) -> [UInt8] {
    guard let colon = title.firstIndex(of: UInt8(ascii: ":")) else { return title }
    return Array(title[(colon + 1)...].trimmed)
  }

  /// The name of a file in the address of its picture: `…/thumb/a/ab/Isar.jpg/220px-Isar.jpg`.
  private static func fileName(inAddress address: ArraySlice<UInt8>) -> [UInt8] {
    if address.starts(with: "data:") { return [] }
    let path = address.prefix { $0 != UInt8(ascii: "?") }
    let parts = path.split(separator: UInt8(ascii: "/"))
    guard let last = parts.last else { return [] }
    let isScaled = parts.count > 1 && parts.contains { $0.equals("thumb") }
    return HTMLAddresses.title(isScaled ? parts[parts.count - 2] : last)
  }

  // MARK: Programs and formulas

  /// Source code that is shown in colours.
  mutating func visitCode(_ record: HTMLRecord, _ index: Int) -> Int {
    var code: [UInt8] = []
    for child in tree.records[index..<after(index)] where child.element == .text {
      code += HTMLCharacters.decoding(source[Int(child.start)..<Int(child.end)])
    }
    let name = name("syntaxhighlight")
    let target = builder.intern(code[...])
    builder.openNode(NewNode(.code, at: Int(record.start), name: name, target: target))
    for word in tree.attribute(.class, of: index)?.split(separator: 0x20) ?? []
    where word.starts(with: "mw-highlight-lang-") {
      builder.addAttribute(self.name("lang"), builder.intern(word.dropFirst(18)), to: builder.current)
    }
    if !record.element.isBlock { builder.addAttribute(self.name("inline"), PoolRange(), to: builder.current) }
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  /// A formula: its LaTeX stands in an annotation, or in the alternative text of its picture.
  mutating func visitFormula(_ record: HTMLRecord, _ index: Int) -> Int {
    guard let latex = latex(in: index) else { return enter(index) }
    beginLooseText(at: Int(record.start))
    let isDisplayed = tree.records[index..<after(index)].indices.contains {
      tree.records[$0].element == .math && tree.attribute(.display, of: $0)?.equals("block") == true
    }
    let target = builder.intern(latex)
    builder.addLeaf(
      NewNode(.math, at: Int(record.start), flags: isDisplayed ? .block : [], target: target),
      to: Int(record.end)
    )
    return after(index)
  }

  private func latex(in index: Int) -> ArraySlice<UInt8>? {
    var picture: ArraySlice<UInt8>?
    for child in index..<after(index) {
      let record = tree.records[child]
      if record.element == .annotation {
        let text = HTMLCharacters.decoding(source[Int(record.contentStart)..<Int(record.contentEnd)])
        return HTMLPageReader.withoutStyle(text[...])
      }
      if record.element == .math, let alt = tree.attribute(.alt, of: child) { picture = alt }
      if record.element == .img, picture == nil { picture = tree.attribute(.alt, of: child) }
    }
    return picture.map { HTMLPageReader.withoutStyle($0) }
  }

  /// LaTeX without the `{\displaystyle …}` that MediaWiki puts around it.
  private static func withoutStyle(_ latex: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = latex.trimmed
    for style in ["{\\displaystyle" as StaticString, "{\\textstyle"]
    where text.starts(with: style) && text.last == UInt8(ascii: "}") {
      return text.dropFirst(style.utf8CodeUnitCount).dropLast().trimmed
    }
    return text
  }
}
