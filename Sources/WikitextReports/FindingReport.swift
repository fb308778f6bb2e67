/// A form that findings are written in.
///
/// Findings are written page by page, on any number of threads; what they become is put together in the order of pages:
/// the opening, the parts with separators between those that are not empty, and the closing.
public protocol FindingReport: Sendable {
  /// What stands before the findings.
  var opening: [UInt8] { get }
  /// What stands between two pages.
  var separator: [UInt8] { get }
  /// What stands behind the findings.
  var closing: [UInt8] { get }

  /// What stands there for a page; nothing where the form has nothing to say of it.
  ///
  /// - Complexity: O(bytes of the page + findings).
  func part(for file: FindingsOfFile) -> [UInt8]
}

extension FindingReport {
  /// The report of some pages.
  public func write(_ files: some Sequence<FindingsOfFile>) -> [UInt8] {
    var output = opening
    var isFirst = true
    for file in files {
      let part = part(for: file)
      if part.isEmpty { continue }
      if !isFirst { output += separator }
      output += part
      isFirst = false
    }
    return output + closing
  }
}
