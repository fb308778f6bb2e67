import WikitextSyntax

/// Links, images, categories.
extension WikitextReader {
  /// The title in a link target: trimmed, without a leading colon, underscores as spaces, runs of spaces as one,
  /// percent-encoded bytes and character references decoded, comments left out; one relative to the page from the root.
  mutating func title(_ target: Int) -> PoolRange { title(target, isLink: true) }

  /// The name of a template: a title too, but nothing is percent-encoded in it.
  mutating func templateName(_ name: Int) -> PoolRange { title(name, isLink: false) }

  private mutating func title(_ target: Int, isLink: Bool) -> PoolRange {
    let last = next(target)
    if last == target + 2, records[target + 1].kind == .text, let range = plainTitle(start(target), end(target)) {
      return builder.intern(source[range])
    }
    let title = writtenTitle(target, isLink: isLink)
    let resolved = tree.page?.resolve(title[trimmed(title)])?.target ?? title
    let mark = builder.mark
    builder.pool.append(contentsOf: resolved)
    normalizeTitle(from: Int(mark))
    return builder.since(mark)
  }

  /// The text of a title: decoded, comments and inclusion tags left out.
  private func writtenTitle(_ target: Int, isLink: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var child = target + 1
    while child < next(target) {
      if !records[child].kind.isHidden { bytes += source[start(child)..<end(child)] }
      child = next(child)
    }
    return isLink ? TitleText.decoded(bytes[...]) : CharacterReference.decodingAll(in: bytes[...])
  }

  private func trimmed(_ bytes: [UInt8]) -> Range<Int> {
    let start = bytes.firstIndex { !isWhitespace($0) } ?? bytes.count
    let end = bytes.lastIndex { !isWhitespace($0) } ?? start - 1
    return start..<end + 1
  }

