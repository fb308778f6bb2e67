import WikitextSyntax

/// A tree as bytes in which what some freedoms allow to be different is the same: two trees are the same page but for
/// these freedoms when their canonical forms are equal.
///
/// Containers are written as marks with their kind, flags and detail, leaves as marks with their bytes; what stands side
/// by side as text is one run. With no freedoms at all the form holds every byte of the page and every node of the tree.
/// The form knows nothing of styles: it says what MediaWiki makes of the page, so that a style that is wrong is found
/// out.
///
/// - Complexity: O(nodes + bytes); no recursion.
struct CanonicalForm {
  let tree: SyntaxTree
  /// What may be different where the walk is.
  var freedoms: Freedoms
  var output: [UInt8] = []
  /// Whether the output ends in a run of text, and where that begins.
  var textStart: Int?
  /// The containers that are open.
  var open: [Open] = []
  /// Only bytes in this range are written.
  var clip: Range<Int>
  /// The blanks that come next are not written.
  var skipsBlanks = false
  /// The line breaks that were written last, one behind the other.
  var lineBreaks = 0
  /// Whether what stands before them may end in a line break of its own, takes line breaks away, or is the start of the
  /// page, where the first line break makes a blank line already.
  var endsUnknown = true

  /// A container that is open.
  struct Open {
    var index: Int
    var end: Int
    var kind: SyntaxKind
    /// What holds again behind it.
    var freedoms: Freedoms
    var clip: Range<Int>
    /// Cells: where their attributes end; 0 where they have none.
    var attributesEnd = 0
    /// Links: their target and text are written as what they mean, without marks.
    var isPlainLink = false
    /// The container itself is not written, only what is in it.
    var isTransparent = false
  }

  /// Marks are bytes that are in no UTF-8; where they are in a source, they are written behind another one.
  enum Mark: UInt8 {
    case escape = 0xFC
    case open = 0xFD
    case close = 0xFE
    case leaf = 0xFF
  }

  /// The form of a tree.
  static func bytes(of tree: SyntaxTree, freedoms: Freedoms) -> [UInt8] {
    var form = CanonicalForm(tree: tree, freedoms: freedoms, clip: 0..<tree.source.count)
    form.output.reserveCapacity(tree.source.count + 4 * tree.nodeCount)
    if FormattedPage.isTransclusion(tree) { form.freedoms.subtract(.flow) }
    if freedoms.contains(.endOfPage) {
      form.clip = 0..<Blanks.trimmed(SourceRange(form.clip), in: tree.source).end
    }
    form.walk()
    return form.output
  }

  private mutating func walk() {
    let records = tree.records
    var index = 1
    while index < records.count - 1 {
      close(upTo: index)
      let record = records[index]
      if record.kind.isLeaf {
        leaf(index)
        index += 1
      } else {
        index = enter(index, record)
      }
    }
    close(upTo: Int.max)
  }

  // MARK: Containers

  /// Writes the beginning of a container.
  ///
  /// - Returns: the node to go on with.
  private mutating func enter(_ index: Int, _ record: SyntaxRecord) -> Int {
    let next = Int(record.next)
    switch record.kind {
    case .heading where lineBreaks == 2 && !endsUnknown && freedoms.contains(.lineBeforeHeading):
      output.removeLast(2)
    case .tableCell where lineBreaks == 1 && freedoms.contains(.cellLines),
      .tableHeaderCell where lineBreaks == 1 && freedoms.contains(.cellLines):
      output.removeLast(2)
    default:
      break
    }
    lineBreaks = 0
    if writeTarget(index, record) || writeName(index, record) { return next }
    var container = Open(index: index, end: next, kind: record.kind, freedoms: freedoms, clip: clip)
    skipsBlanks = false
    container.isPlainLink = record.kind == .wikilink && freedoms.contains(.linkForm) && hasPlainTarget(index)
    container.isTransparent = record.kind == .linkText && open.last?.isPlainLink == true
    if !container.isTransparent { mark(.open, record.kind, flags: flags(of: record), detail: record.detail) }
    restrict(index, record, &container)
    open.append(container)
    return index + 1
  }

