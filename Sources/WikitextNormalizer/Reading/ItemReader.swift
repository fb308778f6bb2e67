import WikitextDocument
import WikitextSyntax

/// Reads the text of a field as values: divides it into items, and reads each as a whole.
///
/// An item is first stripped of what stands beside its value (brackets, small print, a label with a colon); what is left
/// is a value of the expected kind, a link, or text. Parts of a line are items of their own where each of them can stand
/// alone; what cannot be told is left together.
struct ItemReader {
  var text: ValueText
  let expectation: Expectation
  /// Where the field's value is in the source.
  let extent: SourceRange
  let document: Document
  let words: ReadingWords
  let countries: Countries
  var grammar: ValueGrammar
  var values: [Value] = []
  /// The templates in the text; made when they are first asked for.
  var templateSpans: TemplateSpans?
  /// Lines in front of a value that say what it is.
  var labels: [Range<Int>] = []
  /// Whether the first line says what the date in the second one is.
  var namesDates = false

  init(
    _ text: ValueText,
    expecting expectation: Expectation,
    in extent: SourceRange,
    document: Document,
    words: ReadingWords,
    countries: Countries,
    grammar: ValueGrammar
  ) {
    self.text = text
    self.expectation = expectation
    self.extent = extent
    self.document = document
    self.words = words
    self.countries = countries
    self.grammar = grammar
  }

  var splitter: ItemSplitter { ItemSplitter(text: text, words: words) }

  /// The values of the whole text, in the order of the page.
  ///
  /// - Complexity: O(bytes + spans + atoms).
  mutating func read() -> [Value] {
    let whole = text.trimmed(0..<text.bytes.count)
    guard !whole.isEmpty else { return [] }
    dropWideSmallPrint(whole)
    if expectation.kind == .caption {
      addText(Item(whole, in: whole))
      return values.map { within(extent, $0) }
    }
    if text.bytes[whole].contains(ValueText.Control.item) {
      let pieces = splitter.pieces(whole, at: ValueText.Control.item)
      for piece in pieces { readPiece(piece, isListItem: pieces.count > 1) }
    } else {
      readPiece(whole, isListItem: false)
    }
    for label in labels { addText(Item(label, in: label)) }
    spreadLastDate()
    return values.map { within(extent, $0) }
  }

  /// The value as it leaves the reader: with its place in the source inside of the field, as text may begin a blank
  /// before its argument, and with a quantity's SI value.
  private func within(_ extent: SourceRange, _ value: Value) -> Value {
    var value = value
    let start = min(max(value.range.start, extent.start), extent.end)
    value.range = SourceRange(start: start, end: max(start, min(value.range.end, extent.end)))
    if case .quantity(var quantity) = value.content, quantity.inSI == nil {
      quantity.inSI = grammar.lexicon.units.inSI(quantity.number, quantity.unit.ucum)
      value.content = .quantity(quantity)
    }
    if case .identifier("ISBN"?, let code) = value.content, IdentifierForm.isbn13(code) == nil {
      value.confidence = .unsure
    }
    return value
  }

  /// Small print is a remark beside something larger; where all is small, nothing is.
  private mutating func dropWideSmallPrint(_ whole: Range<Int>) {
    text.spans.removeAll { $0.kind == .small && $0.start <= whole.lowerBound && $0.end >= whole.upperBound }
  }

  /// Reads what stands between two boundaries: its lines.
  private mutating func readPiece(_ piece: Range<Int>, isListItem: Bool) {
    guard text.bytes[piece].contains(ValueText.Control.line) else {
      if values.count > 0, labels.isEmpty, isRemarkLine(piece, isFollowing: false, isListItem: isListItem, 0, []) {
        addRemark(piece)
      } else {
        readLine(piece)
      }
      return
    }
    let lines = splitter.pieces(piece, at: ValueText.Control.line)
    if lines.count > 1, lines.count <= 3, joinsLines, readJoined(piece) { return }
    var index = 0
    let firstValue = values.count
    let hasOthers = lines.contains { !isFlag($0) }
    while index < lines.count {
      var line = lines[index]
      // A flag on a line of its own belongs to the names on the others.
      if hasOthers, isFlag(line) {
        index += 1
        continue
      }
      // A line that ends in a dash, or is followed by one that begins with it, goes on.
      var joined = 0
      while index + 1 < lines.count, joined < ItemReader.mostJoinedLines, goesOn(line, lines[index + 1]) {
        joined += 1
        line = line.lowerBound..<lines[index + 1].upperBound
        joinLines(line)
        index += 1
      }
      if index + 1 < lines.count, readInterval(line, lines[index + 1]) {
        index += 2
        continue
      }
      let isFollowing = values.count > firstValue && labels.isEmpty
      if values.count > 0, labels.isEmpty,
        isRemarkLine(line, isFollowing: isFollowing, isListItem: isListItem, index, lines)
      {
        addRemark(line)
      } else if let label = labelLine(line, before: index + 1 < lines.count ? lines[index + 1] : nil) {
        labels.append(label)
      } else {
        readLine(line)
      }
      index += 1
    }
  }

