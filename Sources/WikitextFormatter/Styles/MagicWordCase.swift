import WikitextSyntax

/// `__notoc__` → `__NOTOC__`
struct MagicWordCase: FormatStyle {
  let about = StyleDescription(
    id: "magic-word-case",
    summary: "Magic words are written as the wiki spells them",
    explanation: """
      Behaviour switches, parser functions with a `#` and those that set something for the page are written with the \
      capitals that they have in the wiki's own list: `__NOTOC__`, `{{#if:…}}`, `{{DEFAULTSORT:…}}`. The word stays in \
      its language. Other functions, such as `{{lc:…}}`, are written in many ways and stay as they are.
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
      guard node.kind == .behaviorSwitch || hash || isSetting(node.detail) else { continue }
      let written = page.source[range.offsets].dropFirst(hash ? 1 : 0)
      guard let spelling = known.first(where: { $0.elementsEqual(written, by: MagicWordCase.isSame) }),
        !known.contains(where: { $0.elementsEqual(written) })
      else { continue }
      let place = SourceRange(start: range.start + (hash ? 1 : 0), end: range.end)
      changes.propose(place, [SyntaxEdit(replacing: place, with: spelling)])
    }
  }

  /// Whether a function sets something for the page, and leaves nothing in its place.
  private func isSetting(_ word: Int) -> Bool {
    MagicWordCase.settings.contains(MagicWord(id: UInt16(truncatingIfNeeded: word)).name)
  }

  private static let settings: Set<String> = ["defaultsort", "displaytitle"]

  private func list(_ word: Int, _ configuration: SiteConfiguration) -> [[UInt8]] {
    configuration.spellings(of: MagicWord(id: UInt16(truncatingIfNeeded: word))).map { Array($0.utf8) }
  }

  private static func isSame(_ a: UInt8, _ b: UInt8) -> Bool { Bytes.lowercased(a) == Bytes.lowercased(b) }
}
