/// HTML tags and extension tags.
extension TreeBuilder {
  /// `<name` or `</name` of an HTML tag.
  mutating func tag(_ tokens: borrowing GrowableBuffer<Token>) {
    let token = tokens[index]
    let raw = UInt8(truncatingIfNeeded: token.detail)
    guard token.link != 0, let tag = HTMLTag(rawValue: raw) else {
      asText(tokens)
      return
    }
    let isEnd = token.detail & TagPairing.isEndTag != 0
    noteBlockEffect(tag, isEnd: isEnd)
    if isEnd {
      endTag(raw, tokens)
      return
    }
    if token.detail & TagPairing.isPaired != 0 {
      open(.htmlElement, detail: UInt16(raw))
      nodes[nodes.count - 1].tag = raw
      nodes[nodes.count - 1].outer = innermost[Int(raw)]
      innermost[Int(raw)] = UInt32(truncatingIfNeeded: nodes.count)
    }
    open(.startTag, flags: token.detail & TagPairing.closesItself != 0 ? .selfClosing : [], detail: UInt16(raw))
    leaf(.delimiter, to: tokenEnd(tokens))
    index += 1
    push(.attributes, owning: 0, closeToken: token.link)
  }

  private mutating func endTag(_ raw: UInt8, _ tokens: borrowing GrowableBuffer<Token>) {
    let close = Int(tokens[index].link)
    let element = Int(innermost[Int(raw)])
    let closes = element > Int(frame.nodeBase) && !isKeptApart(element, raw)
    if closes { closeNodes(to: element) }
    index = close
    leaf(.endTag, to: tokenEnd(tokens), flags: closes ? [] : .stray, detail: UInt16(raw))
    index += 1
    if closes {
      innermost[Int(raw)] = nodes[nodes.count - 1].outer
      self.close()
    }
  }

  /// Whether a list that is open keeps an end tag in it from the element at `element`: an inline element does not end
  /// where an item does, and its end tag is the item's own (`</span>` behind `<li>` is ignored in HTML).
  private func isKeptApart(_ element: Int, _ raw: UInt8) -> Bool {
    lists.count > Int(frame.listBase) && Int(lists[lists.count - 1].node) >= element
      && HTMLTag(rawValue: raw)?.isBlock != true
  }

  /// What the tag does to paragraphs and preformatted text on the lines that follow.
  private mutating func noteBlockEffect(_ tag: HTMLTag, isEnd: Bool) {
    var effect = LineEffect()
    effect.add(tag, isEnd: isEnd)
    if effect.opens { frame.flags.insert(.lineOpensBlock) }
    if effect.closes { frame.flags.insert(.lineClosesBlock) }
    if tag == .blockquote {
      if isEnd { frame.flags.remove(.inBlockquote) } else { frame.flags.insert(.inBlockquote) }
    } else if tag == .pre {
      if isEnd { frame.flags.remove(.inPre) } else { frame.flags.insert(.inPre) }
    }
  }

  /// `<ref …>`, whole, and the beginning of its content.
  mutating func extensionOpen(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let hasContent = tokens[index].link != 0
    openExtension(tokens)
    if hasContent { beginFirstLine(tokens, matches) }
  }

  /// `<ref …>`, whole.
  mutating func openExtension(_ tokens: borrowing GrowableBuffer<Token>) {
    let token = tokens[index]
    let start = Int(token.start)
    let end = tokenEnd(tokens)
    let isIncludeOnly = token.detail == Tokenizer.includeOnly
    let closesItself = token.link == 0
    open(isIncludeOnly ? .includeOnly : .extensionTag, detail: token.detail)
    open(.startTag, flags: closesItself ? .selfClosing : [], detail: token.detail)
    var nameEnd = start + 1
    while nameEnd < end - 1, !Bytes.isWhitespace(source[nameEnd]), source[nameEnd] != UInt8(ascii: "/") { nameEnd += 1 }
    leaf(.delimiter, to: nameEnd)
    let mark = source[end - 2] == UInt8(ascii: "/") ? end - 2 : end - 1
    if position < mark {
      push(.attributes, owning: 0)
      attributeBytes(to: mark)
      popFrame()
    }
    leaf(.delimiter, to: end)
    close()
    index += 1
    if closesItself {
      close()
      return
    }
    let tag = isIncludeOnly ? nil : configuration.extensionTags[Int(token.detail)]
    push(tag?.content == .gallery ? .gallery : .extensionTag, owning: 1, closeToken: token.link)
    if tag?.name == "poem" { frame.flags.insert(.inPoem) }
  }

  /// `</ref>`
  mutating func extensionClose(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    while !(frameHasCloseToken && Int(frame.closeToken) == index) { popFrame() }
    popFrame(keeping: 1)
    let end = tokenEnd(tokens)
    let detail = records[Int(nodes[nodes.count - 1].record)].detail
    if position < end {
      leaf(.endTag, to: end, detail: detail)
    } else {
      records[Int(nodes[nodes.count - 1].record)].flags.insert(.missingClose)
    }
    close()
    index += 1
    if frame.flags.contains(.lineBeginsLater) { beginLine(tokens, matches) }
  }
}
