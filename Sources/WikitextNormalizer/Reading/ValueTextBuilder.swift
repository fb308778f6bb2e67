import WikitextDocument
import WikitextSyntax

/// Makes the text of a value out of the nodes of a document.
///
/// One loop over a stack of jobs: nodes to read, spans and templates to end, patterns to go on with; nesting of the page
/// is never nesting of calls. A pattern may use an argument more than once, and templates in it may do the same; so what
/// is made of a value has a budget in proportion to its nodes.
struct ValueTextBuilder {
  let document: Document
  let packs: TemplatePacks
  let countries: Countries
  /// What the language writes before tenths.
  let decimal: String
  var grammar: ValueGrammar
  var text: ValueText
  var jobs: [Job] = []
  /// The templates around what is read, by their nodes.
  var openTemplates: [Int] = []
  /// How many links are around what is read.
  var openLinks = 0
  private var pendingSpace = false
  /// How many nodes may still be read.
  private var budget = 0

  /// Something still to be done.
  enum Job {
    /// The siblings from one node up to another.
    case nodes(Int, end: Int)
    /// The end of a span.
    case endSpan(Int)
    /// The end of what a template shows.
    case endTemplate
    /// A boundary.
    case boundary(UInt8)
    /// A pattern of a call, from one of its parts on.
    case pattern(ArgumentPattern, part: Int, call: TemplateCall)
    /// A remark that a pattern gives.
    case qualifier(ArgumentPattern, call: TemplateCall)
    /// Text of a rule's own.
    case literal(String, call: Int)
    /// The arguments of a list, from one on.
    case arguments(ArraySlice<Int>, pairs: Bool)
    /// What a template shows, from an offset on, is a value if it can be read as one.
    case value(TemplateRule, call: TemplateCall, start: Int)
  }

  /// How often a node may be read on average, for all the arguments that patterns repeat.
  private static let repeats = 4

  init(
    document: Document,
    packs: TemplatePacks,
    countries: Countries,
    decimal: String,
    grammar: consuming ValueGrammar,
    scratch: consuming ValueText
  ) {
    self.document = document
    self.packs = packs
    self.countries = countries
    self.decimal = decimal
    self.grammar = grammar
    text = scratch
  }

  var records: [NodeRecord] { document.records }

  /// The text of the nodes from one index up to another.
  ///
  /// - Complexity: O(nodes and bytes).
  mutating func build(from first: Int, to end: Int) -> ValueText {
    text.removeAll()
    pendingSpace = false
    openTemplates.removeAll(keepingCapacity: true)
    openLinks = 0
    budget = (end - first) * ValueTextBuilder.repeats + 64
    jobs.removeAll(keepingCapacity: true)
    jobs.append(.nodes(first, end: end))
    while let job = jobs.popLast() { run(job) }
    while let last = text.bytes.last, ValueText.isBlank(last) { text.bytes.removeLast() }
    text.spans.removeAll { $0.start >= min($0.end, text.bytes.count) && $0.kind != .externalLink }
    for index in text.spans.indices { text.spans[index].end = min(text.spans[index].end, text.bytes.count) }
    defer { text = ValueText() }
    return text
  }

  private mutating func run(_ job: Job) {
    switch job {
    case .nodes(let first, let end):
      guard first < end else { return }
      budget -= 1
      guard budget > 0 else { return }
      let next = Int(records[first].next)
      if next < end { jobs.append(.nodes(next, end: end)) }
      visit(first)
    case .endSpan(let span):
      text.spans[span].end = text.bytes.count
      if text.spans[span].kind == .link { openLinks -= 1 }
    case .endTemplate: openTemplates.removeLast()
    case .boundary(let byte): addBoundary(byte)
    case .pattern(let pattern, let part, let call): go(on: pattern, part, call)
    case .qualifier(let pattern, let call): addQualifier(pattern, call)
    case .literal(let literal, let call): add(literal, from: call)
    case .arguments(let arguments, let pairs): add(arguments, pairs)
    case .value(let rule, let call, let start): finish(rule, call, start)
    }
  }

  // MARK: Jobs

  /// Reads the nodes below one.
  mutating func enter(_ node: Int) {
    if node + 1 < Int(records[node].next) { jobs.append(.nodes(node + 1, end: Int(records[node].next))) }
  }

  /// Reads the nodes below one, with a span around their text.
  mutating func enter(_ node: Int, as kind: ValueText.Stretch.Kind, number: Int? = nil) {
    beginSpan(kind, node: number ?? node)
    enter(node)
  }

  /// Begins a span, and puts its end on the stack.
  mutating func beginSpan(_ kind: ValueText.Stretch.Kind, node: Int) {
    flushSpace()
    if kind == .link { openLinks += 1 }
    jobs.append(.endSpan(text.spans.count))
    text.spans.append(ValueText.Stretch(start: text.bytes.count, end: text.bytes.count, kind: kind, node: node))
  }

  /// Reads the nodes below one between two boundaries.
  mutating func enter(_ node: Int, between boundary: UInt8) {
    addBoundary(boundary)
    jobs.append(.boundary(boundary))
    enter(node)
  }

  // MARK: Text

  /// Adds a boundary between items or lines; of several the strongest stays.
  mutating func addBoundary(_ byte: UInt8) {
    pendingSpace = false
    while text.bytes.last == 0x20 { text.bytes.removeLast() }
    guard let last = text.bytes.last else { return }
    if last == ValueText.Control.item { return }
    if last == ValueText.Control.line {
      if byte == ValueText.Control.item { text.bytes[text.bytes.count - 1] = byte }
      return
    }
    text.bytes.append(byte)
  }

