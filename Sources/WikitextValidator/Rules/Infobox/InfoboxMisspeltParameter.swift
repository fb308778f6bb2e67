import WikitextNormalizer
import WikitextSyntax

/// `infobox-misspelt-parameter`: parameters that are almost those which the template has.
struct InfoboxMisspeltParameter: PageRule {
  let about = RuleDescription(
    id: "infobox-misspelt-parameter",
    family: .infobox,
    severity: .warning,
    summary: "A parameter of a template is spelt wrongly.",
    explanation: """
      MediaWiki drops a parameter that a template does not ask for, and says nothing: readers never see what stands \
      there. A name is found that its schema does not list and that is like one which it lists: a letter is another \
      one, missing, too many, or swapped with its neighbour; two letters in names of eight and more. Where the schema \
      lists all parameters of the template (as of TemplateData), other capitals, spaces and hyphens are wrong spellings, too. Where \
      it does not, no schema of the language may know the name, digits and endings are taken for meant, and the other \
      name must not be in the call. The fix gives the parameter the name that is like it, if there is one only and it is free.
      """,
    bad: "{{Infobox river|name=Isar|lenght=295 km}}",
    good: "{{Infobox river|name=Isar|length=295 km}}",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for call in page.schemaCalls {
      guard let schema = call.schema else { continue }
      let names = page.knowledge.parameters(of: schema)
      var present: Set<String>?
      for argument in call.arguments where !argument.isOverridden && !argument.isEmpty && argument.isNamePlain {
        guard let name = argument.syntax.nameSyntax, !names.contains(argument.name) else { continue }
        if !names.isComplete,
          schema.field(forParameter: argument.name, language: page.knowledge.language) != nil
        {
          continue
        }
        let likest = names.likest(argument.name)
        guard let first = likest.first else { continue }
        let given = present ?? Set(call.arguments.map(\.name))
        present = given
        let isFree = !given.contains(first.name)
        if !names.isComplete {
          guard likest.count == 1, isFree, InfoboxMisspeltParameter.isSlip(argument.name, first),
            !page.knowledge.isKnownAnywhere(argument.name)
          else { continue }
        }
        let range = name.trimmedRange
        let isCertain = likest.count == 1 && isFree
        let edit = SyntaxEdit(replacing: range, with: first.name)
        let others = likest.prefix(3).map { "\"\($0.name)\"" }.joined(separator: " or ")
        findings.report(
          "{{\(call.name)}} has no parameter \"\(argument.name)\", but \(others)",
          at: range,
          fix: isCertain ? Fix("Rename the parameter to \(first.name)", [edit]) : nil
        )
      }
    }
  }

  /// Whether a name differs from a known one as a slip of the finger makes it, and not as names of two parameters do: in
  /// their digits, in an ending, in a word of one letter.
  private static func isSlip(_ name: String, _ likeness: ParameterNames.Likeness) -> Bool {
    guard likeness.distance > 0 else { return false }
    let own = EditDistance.folded(name)
    let other = EditDistance.folded(likeness.name)
    func digits(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { scalars.filter { $0.properties.numericType != nil } }
    guard digits(own) == digits(other) else { return false }
    guard own.count >= 5, !own.starts(with: other), !other.starts(with: own) else { return false }
    // The last letter tells numbers and genders apart, the first may be a mark of a series.
    let shared = zip(own, other).prefix { $0 == $1 }.count
    return shared > 0 && shared < max(own.count, other.count) - 1
  }
}
