import WikitextSyntax

/// `missing-function-argument`: a parser function lacks arguments without which it does nothing.
struct MissingFunctionArgument: PageRule {
  let about = RuleDescription(
    id: "missing-function-argument",
    family: .syntax,
    severity: .warning,
    summary: "A parser function lacks arguments without which it does nothing.",
    explanation: """
      `{{#if: x }}` shows nothing whatever `x` is, `{{#ifeq: a | b }}` likewise, `{{#switch: x }}` has no cases, \
      `{{#invoke: Convert}}` names no function of the module and shows an error. Found are `#if`, `#ifexist`, \
      `#ifeq`, `#ifexpr`, `#switch`, `#invoke`, `#tag`, `#expr` and `#time` with too few arguments.
      """,
    bad: "{{#if: {{{name|}}} }}",
    good: "{{#if: {{{name|}}} | {{{name}}} }}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.parserFunction) {
      guard let function = ParserFunctionSyntax(node) else { continue }
      let arguments = function.arguments
      guard let least = MissingFunctionArgument.least(function.function.name) else { continue }
      if arguments.count < least {
        findings.report(
          "{{\(function.name)}} has \(arguments.count) of the \(least) arguments that it needs",
          at: MissingFunctionArgument.head(node)
        )
      } else if arguments.first?.value.range.isEmpty == true, MissingFunctionArgument.needsFirst(function.function.name)
      {
        findings.report("{{\(function.name)}} has nothing behind its colon", at: MissingFunctionArgument.head(node))
      }
    }
  }

  /// The braces, the name and the colon.
  private static func head(_ node: Syntax) -> SourceRange {
    let end = node.firstChild(.argument)?.range.start ?? node.range.end
    return SourceRange(start: node.range.start, end: end)
  }

  private static func least(_ name: String) -> Int? {
    switch name {
    case "if", "ifexist", "ifexpr", "switch", "invoke": 2
    case "ifeq": 3
    case "tag", "expr", "time": 1
    default: nil
    }
  }

  private static func needsFirst(_ name: String) -> Bool { name == "invoke" || name == "tag" || name == "time" }
}
