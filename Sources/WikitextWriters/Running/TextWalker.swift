import WikitextDocument

/// Goes through a page in its order and tells a ``TextSink`` the blocks of its running text; what it passes over it
/// notes as left out.
///
/// Any kind of node may stand in any other, as tag soup has it. Inlines are gathered into a run; a block ends the run
/// before it, and styles and links around it go on behind it. In a *flat* place (a heading, a cell, a caption) blocks
/// are parts of the run with separators between them.
///
/// - Complexity: a page is gone through once: O(nodes + bytes). Calls nest no deeper than nodes do, 250 at the most.
struct TextWalker<Sink: TextSink> {
  let document: Document
  let records: [NodeRecord]
  let pool: [UInt8]
  let selection: TextSelection
  var sink: Sink
  var coverage = Coverage()
  var run = InlineRun()
  /// How many flat places are around.
  var flatDepth = 0
  /// Whether the lines of the source are lines of the text, as in a poem.
  var keepsLines = false
  /// How many list items are around.
  var itemDepth = 0
  /// Images that stand in the paragraph and are shown behind it.
  var deferredImages: [Int] = []
  /// The references that have notes, in the order of their first marks.
  var notes: [Int] = []
  /// The number of each reference's note; 0 for none yet, -1 when there is nothing to say in one.
  var noteNumbers: [Int]
  /// How many more places the grids of tables may have than the tables have bytes.
  var placeBudget: Int
  /// How many more bytes of cells may be repeated for spans.
  var repeatBudget: Int

  /// Values of cells are repeated for their spans until this many bytes more than the page has are repeated.
  static var extraRepeats: Int { 1 << 16 }

  init(_ document: Document, selection: TextSelection, sink: Sink) {
    self.document = document
    self.selection = selection
    self.sink = sink
    records = document.records
    pool = document.pool
    noteNumbers = Array(repeating: 0, count: document.extras.references.count)
    placeBudget = TableGrid.extraPlaces + document.source.count
    repeatBudget = TextWalker.extraRepeats + document.source.count
  }

  /// Goes through the page.
  mutating func walk() {
    visitChildren(of: 0)
    flush()
    writeNotes()
    coverage.notePageSets(of: document)
  }

  mutating func visitChildren(of index: Int) {
    var child = index + 1
    let end = Int(records[index].next)
    while child < end {
      visit(child)
      child = Int(records[child].next)
    }
  }

  mutating func visit(_ index: Int) {
    let record = records[index]
    switch record.kind {
    case .document: visitChildren(of: index)
    case .section: visitSection(index)
    case .heading: visitHeading(index)
    case .paragraph, .listItem, .term, .description, .tableCaption, .tableRow, .tableCell, .tableHeaderCell:
      // Parts of lists and tables come here only when they stand outside of one.
      visitContainer(index)
    case .block: visitBlock(index)
    case .list: visitList(index)
    case .table: visitTable(index)
    case .gallery: visitGallery(index)
    case .preformatted: visitPreformatted(index)
    case .thematicBreak:
      boundary()
      if flatDepth == 0 { sink.rule() }
    case .referenceList:
      // Its notes are written where the page ends, or not at all.
      boundary()
      if !selection.notes, Int(record.next) > index + 1 { coverage.note(.reference, record) }
    case .text: run.append(pool[record.name.offsets], keepsLines: keepsLines)
    case .bold: visitStyle(.bold, index)
    case .italic: visitStyle(.italic, index)
    case .element: visitElement(index)
    case .link: visitLink(index)
    case .externalLink: visitExternalLink(index)
    case .image: visitImage(index)
    case .reference: visitReference(index)
    case .lineBreak: run.breakLine(.tag)
    case .math: visitMath(index)
    case .code: visitCode(index)
    case .variant: visitVariant(index)
    case .template: coverage.note(.template, record)
    case .parserFunction: coverage.note(.parserFunction, record)
    case .parameter: coverage.note(.parameter, record)
    case .argument: break
    case .extension: coverage.note(.extension, record)
    }
  }

  // MARK: Runs

  /// Ends the paragraph, if there is one; in a flat place, a part of the run.
  mutating func boundary() {
    if flatDepth > 0 { run.separate() } else { flush() }
  }

  /// Ends the paragraph, and shows the images that waited for its end.
  mutating func flush() {
    run.finish()
    if !run.isEmpty { sink.paragraph(run) }
    run.removeAll()
    writeDeferredImages()
  }

  /// What stands below a node, as one run.
  mutating func flatRun(of index: Int) -> InlineRun {
    var outer = InlineRun()
    swap(&outer, &run)
    flatDepth += 1
    visitChildren(of: index)
    flatDepth -= 1
    run.finish()
    swap(&outer, &run)
    return outer
  }

  // MARK: Blocks

  private mutating func visitSection(_ index: Int) {
    if !selection.unwantedSections.isEmpty, isUnwanted(section: index) {
      boundary()
      coverage.note(.section, records[index])
      return
    }
    boundary()
    visitChildren(of: index)
    boundary()
  }

