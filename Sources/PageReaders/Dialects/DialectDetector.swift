public import WikitextDocument

/// Tells what a page is written in, by its bytes.
///
/// Each of the three dialects has marks that the others have not: wikitext its links, templates and headings; HTML the
/// elements that wikitext does not allow; the text of a rendered page the citation marks, backlinks and words that a skin
/// puts around an article. The marks are counted, with weights by how rarely they mean something else, and the dialect
/// with most of them it is. Text without any mark is wikitext: it reads as the same paragraphs.
public struct DialectDetector: Sendable {
  /// What was found.
  public struct Finding: Sendable, Hashable {
    /// The dialect.
    public let dialect: Dialect
    /// How much speaks for it, and how much for each of the others.
    public let scores: [Dialect: Double]
    /// What speaks for it, the weightiest first: "links to addresses (a href)".
    public let reasons: [String]
  }

  /// More of a page is not looked at, in bytes.
  static let searched = 1 << 20

  /// A detector.
  public init() {}

  /// What a page is written in.
  ///
  /// - Parameter bytes: the page, in UTF-8.
  /// - Returns: the dialect, and why.
  /// - Complexity: O(bytes), of a megabyte at most.
  public func detect(_ bytes: [UInt8]) -> Finding {
    var marks = DialectMarks()
    marks.count(in: bytes.count > DialectDetector.searched ? Array(bytes.prefix(DialectDetector.searched)) : bytes)
    var scores: [Dialect: Double] = [:]
    for dialect in Dialect.allCases { scores[dialect] = 0 }
    for mark in DialectMarks.Mark.allCases { scores[mark.dialect, default: 0] += marks.score(of: mark) }
    // Of two with the same score it is the first.
    var best = Dialect.wikitext
    for dialect in [Dialect.html, .pageText] where scores[dialect, default: 0] > scores[best, default: 0] {
      best = dialect
    }
    let reasons = DialectMarks.Mark.allCases.filter { $0.dialect == best && marks.score(of: $0) > 0 }
      .sorted { marks.score(of: $0) > marks.score(of: $1) }
      .map { "\(marks.counts[$0.rawValue]) \($0.description)" }
    return Finding(dialect: best, scores: scores, reasons: reasons.isEmpty ? ["no marks of another"] : reasons)
  }
}
