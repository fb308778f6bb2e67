import WikitextSyntax

extension Document {
  /// The document as text, a node a line: the format of the snapshots in the tests.
  ///
  ///     section 0..<20
  ///       paragraph 0..<20
  ///         text 0..<5 "Isar "
  public func dump() -> String {
    var output = ""
    var ends: [Int] = []
    for (index, record) in records.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      output += String(repeating: "  ", count: min(ends.count, 100))
      output += "\(record.kind) \(record.sourceStart)..<\(record.sourceEnd)"
      switch record.kind {
      case .section, .heading: output += " level=\(record.detail)"
      case .list: output += ListKind(rawValue: UInt8(truncatingIfNeeded: record.detail)).map { " \($0)" } ?? ""
      case .reference: output += " number=\(record.referenceNumber)"
      default: break
      }
      if !record.name.isEmpty { output += " " + string(record.name).debugDescription }
      if record.kind != .reference, !record.target.isEmpty {
        output += " target=" + string(record.target).debugDescription
      }
      for attribute in attributeRecords(of: index) where record.flags.contains(.hasAttributes) {
        output += " \(string(attribute.name))=" + string(attribute.value).debugDescription
      }
      output += "\n"
      ends.append(Int(record.next))
    }
    return output
  }
}