  /// The trimmed range of a title that is in its ordinary form already, as nearly all are.
  private func plainTitle(_ start: Int, _ end: Int) -> Range<Int>? {
    let range = trimmed(start, end)
    guard !range.isEmpty else { return nil }
    switch source[range.lowerBound] {
    case UInt8(ascii: ":"): return nil
    case UInt8(ascii: "/"), UInt8(ascii: "."): if tree.page?.hasSubpages == true { return nil }
    default: break
    }
    let bytes = source.span
    var afterSpace = true
    for offset in range {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "_") || byte < 0x20 || (byte == 0x20 && afterSpace) || byte == UInt8(ascii: "%") {
        return nil
      }
      if byte > 0xC1, mayBeInvisible(byte, offset, bytes), TitleText.invisible(at: offset, in: bytes) != nil {
        return nil
      }
      afterSpace = byte == 0x20
    }
    return range
  }

  /// Whether a scalar that titles do without can begin with this byte and the one behind it.
  @inline(__always)
  private func mayBeInvisible(_ byte: UInt8, _ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard byte == 0xC2 || (byte &- 0xE1) < 3, offset + 1 < bytes.count else { return false }
    let second = bytes[offset + 1]
    switch byte {
    case 0xC2: return second == 0xA0
    case 0xE1: return second == 0x9A || second == 0xA0
    case 0xE2: return second == 0x80 || second == 0x81
    default: return second == 0x80
    }
  }

  /// Puts the end of the pool, which is a title, into its ordinary form.
  private mutating func normalizeTitle(from mark: Int) {
    var write = mark
    var read = mark
    var pendingSpace = false
    var isFirst = true
    while read < builder.pool.count {
      let byte = builder.pool[read]
      let invisible = byte > 0x80 ? TitleText.invisible(at: read, in: builder.pool.span) : nil
      if byte == UInt8(ascii: "_") || isWhitespace(byte) || invisible != nil {
        if invisible?.isSpace ?? true { pendingSpace = write > mark }
        read += invisible?.length ?? 1
        continue
      }
      read += 1
      let isColon = isFirst && byte == UInt8(ascii: ":")
      isFirst = false
      if isColon { continue }
      if pendingSpace {
        builder.pool[write] = UInt8(ascii: " ")
        write += 1
        pendingSpace = false
      }
      builder.pool[write] = byte
      write += 1
    }
    builder.pool.removeLast(builder.pool.count - write)
  }

  /// The first child of this kind.
  func child(_ kind: SyntaxKind, of record: Int) -> Int? {
    var child = record + 1
    let last = next(record)
    while child < last {
      if records[child].kind == kind { return child }
      child = next(child)
    }
    return nil
  }

  mutating func visitLink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let link = index
    let next = Int(record.next)
    beginContent()
    // The children are `[[`, the target, perhaps `|text`, `]]`, perhaps a trail.
    let target = link + 2
    let page = title(target)
    noteTransclusions(in: target)
    let flags: NodeFlags = record.kind == .interwikiLink ? .interwiki : []
    _ = construction.start(.link, NewNode(.link, at: start, flags: flags, detail: record.detail, target: page))
    let afterTarget = self.next(target)
    if records[afterTarget].kind != .linkText {
      addTarget(target, page, isAlone: records[afterTarget + 1].kind != .linkTrail)
    }
    enter(.link, from: afterTarget, to: next)
  }

  /// Adds the target of a link as its text: as written, but for a colon before it and what is percent-encoded.
  private mutating func addTarget(_ target: Int, _ page: PoolRange, isAlone: Bool) {
    var text = trimmed(start(target), end(target))
    if isAlone, page.offsets.count == text.count, builder.pool[page.offsets].elementsEqual(source[text]) {
      // As nearly always: the text is the title, which the pool has already.
      construction.prepareText()
      builder.addLeaf(NewNode(.text, at: text.lowerBound, name: page), to: text.upperBound)
      return
    }
    let isForced = text.lowerBound < text.upperBound && source[text.lowerBound] == UInt8(ascii: ":")
    if isForced { text = trimmed(text.lowerBound + 1, text.upperBound) }
    if next(target) == target + 2, records[target + 1].kind == .text,
      let plain = plainTitle(text.lowerBound, text.upperBound)
    {
      builder.addText(source[plain], from: plain.lowerBound, to: plain.upperBound)
      return
    }
    let mark = builder.mark
    let written = writtenTitle(target, isLink: true)
    let title = written[trimmed(written)]
    let resolved = isForced ? nil : tree.page?.resolve(title)
    let shown = isForced ? title.dropFirst() : (resolved?.shown ?? resolved?.target)?[...] ?? title
    builder.pool.append(contentsOf: shown)
    builder.extendText(from: mark, source: text.lowerBound, text.upperBound)
  }

  mutating func visitCategory(_ record: SyntaxRecord) {
    let target = index + 2
    let page = title(target)
    noteTransclusions(in: index)
    var sortKey: PoolRange?
    let text = next(target)
    if records[text].kind == .linkText {
      let mark = builder.mark
      let range = trimmed(end(text + 1), end(text))
      appendDecoded(range.lowerBound, range.upperBound)
      sortKey = builder.since(mark)
    }
    builder.extras.categories.append(
      DocumentExtras.Named(
        name: afterColon(page),
        sortKey: sortKey,
        range: SourceRange(start: Int(record.start), end: end(index))
      )
    )
    categoryEnd = end(index)
    index = Int(record.next)
    removeLineBreaks()
  }

  /// MediaWiki takes whitespace and line breaks before a category or language link away along with it.
  private mutating func removeLineBreaks() { line.newlines = 0 }

  mutating func visitLanguageLink(_ record: SyntaxRecord) {
    let page = title(index + 2)
    var prefix = page
    let rest = afterColon(page)
    prefix.end = rest.start > page.start ? colon(in: page) : page.end
    while prefix.end > prefix.start, builder.pool[Int(prefix.end) - 1] == UInt8(ascii: " ") { prefix.end -= 1 }
    builder.extras.languageLinks.append(
      DocumentExtras.Named(
        name: prefix,
        sortKey: rest,
        range: SourceRange(start: Int(record.start), end: end(index))
      )
    )
    categoryEnd = end(index)
    index = Int(record.next)
    removeLineBreaks()
  }

  private func colon(in range: PoolRange) -> UInt32 {
    for offset in range.offsets where builder.pool[offset] == UInt8(ascii: ":") {
      return UInt32(truncatingIfNeeded: offset)
    }
    return range.end
  }

  /// A title without its namespace or prefix.
  func afterColon(_ range: PoolRange) -> PoolRange {
    var rest = range
    let colon = colon(in: range)
    guard colon < range.end else { return range }
    rest.start = colon + 1
    while rest.start < rest.end, builder.pool[Int(rest.start)] == UInt8(ascii: " ") { rest.start += 1 }
    return rest
  }

  // MARK: Images

  mutating func visitImage(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    let page = title(index + 2)
    noteTransclusions(in: index + 2)
    image(at: start, name: afterColon(page), partsFrom: self.next(index + 2), to: next, isBlock: nil)
  }

  mutating func visitGalleryItem(_ record: SyntaxRecord) {
    let next = Int(record.next)
    guard !record.flags.contains(.dropped) else {
      index = next
      return
    }
    let target = index + 1
    let page = title(target)
    noteTransclusions(in: target)
    // The namespace may be left out in a gallery.
    let name = hasFileNamespace(page) ? afterColon(page) : page
    image(at: Int(record.start), name: name, partsFrom: self.next(target), to: next, isBlock: false)
  }

  private func hasFileNamespace(_ page: PoolRange) -> Bool {
    let colon = colon(in: page)
    guard colon < page.end else { return false }
    return tree.configuration.namespace(named: builder.pool.span, in: Int(page.start)..<Int(colon)) == Namespace.file
  }

  /// Adds an image: its parts are options, but for the last that is none, which is the caption.
  ///
  /// `isBlock` says whether it stands among blocks; nil: when one of its options makes it a figure.
  private mutating func image(at start: Int, name: PoolRange, partsFrom first: Int, to next: Int, isBlock: Bool?) {
    var caption = -1
    var isFigure = false
    var part = first
    while part < next, records[part].kind == .linkText {
      let range = trimmed(end(part + 1), end(part))
      if let match = tree.configuration.imageOption(matching: source.span, in: range) {
        isFigure = isFigure || match.option.makesFigure
      } else {
        caption = part
      }
      part = self.next(part)
    }
    let isAmongBlocks = isBlock ?? isFigure
    beginContent()
    let node = NewNode(.image, at: start, flags: isFigure ? .block : [], target: name)
    let content = caption < 0 ? next : caption + 1
    let contentEnd = caption < 0 ? next : self.next(caption)
    enterContext(node, isBlock: isAmongBlocks, .item, from: content, to: contentEnd, resume: next)
    let image = builder.current
    part = first
    while part < next, records[part].kind == .linkText {
      let range = trimmed(end(part + 1), end(part))
      if let match = tree.configuration.imageOption(matching: source.span, in: range) {
        let mark = builder.mark
        // MediaWiki's own names are `img_alt`, `img_thumbnail` …
        builder.pool.append(contentsOf: match.option.rawValue.utf8.dropFirst("img_".utf8.count))
        let option = builder.since(mark)
        let value = builder.mark
        if let parameter = match.parameter { appendOptionText(part, parameter) }
        builder.addAttribute(option, builder.since(value), to: image)
        noteTransclusions(in: part)
      }
      part = self.next(part)
    }
  }

  /// Whether the image at this record stands among blocks, by its options.
  func isFigure(_ record: Int) -> Bool {
    var part = next(record + 2)
    while part < next(record), records[part].kind == .linkText {
      let range = trimmed(end(part + 1), end(part))
      if let match = tree.configuration.imageOption(matching: source.span, in: range), match.option.makesFigure {
        return true
      }
      part = next(part)
    }
    return false
  }

  // MARK: External links

  mutating func visitExternalLink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    beginContent()
    // The children are `[`, the address, the text, `]`.
    let url = index + 2
    let mark = builder.mark
    appendValue(url)
    let target = builder.since(mark)
    noteTransclusions(in: url)
    let afterURL = self.next(url)
    var textStart = afterURL
    while textStart < next, records[textStart].kind == .text, isBlank(self.start(textStart), end(textStart)) {
      textStart += 1
    }
    let isNumbered = textStart >= next || records[textStart].kind == .delimiter
    _ = construction.start(
      .link,
      NewNode(.externalLink, at: start, flags: isNumbered ? .numbered : [], target: target)
    )
    // The blank between the address and the text is neither's.
    if textStart == afterURL, !isNumbered, records[textStart].kind == .text {
      let textEnd = end(textStart)
      var place = self.start(textStart)
      while place < textEnd, let length = spaceLength(place) { place += length }
      builder.addText(source[place..<textEnd], from: place, to: textEnd)
      textStart += 1
    }
    enter(.link, from: textStart, to: next)
  }

  /// The length of the white space at a place, that beyond ASCII too; nil when there is none.
  private func spaceLength(_ place: Int) -> Int? {
    if isWhitespace(source[place]) { return 1 }
    guard source[place] > 0x80, let space = TitleText.invisible(at: place, in: source.span) else { return nil }
    return space.isSpace ? space.length : nil
  }

  mutating func visitAutolink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    beginContent()
    let mark = builder.mark
    appendValue(index)
    let address = builder.since(mark)
    _ = construction.start(.link, NewNode(.externalLink, at: start, flags: .bare, target: address))
    enter(.link, from: index + 1, to: next)
  }

  // MARK: Variants

  mutating func visitVariant(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    beginContent()
    let content = trimmed(start + 2, max(start + 2, end - 2))
    let depth = construction.beginContext(
      NewNode(.variant, at: start, target: builder.intern(source[content])),
      isBlock: false
    )
    if let shown = VariantRule.shown(content, in: source) {
      let mark = builder.mark
      appendDecoded(shown.lowerBound, shown.upperBound)
      builder.extendText(from: mark, source: shown.lowerBound, shown.upperBound)
    }
    construction.endContext(depth: depth, at: end)
    index = Int(record.next)
  }
}