  /// Whether a line is nothing but a flag without a name, or another icon.
  private func isFlag(_ line: Range<Int>) -> Bool {
    guard line.count == 1, let role = text.atom(at: line.lowerBound)?.role else { return false }
    return role == .flag || role == .mark
  }

  /// No value is written in more lines.
  private static let mostJoinedLines = 4

  private var joinsLines: Bool {
    switch expectation.kind {
    case .date, .interval, .coordinates, .duration: true
    default: false
    }
  }

  /// Reads several lines as one value where they are none apart.
  private mutating func readJoined(_ piece: Range<Int>) -> Bool {
    let lines = splitter.pieces(piece, at: ValueText.Control.line)
    guard lines.allSatisfy({ typedReading($0) == nil }) else { return false }
    let breaks = piece.filter { text.bytes[$0] == ValueText.Control.line }
    for place in breaks { text.bytes[place] = 0x20 }
    if let value = typedValue(Item(piece, in: piece)) {
      values += value
      return true
    }
    for place in breaks { text.bytes[place] = ValueText.Control.line }
    return false
  }

  private mutating func joinLines(_ range: Range<Int>) {
    for place in range where text.bytes[place] == ValueText.Control.line { text.bytes[place] = 0x20 }
  }

  private func goesOn(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    let bytes = text.bytes
    func isDash(_ offset: Int) -> Bool {
      if bytes[offset] == UInt8(ascii: "-") { return true }
      return offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
        && (bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94)
    }
    guard line.contains(where: { bytes[$0] >= 0x30 && bytes[$0] < 0xE2 || bytes[$0] > 0xE2 }) else { return false }
    if isDash(line.upperBound - 1) && line.count > 1 || line.count > 3 && isDash(line.upperBound - 3) { return true }
    if isDash(next.lowerBound), next.count > 3, expectation.kind == .date || expectation.kind == .interval {
      return true
    }
    if opensBracket(line),
      next.contains(where: { Bracket.mark(at: $0, in: bytes, next.upperBound)?.isOpening == false })
    {
      return true
    }
    guard line.count > 4 else { return false }
    return words.and.contains { word in
      line.count > word.count + 1 && bytes[line.upperBound - word.count..<line.upperBound].elementsEqual(word)
        && bytes[line.upperBound - word.count - 1] == 0x20
    }
  }

  /// Whether a round bracket is open at the end of a line.
  private func opensBracket(_ line: Range<Int>) -> Bool {
    var depth = 0
    for offset in line {
      guard let mark = Bracket.mark(at: offset, in: text.bytes, line.upperBound), mark.bracket == .round else {
        continue
      }
      depth = max(depth + (mark.isOpening ? 1 : -1), 0)
    }
    return depth > 0
  }

  // MARK: Lines beside others

  /// Whether a line is a remark on the value before it.
  private func isRemarkLine(
    _ line: Range<Int>,
    isFollowing: Bool,
    isListItem: Bool,
    _ index: Int,
    _ lines: [Range<Int>]
  ) -> Bool {
    if isWhollyBracketed(line) { return !isIdentifierField }
    if isWhollySmall(line), isFollowing { return true }
    guard isFollowing, index > 0 else { return false }
    let previous = lines[index - 1]
    if isListItem, text.bytes[previous.upperBound - 1] == UInt8(ascii: ",") { return true }
    guard let last = values.last, expectation.kind.mayHaveRemarkLines else { return false }
    switch last.content {
    case .link, .text, .place, .relation: return words.beside.contains { beginsWith($0, line) }
    default: return false
    }
  }

  private var isIdentifierField: Bool { expectation.kind == .identifier }

  private func beginsWith(_ word: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count > word.count, text.bytes[line.lowerBound..<line.lowerBound + word.count].elementsEqual(word) else {
      return false
    }
    return text.bytes[line.lowerBound + word.count] == 0x20 || word[word.count - 1] >= 0x80
  }

  func isWhollyBracketed(_ line: Range<Int>) -> Bool {
    guard let mark = Bracket.mark(at: line.lowerBound, in: text.bytes, line.upperBound), mark.isOpening,
      mark.bracket == .round || mark.bracket == .wideRound || mark.bracket == .square || mark.bracket == .wideSquare
    else { return false }
    let cover = splitter.cover(line)
    // One bracket from end to end: covered throughout, and what it holds is not two brackets side by side.
    guard cover.allSatisfy({ $0 & 2 != 0 }) || cover.allSatisfy({ $0 != 0 }) && cover[cover.count - 1] & 2 != 0 else {
      return false
    }
    return Bracket.matching(of: line.lowerBound, in: text.bytes, line.upperBound) == line.upperBound
  }

  private func isWhollySmall(_ line: Range<Int>) -> Bool {
    text.spans(startingIn: line).contains {
      $0.kind == .small && $0.start == line.lowerBound && $0.end >= line.upperBound
    }
  }