  private func isUnwanted(section index: Int) -> Bool {
    guard index + 1 < Int(records[index].next), records[index + 1].kind == .heading else { return false }
    var heading: [UInt8] = []
    document.appendPlainText(of: index + 1, options: [], to: &heading)
    return selection.unwantedSections.contains(String(decoding: heading, as: UTF8.self).lowercased())
  }

  private mutating func visitHeading(_ index: Int) {
    boundary()
    if flatDepth > 0 {
      visitChildren(of: index)
      boundary()
      return
    }
    let heading = flatRun(of: index)
    if !heading.isEmpty { sink.heading(heading, level: Int(records[index].detail)) }
  }

  private mutating func visitContainer(_ index: Int) {
    boundary()
    if isHidden(index) {
      coverage.note(.hidden, records[index])
      return
    }
    visitChildren(of: index)
    boundary()
  }

  private mutating func visitBlock(_ index: Int) {
    let record = records[index]
    let name = pool[record.name.offsets]
    if !record.flags.contains(.tag), name.elementsEqual("poem".utf8) {
      let outer = keepsLines
      boundary()
      keepsLines = true
      visitChildren(of: index)
      boundary()
      keepsLines = outer
    } else if flatDepth == 0, name.elementsEqual("blockquote".utf8) {
      flush()
      sink.beginQuote()
      visitChildren(of: index)
      flush()
      sink.endQuote()
    } else {
      visitContainer(index)
    }
  }

  private mutating func visitPreformatted(_ index: Int) {
    boundary()
    let text = verbatimText(of: index)
    if text.isEmpty { return }
    if flatDepth > 0 {
      run.append(text[...], keepsLines: true)
      boundary()
    } else {
      sink.verbatim(text[...], language: nil)
    }
  }

  private mutating func visitCode(_ index: Int) {
    let record = records[index]
    guard selection.code else {
      coverage.note(.code, record)
      return
    }
    var isInline = flatDepth > 0
    var language: ArraySlice<UInt8> = []
    if record.flags.contains(.hasAttributes) {
      for attribute in document.attributeRecords(of: index) {
        let name = pool[attribute.name.offsets]
        if name.elementsEqual("inline".utf8) { isInline = true }
        if name.elementsEqual("lang".utf8) { language = pool[attribute.value.offsets] }
      }
    }
    if isInline {
      run.append(.code, pool[record.target.offsets])
      return
    }
    flush()
    let code = trimmedLines(pool[record.target.offsets])
    if !code.isEmpty { sink.verbatim(code, language: language) }
  }

  /// The lines without empty ones at either end.
  func trimmedLines(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let byte = text.last, byte <= 0x20 { text.removeLast() }
    var start = text.startIndex
    var position = start
    while position < text.endIndex, text[position] <= 0x20 {
      if text[position] == 0x0A { start = position + 1 }
      position += 1
    }
    return text[start...]
  }

  /// The text below a node, spaces and lines as they are.
  private mutating func verbatimText(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    var index = node + 1
    while index < Int(records[node].next) {
      let record = records[index]
      switch record.kind {
      case .text: text.append(contentsOf: pool[record.name.offsets])
      case .lineBreak: text.append(0x0A)
      case .math, .code: text.append(contentsOf: pool[record.target.offsets])
      case .template: coverage.note(.template, record)
      case .parserFunction: coverage.note(.parserFunction, record)
      case .parameter: coverage.note(.parameter, record)
      case .extension: coverage.note(.extension, record)
      case .reference, .referenceList: coverage.note(.reference, record)
      case .image: coverage.note(.image, record)
      default:
        if record.kind.isBlock, let last = text.last, last != 0x0A { text.append(0x0A) }
        if record.flags.contains(.numbered) { coverage.note(.address, record) }
        index += 1
        continue
      }
      index = Int(record.next)
    }
    return Array(trimmedLines(text[...]))
  }

  // MARK: Attributes

  /// Whether the page hides the node from its readers: `style="display:none"`.
  func isHidden(_ index: Int) -> Bool {
    guard records[index].flags.contains(.hasAttributes) else { return false }
    for attribute in document.attributeRecords(of: index)
    where pool[attribute.name.offsets].elementsEqual("style".utf8) {
      let style = pool[attribute.value.offsets].lazy.filter { $0 > 0x20 }.map { ($0 &- 0x41) < 26 ? $0 | 0x20 : $0 }
      return contains(Array(style), "display:none")
    }
    return false
  }

  private func contains(_ bytes: [UInt8], _ part: StaticString) -> Bool {
    let part = Array(part.description.utf8)
    guard bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
  }

  /// The value of a node's attribute.
  func attribute(_ name: String, of index: Int) -> ArraySlice<UInt8>? {
    guard records[index].flags.contains(.hasAttributes) else { return nil }
    let attribute = document.attributeRecords(of: index).last { pool[$0.name.offsets].elementsEqual(name.utf8) }
    return attribute.map { pool[$0.value.offsets] }
  }
}
