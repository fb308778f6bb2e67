import WikitextNormalizer
import WikitextSyntax

/// `record-intervals`: dates, places and codes that are none.
struct RecordIntervals: RecordRule {
  let about = RuleDescription(
    id: "record-intervals",
    family: .records,
    severity: .error,
    summary: "A date, span, place or code in a record does not exist.",
    explanation: """
      The forms of values are checked by the schema; this rule looks at what they say. Found are dates of EDTF that no \
      calendar has (`1980-02-31`, `1980-13`), spans that end before they begin, points off the globe (GeoJSON has the \
      longitude first), and codes of countries and currencies that ISO does not know.
      """,
    bad: RecordExamples.article(
      field: "\"typed\":[{\"kind\":\"interval\",\"edtf\":\"1990/1985\",\"raw\":\"295 km\","
        + "\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}]"
    ),
    good: RecordExamples.article(
      field: "\"typed\":[{\"kind\":\"interval\",\"edtf\":\"1985/1990\",\"raw\":\"295 km\","
        + "\"source\":{\"start\":23,\"end\":29},\"confidence\":1.0}]"
    )
  )

  func check(_ record: CheckedRecord, _ findings: inout FindingList) {
    guard let tree = record.tree else { return }
    var checks = ValueChecks(configuration: .standard, data: .standard)
    for node in tree.nodes.indices {
      let name = tree.source[tree.nodes[node].name]
      let parent = tree.nodes[node].parent
      guard parent >= 0, !name.isEmpty else { continue }
      let problem: String?
      switch name.count {
      case 4 where name.elementsEqual("edtf".utf8): problem = tree.string(node).flatMap { EDTFText.problem($0) }
      case 5 where name.elementsEqual("as_of".utf8): problem = tree.string(node).flatMap { EDTFText.problem($0) }
      case 11 where name.elementsEqual("coordinates".utf8): problem = problemOfPoint(node, tree)
      case 7 where name.elementsEqual("country".utf8) && isKind("place", parent, tree):
        problem = tree.string(node).flatMap { ValueChecks.isCountry($0) ? nil : "ISO 3166 has no country \"\($0)\"" }
      case 8 where name.elementsEqual("currency".utf8) && isKind("money", parent, tree):
        problem = tree.string(node).flatMap { checks.isCurrency($0) ? nil : "ISO 4217 has no currency \"\($0)\"" }
      case 4 where name.elementsEqual("kind".utf8) && isKind("relation", parent, tree):
        problem = problemOfRelation(parent, tree)
      default: problem = nil
      }
      if let problem { findings.report(problem, at: tree.range(of: node)) }
    }
  }

  private func isKind(_ kind: String, _ node: Int, _ tree: JSONTree) -> Bool {
    tree.string(tree.member("kind", of: node)) == kind
  }

  /// What is wrong with the coordinates of a point of GeoJSON; nil for those of other things.
  private func problemOfPoint(_ node: Int, _ tree: JSONTree) -> String? {
    let parent = tree.nodes[node].parent
    guard tree.nodes[node].kind == .array, tree.string(tree.member("type", of: parent)) == "Point" else { return nil }
    let numbers = tree.children(of: node).map { tree.number($0) }
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else { return nil }
    if abs(latitude) > 90 { return "the latitude \(latitude) is more than 90 degrees" }
    return abs(longitude) > 180 ? "the longitude \(longitude) is more than 180 degrees" : nil
  }

  private func problemOfRelation(_ node: Int, _ tree: JSONTree) -> String? {
    let ends = ["from", "to"].map { tree.string(tree.member($0, of: node)) }
    for end in ends { if let end, let problem = EDTFText.problem(end) { return problem } }
    guard let from = ends[0], let to = ends[1] else { return nil }
    return EDTFText.problem(from + "/" + to)
  }
}

/// Dates and spans of EDTF (ISO 8601-2, level 1) as text.
enum EDTFText {
  /// What is wrong with a date or span; nil where nothing is.
  static func problem(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count <= 2 else { return "\"\(Excerpt.short(text))\" is no date or span of EDTF" }
    var dates: [EDTFDate?] = []
    for part in parts {
      if parts.count == 2, part.isEmpty || part == ".." {
        dates.append(nil)
        continue
      }
      guard let date = date(part) else { return "\"\(Excerpt.short(text))\" has a date that does not exist" }
      dates.append(date)
    }
    if dates.count == 2, let start = dates[0], let end = dates[1], DateOrder.isCertainlyBefore(end, start) {
      return "the span \(text) ends before it begins"
    }
    return nil
  }

  /// The date that a text is; nil where it is none.
  static func date(_ text: String) -> EDTFDate? {
    var bytes = Array(text.utf8)[...]
    var isApproximate = false
    var isUncertain = false
    if let last = bytes.last, [UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "%")].contains(last) {
      isApproximate = last != UInt8(ascii: "?")
      isUncertain = last != UInt8(ascii: "~")
      bytes.removeLast()
    }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, (1...3).contains(parts.count),
      parts.dropFirst().allSatisfy({ $0.count == 2 && $0.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    let numbers = parts.dropFirst().map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let digits = first.prefix { $0 &- 0x30 < 10 }
    guard first[digits.endIndex...].allSatisfy({ $0 == UInt8(ascii: "X") }) else { return nil }
    let known = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    var date: EDTFDate?
    switch digits.count {
    case 4:
      date = EDTFDate(
        year: isNegative ? -known : known,
        month: numbers.first,
        day: numbers.count > 1 ? numbers[1] : nil,
        // Pages may count in the Julian calendar; a record of one says so beside the date.
        calendar: known < 1923 ? .julian : .gregorian
      )
    case 0:
      date = isNegative ? nil : EDTFDate(year: nil, month: numbers.first, day: numbers.count > 1 ? numbers[1] : nil)
    default:
      guard numbers.isEmpty else { return nil }
      let precisions: [EDTFDate.Precision] = [.millennium, .century, .decade]
      let scale = [1000, 100, 10][digits.count - 1]
      date = EDTFDate(period: (isNegative ? -known : known) * scale, precision: precisions[digits.count - 1])
    }
    date?.isApproximate = isApproximate
    date?.isUncertain = isUncertain
    return date
  }
}
