/// `unused-ignore`: comments for the validator that do nothing.
struct UnusedIgnore: PageRule {
  let about = RuleDescription(
    id: "unused-ignore",
    family: .syntax,
    severity: .warning,
    summary: "A comment passes over findings that there are none of.",
    explanation: """
      `<!-- wikitext-ignore RULE -->` passes over what a rule finds in the next line, or in the comment's own line where \
      something else stands in it; `<!-- wikitext-ignore-begin RULE -->` … `<!-- wikitext-ignore-end -->` does so in \
      between, `<!-- wikitext-ignore-file RULE -->` in the whole page. Several rules are parted by blanks, none means \
      all, and what stands behind a colon is for people: `<!-- wikitext-ignore obsolete-tag: as printed in 1911 -->`. \
      Comments of HTML count as those of wikitext do.

      A comment that has nothing to pass over any more, or never had, hides what will be wrong there one day. Found are \
      comments for rules that find nothing where they apply, names that no rule has, unknown words such as \
      `wikitext-ignore-next`, an end without a beginning and a beginning without an end. A comment for a rule that is \
      off, or for all rules while some are off, is not found. Remove the comment, or mend the name.
      """,
    bad: "<!-- wikitext-ignore obsolete-tags -->\n<center>The Isar</center>\n",
    good: "<!-- wikitext-ignore-file -->\n<center>The Isar</center>\n",
    dialects: [.wikitext, .html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let ignores = page.ignores
    for comment in ignores.comments where comment.reach == nil {
      findings.report("\(comment.word) is no word of the validator; it has no effect", at: comment.range)
    }
    for comment in ignores.strayEnds {
      findings.report("the comment \(comment.word) ends what was not begun", at: comment.range)
    }
    for comment in ignores.unended {
      findings.report("the comment \(comment.word) is not ended by wikitext-ignore-end", at: comment.range)
    }
    for (comment, rule) in ignores.unused {
      if let rule {
        if ignores.rules.ids.contains(rule) {
          findings.report("the comment passes over \(rule), which finds nothing there", at: comment.range)
        } else if !ignores.rules.known.contains(rule) {
          let known = NearestName.of(rule, among: ignores.rules.known.sorted()).map { "; the nearest is \($0)" } ?? ""
          findings.report("the comment passes over \(rule), which is no rule\(known)", at: comment.range)
        }
      } else if ignores.rules.isComplete {
        findings.report("the comment passes over all rules, none of which finds anything there", at: comment.range)
      }
    }
  }
}
