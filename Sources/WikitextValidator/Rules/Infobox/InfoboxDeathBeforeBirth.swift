import WikitextNormalizer
import WikitextSyntax

/// `infobox-death-before-birth`: people who died before they were born.
struct InfoboxDeathBeforeBirth: PageRule {
  let about = RuleDescription(
    id: "infobox-death-before-birth",
    family: .infobox,
    severity: .error,
    summary: "The date of death is before the date of birth.",
    explanation: """
      One of the two dates is wrong, as a rule by a digit. They are found by their fields in the schema of the infobox, \
      whatever the parameters are called. Years alone are compared where no more is given; nothing is said where a date is \
      about right or in doubt, or where there are several.
      """,
    bad: "{{Infobox person|name=Anna Wiener|birth_date=5 May 1912|death_date=3 March 1894}}",
    good: "{{Infobox person|name=Anna Wiener|birth_date=5 May 1912|death_date=3 March 1994}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      let fields = infobox.shownFields
      let births = fields.filter { $0.schemaField?.property == "P569" }
      let deaths = fields.filter { $0.schemaField?.property == "P570" }
      guard births.count == 1, deaths.count == 1, let birth = births[0].onlyDate(isEnd: false),
        let death = deaths[0].onlyDate(isEnd: true), DateOrder.isCertainlyBefore(death.date, birth.date)
      else { continue }
      findings.report(
        "the date of death, \(death.date), is before that of birth, \(birth.date)",
        at: death.value.range
      )
    }
  }
}
