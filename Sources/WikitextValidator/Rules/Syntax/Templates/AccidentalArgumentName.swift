import WikitextSyntax

/// `accidental-argument-name`: an equals sign in the text of an argument makes a name of what stands before it.
struct AccidentalArgumentName: PageRule {
  let about = RuleDescription(
    id: "accidental-argument-name",
    family: .syntax,
    severity: .warning,
    summary: "An equals sign in the text of an argument makes a name of what stands before it.",
    explanation: """
      In `{{quote|see https://example.org/?a=b}}` the argument has the name `see https://example.org/?a`, and the \
      template never sees it. Found are arguments whose name holds a link, an address, a tag or a reference. Write \
      the number before it: `{{quote|1=see https://…}}`. The fix does so where no argument without a name follows.
      """,
    bad: "{{quote|See https://example.org/?page=3}}",
    good: "{{quote|1=See https://example.org/?page=3}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree, let places = page.places else { return }
    var last = UInt32.max
    for name in page.nodes(.argumentName) {
      // One text leaf is nearly all that names hold.
      guard Int(tree.records[name.id.rawValue].next) > name.id.rawValue + 2 else { continue }
      let call = places.parents[Int(places.parents[name.id.rawValue])]
      guard call != last, let node = tree.node(NodeID(Int(call))), node.kind == .template else { continue }
      last = call
      var positional = 0
      var numbers: Set<String> = []
      var accidents: [(argument: Syntax, name: Syntax, number: Int)] = []
      var hasLaterPositional = false
      for argument in node.children where argument.kind == .argument {
        guard let name = argument.firstChild(.argumentName) else {
          positional += 1
          hasLaterPositional = true
          continue
        }
        if name.children.contains(where: { AccidentalArgumentName.isContent($0.kind) }) {
          accidents.append((argument, name, positional + accidents.count + 1))
          hasLaterPositional = false
        } else {
          numbers.insert(name.trimmedText)
        }
      }
      for (argument, name, number) in accidents {
        let isLast = accidents.count == 1 && !hasLaterPositional && !numbers.contains(String(number))
        let edit = SyntaxEdit(inserting: "\(number)=", at: argument.range.start + 1)
        findings.report(
          "\(page.excerpt(name.range)) is read as the name of an argument",
          at: name.range,
          fix: isLast ? Fix("Name the argument by its number", [edit], within: argument.range) : nil
        )
      }
    }
  }

  /// Whether a node is something that names of arguments never hold on purpose.
  private static func isContent(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .wikilink, .fileLink, .externalLink, .autolink, .extensionTag, .htmlElement, .startTag, .bold, .italic: true
    default: false
    }
  }
}
