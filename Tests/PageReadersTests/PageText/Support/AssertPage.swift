import Foundation
import PageReaders
import Testing

@testable import WikitextDocument

/// Labels that the tests' infoboxes have.
let testLabels = InfoboxLabels([
  "Directed by", "Story by", "Based on", "Distributed by", "Release date", "Running time", "Length", "Source", "Mouth",
  "Country", "Born", "Population", "Founded", "Website", "Driving side", "Government", "Sultan", "Years active",
  "Political party", "City", "Preceded by", "Succeeded by", "GDP (nominal)", "Revenue", "Initial release",
]) { value in
  switch value {
  case "Chile", "Peru", "Bolivia": .country
  case "Spanish", "Quechua": .language
  default: nil
  }
}

/// Reads the text of a page and checks what holds for any: nodes nest, ranges lie in those around them, and whatever is
/// not white space stands in a node below the sections or in the furniture.
@discardableResult
func assertPage(
  _ source: [UInt8],
  _ name: String = "",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Document {
  let document = PageTextReader(labels: testLabels).read(source)
  for problem in (nesting(of: document) + unaccounted(in: document)).prefix(3) {
    Issue.record("\(name) \(problem)", sourceLocation: sourceLocation)
  }
  return document
}

/// Reads the text of a page.
@discardableResult
func assertPage(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> Document {
  assertPage(Array(text.utf8), sourceLocation: sourceLocation)
}

private func nesting(of document: Document) -> [String] {
  var problems: [String] = []
  var open: [NodeRecord] = []
  for (index, record) in document.records.enumerated() {
    while let last = open.last, Int(last.next) <= index { open.removeLast() }
    if Int(record.next) <= index || Int(record.next) > document.records.count { return ["bad next at \(index)"] }
    if record.sourceStart > record.sourceEnd || Int(record.sourceEnd) > document.source.count {
      problems.append("bad range of \(record.kind) at \(index)")
    }
    if let parent = open.last, record.next > parent.next { problems.append("\(record.kind) at \(index) reaches out") }
    if let parent = open.last, record.sourceStart < parent.sourceStart || record.sourceEnd > parent.sourceEnd {
      problems.append("\(record.kind) at \(index) is out of its \(parent.kind)")
    }
    open.append(record)
  }
  return problems
}

/// Bytes that are no white space, and stand neither in a node below the sections nor in the furniture.
private func unaccounted(in document: Document) -> [String] {
  var isCovered = [Bool](repeating: false, count: document.source.count + 1)
  func cover(_ range: Range<Int>) { for index in range { isCovered[index] = true } }
  var covered = 0
  for record in document.records where record.kind != .document && record.kind != .section {
    // Nodes come in order: what lies before is covered already.
    let start = max(covered, Int(record.sourceStart))
    if start < Int(record.sourceEnd) { cover(start..<Int(record.sourceEnd)) }
    covered = max(covered, Int(record.sourceEnd))
  }
  for furniture in document.furniture { cover(furniture.range.offsets) }
  var lost: [String] = []
  var index = 0
  let bytes = document.source
  while index < bytes.count {
    if bytes[index] > 0x20, !isCovered[index] {
      var end = index
      while end < bytes.count, bytes[end] != 0x0A, !isCovered[end] { end += 1 }
      let text = String(decoding: bytes[index..<end], as: UTF8.self)
      if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !isInvisible($0) }) {
        lost.append("lost at \(index): \(text.prefix(60).debugDescription)")
      }
      index = end
    } else {
      index += 1
    }
  }
  return lost
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0xFEFF || (0x2000...0x200F).contains(scalar.value) || scalar.value == 0x2060 || scalar.value < 0x20
}

extension Document {
  /// The rows of the first infobox: group, label, items.
  var rows: [String] {
    (infoboxes.first?.fields ?? []).map { field in
      let group = field.node.attribute(RowAttribute.group).map { $0 + " > " } ?? ""
      let lost = field.node.attribute(RowAttribute.lost).map { " (lost \($0))" } ?? ""
      return "\(group)\(field.name): \(field.items.map(\.text).joined(separator: " | "))\(lost)"
    }
  }

  /// The nodes of a kind.
  func nodes(_ kind: NodeKind) -> [Node] { root.descendants.filter { $0.kind == kind } }
}
