import WikitextDocument

/// The value of an argument, or the content of a reference, as a reader sees it: text with the places of its links, and
/// the codes and marks of languages that stand in it.
///
/// One is kept and filled again and again, so that a value costs no memory of its own before it is stored.
struct CitationText {
  /// UTF-8, whitespace folded.
  var bytes: [UInt8] = []
  /// Links to pages of the wiki: their text in `bytes`, the node.
  var links: [Link] = []
  /// Links to addresses that have a text of their own, or are only a number.
  var externalLinks: [Link] = []
  /// Text in italics.
  var italics: [Range<Int>] = []
  /// Codes by templates and magic links.
  var identifiers: [WorkIdentifier] = []
  /// The language that a mark names.
  var language: String?
  /// Whether something was left out of the text.
  var hasHole = false

  struct Link {
    var start: Int
    var end: Int
    var node: Int
  }

  private struct Frame {
    /// The frame ends before this node; reading goes on at `resume`.
    var end: Int
    var resume: Int
    var kind: Kind

    enum Kind {
      case plain, link, externalLink, italic
    }

    /// The place of the link or italics in its list.
    var place: Int
  }

  private var frames: [Frame] = []
  private var pendingSpace = false

  /// Reads the nodes below `node`.
  ///
  /// - Parameters:
  ///   - node: an argument, a reference, an item of a list.
  ///   - document: its document.
  ///   - lookup: what templates are.
  /// - Complexity: O(nodes and bytes below).
  mutating func read(_ node: Int, of document: Document, _ lookup: inout CitationLookup) {
    read(from: node + 1, to: Int(document.records[node].next), of: document, &lookup)
  }

  /// Reads the nodes from one index up to another.
  mutating func read(from first: Int, to end: Int, of document: Document, _ lookup: inout CitationLookup) {
    clear()
    let records = document.records
    let pool = document.pool
    frames.append(Frame(end: end, resume: end, kind: .plain, place: 0))
    var index = first
    while let frame = frames.last {
      if index >= frame.end {
        leave(frame)
        index = frame.resume
        continue
      }
      let record = records[index]
      let next = Int(record.next)
      switch record.kind {
      case .text:
        append(pool, record.name.offsets)
        index += 1
      case .math, .code:
        append(document.pool, record.target.offsets)
        index = next
      case .lineBreak, .thematicBreak:
        pendingSpace = true
        index = next
      case .link where record.flags.contains(.bare):
        // A magic link: ISBN.
        addMagicLink(document.string(record.target))
        append(document.pool, text(below: index, document))
        index = next
      case .link:
        enter(.link, index, next)
        index += 1
      case .externalLink where !record.flags.contains(.bare):
        enter(.externalLink, index, next)
        index += 1
      case .italic:
        enter(.italic, index, next)
        index += 1
      case .template:
        index = template(index, document, &lookup)
      case .parserFunction, .parameter:
        hasHole = true
        index = next
      case .reference, .image, .extension, .referenceList, .gallery:
        index = next
      case .list, .listItem, .paragraph, .description, .term, .block, .table, .tableRow, .tableCell, .tableHeaderCell,
        .preformatted:
        pendingSpace = true
        index += 1
      default:
        index += 1
      }
    }
  }

  private mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    externalLinks.removeAll(keepingCapacity: true)
    italics.removeAll(keepingCapacity: true)
    identifiers.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    language = nil
    hasHole = false
    pendingSpace = false
  }

  // MARK: Nodes

  private mutating func enter(_ kind: Frame.Kind, _ node: Int, _ end: Int) {
    flushSpace()
    let link = Link(start: bytes.count, end: bytes.count, node: node)
    switch kind {
    case .link:
      frames.append(Frame(end: end, resume: end, kind: kind, place: links.count))
      links.append(link)
    case .externalLink:
      frames.append(Frame(end: end, resume: end, kind: kind, place: externalLinks.count))
      externalLinks.append(link)
    case .italic:
      frames.append(Frame(end: end, resume: end, kind: kind, place: italics.count))
      italics.append(bytes.count..<bytes.count)
    case .plain: break
    }
  }

  private mutating func leave(_ frame: Frame) {
    frames.removeLast()
    switch frame.kind {
    case .plain: break
    case .link: links[frame.place].end = bytes.count
    case .externalLink: externalLinks[frame.place].end = bytes.count
    case .italic: italics[frame.place] = italics[frame.place].lowerBound..<bytes.count
    }
  }

  /// Reads a template in a value.
  ///
  /// - Returns: where reading goes on.
  private mutating func template(_ index: Int, _ document: Document, _ lookup: inout CitationLookup) -> Int {
    let next = Int(document.records[index].next)
    switch lookup.template(document, index)?.kind {
    case .show(let position):
      guard let argument = document.argument(position, of: index) else { return next }
      frames.append(Frame(end: Int(document.records[argument].next), resume: next, kind: .plain, place: 0))
      return argument + 1
    case .literal(let text):
      flushSpace()
      bytes += text.utf8
    case .language(let code):
      language = language ?? code
    case .identifier(let scheme):
      if let argument = document.argument(1, of: index) {
        let range = text(below: argument, document)
        identifiers.append(WorkIdentifier(scheme: scheme, value: String(decoding: document.pool[range], as: UTF8.self)))
      }
    case .archive, .deadLink, .anchor, .harvard, .pages, .footnote, .severalHarvard, .byAnchor, .named: break
    default: hasHole = true
    }
    return next
  }

  /// The text of a node that has one text below, which most have; else nothing.
  private func text(below node: Int, _ document: Document) -> Range<Int> {
    guard Int(document.records[node].next) == node + 2, document.records[node + 1].kind == .text else { return 0..<0 }
    return document.records[node + 1].name.offsets
  }

  private mutating func addMagicLink(_ target: String) {
    let prefix = "Special:BookSources/"
    guard target.hasPrefix(prefix) else { return }
    identifiers.append(WorkIdentifier(scheme: "isbn", value: String(target.dropFirst(prefix.count))))
  }

  // MARK: Text

  private mutating func flushSpace() {
    if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
    pendingSpace = false
  }

  private mutating func append(_ pool: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      // A run without whitespace, or with single spaces only, is copied whole.
      let start = position
      while position < range.upperBound {
        let byte = pool[position]
        if byte > 0x20 {
          position += 1
        } else if byte == 0x20, position > start, position + 1 < range.upperBound, pool[position + 1] > 0x20 {
          position += 2
        } else {
          break
        }
      }
      if position > start {
        flushSpace()
        bytes += pool[start..<position]
      }
      while position < range.upperBound, pool[position] <= 0x20 {
        pendingSpace = true
        position += 1
      }
    }
  }

  // MARK: Reading it

  /// The text; empty where there is none.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension Document {
  /// The argument of a template at a position, from 1; the last that claims it.
  ///
  /// - Complexity: O(arguments).
  func argument(_ position: Int, of template: Int) -> Int? {
    var found: Int?
    var count = 0
    var index = template + 1
    let end = Int(records[template].next)
    let digit = UInt8(truncatingIfNeeded: 0x30 + position)
    while index < end {
      let name = records[index].name
      if records[index].detail == 0 {
        count += 1
        if count == position { found = index }
      } else if name.offsets.count == 1, pool[Int(name.start)] == digit {
        found = index
      }
      index = Int(records[index].next)
    }
    return found
  }
}
