import WikitextSyntax

/// `__notoc__` → `__NOTOC__`
struct MagicWordCase: FormatStyle {
  let about = StyleDescription(
    id: "magic-word-case",
    summary: "Magic words are written as the wiki spells them",
    explanation: """
      Behaviour switches and parser functions in which case does not count are written with the capitals that they have \
      in the wiki's own list: `__NOTOC__`, `{{DEFAULTSORT:…}}`, `{{#if:…}}`. The word stays in its language.
      """,
    before: "__notoc__{{#If:a|b}}\n",
    after: "__NOTOC__{{#if:a|b}}\n"
  )
  let freedoms: Freedoms = .magicWordCase

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    var spellings: [Int: [[UInt8]]] = [:]
    for node in page.nodes([.behaviorSwitch, .parserFunction]) {
      let part: Syntax
      if node.kind == .parserFunction {
        guard let name = node.firstChild(.transclusionName), let text = page.next(after: name), text.kind == .text,
          text.range == name.range
        else { continue }
        part = text
      } else {
        part = node
      }
      let known = spellings[node.detail] ?? list(node.detail, page.tree.configuration)
      spellings[node.detail] = known
      let range = Blanks.trimmed(part.range, in: page.source)
      let hash = page.source[range.offsets].first == UInt8(ascii: "#")
      let written = page.source[range.offsets].dropFirst(hash ? 1 : 0)
      guard let spelling = known.first(where: { $0.elementsEqual(written, by: MagicWordCase.isSame) }),
        !known.contains(where: { $0.elementsEqual(written) })
      else { continue }
      let place = SourceRange(start: range.start + (hash ? 1 : 0), end: range.end)
      changes.propose(place, [SyntaxEdit(replacing: place, with: spelling)])
    }
  }

  private func list(_ word: Int, _ configuration: SiteConfiguration) -> [[UInt8]] {
    configuration.spellings(of: MagicWord(id: UInt16(truncatingIfNeeded: word))).map { Array($0.utf8) }
  }

  private static func isSame(_ a: UInt8, _ b: UInt8) -> Bool { Bytes.lowercased(a) == Bytes.lowercased(b) }
}
