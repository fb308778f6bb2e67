import WikitextDocument
import WikitextSyntax

/// Reads one page: walks its tree and drives the document's builder.
///
/// The walk goes through the records in their order. An element that becomes a node, or that changes how its content is
/// read, is a frame until the walk has passed its end.
struct HTMLPageReader {
  /// How text that stands right in an element is taken.
  enum Context {
    /// It needs a block around it: the element holds sections and blocks.
    case flow
    /// It is the element's own.
    case line
  }

  /// What is to be done behind an element.
  enum Closing {
    /// Nothing but to end a block that loose text made.
    case nothing
    /// The node of the element is closed.
    case node
    /// As before, but the node goes when there is nothing in it.
    case nodeUnlessEmpty
  }

  /// An element that the walk is in.
  struct Frame {
    /// The record behind the element.
    var end: Int
    /// Where the element ends in the source.
    var place: Int
    var closing: Closing
    /// How text was taken before it.
    var context: Context
  }

  /// How deep nodes may nest, with room for those that come in pairs.
  static let maximumDepth = 244

  let content: HTMLContent
  let configuration: SiteConfiguration
  var page = HTMLPage()
  var builder = DocumentBuilder()
  var frames: [Frame] = []
  var context = Context.flow
  /// How many nodes were open when loose text opened a block, that block counted; -1 when it did not.
  var looseDepth = -1
  /// Whether the content of an infobox is read: what is in it is read into the box.
  var isInBox = false
  /// The nodes of the infoboxes.
  var infoboxes: [Int] = []
  /// The numbers of the transclusions that made them.
  var boxTransclusions: Set<Int> = []
  /// The marks of the references as the text shows them.
  var marks: [Int: [UInt8]] = [:]
  /// The node of the citation mark read last.
  var lastMark = -1
  /// The categories that were found.
  var categoryNames: Set<[UInt8]> = []

  init(_ source: [UInt8], configuration: SiteConfiguration) {
    self.configuration = configuration
    content = HTMLContent(tree: HTMLParser.parse(source), source: source)
  }

  var tree: HTMLTree { content.tree }
  var source: [UInt8] { content.source }

  /// The document.
  ///
  /// - Complexity: O(bytes).
  mutating func read() -> Document {
    builder.extras.dialect = .html
    page = HTMLPage(tree, source, configuration)
    readPage()
    if let root = page.root {
      read(from: root + 1, to: after(root))
    } else {
      read(from: 0, to: tree.records.count)
    }
    endLooseText(at: source.count)
    noteTransclusions()
    let document = builder.finish(source: source, configuration: configuration)
    return document.adding(renderedInfoboxes: infoboxes, .table)
  }

  // MARK: The walk

  /// Reads the records from one up to another, which are whole elements.
  mutating func read(from first: Int, to end: Int) {
    let base = frames.count
    var index = first
    while index < end {
      while frames.count > base, let frame = frames.last, frame.end <= index { leave(frame) }
      index = visit(index)
    }
    while frames.count > base, let frame = frames.last { leave(frame) }
  }

  private mutating func leave(_ frame: Frame) {
    frames.removeLast()
    endLooseText(at: frame.place)
    switch frame.closing {
    case .nothing: break
    case .node: builder.closeNode(at: frame.place)
    case .nodeUnlessEmpty:
      if builder.currentIsEmpty { builder.removeCurrent() } else { builder.closeNode(at: frame.place) }
    }
    context = frame.context
  }

  /// Goes into an element without making a node of it.
  mutating func enter(_ index: Int, _ context: Context? = nil) -> Int {
    let record = tree.records[index]
    frames.append(Frame(end: Int(record.next), place: Int(record.end), closing: .nothing, context: self.context))
    if let context { self.context = context }
    return index + 1
  }

  /// Makes a node of an element and goes into it. Where nodes are nested too deep already, what is in it stands in the
  /// node around it.
  mutating func open(
    _ index: Int,
    _ kind: NodeKind,
    _ context: Context,
    flags: NodeFlags = [],
    detail: UInt16 = 0,
    name: PoolRange = PoolRange(),
    target: PoolRange = PoolRange(),
    closing: Closing = .node
  ) -> Int {
    let record = tree.records[index]
    guard builder.depth < HTMLPageReader.maximumDepth else {
      builder.markTooDeep()
      return enter(index)
    }
    let node = NewNode(kind, at: Int(record.start), flags: flags, detail: detail, name: name, target: target)
    builder.openNode(node)
    if record.isTooDeep { builder.markTooDeep() }
    frames.append(Frame(end: Int(record.next), place: Int(record.end), closing: closing, context: self.context))
    self.context = context
    return index + 1
  }

  /// The record behind an element.
  func after(_ index: Int) -> Int { Int(tree.records[index].next) }

  // MARK: Text

  private mutating func visitText(_ record: HTMLRecord, _ index: Int) -> Int {
    let bytes = source[isInBox ? content.textPlace(record, index) : Int(record.start)..<Int(record.end)]
    // White space at the beginning of an element shows nowhere.
    if builder.currentIsEmpty, builder.currentKind.isBlock || builder.currentKind == .image,
      builder.currentKind != .preformatted, content.isBlank(record)
    {
      return index + 1
    }
    if context == .flow, looseDepth < 0 || builder.depth < looseDepth {
      if bytes.allSatisfy({ $0 <= 0x20 }) { return index + 1 }
      beginLooseText(at: Int(record.start))
    }
    if bytes.contains(UInt8(ascii: "&")) {
      let text = HTMLCharacters.decoding(bytes)
      builder.addText(text[...], from: bytes.startIndex, to: bytes.endIndex)
    } else {
      builder.addText(bytes, from: bytes.startIndex, to: bytes.endIndex)
    }
    return index + 1
  }

  /// Text, or an inline, stands right among blocks: opens a block for it.
  mutating func beginLooseText(at start: Int) {
    guard context == .flow, looseDepth < 0 else { return }
    builder.openNode(NewNode(.block, at: start, name: builder.intern(Array("div".utf8)[...])))
    looseDepth = builder.depth
  }

  /// Ends the block that loose text made, if the walk is right in it.
  mutating func endLooseText(at end: Int) {
    guard looseDepth >= 0, builder.depth == looseDepth else { return }
    looseDepth = -1
    builder.closeNode(at: end)
  }

  // MARK: Elements

  private mutating func visit(_ index: Int) -> Int {
    let record = tree.records[index]
    if record.element == .text { return visitText(record, index) }
    if let next = visitFurniture(record, index) { return next }
    if record.element.isBlock { return visitBlock(record, index) }
    return visitInline(record, index)
  }

  /// The name of an element of the document.
  mutating func name(_ text: String) -> PoolRange {
    builder.intern(Array(text.utf8)[...])
  }
}
