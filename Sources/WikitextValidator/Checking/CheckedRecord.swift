import WikitextNormalizer
import WikitextSyntax

/// A record of Article JSON or Document JSON as rules see it.
///
/// For one record and one thread.
public final class CheckedRecord {
  /// What a record is.
  public enum Kind: Sendable {
    /// Article JSON: `wikitext convert`, `wikitext normalize`.
    case article
    /// Document JSON: `wikitext parse --to document`.
    case document
  }

  /// The record's bytes.
  public let source: [UInt8]
  /// The page that the record was made of, where it is at hand: places in the record are offsets of its bytes.
  public let page: [UInt8]?
  /// What the record is.
  public let kind: Kind
  /// The values; nil where the bytes are no JSON.
  let tree: JSONTree?
  /// Why the bytes are no JSON.
  let fault: JSONReader.Fault?

  /// - Complexity: O(`source.count`).
  init(_ source: [UInt8], page: [UInt8]?) {
    self.source = source
    self.page = page
    var tree: JSONTree?
    var fault: JSONReader.Fault?
    do throws(JSONReader.Fault) {
      tree = try JSONTree(source)
    } catch {
      fault = error
    }
    self.tree = tree
    self.fault = fault
    let type = tree?.member("type", of: 0)
    kind = tree?.string(type) == "root" ? .document : .article
  }
}

extension JSONTree {
  /// A place in the page that a record gives: `"source":{"start":3,"end":7}`, `"bytes":[3,7]`; nil where it is none.
  func place(_ node: Int?) -> Range<Int>? {
    guard let node else { return nil }
    let ends: [Int?]
    if nodes[node].kind == .object {
      ends = [integer(member("start", of: node)), integer(member("end", of: node))]
    } else {
      ends = children(of: node).map { integer($0) }
    }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start <= end else { return nil }
    return start..<end
  }
}
