import WikitextSyntax

/// The comments of a page that say which findings are to be passed over, and what came of them.
///
/// Each comment has a scope, a range of bytes: a finding is passed over where it begins in the scope of a comment that
/// names its rule, or none. Where several do, the one that begins last counts as used.
final class IgnoreComments {
  /// What one rule of a comment, or all of them, is passed over in.
  private struct Scope {
    var start: Int
    var end: Int
    /// The comment, by its place among the page's.
    var comment: Int
    /// The rule, by its place in the comment; nil for all rules.
    var rule: Int?
    var isUsed = false
  }

  private(set) var comments: [IgnoreComment] = []
  /// Comments that end what was not begun.
  private(set) var strayEnds: [IgnoreComment] = []
  /// Comments that begin what is not ended; it ends with the page.
  private(set) var unended: [IgnoreComment] = []
  /// The rules that are asked.
  let rules: AskedRules
  private var scopes: [Scope] = []

  /// Finds the comments of a page.
  ///
  /// - Parameters:
  ///   - comments: where its comments are, in their order.
  ///   - source: the bytes of the page.
  ///   - rules: the rules that are asked.
  /// - Complexity: O(bytes of the page); where there are no such comments, O(bytes of comments).
  init(_ comments: some Sequence<SourceRange>, in source: [UInt8], rules: AskedRules) {
    self.rules = rules
    self.comments = comments.compactMap { IgnoreComment(source, $0) }
    addScopes(source)
  }

  // MARK: - Scopes

  private func addScopes(_ source: [UInt8]) {
    guard !comments.isEmpty else { return }
    let lines = LineIndex(source)
    let places = comments.map { comment in
      (first: lines.location(at: comment.range.start).line, last: lines.location(at: comment.range.end).line)
    }
    // Of a comment alone in its line the line below, below further ones of them; so the last one comes first.
    var below: [Int: SourceRange] = [:]
    var targets = [SourceRange?](repeating: nil, count: comments.count)
    for (number, comment) in comments.enumerated().reversed() where comment.reach == .line {
      let (first, last) = places[number]
      guard let start = lines.range(ofLine: first)?.start, let end = lines.range(ofLine: last)?.end else { continue }
      // With another one beside it, it is not alone: asked first, so that no line is looked at twice.
      let hasNeighbour =
        (number > 0 && places[number - 1].last == first)
        || (number + 1 < comments.count && places[number + 1].first == last)
      if hasNeighbour || !IgnoreComments.isBlank(source[start..<comment.range.start])
        || !IgnoreComments.isBlank(source[comment.range.end..<end])
      {
        targets[number] = SourceRange(start: start, end: end)
      } else {
        targets[number] = below[last + 1] ?? lines.range(ofLine: last + 1) ?? SourceRange(start: end, end: end)
        below[first] = targets[number]
      }
    }
    var open: [Int] = []
    for (number, comment) in comments.enumerated() {
      switch comment.reach {
      case .line: if let target = targets[number] { add(number, target.start, target.end) }
      case .file: add(number, 0, source.count + 1)
      case .begin: open.append(number)
      case .end:
        if let begin = open.popLast() {
          add(begin, comments[begin].range.end, comment.range.start)
        } else {
          strayEnds.append(comment)
        }
      case nil: break
      }
    }
    for number in open {
      unended.append(comments[number])
      add(number, comments[number].range.end, source.count + 1)
    }
  }

  private func add(_ number: Int, _ start: Int, _ end: Int) {
    let rules = comments[number].rules
    if rules.isEmpty { scopes.append(Scope(start: start, end: end, comment: number, rule: nil)) }
    for rule in rules.indices { scopes.append(Scope(start: start, end: end, comment: number, rule: rule)) }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  // MARK: - Findings

  /// The findings that no comment is for.
  ///
  /// - Parameter findings: the findings, sorted by place.
  /// - Returns: the others.
  /// - Complexity: O(findings + s log s) for s scopes.
  func remaining(of findings: [Finding]) -> [Finding] {
    guard !scopes.isEmpty else { return findings }
    let order = scopes.indices.sorted { (scopes[$0].start, $0) < (scopes[$1].start, $1) }
    // The scopes that were begun, by rule ("" for all), the last one last; those that ended go when they are met.
    var open: [String: [Int]] = [:]
    var next = 0
    func last(_ rule: String, at offset: Int) -> Int? {
      while let scope = open[rule]?.last {
        if scopes[scope].end > offset { return scope }
        open[rule]?.removeLast()
      }
      return nil
    }
    return findings.filter { finding in
      let offset = finding.range.start
      while next < order.count, scopes[order[next]].start <= offset {
        let scope = order[next]
        open[name(of: scopes[scope]), default: []].append(scope)
        next += 1
      }
      let candidates = [last(finding.rule, at: offset), last("", at: offset)].compactMap { $0 }
      guard let scope = candidates.max(by: { scopes[$0].start < scopes[$1].start }) else { return true }
      scopes[scope].isUsed = true
      return false
    }
  }

  private func name(of scope: Scope) -> String { scope.rule.map { comments[scope.comment].rules[$0] } ?? "" }

  /// What passed over nothing: the comment, and the rule that it names; nil for all rules.
  var unused: [(comment: IgnoreComment, rule: String?)] {
    scopes.filter { !$0.isUsed }.map { scope in
      let comment = comments[scope.comment]
      return (comment, scope.rule.map { comment.rules[$0] })
    }
  }
}
