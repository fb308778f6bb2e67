import Foundation
import Testing
import WikitextNormalizer
import WikitextSyntax
import WikitextValidator

/// Fixes all that can be fixed in real articles, and looks at what became of the rest.
///
/// Every fortieth article is looked at, or as many as the environment variable `WIKITEXT_FIX_EVERY` says.
@Suite struct CorpusFixTests {
  /// Real articles beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
  private static let articles: [URL] = {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("corpus/articles")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let pages = files.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
    let step = max(1, environment["WIKITEXT_FIX_EVERY"].flatMap { Int($0) } ?? 40)
    return pages.enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }()

  /// All rules that have fixes, those that are off among them.
  private static let rules: RuleSelection = {
    var selection = RuleSelection([])
    for rule in RuleCatalog.all where rule.about.hasFix { selection.insert(rule) }
    return selection
  }()

  /// A page before a pass, and what was found in it.
  private struct Pass {
    var findings: [Finding]
    var source: [UInt8]
  }

  @Test(.enabled(if: !articles.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"))
  func `fixes change nothing outside of what they are for, and settle`() throws {
    var validator = Validator(rules: Self.rules)
    var configurations: [String: SiteConfiguration] = [:]
    var fixedCount = 0
    var refusedCount = 0
    for file in Self.articles {
      let wiki = file.deletingLastPathComponent().lastPathComponent
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let name = "\(wiki)/\(file.lastPathComponent)"
      let source = Array(try Data(contentsOf: file))
      var passes: [Pass] = []
      let page = validator.fix(SyntaxTree(parsing: source, configuration: configuration)) { findings, source in
        passes.append(Pass(findings: findings, source: source))
        return findings
      }
      fixedCount += page.fixed.count
      refusedCount += page.refused.count
      for (finding, refusal) in page.refused {
        print("refused in \(name) at \(finding.range): \(finding.rule): \(refusal)")
      }
      check(page, passes, configuration, name)
      let again = validator.fix(page.tree)
      #expect(again.fixed.isEmpty && again.tree.source == page.tree.source, "\(name): fixed once more")
      #expect(again.findings == page.findings, "\(name)")
    }
    print("\(Self.articles.count) articles: \(fixedCount) fixed, \(refusedCount) refused")
  }

  /// Makes the fixes of each pass anew, by their edits alone, and compares the bytes and the nodes outside of them.
  private func check(_ page: FixedPage, _ passes: [Pass], _ configuration: SiteConfiguration, _ name: String) {
    var left = page.fixed[...]
    for (number, pass) in passes.enumerated() {
      let result = number + 1 < passes.count ? passes[number + 1].source : page.tree.source
      let found = Set(pass.findings)
      var made: [Finding] = []
      while Self.applying(made, to: pass.source) != result, let next = left.first, found.contains(next) {
        made.append(next)
        left = left.dropFirst()
      }
      guard Self.applying(made, to: pass.source) == result else {
        Issue.record("\(name): pass \(number) is not what its fixes say")
        return
      }
      for finding in made {
        let scope = finding.fix?.scope ?? finding.range
        let isInside = finding.fix?.edits.allSatisfy { scope.start <= $0.range.start && $0.range.end <= scope.end }
        #expect(isInside == true, "\(name): \(finding.rule) changes what is outside of it")
      }
      guard !made.isEmpty else { continue }
      let before = Self.outside(
        of: made,
        SyntaxTree(parsing: pass.source, configuration: configuration),
        isAfter: false
      )
      let after = Self.outside(of: made, SyntaxTree(parsing: result, configuration: configuration), isAfter: true)
      #expect(before == after, "\(name): another tree after pass \(number)")
    }
    #expect(left.isEmpty, "\(name): \(left.map(\.rule)) are said to be fixed")
  }

  /// A page with the edits of findings.
  private static func applying(_ findings: [Finding], to source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    for edit in findings.flatMap({ $0.fix?.edits ?? [] }).sorted(by: { $0.range.start < $1.range.start }) {
      guard edit.range.start >= position else { return [] }
      output += source[position..<edit.range.start] + edit.replacement
      position = edit.range.end
    }
    return output + source[position...]
  }

  /// The nodes that have no byte in common with a finding: what they are, and their bytes.
  private static func outside(of findings: [Finding], _ tree: SyntaxTree, isAfter: Bool) -> [String] {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    func moved(_ offset: Int, atEnd: Bool) -> Int {
      guard isAfter else { return offset }
      return edits.reduce(offset) { sum, edit in
        let isBefore = atEnd ? edit.range.end <= offset : edit.range.end <= offset && edit.range.start < offset
        return isBefore ? sum + edit.replacement.count - edit.range.count : sum
      }
    }
    let zones = findings.map { finding in
      let scope = finding.fix?.scope ?? finding.range
      return moved(scope.start, atEnd: false)...moved(scope.end, atEnd: true)
    }
    // Text may be split otherwise beside a finding, so that only what touches none is compared.
    return tree.root.descendants.compactMap { node in
      let range = node.range.start...node.range.end
      guard node.kind != .text, node.kind != .endOfFile, !zones.contains(where: { $0.overlaps(range) }) else {
        return nil
      }
      return "\(node.kind) \(node.detail) \(String(decoding: node.bytes, as: UTF8.self))"
    }
  }
}
