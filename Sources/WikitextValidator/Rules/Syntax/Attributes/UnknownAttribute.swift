import WikitextDocument
import WikitextSyntax

/// `unknown-attribute`: an element has an attribute that MediaWiki does not let it have.
struct UnknownAttribute: PageRule {
  let about = RuleDescription(
    id: "unknown-attribute",
    family: .syntax,
    severity: .warning,
    summary: "An element has an attribute that MediaWiki does not let it have.",
    explanation: """
      MediaWiki deletes attributes that it does not know, and those that the element must not have: a misspelt \
      `clas="wikitable"` or `<span align="right">` has no effect. Found are attributes of HTML elements and of \
      parts of tables by the list of MediaWiki's sanitizer; `data-` attributes are free. Mend the name, or use a \
      style.
      """,
    bad: """
      {| clas="wikitable"
      | Isar
      |}
      """,
    good: """
      {| class="wikitable"
      | Isar
      |}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.isHTML && owner.areAttributes {
      let allowed = AttributeNames.allowed(on: owner.tag)
      for attribute in owner.attributes {
        let name = attribute.name
        guard AttributeNames.groups(of: name).isDisjoint(with: allowed), MalformedAttribute.isName(name),
          !AttributeNames.isUserData(name)
        else { continue }
        let tag = String(decoding: owner.tag, as: UTF8.self)
        let nearest = Spelling.nearest(name, among: AttributeNames.names(of: allowed))
        let suggestion = nearest.map { "; did you mean \(String(decoding: $0, as: UTF8.self))?" } ?? ""
        findings.report(
          "<\(tag)> has no attribute \(attribute.nameText), so it is dropped\(suggestion)",
          at: attribute.nameRange
        )
      }
    }
  }
}
