import WikitextSyntax

/// The named arguments of a template, and the white space around their parts.
struct ArgumentLayout {
  /// The white space behind the template's name.
  var behindName: SourceRange
  /// The named arguments, in source order.
  var arguments: [Argument] = []
  /// How many of them begin a line.
  var ownLines = 0
  private let source: [UInt8]

  /// A named argument. Ranges that are empty are where white space would stand.
  struct Argument {
    /// Where its pipe is.
    var pipe: Int
    var beforeName: SourceRange
    var behindName: SourceRange
    var beforeValue: SourceRange
    var value: SourceRange
    var behindValue: SourceRange
    /// The columns that the name takes.
    var nameWidth: Int
    /// Whether the value begins with a list or another construct that has to begin a line, and does.
    var beginsLine: Bool
  }

  /// Looks at a template; nil for one that is not closed, has no arguments, or one whose name is no name; and for one
  /// with arguments without a name where all are to have one.
  ///
  /// - Complexity: O(arguments + bytes of names and white space).
  init?(_ template: TemplateSyntax, in page: FormattedPage, allNamed: Bool = true) {
    source = page.source
    let name = template.nameSyntax.range
    let trimmedName = Blanks.trimmed(name, in: source)
    behindName = SourceRange(start: trimmedName.end, end: name.end)
    guard template.isClosed, !trimmedName.isEmpty else { return nil }
    for argument in template.arguments {
      guard let nameNode = argument.nameSyntax else {
        if allNamed { return nil }
        continue
      }
      let value = argument.value
      let written = Blanks.trimmed(nameNode.range, in: source)
      guard !written.isEmpty, !source[written.offsets].contains(UInt8(ascii: "\n")) else { return nil }
      var content = Blanks.trimmed(value.range, in: source)
      // Where there is nothing, all of it stands behind.
      if content.isEmpty { content = SourceRange(start: value.range.start, end: value.range.start) }
      let pipe = argument.range.start
      if ArgumentLayout.beginsLine(pipe, source, limit: template.range.start) { ownLines += 1 }
      arguments.append(
        Argument(
          pipe: pipe,
          beforeName: SourceRange(start: nameNode.range.start, end: written.start),
          behindName: SourceRange(start: written.end, end: nameNode.range.end),
          beforeValue: SourceRange(start: value.range.start, end: content.start),
          value: content,
          behindValue: SourceRange(start: content.end, end: value.range.end),
          nameWidth: ColumnWidth.of(source[written.offsets]),
          beginsLine: ArgumentLayout.beginsLine(content.start, source, limit: value.range.start)
            && ArgumentLayout.holdsLine(value, at: content.start)
        )
      )
    }
    guard !arguments.isEmpty else { return nil }
  }

  /// The blanks before an offset, where they begin a line.
  func blanksOfLine(before offset: Int) -> String {
    let start = Blanks.start(before: offset, in: source, limit: 0)
    guard start > 0, source[start - 1] == UInt8(ascii: "\n") else { return "" }
    return String(decoding: source[start..<offset], as: UTF8.self)
  }

  /// Whether nothing but blanks stands between a line break and an offset.
  private static func beginsLine(_ offset: Int, _ source: [UInt8], limit: Int) -> Bool {
    let start = Blanks.start(before: offset, in: source, limit: limit)
    return start > limit && source[start - 1] == UInt8(ascii: "\n")
  }

  /// Whether what begins at an offset of a value is only what it is at the start of a line. A comment is: alone on its
  /// line it takes the line with it.
  private static func holdsLine(_ value: Syntax, at offset: Int) -> Bool {
    for child in value.children where child.range.end > offset {
      switch child.kind {
      case .list, .table, .heading, .preformatted, .horizontalRule, .comment: return true
      default: return false
      }
    }
    return false
  }
}

/// The width of text in a font whose letters have one width.
enum ColumnWidth {
  /// The columns that text takes: two for characters of East Asian scripts, none for marks on letters.
  ///
  /// - Complexity: O(bytes).
  static func of(_ bytes: ArraySlice<UInt8>) -> Int {
    var width = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case ..<0x300: width += 1
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width += 2
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: break
        default: width += 1
        }
      }
    }
    return width
  }
}
