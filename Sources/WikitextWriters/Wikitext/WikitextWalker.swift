import WikitextDocument
import WikitextSyntax

/// Walks over a document and writes it as wikitext.
///
/// Blocks are written so that MediaWiki's `BlockLevelPass` makes the paragraphs that the document has: those of the
/// page stand between blank lines, and text that is in no paragraph stands on the line of the tag that keeps it out.
struct WikitextWalker {
  let document: Document
  let records: [NodeRecord]
  let pool: [UInt8]
  let configuration: SiteConfiguration
  let keepsTransclusions: Bool
  /// How each node can be written.
  let forms: [WikitextForm]
  var output: WikitextOutput
  /// What of the source was written as it stands there; categories in it are not written again.
  var kept: [Range<Int>] = []
  /// Tables that are written as they stand in the source.
  var keptTables: Set<Int> = []
  /// The spellings of image options.
  var optionSpellings: [ImageOption: [String]] = [:]
  /// Where the table of contents is to be shown, until that is written.
  var contentsPlace: Int?
  /// Where the switch stands that was written for it.
  var writtenSwitch: Int?

  init(_ document: Document, _ options: WikitextWriter.Options) {
    self.document = document
    records = document.records
    pool = document.pool
    configuration = document.configuration
    forms = WikitextForms.find(in: document)
    keepsTransclusions = options.keepsTransclusions
    output = WikitextOutput(document.configuration)
  }

  mutating func write() -> [UInt8] {
    writeRedirect()
    findContentsPlace()
    var state = FlowState(.page)
    // What follows a redirect begins on the next line.
    if document.extras.redirect != nil { state.previous = .section }
    writeFlow(of: 0, &state)
    output.context = WikitextContext()
    output.trimEnd(downTo: 0)
    writePageSets()
    output.endPage()
    return output.bytes
  }

  // MARK: Looking at nodes

  /// The indices of the nodes directly below.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < Int(records[index].next) {
      children.append(child)
      child = Int(records[child].next)
    }
    return children
  }

  func isTag(_ index: Int) -> Bool { records[index].flags.contains(.tag) }

  func name(of index: Int) -> ArraySlice<UInt8> { pool[records[index].name.offsets] }

  func target(of index: Int) -> ArraySlice<UInt8> { pool[records[index].target.offsets] }

  /// Whether a node is text of nothing but spaces and line breaks.
  func isBlankText(_ index: Int) -> Bool {
    records[index].kind == .text
      && pool[records[index].name.offsets].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }

  /// Whether all below a node is text of nothing but spaces and line breaks.
  func isBlank(_ index: Int) -> Bool { children(of: index).allSatisfy(isBlankText) }

  func isTransclusion(_ index: Int) -> Bool {
    switch records[index].kind {
    case .template, .parserFunction, .parameter: true
    default: false
    }
  }

  /// The source of a node that is written as it stands there; nil when there is none.
  func source(of index: Int) -> Range<Int>? {
    guard keepsTransclusions else { return nil }
    let record = records[index]
    let range = Int(record.sourceStart)..<Int(record.sourceEnd)
    return range.isEmpty || range.upperBound > document.source.count ? nil : range
  }

  /// Writes a piece of the source as it stands there.
  mutating func keep(_ range: Range<Int>) {
    output.append(markup: document.source[range])
    kept.append(range)
  }

  // MARK: Contexts

  /// Writes something in a context of its own.
  mutating func within(_ change: (inout WikitextContext) -> Void, _ body: (inout WikitextWalker) -> Void) {
    let outer = output.context
    change(&output.context)
    body(&self)
    output.context = outer
  }
}
