import WikitextSyntax
import WikitextValidator

/// What makes a finding the same finding after edits elsewhere in its page: its rule, the text of the line that it begins
/// in, and which one of these it is.
///
/// The number of the line is not part of it, nor the message, which may say more in the next version.
public struct FindingIdentity: Sendable, Hashable {
  /// The id of the rule.
  public var rule: String
  /// A digest of the line's text without the white space around it: 64 bits of FNV-1a in hexadecimal digits.
  public var line: String
  /// How many findings of the rule in lines of the same text come before.
  public var occurrence: Int

  /// The identities of the findings in a page, in their order.
  ///
  /// - Complexity: O(bytes of the page + findings).
  public static func of(_ file: FindingsOfFile) -> [FindingIdentity] {
    guard !file.findings.isEmpty else { return [] }
    let lines = LineIndex(file.source)
    var digests: [Int: String] = [:]
    var counts: [FindingIdentity: Int] = [:]
    return file.findings.map { finding in
      let number = lines.location(at: finding.range.start).line
      let digest: String
      if let known = digests[number] {
        digest = known
      } else {
        digest = lines.range(ofLine: number).map { self.digest(of: file.source[$0.offsets]) } ?? ""
        digests[number] = digest
      }
      var identity = FindingIdentity(rule: finding.rule, line: digest, occurrence: 0)
      let count = counts[identity, default: 0]
      counts[identity] = count + 1
      identity.occurrence = count
      return identity
    }
  }

  private static func digest(of line: ArraySlice<UInt8>) -> String {
    var text = line.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return hexadecimal(fnv(text))
  }

  /// FNV-1a of 64 bits, which needs no tables: nobody gains by making two lines look alike.
  private static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A digest of the finding among all findings of all paths, for services that track findings.
  public func fingerprint(path: String) -> String {
    let text = [path, rule, line, String(occurrence)].joined(separator: "\u{0}")
    return FindingIdentity.hexadecimal(FindingIdentity.fnv(text.utf8))
  }
}
