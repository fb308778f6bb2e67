import WikitextDocument
import WikitextSyntax

/// Puts the lines of a page's text together to blocks, and these to a document.
struct PageAssembler {
  let source: [UInt8]
  let lines: [TextLine]
  let words: PageWords
  let marks: MarkScanner
  let baseIndent: Int
  /// Whether headings have kept their `[edit]`: then no other line is one.
  let headingsAreKept: Bool
  let labels: LabelFinder
  /// The language of the page; English where it shows none.
  let language: String
  var builder = DocumentBuilder()
  /// The number of a reference by the number of its mark, from 1; -1 where no mark has it yet.
  var numbered: [Int] = []
  /// The groups whose notes lists have, by the lists' first lines.
  var listGroups: [Int: NoteGroup] = [:]
  /// What is added to the numbers of entries, by their lines, to get those that they have on the page.
  var shifts: [Int: Int] = [:]
  /// Whether items of lists have kept their bullets.
  let hasBullets: Bool
  /// Whether there are tabs between cells.
  let cellsAreKept: Bool
  /// How many tabs stand between two cells.
  var tabsPerCell = 1
  /// Whether nothing but captions has stood in the section yet.
  var beginsSection = true
  /// Whether the section is a list of links or works, by its heading: lines without bullets are items too.
  var listsLinks = false
  /// The line where the foot of the page begins, which names its categories.
  var footStart = Int.max
  /// Whether the last paragraph announces something: it ends with a colon.
  var announces = false
  /// The highest number of a mark; a higher one in brackets is text.
  let highestEntry: Int
  let markName: PoolRange

  /// References whose numbers are higher are looked up by name: a page has a few hundred.
  static let mostNumbers = 10_000
  /// A page with one list of so many entries has no notes beside references.
  static let shortListOfNotes = 40
  /// Groups of notes that are told apart, and lists: a page has one or two.
  static let mostGroups = 64
  /// The highest number that is a mark without an entry of that number; higher ones are years.
  static let highestMarkAlone = 999

  init(source: [UInt8], lines: [TextLine], classifier: LineClassifier, labels: LabelFinder) {
    self.source = source
    self.lines = lines
    words = classifier.words
    marks = MarkScanner(words: classifier.words)
    baseIndent = classifier.baseIndent
    headingsAreKept = classifier.keptHeadings > 0
    self.labels = labels
    language = classifier.language.map { $0 == "simple" ? "en" : $0 } ?? "en"
    hasBullets = lines.contains { $0.kind == .bullet }
    cellsAreKept = lines.contains { $0.kind == .row }
    var highest = 0
    for line in lines where line.kind == .entry { highest = max(highest, Int(line.number)) }
    highestEntry = max(highest, PageAssembler.highestMarkAlone)
    builder.extras.dialect = .pageText
    builder.reserve(forBytes: source.count)
    markName = builder.intern(Array("mark".utf8)[...])
    if classifier.language != nil { builder.extras.language = builder.intern(Array(language.utf8)[...]) }
  }

  /// Writes the whole page.
  ///
  /// - Returns: the nodes that are infoboxes.
  /// - Complexity: O(bytes).
  mutating func assemble() -> [Int] {
    tabsPerCell = commonTabs()
    footStart = findFoot()
    assignGroups()
    let top = assembleTop()
    var index = top.end
    var isLead = true
    while index < lines.count {
      let line = lines[index]
      if line.blanks >= 2, !isLead, line.kind != .heading, line.kind != .furniture { beginLostSection(at: line) }
      if line.kind != .furniture { isLead = false }
      index = assembleBlock(at: index)
    }
    return top.infoboxes
  }

  /// Writes the block that begins with a line, and returns the line behind it.
  private mutating func assembleBlock(at index: Int) -> Int {
    let line = lines[index]
    switch line.kind {
    case .title, .furniture:
      addFurniture(line)
      return index + 1
    case .heading:
      assembleHeading(line, text: Int(line.content)..<Int(line.number))
      return index + 1
    case .bullet, .number: return assembleList(at: index)
    case .entry: return assembleReferences(at: index)
    case .row: return assembleTable(at: index, caption: nil)
    case .plain: return assembleText(at: index)
    }
  }

  // MARK: Sections

  /// Begins a section at a heading: the line has its text and what else stands there.
  mutating func assembleHeading(_ line: TextLine, text: Range<Int>) {
    announces = false
    beginsSection = true
    listsLinks = isLinkHeading(text)
    builder.beginSection(level: 2, at: line.range.lowerBound)
    let isBehind = text.lowerBound == line.range.lowerBound
    let link = trimmed(isBehind ? text.upperBound..<line.range.upperBound : line.range.lowerBound..<text.lowerBound)
    if text.isEmpty {
      markLost()
    } else {
      if !link.isEmpty {
        let mark = builder.intern(source[link])
        builder.addAttribute(markName, mark, to: builder.current)
      }
      builder.openNode(NewNode(.heading, at: text.lowerBound, detail: 2))
      addInlines(text, hasBrackets: line.hasBracket)
      builder.closeNode(at: text.upperBound)
    }
    if !link.isEmpty { builder.extras.furniture.append(Furniture(.editLink, SourceRange(link))) }
  }

  /// Begins a section whose heading the text has lost: only the gap of blank lines shows that it was there.
  private mutating func beginLostSection(at line: TextLine) {
    announces = false
    beginsSection = true
    listsLinks = false
    builder.beginSection(level: 2, at: line.range.lowerBound)
    markLost()
  }

  private mutating func markLost() {
    let value = builder.intern(Array("blank".utf8)[...])
    builder.addAttribute(markName, value, to: builder.current)
  }

  mutating func addFurniture(_ line: TextLine) {
    builder.extras.furniture.append(Furniture(line.furniture ?? .site, SourceRange(line.range)))
  }

  // MARK: Helpers

  func isIndented(_ line: TextLine) -> Bool { Int(line.indent) > baseIndent }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let bytes = source.span
    let start = bytes.skippingSpace(from: range.lowerBound, to: range.upperBound)
    return start..<bytes.trimmingSpace(from: start, to: range.upperBound)
  }

  /// How many tabs extractors put between cells: two, where no other number of them stands between words.
  private func commonTabs() -> Int {
    let bytes = source.span
    var count = 0
    for line in lines where line.hasTab {
      var tabs = 0
      for index in line.range {
        if bytes[index] == 0x09 {
          tabs += 1
        } else if bytes[index] > 0x20 {
          if tabs % 2 == 1 { return 1 }
          count += tabs
          tabs = 0
        }
      }
    }
    return count > 0 ? 2 : 1
  }
}

/// A group of notes and the highest number that its marks have.
struct NoteGroup {
  var name: [UInt8]
  /// Whether its marks are letters.
  var isLettered: Bool
  var highest = 0
}

extension SourceRange {
  init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }
}
