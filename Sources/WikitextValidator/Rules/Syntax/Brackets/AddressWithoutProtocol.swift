import WikitextSyntax

/// `address-without-protocol`: an address in brackets has no protocol.
struct AddressWithoutProtocol: BracketRule {
  let about = RuleDescription(
    id: "address-without-protocol",
    family: .syntax,
    severity: .warning,
    summary: "An address in brackets has no protocol.",
    explanation: """
      `[www.example.org text]` is no link: an address begins with `https://`, `//` or another protocol. Found are \
      single brackets around what begins with `www.`. Write the protocol of the site.
      """,
    bad: "[www.example.org/isar Its gauges]",
    good: "[https://www.example.org/isar Its gauges]"
  )

  static let kind = BracketMistake.Kind.addressWithoutProtocol

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(text) is no link: its address has no protocol such as https://"
  }
}
