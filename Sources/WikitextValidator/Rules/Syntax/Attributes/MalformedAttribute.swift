import WikitextSyntax

/// `malformed-attribute`: what stands among the attributes of an element can be no attribute.
struct MalformedAttribute: PageRule {
  let about = RuleDescription(
    id: "malformed-attribute",
    family: .syntax,
    severity: .warning,
    summary: "What stands among the attributes of an element can be no attribute.",
    explanation: """
      A quotation mark too many or too few, a semicolon or a stray word makes attributes that MediaWiki drops, and \
      often the one behind it with them: `style="color:red" "class="a"`. Found are names of attributes with \
      characters that names cannot have, and values whose quotation mark is not closed. Set the marks right.
      """,
    bad: "<span style=\"color:red\"; class=\"a\">Isar</span>",
    good: "<span style=\"color:red\" class=\"a\">Isar</span>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.isHTML && owner.areAttributes {
      for attribute in owner.attributes where !MalformedAttribute.isName(attribute.name) {
        findings.report("\(page.excerpt(attribute.nameRange)) can be no attribute", at: attribute.nameRange)
      }
    }
  }

  /// Whether the bytes are a name by the pattern of `Sanitizer::getAttribsRegex`: letters, digits and `_`, `-`, `.`, `:`.
  static func isName(_ name: [UInt8]) -> Bool {
    !name.isEmpty && !name.starts(with: [0xE3, 0x80])
      && name.allSatisfy { byte in
        ByteClass.isWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
      }
  }
}
