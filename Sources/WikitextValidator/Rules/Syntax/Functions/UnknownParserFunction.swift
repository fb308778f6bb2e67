import WikitextSyntax

/// `unknown-parser-function`: a call with `#` names no parser function.
struct UnknownParserFunction: PageRule {
  let about = RuleDescription(
    id: "unknown-parser-function",
    family: .syntax,
    severity: .error,
    summary: "A call with `#` names no parser function.",
    explanation: """
      Names of templates cannot begin with `#`, so `{{#fi:…}}` is shown as text. Found are such calls whose name \
      is none of the functions of MediaWiki and of the extensions that the wikis of Wikimedia have, in English or \
      in the wiki's language. Mend the name; on a wiki with other extensions turn the rule off.
      """,
    bad: "{{#fi: 1 | yes | no }}",
    good: "{{#if: 1 | yes | no }}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName),
        page.source[name.range.offsets].contains(UInt8(ascii: "#"))
      else { continue }
      let text = ByteClass.folded(name.trimmedText.utf8)
      guard text.first == UInt8(ascii: "#") else { continue }
      let word = Array(text.dropFirst().prefix { $0 != UInt8(ascii: ":") })
      guard !word.isEmpty, word.allSatisfy({ ByteClass.isWord($0) || $0 >= 0x80 || $0 == UInt8(ascii: "-") }) else {
        continue
      }
      let nearest = Spelling.nearest(word, among: UnknownParserFunction.functions(page.configuration))
      let suggestion = nearest.map { "; did you mean #\(String(decoding: $0, as: UTF8.self))?" } ?? ""
      let range = name.trimmedRange
      findings.report(
        text.count == word.count + 1
          ? "#\(String(decoding: word, as: UTF8.self)) has no colon, so it calls nothing"
          : "#\(String(decoding: word, as: UTF8.self)) is no parser function\(suggestion)",
        at: SourceRange(start: range.start, end: min(range.end, range.start + word.count + 1))
      )
    }
  }

  private static func functions(_ configuration: SiteConfiguration) -> [[UInt8]] {
    MagicWord.all.filter { $0.roles.contains(.hashFunction) }
      .flatMap { configuration.spellings(of: $0) }.map { ByteClass.folded($0.utf8) }
  }
}
