import WikitextDocument

extension ArticleJSONWriter {
  /// Notes a node that no text shows, because it stands in none.
  mutating func noteOmitted(_ index: Int) { omitted.append(UInt32(truncatingIfNeeded: index)) }

  /// Writes what the texts of the record leave out. References and images are no part of it, for they are written beside
  /// the texts, nor are infoboxes.
  mutating func writeCoverage(_ document: Document) {
    var coverage = Coverage()
    // A node may stand in more than one text; the order of the page is that of the nodes.
    omitted.sort()
    var boxes = document.extras.infoboxes[...]
    var last: UInt32?
    for index in omitted where index != last {
      last = index
      while let box = boxes.first, box.node < index { boxes.removeFirst() }
      let record = document.records[Int(index)]
      switch record.kind {
      case .template: if boxes.first?.node != index { coverage.note(.template, record) }
      case .parserFunction: coverage.note(.parserFunction, record)
      case .parameter: coverage.note(.parameter, record)
      case .extension: coverage.note(.extension, record)
      case .variant: coverage.note(.variant, record)
      default: break
      }
    }
    json.key("coverage")
    coverage.write(furniture: document.furniture, to: &json)
  }
}
