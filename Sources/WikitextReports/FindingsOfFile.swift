public import WikitextValidator

/// The findings in one file or page, as reports take them.
public struct FindingsOfFile: Sendable {
  /// The path of the file; of a page in a dump the path of the dump, `#` and the title.
  public var path: String
  /// Its bytes, in UTF-8: reports have lines, columns and excerpts of them.
  public var source: [UInt8]
  /// The findings, in the order of reports.
  public var findings: [Finding]

  /// The findings in a file.
  public init(path: String, source: [UInt8], findings: [Finding]) {
    self.path = path
    self.source = source
    self.findings = findings
  }
}