extension ImageOption {
  /// Whether it takes the image out of the text: a thumbnail, a frame, an alignment.
  fileprivate var makesFigure: Bool {
    switch self {
    case .thumbnail, .manualThumbnail, .framed, .left, .right, .center, .none: true
    default: false
    }
  }
}

/// What of `-{ … }-` a reader sees who has asked for no variant: MediaWiki's `ConverterRule`, as far as one page tells.
enum VariantRule {
  /// The text that is shown; nil when nothing is, as for rules that only change later text.
  static func shown(_ content: Range<Int>, in source: [UInt8]) -> Range<Int>? {
    var start = content.lowerBound
    if let pipe = source[content].firstIndex(of: UInt8(ascii: "|")) {
      let flags = source[start..<pipe]
      let hides = [UInt8(ascii: "H"), UInt8(ascii: "T"), UInt8(ascii: "-")]
      if flags.contains(where: hides.contains) { return nil }
      start = pipe + 1
    }
    // The first alternative: from its colon to the semicolon.
    let rule = source[start..<content.upperBound]
    guard let colon = rule.firstIndex(of: UInt8(ascii: ":")), isVariantName(rule[..<colon]) else {
      return start..<content.upperBound
    }
    let end = rule[colon...].firstIndex(of: UInt8(ascii: ";")) ?? content.upperBound
    return colon + 1..<end
  }

  private static func isVariantName(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") || $0 == 0x20 || $0 == 0x0A }
  }
}
