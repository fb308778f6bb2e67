/// Attributes of tags, tables, rows and cells, read as the sanitizer reads them: a name, perhaps `=` and a value,
/// quoted or up to the next blank. Templates may stand anywhere between.
///
/// An `attributes` frame lasts until the token that ends them; its state says how far the attribute being read is.
extension TreeBuilder {
  /// Reads a token of attributes.
  ///
  /// - Returns: false when the token is to be read as anywhere else.
  mutating func attributeStep(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    if index >= Int(frame.closeToken) {
      endAttributes(tokens)
      return true
    }
    let token = tokens[index]
    switch token.kind {
    case _ where pastHidden(index, tokens) != nil:
      // The preprocessor has taken these out before there are tags.
      return false
    case .openBraces where token.link != 0, .dash where variant(at: index, tokens, matches) != 0, .extensionOpen:
      if frame.attribute == .beforeValue {
        open(.attributeValue)
        frame.attribute = .value
      } else if frame.attribute != .value, token.kind == .openBraces || token.kind == .dash {
        endAttribute()
      }
      return false
    case .characterReference where frame.attribute == .value:
      return false
    default:
      var end = tokenEnd(tokens)
      if index + 1 == Int(frame.closeToken), tokens[index + 1].kind == .greaterThan, topOwner == .startTag,
        end > position, source[end - 1] == UInt8(ascii: "/")
      {
        end -= 1
      }
      attributeBytes(to: end)
      index += 1
      return true
    }
  }

  /// The container whose attributes are read.
  private var topOwner: SyntaxKind {
    let base = Int(frame.nodeBase)
    return base > 0 ? nodes[base - 1].kind : .page
  }

  private mutating func endAttribute() {
    closeNodes(to: Int(frame.nodeBase))
    frame.attribute = .between
    frame.quote = 0
  }

  /// Ends the attributes and goes on with what they belong to.
  private mutating func endAttributes(_ tokens: borrowing GrowableBuffer<Token>) {
    popFrame()
    switch nodes[nodes.count - 1].kind {
    case .startTag:
      leaf(.delimiter, to: tokenEnd(tokens))
      index += 1
      close()
    case .tableCell, .tableHeaderCell, .tableCaption:
      leaf(.delimiter, to: bar(at: index, tokens)?.end ?? tokenEnd(tokens))
      advance(tokens)
    default:
      break
    }
  }

  /// Reads the attributes in the bytes from `position` to `end`, which are one token or a part of one.
  mutating func attributeBytes(to end: Int) {
    while position < end {
      let byte = source[position]
      switch frame.attribute {
      case .between:
        if Bytes.isWhitespace(byte) || byte == UInt8(ascii: "/") {
          text(to: position + 1)
        } else {
          open(.attribute)
          frame.attribute = .name
        }
      case .name:
        var nameEnd = position + 1
        while nameEnd < end, !Bytes.isWhitespace(source[nameEnd]), source[nameEnd] != UInt8(ascii: "="),
          source[nameEnd] != UInt8(ascii: "/")
        { nameEnd += 1 }
        leaf(.attributeName, to: nameEnd)
        frame.attribute = .afterName
      case .afterName:
        var past = position
        while past < end, Bytes.isWhitespace(source[past]) { past += 1 }
        if past == end {
          text(to: end)
        } else if source[past] == UInt8(ascii: "=") {
          leaf(.delimiter, to: past + 1)
          frame.attribute = .beforeValue
        } else {
          endAttribute()
        }
      case .beforeValue:
        if Bytes.isWhitespace(byte) {
          text(to: position + 1)
        } else {
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            leaf(.delimiter, to: position + 1)
            frame.quote = byte
          }
          open(.attributeValue)
          frame.attribute = .value
        }
      case .value:
        valueBytes(to: end)
      }
    }
  }

  private mutating func valueBytes(to end: Int) {
    let quote = frame.quote
    var past = position
    if quote == 0 {
      while past < end, !Bytes.isWhitespace(source[past]) { past += 1 }
      text(to: past)
      if past < end { endAttribute() }
    } else {
      while past < end, source[past] != quote { past += 1 }
      text(to: past)
      guard past < end else { return }
      closeNodes(to: Int(frame.nodeBase) + 1)
      leaf(.delimiter, to: past + 1)
      endAttribute()
    }
  }
}
