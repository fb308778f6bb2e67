import Foundation
import Testing
import WikitextSyntax
@testable import WikitextNormalizer

@Suite struct ScratchTests {
  @Test func scratch() throws {
    let lines = try String(contentsOfFile: "/tmp/packwork/cases.txt", encoding: .utf8).split(separator: "\n")
    var normalizers: [String: Normalizer] = [:]
    var out = ""
    for line in lines {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { continue }
      var n = normalizers[parts[0]] ?? Normalizer(configuration: SiteConfiguration(wiki: parts[0]) ?? .standard)
      let values = n.values(ofWikitext: parts[2], expecting: Expectation(kind: FieldKind(rawValue: parts[1]) ?? .any))
      normalizers[parts[0]] = n
      out += "\(parts[2])\n"
      for v in values { out += "      \(v.content) \(v.qualifiers) \(v.asOf?.description ?? "") \(v.notes)\n".replacingOccurrences(of: "WikitextNormalizer.", with: "") }
    }
    try out.write(toFile: "/tmp/packwork/out.txt", atomically: true, encoding: .utf8)
  }
}