  mutating func addSpace() { pendingSpace = true }

  mutating func flushSpace() {
    guard pendingSpace else { return }
    pendingSpace = false
    if let last = text.bytes.last, last != ValueText.Control.line, last != ValueText.Control.item, last != 0x20 {
      text.bytes.append(0x20)
    }
  }

  /// Adds bytes that come from the source as they are, whitespace still to be collapsed.
  ///
  /// - Parameters:
  ///   - bytes: what they are in.
  ///   - range: which.
  ///   - source: where they come from.
  ///   - sourceEnd: the end of that, where they are not the source's own bytes one by one.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, source: Int, sourceEnd: Int? = nil) {
    var position = range.lowerBound
    while position < range.upperBound {
      let special = Blank.length(at: position, in: bytes, end: range.upperBound)
      if special.length > 0 {
        if special.isSpace { pendingSpace = true }
        position += special.length
        continue
      }
      var end = position + 1
      while end < range.upperBound, !Blank.mayBegin(bytes[end]) { end += 1 }
      let start = source + (position - range.lowerBound)
      addRun(bytes, position..<end, source: sourceEnd == nil ? start : source, sourceEnd: sourceEnd)
      position = end
    }
  }

  private mutating func addRun(_ bytes: Span<UInt8>, _ range: Range<Int>, source: Int, sourceEnd: Int?) {
    flushSpace()
    noteOrigin(source: source, end: sourceEnd)
    for offset in range { text.bytes.append(bytes[offset]) }
  }

  /// Says where the bytes come from that are added next.
  mutating func noteOrigin(source: Int, end: Int?) {
    let offset = text.bytes.count
    if let last = text.origins.last {
      if last.isVerbatim, end == nil, last.source + (offset - last.offset) == source { return }
      if !last.isVerbatim, let end, last.source == source, last.sourceEnd == end { return }
    }
    text.origins.append(
      ValueText.Origin(offset: offset, source: source, sourceEnd: end ?? source, isVerbatim: end == nil)
    )
  }

  /// Adds text that is not in the source but comes from a node.
  mutating func add(_ literal: String, from node: Int) {
    let bytes = Array(literal.utf8)
    if bytes == [UInt8(ascii: "\n")] {
      addBoundary(ValueText.Control.line)
      return
    }
    let record = records[node]
    add(bytes.span, 0..<bytes.count, source: Int(record.sourceStart), sourceEnd: Int(record.sourceEnd))
  }

  /// Adds a value that a node gives by itself.
  ///
  /// - Parameters:
  ///   - content: the value.
  ///   - node: where it comes from.
  ///   - shown: what a reader sees.
  ///   - role: what it may be taken for.
  ///   - qualifiers: what stands beside it.
  mutating func addAtom(
    _ content: Value.Content,
    from node: Int,
    shown: [UInt8],
    role: ValueText.Atom.Role = .value,
    qualifiers: [String] = []
  ) {
    flushSpace()
    let record = records[node]
    noteOrigin(source: Int(record.sourceStart), end: Int(record.sourceEnd))
    var value = Value(content, range: SourceRange(start: Int(record.sourceStart), end: Int(record.sourceEnd)))
    value.qualifiers = qualifiers
    if record.kind == .template { value.templates = [document.string(record.name)] }
    text.atoms.append(ValueText.Atom(offset: text.bytes.count, value: value, text: shown, role: role))
    text.bytes.append(ValueText.Control.atom)
  }

  /// Notes what hangs behind the text so far.
  mutating func addMark(reference: Int?, note: String?) {
    text.marks.append(ValueText.Mark(offset: text.bytes.count, reference: reference, note: note))
  }

  /// Takes back the text from an offset on.
  mutating func truncate(to offset: Int) {
    text.bytes.removeLast(text.bytes.count - offset)
    while let last = text.origins.last, last.offset >= offset { text.origins.removeLast() }
    while let last = text.atoms.last, last.offset >= offset { text.atoms.removeLast() }
    for index in stride(from: text.spans.count - 1, through: 0, by: -1) {
      if text.spans[index].start < offset { break }
      text.spans[index].end = offset
      text.spans[index].start = offset
    }
    pendingSpace = false
  }
}

/// Bytes of text that are spaces, or nothing, to a reader.
enum Blank {
  /// Whether what this byte begins may be a blank.
  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  /// The length of the blank at a position, 0 for none, and whether it is a space: soft hyphens, marks of direction and
  /// joiners of words are nothing.
  static func length(at position: Int, in bytes: Span<UInt8>, end: Int) -> (length: Int, isSpace: Bool) {
    let byte = bytes[position]
    if byte <= 0x20 { return (1, true) }
    guard mayBegin(byte), position + 1 < end else { return (0, false) }
    let second = bytes[position + 1]
    if byte == 0xC2 { return second == 0xA0 ? (2, true) : second == 0xAD ? (2, false) : (0, false) }
    guard position + 2 < end else { return (0, false) }
    let third = bytes[position + 2]
    switch (byte, second, third) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      return (3, true)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0),
      (0xEF, 0xBB, 0xBF):
      return (3, false)
    default: return (0, false)
    }
  }
}
