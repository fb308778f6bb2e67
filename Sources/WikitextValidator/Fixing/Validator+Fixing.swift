public import WikitextSyntax

extension Validator {
  /// Fixes that touch each other are made one after the other, in this many passes at the most.
  private static var mostPasses: Int { 10 }
  /// A page is parsed and validated anew this many times at the most.
  private static var mostTrials: Int { 64 }

  /// Makes the fixes of a page, and refuses those that change more than what was found.
  ///
  /// The page with its fixes is parsed and validated again. All nodes outside of what was found must be the same as
  /// before, in kind, flags, detail, bytes and place; what was fixed must be gone, and no error may be new. Where that is
  /// not so, halves of the fixes are tried, and halves of these, until those that are to blame are found.
  ///
  /// - Parameters:
  ///   - tree: the page.
  ///   - selecting: of findings in a page, those whose fixes are wanted; it is asked again for the page after fixes.
  /// - Returns: the page with its fixes.
  /// - Complexity: O(bytes of the page + n log n) for n findings, times a constant.
  public mutating func fix(
    _ tree: SyntaxTree,
    selecting: (_ findings: [Finding], _ source: [UInt8]) -> [Finding] = { findings, _ in findings }
  ) -> FixedPage {
    var page = FixedPage(tree: tree, findings: validate(tree))
    var trials = Validator.mostTrials
    for _ in 0..<Validator.mostPasses {
      let selection = FixSelection(selecting(page.findings, page.tree.source), in: page.tree.source)
      page.refused = selection.misplaced.map { ($0, .misplaced) }
      guard !selection.chosen.isEmpty else { break }
      let fixedBefore = page.fixed.count
      make(selection.chosen, in: &page, &trials)
      // What is refused now is refused in the next pass.
      if page.fixed.count == fixedBefore { break }
    }
    return page
  }

  /// Makes fixes that do not touch each other, as many of them as can be.
  private mutating func make(_ findings: [Finding], in page: inout FixedPage, _ trials: inout Int) {
    let before = page
    // Chunks that are to be tried, the next one last.
    var chunks = [findings[...]]
    var accepted: [Finding] = []
    while let chunk = chunks.popLast() {
      guard trials > 0 else {
        page.refused += chunk.map { ($0, .notTried) }
        continue
      }
      trials -= 1
      switch attempt(accepted + chunk, in: before) {
      case .success(let made):
        accepted += chunk
        page.tree = made.tree
        page.findings = made.findings
      case .failure(let failure):
        if chunk.count == 1 {
          page.refused += chunk.map { ($0, failure.refusal) }
        } else {
          let middle = chunk.startIndex + chunk.count / 2
          chunks.append(chunk[middle...])
          chunks.append(chunk[..<middle])
        }
      }
    }
    page.fixed += accepted
  }

  private struct Failure: Error {
    var refusal: FixRefusal
  }

  /// The page with fixes, if they change nothing else.
  private mutating func attempt(_ findings: [Finding], in page: FixedPage) -> Result<FixedPage, Failure> {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    guard let source = try? page.tree.applying(edits) else { return .failure(Failure(refusal: .misplaced)) }
    let tree = SyntaxTree(parsing: source, configuration: page.tree.configuration, page: page.tree.page)
    let zones = ChangedZones(findings)
    if let (kind, offset) = TreeComparison.difference(page.tree, tree, zones) {
      return .failure(Failure(refusal: .changesTree(kind, offset: offset)))
    }
    let found = validate(tree)
    if let refusal = Validator.refusal(of: findings, before: page.findings, after: found) {
      return .failure(Failure(refusal: refusal))
    }
    return .success(FixedPage(tree: tree, findings: found))
  }

  /// Why findings speak against fixes: of each rule there must be as many fewer as were fixed, and no more errors.
  private static func refusal(of fixed: [Finding], before: [Finding], after: [Finding]) -> FixRefusal? {
    var left: [String: Int] = [:]
    for finding in before { left[finding.rule, default: 0] += 1 }
    // Of a rule with more findings than are kept, others come up for those that are mended.
    var isFull: Set<String> = []
    for finding in fixed where left[finding.rule, default: 0] > FindingList.mostOfOneRule {
      isFull.insert(finding.rule)
    }
    for finding in fixed where !isFull.contains(finding.rule) { left[finding.rule, default: 0] -= 1 }
    let rules = Set(fixed.map(\.rule))
    var error: String?
    for finding in after {
      left[finding.rule, default: 0] -= 1
      if left[finding.rule, default: 0] < 0 {
        if rules.contains(finding.rule) { return .remains }
        if finding.severity == .error { error = error ?? finding.rule }
      }
    }
    return error.map { .newError($0) }
  }
}
