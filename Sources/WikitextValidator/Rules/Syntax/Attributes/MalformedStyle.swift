import WikitextSyntax

/// `malformed-style`: a declaration in a style has no colon or no value.
struct MalformedStyle: PageRule {
  let about = RuleDescription(
    id: "malformed-style",
    family: .syntax,
    severity: .warning,
    summary: "A declaration in a style has no colon or no value.",
    explanation: """
      Browsers skip a declaration that is not `property: value`, such as `text-align center`, `color=red` or \
      `width:`. Found are pieces between the semicolons of a style that have no property of letters and hyphens, \
      no colon, or nothing behind it. Styles with templates, functions or parameters in them are not looked at.
      """,
    bad: "<div style=\"text-align=center; color:red\">Isar</div>",
    good: "<div style=\"text-align:center; color:red\">Isar</div>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.isHTML {
      for attribute in owner.attributes where attribute.isNamed("style") {
        guard let node = attribute.syntax.valueSyntax, node.children.allSatisfy({ $0.kind == .text }) else { continue }
        for piece in MalformedStyle.declarations(page.source, node.range) where !isDeclaration(page.source[piece]) {
          let range = SourceRange(piece)
          findings.report("\(page.excerpt(range)) is no declaration: it should be \"property: value\"", at: range)
        }
      }
    }
  }

  /// The pieces between semicolons that are in no string, brackets or comment, trimmed; empty ones are left out.
  private static func declarations(_ source: [UInt8], _ range: SourceRange) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.start
    var depth = 0
    var quote: UInt8 = 0
    for position in range.start...range.end {
      let byte = position < range.end ? source[position] : UInt8(ascii: ";")
      if position == range.end || byte == UInt8(ascii: ";") && depth == 0 && quote == 0 {
        let piece = ByteClass.trimmed(source.span, start..<position)
        if !piece.isEmpty { pieces.append(piece) }
        start = position + 1
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth = max(0, depth - 1)
        default: break
        }
      }
    }
    return pieces
  }

  /// Whether a piece is a declaration, or something that this rule knows nothing of: comments, references, escapes.
  private func isDeclaration(_ piece: ArraySlice<UInt8>) -> Bool {
    if piece.contains(where: { "&\\/{}".utf8.contains($0) }) { return true }
    let property = piece.prefix { ByteClass.isWord($0) || $0 == UInt8(ascii: "-") }
    let rest = piece[property.endIndex...].drop(while: ByteClass.isSpace)
    return !property.isEmpty && rest.first == UInt8(ascii: ":") && rest.dropFirst().contains { !ByteClass.isSpace($0) }
  }
}
