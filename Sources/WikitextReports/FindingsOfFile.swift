public import WikitextValidator

/// The findings in one file or page, as reports take them.
public struct FindingsOfFile: Sendable {
  /// The path of the file.
  public var file: String
  /// The title of the page, or what else tells it, where the file has several pages.
  public var fragment: String?
  /// The bytes of the page, in UTF-8: reports have lines, columns and excerpts of them.
  public var source: [UInt8]
  /// Whether these are the bytes of the file, one for one: no other encoding, no compression, no dump around them. Where
  /// they are not, offsets in bytes say nothing of the file.
  public var isAsStored: Bool
  /// The findings, in the order of reports.
  public var findings: [Finding]

  /// What reports for people call the page: the path of its file; of a page among others with `#` and its title.
  public var path: String { fragment.map { "\(file)#\($0)" } ?? file }

  /// The findings in a file.
  ///
  /// - Parameters:
  ///   - file: the path of the file.
  ///   - fragment: what tells the page, where the file has several.
  ///   - source: the bytes of the page, in UTF-8.
  ///   - isAsStored: whether these are the bytes of the file.
  ///   - findings: the findings.
  public init(
    file: String,
    fragment: String? = nil,
    source: [UInt8],
    isAsStored: Bool = true,
    findings: [Finding]
  ) {
    self.file = file
    self.fragment = fragment
    self.source = source
    self.isAsStored = isAsStored
    self.findings = findings
  }
}
