import WikitextDocument
import WikitextSyntax

/// Lines that belong together.
extension ItemReader {
  /// Whether a line says what the date in the next one is: "Declaration of independence", then the date.
  mutating func namesDate(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard values.isEmpty || namesDates, line.count <= 80, soleLink(in: line) == nil, text.atoms(in: line).isEmpty,
      !line.contains(where: { (text.bytes[$0] &- 0x30) < 10 }), !isWhollyBracketed(line), typedReading(line) == nil,
      typedReading(next) != nil
    else { return false }
    namesDates = true
    return true
  }

  /// Whether a line is a heading of the items below it: nothing but bold words among items that are not bold.
  func isHeading(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard expectation.kind.isEnumeration, soleLink(in: line) == nil else { return false }
    return isBold(line) && !isBold(next)
  }

  private func isBold(_ line: Range<Int>) -> Bool {
    text.spans(startingIn: line).contains {
      $0.kind == .bold && $0.start == line.lowerBound && $0.end >= line.upperBound
    }
  }

  /// Reads two lines as one span of time: "1 January 2003", then "to 1 January 2011".
  mutating func readInterval(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    switch expectation.kind {
    case .date, .interval, .any: break
    default: return false
    }
    guard labels.isEmpty, line.count <= 80, next.count <= 80, !isDigit(next.lowerBound),
      next.contains(where: { isDigit($0) }), text.atoms(in: line.lowerBound..<next.upperBound).isEmpty,
      !isWhollyBracketed(next), let reading = typedReading(line), case .date = reading.content
    else { return false }
    let breaks = (line.upperBound..<next.lowerBound).filter { text.bytes[$0] == ValueText.Control.line }
    for place in breaks { text.bytes[place] = 0x20 }
    let both = line.lowerBound..<next.upperBound
    if let reading = typedReading(both), case .interval = reading.content, let found = typedValue(Item(both, in: both))
    {
      values += found
      return true
    }
    for place in breaks { text.bytes[place] = ValueText.Control.line }
    return false
  }

  /// Whether a line has a whole date in it: a label that ends in "from" behind it is the next date's.
  mutating func holdsDay(_ line: Range<Int>) -> Bool {
    guard line.contains(where: { isDigit($0) }),
      case .date(let date)? = grammar.find(in: text, line, expecting: Expectation(kind: .date))?.0
    else { return false }
    return date.precision == .day
  }

  private func isDigit(_ offset: Int) -> Bool { (text.bytes[offset] &- 0x30) < 10 }
}
