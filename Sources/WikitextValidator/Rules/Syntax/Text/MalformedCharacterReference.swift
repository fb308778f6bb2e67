import WikitextSyntax

/// `malformed-character-reference`: a character reference is misspelt, has no semicolon, or is escaped twice.
struct MalformedCharacterReference: PageRule {
  let about = RuleDescription(
    id: "malformed-character-reference",
    family: .syntax,
    severity: .warning,
    summary: "A character reference is misspelt, has no semicolon, or is escaped twice.",
    explanation: """
      `&nbsp` without its semicolon, `&nbps;` and `&amp;nbsp;` are shown as they are written. Found are names of \
      common characters and numbers that lack the semicolon, unknown names that have one, and `&amp;` before the \
      rest of a reference; not in addresses and `<code>`. One that is escaped twice and stands alone, as a word does, \
      is there to be read, and not found, but for dashes. The fix sets the semicolon behind names, for where a number \
      ends is not certain, or takes the second escape away.
      """,
    bad: "295&nbsp km and 113&amp;nbsp;m",
    good: "295&nbsp; km and 113&nbsp;m",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, let tree = page.tree else { return }
    for mark in page.textMarks where mark.byte == UInt8(ascii: "&") {
      guard places.surroundings[mark.leaf].isDisjoint(with: [.address, .attribute, .code]) else { continue }
      let end = Int(tree.records[mark.leaf + 1].start)
      checkReference(mark.start + mark.count - 1, end, page, &findings)
    }
    for node in page.nodes(.characterReference) where page.source[node.range.offsets].elementsEqual("&amp;".utf8) {
      let index = node.id.rawValue
      guard places.surroundings[index].isDisjoint(with: .unread), tree.records[index + 1].kind == .text else {
        continue
      }
      let start = node.range.end
      let rest = [UInt8(ascii: "&")] + page.source[start...].prefix(10)
      guard let reference = CharacterReference.parse(at: 0, in: rest.span, end: rest.count), reference.first != "&"
      else {
        continue
      }
      let range = SourceRange(start: node.range.start, end: start + reference.length - 1)
      guard MalformedCharacterReference.isMeant(reference.first, at: range, page) else { continue }
      let fix = Fix("Take the second escape away", [SyntaxEdit(replacing: node.range, with: "&")])
      findings.report("\(page.excerpt(range)) is escaped twice, so readers see its source", at: range, fix: fix)
    }
  }

  private func checkReference(_ start: Int, _ end: Int, _ page: CheckedPage, _ findings: inout FindingList) {
    let source = page.source
    var position = start + 1
    let isNumber = position < end && source[position] == UInt8(ascii: "#")
    if isNumber { position += 1 }
    let nameStart = position
    while position < end, ByteClass.isLetter(source[position]) || ByteClass.isDigit(source[position]) { position += 1 }
    guard position > nameStart, position - start <= 12 else { return }
    let range = SourceRange(start: start, end: position)
    if position < end, source[position] == UInt8(ascii: ";") {
      let name = source[nameStart..<position]
      guard !isNumber, name.count >= 3, name.allSatisfy(ByteClass.isLetter) else { return }
      let whole = SourceRange(start: start, end: position + 1)
      let nearest = Spelling.nearest(Array(name), among: MalformedCharacterReference.common)
      let suggestion = nearest.map { "; did you mean &\(String(decoding: $0, as: UTF8.self));?" } ?? ""
      findings.report("\(page.excerpt(whole)) is no character\(suggestion)", at: whole)
      return
    }
    let candidate = Array(source[start..<position]) + [UInt8(ascii: ";")]
    let isKnown =
      isNumber
      ? position - nameStart >= 2 : MalformedCharacterReference.common.contains(Array(source[nameStart..<position]))
    guard isKnown, CharacterReference.parse(at: 0, in: candidate.span, end: candidate.count) != nil else { return }
    if position < end, source[position] == UInt8(ascii: "=") || source[position] == UInt8(ascii: "_") { return }
    let fix = isNumber ? nil : Fix("Add the semicolon", [SyntaxEdit(inserting: ";", at: position)])
    findings.report("\(page.excerpt(range)) has no semicolon, so readers see its source", at: range, fix: fix)
  }

  /// Whether a character is meant, and not the reference to be read: it touches a word, or is a dash between two.
  private static func isMeant(_ character: Unicode.Scalar, at range: SourceRange, _ page: CheckedPage) -> Bool {
    let before = range.start > 0 ? page.source[range.start - 1] : 0x0A
    let behind = range.end < page.source.count ? page.source[range.end] : 0x0A
    func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || ByteClass.isLetter(byte) || ByteClass.isDigit(byte) }
    if isWord(before) || isWord(behind) { return true }
    return character.properties.generalCategory == .dashPunctuation && before == 0x20 && behind == 0x20
  }

  /// Names that texts have so often that nothing else is meant by them.
  private static let common: Set<[UInt8]> = Set(
    "nbsp thinsp ensp emsp ndash mdash minus times middot bull hellip laquo raquo ldquo rdquo lsquo rsquo quot amp deg"
      .utf8.split(separator: 0x20).map(Array.init)
  )
}