  /// Takes back freedoms that do not hold inside of a container, and leaves out white space that it is without.
  private mutating func restrict(_ index: Int, _ record: SyntaxRecord, _ container: inout Open) {
    switch record.kind {
    case .parserFunction, .parameterReference, .variable, .includeOnly, .languageVariant, .redirect, .linkTarget, .url,
      .autolink, .attributeValue, .transclusionName, .argumentName:
      if record.kind == .argumentName, freedoms.contains(.argumentSpace) { clipToContent(of: index) }
      if record.kind == .transclusionName, freedoms.contains(.argumentSpace), topIsTemplate { clipToContent(of: index) }
      freedoms.formIntersection(.lineEndings)
    case .argument:
      freedoms.subtract([.flow, .characterReferences])
    case .argumentValue:
      // The value of a named argument stands behind its name and the equals sign.
      if freedoms.contains(.argumentSpace), let argument = open.last, index > argument.index + 2 {
        clipToContent(of: index)
      }
    case .preformatted, .galleryItem:
      freedoms.subtract(.flow)
    case .extensionTag:
      freedoms.subtract(.flow)
      let name = tree.configuration.extensionTags[Int(record.detail)].name
      if name != "ref", name != "references" { freedoms.remove(.characterReferences) }
    case .htmlElement:
      let startTag = tree.records[index + 1]
      let bytes = tree.source[Int(startTag.start)..<Int(tree.records[Int(startTag.next)].start)]
      if HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) == .pre || FormattedPage.showsSpace(bytes) {
        freedoms.subtract(.flow)
      }
    case .tableCell, .tableHeaderCell, .tableCaption:
      container.attributesEnd = attributesEnd(of: index)
    default:
      break
    }
  }

  private var topIsTemplate: Bool { open.last?.kind == .template }

  private mutating func clipToContent(of index: Int) {
    let records = tree.records
    let range = SourceRange(start: Int(records[index].start), end: Int(records[Int(records[index].next)].start))
    let content = Blanks.trimmed(range, in: tree.source)
    clip = max(clip.lowerBound, content.start)..<max(clip.lowerBound, content.start, min(clip.upperBound, content.end))
  }

  /// The flags that count.
  private func flags(of record: SyntaxRecord) -> SyntaxFlags {
    guard record.kind == .startTag, freedoms.contains(.selfClosing), isVoid(record) else { return record.flags }
    return record.flags.subtracting(.selfClosing)
  }

  /// Whether a start tag is that of an HTML element without content; extension tags have numbers of their own.
  func isVoid(_ record: SyntaxRecord) -> Bool {
    guard open.last?.kind != .extensionTag, open.last?.kind != .includeOnly else { return false }
    return HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail))?.isVoid == true
  }

  /// Closes the containers that end at or before a node.
  private mutating func close(upTo index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      switch last.kind {
      case .template, .parserFunction, .parameterReference, .variable, .includeOnly, .categoryLink, .languageLink,
        .languageVariant:
        endsUnknown = true
      case .tableCell, .tableHeaderCell, .tableCaption:
        if last.freedoms.contains(.cellBlanks) { dropTrailingBlanks() }
      default:
        break
      }
      freedoms = last.freedoms
      clip = last.clip
      skipsBlanks = false
      if !last.isTransparent {
        mark(.close)
        lineBreaks = 0
      }
    }
  }

  // MARK: Output

  /// Writes the mark of a node, whose kind, flags and detail are its identity.
  mutating func mark(_ mark: Mark, _ kind: SyntaxKind? = nil, flags: SyntaxFlags = [], detail: UInt16 = 0) {
    endText()
    output.append(mark.rawValue)
    guard let kind else { return }
    output.append(kind.rawValue)
    if flags.rawValue != 0 || detail != 0 {
      for byte in [flags.rawValue, UInt8(truncatingIfNeeded: detail >> 8), UInt8(truncatingIfNeeded: detail)] {
        append(byte)
      }
    }
  }

  /// Writes one byte of content.
  mutating func append(_ byte: UInt8) {
    if byte >= Mark.escape.rawValue { output.append(Mark.escape.rawValue) }
    output.append(byte)
  }

  /// Writes bytes as text, which joins the text before it.
  mutating func appendText(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if textStart == nil {
        output.append(Mark.leaf.rawValue)
        output.append(SyntaxKind.text.rawValue)
        textStart = output.count
      }
      append(byte)
    }
  }

  mutating func endText() { textStart = nil }

  /// Takes back the blanks at the end of the running text, and the text where there is nothing else.
  mutating func dropTrailingBlanks() {
    guard let start = textStart else { return }
    while output.count > start, Blanks.isBlank(output[output.count - 1]) { output.removeLast() }
    if output.count == start {
      output.removeLast(2)
      textStart = nil
    }
  }
}
