import WikitextSyntax

/// `obsolete-attribute`: an element has an attribute that HTML has given up.
struct ObsoleteAttribute: PageRule {
  let about = RuleDescription(
    id: "obsolete-attribute",
    family: .syntax,
    severity: .info,
    summary: "An element has an attribute that HTML has given up.",
    explanation: """
      `align`, `valign`, `bgcolor`, `cellpadding` and others are no part of HTML any more: styles do what they \
      did. Found are the attributes that the HTML standard lists as obsolete, on the elements on which it does, \
      where MediaWiki lets them through. This rule is off by default, for old pages are full of them.
      """,
    bad: """
      {|
      | align="right" | 295
      |}
      """,
    good: """
      {|
      | style="text-align:right" | 295
      |}
      """,
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.isHTML && owner.areAttributes {
      for attribute in owner.attributes where ObsoleteAttribute.isObsolete(attribute.nameText, on: owner.tag) {
        findings.report("the attribute \(attribute.nameText) is obsolete; use a style", at: attribute.syntax.range)
      }
    }
  }

  /// Whether the HTML standard has given up the attribute on the element ("Non-conforming features").
  static func isObsolete(_ name: String, on tag: [UInt8]) -> Bool {
    switch name {
    case "align", "valign", "bgcolor", "cellpadding", "cellspacing", "frame", "rules", "summary", "nowrap", "axis",
      "noshade", "clear", "compact", "background", "char", "charoff":
      true
    case "border": tag.elementsEqual("table".utf8)
    case "width": tag.elementsEqual("table".utf8) || isCell(tag) || tag.elementsEqual("hr".utf8)
    case "height": isCell(tag)
    case "type": tag.elementsEqual("ul".utf8) || tag.elementsEqual("li".utf8)
    case "size", "color", "face": tag.elementsEqual("font".utf8)
    default: false
    }
  }

  private static func isCell(_ tag: [UInt8]) -> Bool {
    tag.elementsEqual("td".utf8) || tag.elementsEqual("th".utf8) || tag.elementsEqual("tr".utf8)
  }
}