  /// Puts a line beside the value before it.
  private mutating func addRemark(_ line: Range<Int>) {
    let remark = withoutBrackets(line)
    let string = text.plain(remark)
    guard !string.isEmpty, let content = values.last?.content, !isConversion(remark, of: content) else { return }
    addRemark(string, [remark], of: line)
  }

  /// Puts a remark beside the last value.
  ///
  /// - Parameters:
  ///   - string: the remark.
  ///   - ranges: where it is.
  ///   - extent: that with what stands behind it.
  mutating func addRemark(_ string: String, _ ranges: [Range<Int>], of extent: Range<Int>) {
    // The value is taken out of the others, so that it changes in its place: there may be thousands of them.
    guard var value = values.popLast() else { return }
    value.qualifiers.append(string)
    if value.asOf == nil, value.content.isNumeric, let remark = ranges.first {
      value.asOf = grammar.qualifierDate(text, remark)
    }
    addMarks(of: extent, to: &value)
    makeRelation(&value, from: ranges)
    values.append(value)
  }

  /// The range inside the brackets around it.
  func withoutBrackets(_ range: Range<Int>) -> Range<Int> {
    var range = text.trimmed(range)
    // Nobody writes more of them around a remark; each is looked for in all of it.
    for _ in 0..<ItemReader.mostBrackets {
      guard isWhollyBracketed(range), let mark = Bracket.mark(at: range.lowerBound, in: text.bytes, range.upperBound)
      else { break }
      let inner = text.trimmed(range.lowerBound + mark.length..<range.upperBound - mark.length)
      if inner.isEmpty { return inner }
      range = inner
    }
    return range
  }

  private static let mostBrackets = 8

  /// A line that names what the next one holds: it ends with a colon, or with a word such as "from".
  private mutating func labelLine(_ line: Range<Int>, before next: Range<Int>?) -> Range<Int>? {
    guard let next else { return nil }
    let bytes = text.bytes
    if bytes[line.upperBound - 1] == UInt8(ascii: ":") { return text.trimmed(line.lowerBound..<line.upperBound - 1) }
    if line.count > 3, bytes[line.upperBound - 3..<line.upperBound].elementsEqual([0xEF, 0xBC, 0x9A]) {
      return text.trimmed(line.lowerBound..<line.upperBound - 3)
    }
    guard expectation.kind == .date || expectation.kind == .interval else { return nil }
    for word in words.labels where line.count > word.count {
      let start = line.upperBound - word.count
      if bytes[start..<line.upperBound].elementsEqual(word), word[0] >= 0x80 || bytes[start - 1] == 0x20 {
        return holdsDay(line) ? nil : line
      }
    }
    return isHeading(line, next) || namesDate(line, next) ? line : nil
  }

  // MARK: Parts

  /// Reads a line: as one value, else by its parts.
  private mutating func readLine(_ line: Range<Int>) {
    let first = values.count
    let lineLabels = labels
    labels.removeAll()
    if !readWhole(line), !readParts(line) {
      let item = Item(line, in: line)
      if let found = holedValue(item) { values += found } else { addText(item) }
    }
    guard first < values.count else { return labels = lineLabels }
    values[first].qualifiers.insert(contentsOf: lineLabels.map { text.plain($0) }.filter { !$0.isEmpty }, at: 0)
  }

  /// Reads a range as one value.
  mutating func readWhole(_ range: Range<Int>) -> Bool {
    let found = value(Item(range, in: range))
    guard let found else { return false }
    values += found
    return true
  }

  /// "(2018)" behind the last of several shares holds for all of them.
  private mutating func spreadLastDate() {
    guard values.count > 1, let date = values[values.count - 1].asOf,
      values.allSatisfy({ if case .percent = $0.content { true } else { false } }),
      values.dropLast().allSatisfy({ $0.asOf == nil })
    else { return }
    for index in values.indices { values[index].asOf = date }
  }
}

extension FieldKind {
  /// Whether lines behind a value may be remarks on it.
  var mayHaveRemarkLines: Bool {
    switch self {
    case .person, .organization, .relation, .item, .any: true
    default: false
    }
  }

  /// Whether its values are figures or dates.
  var isMeasured: Bool {
    switch self {
    case .identifier, .image, .url, .email, .relation, .boolean, .color, .formula: false
    default: isTyped
    }
  }

  /// Whether what is separated by commas is several values even where it is nothing but text.
  var isEnumeration: Bool {
    switch self {
    case .item, .person, .organization, .relation: true
    default: false
    }
  }

  /// Whether a value is one text, whatever it holds.
  var isIndivisible: Bool { self == .caption || self == .name }
}

extension Bracket {
  /// The offset behind the bracket that matches the one at a place.
  static func matching(of start: Int, in bytes: [UInt8], _ end: Int) -> Int? {
    guard let first = mark(at: start, in: bytes, end), first.isOpening else { return nil }
    var depth = 0
    var offset = start
    while offset < end {
      guard let mark = mark(at: offset, in: bytes, end) else {
        offset += 1
        continue
      }
      offset += mark.length
      if mark.bracket == first.bracket {
        depth += mark.isOpening ? 1 : -1
        if depth == 0 { return offset }
      }
    }
    return nil
  }
}
