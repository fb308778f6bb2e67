import WikitextSyntax

/// `duplicate-argument`: a template gets an argument twice.
struct DuplicateArgument: PageRule {
  let about = RuleDescription(
    id: "duplicate-argument",
    family: .syntax,
    severity: .warning,
    summary: "A template gets an argument twice.",
    explanation: """
      The last one counts, and what the others say is lost without a trace. Found are arguments of one name, or of \
      one number, in one call of a template; `infobox-duplicate-parameter` is about infoboxes. The fix deletes one that \
      does not count where it is empty or says the same.
      """,
    bad: "{{cite book|title=Rivers|year=1999|title=Rivers}}",
    good: "{{cite book|year=1999|title=Rivers}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    var infoboxes: Set<NodeID>?
    for node in page.nodes(.template) where hasRepetition(node, page) {
      let calls = infoboxes ?? Set(page.schemaCalls.map { $0.template.syntax.id })
      infoboxes = calls
      if calls.contains(node.id) { continue }
      guard let template = TemplateSyntax(node) else { continue }
      var last: [String: TemplateArgumentSyntax] = [:]
      for (name, argument) in template.namedArguments.reversed() {
        guard let other = last[name] else {
          last[name] = argument
          continue
        }
        // Without an argument that has no name those behind it would change their numbers.
        let value = argument.valueText
        let canGo = !argument.isPositional && (value.isEmpty || value == other.valueText)
        let fix =
          canGo
          ? Fix("Delete the one that does not count", [SyntaxEdit(deleting: argument.range)], within: argument.range)
          : nil
        findings.report(
          "the argument \(name) of {{\(template.name)}} is there again, and only the last one counts",
          at: argument.nameSyntax?.trimmedRange ?? argument.range,
          fix: fix
        )
      }
    }
  }

  /// Whether two arguments may have one name: hashes of the names tell, so that nearly all calls are done with here.
  private func hasRepetition(_ node: Syntax, _ page: CheckedPage) -> Bool {
    var hashes: Set<UInt64> = []
    var position: UInt64 = 0
    for argument in node.children where argument.kind == .argument {
      let hash: UInt64
      if let name = argument.firstChild(.argumentName) {
        hash = DuplicateArgument.hash(page.source[name.range.offsets])
      } else {
        position += 1
        hash = position
      }
      if !hashes.insert(hash).inserted { return true }
    }
    return false
  }

  /// A hash of a name without the white space around it (FNV-1a); that of a number is the number.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var bytes = bytes
    while let first = bytes.first, ByteClass.isSpace(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, ByteClass.isSpace(last) { bytes = bytes.dropLast() }
    // What comments and calls leave of a name is for the slow way to say: all such names have one hash.
    if bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "{")) { return .max }
    if bytes.count <= 9, !bytes.isEmpty, bytes.first != UInt8(ascii: "0"), bytes.allSatisfy(ByteClass.isDigit) {
      return bytes.reduce(0) { $0 &* 10 &+ UInt64($1 &- 0x30) }
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
