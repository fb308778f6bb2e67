import WikitextDocument
import WikitextSyntax

/// Paragraphs, headings, lists, quotes.
extension HTMLPageReader {
  mutating func visitBlock(_ record: HTMLRecord, _ index: Int) -> Int {
    endLooseText(at: Int(record.start))
    if !isInBox, record.roles.contains(.infobox) || looksLikeInfobox(record, index),
      let next = visitInfobox(record, index)
    {
      return next
    }
    if record.element.headingLevel != nil { return visitHeading(record, index) }
    switch record.element {
    case .p:
      return open(index, .paragraph, .line, closing: .nodeUnlessEmpty)
    case .ul, .ol, .dl: return visitList(record, index)
    case .li: return openItem(.listItem, index)
    case .dt: return openItem(.term, index)
    case .dd: return openItem(.description, index)
    case .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption: return visitTablePart(record, index)
    case .figure: return visitFigure(record, index)
    case .pre where record.roles.contains(.program): return visitCode(record, index)
    case .pre: return open(index, .preformatted, .line)
    case .hr:
      builder.addLeaf(NewNode(.thematicBreak, at: Int(record.start)), to: Int(record.end))
      return after(index)
    case .blockquote: return visitQuote(index)
    default: break
    }
    if record.roles.contains(.quote) { return visitQuote(index) }
    if record.roles.contains(.program) { return visitCode(record, index) }
    if record.roles.contains(.figure) { return visitFigure(record, index) }
    if record.roles.contains(.formula) { return visitFormula(record, index) }
    if context == .line { return visitLineBlock(record, index) }
    return enter(index)
  }

  /// A block in text: a block of the document, unless it stands in the line.
  private mutating func visitLineBlock(_ record: HTMLRecord, _ index: Int) -> Int {
    if record.roles.contains(.inline) { return enter(index) }
    // What holds the caption of a figure is no block in it.
    if builder.currentKind == .image, builder.currentIsEmpty { return enter(index) }
    if Int(record.next) == index + 1 {
      // A block with nothing in it parts what is before it from what is behind.
      builder.addLeaf(NewNode(.lineBreak, at: Int(record.start)), to: Int(record.end))
      return index + 1
    }
    let name = name("div")
    return open(index, .block, .line, name: name, closing: .nodeUnlessEmpty)
  }

  private mutating func visitQuote(_ index: Int) -> Int {
    let name = name("blockquote")
    return open(index, .block, .line, name: name, closing: .nodeUnlessEmpty)
  }

  /// A heading begins a section where sections can begin: not in cells, items and quotes.
  private mutating func visitHeading(_ record: HTMLRecord, _ index: Int) -> Int {
    let level = record.element.headingLevel ?? 2
    if builder.depth == builder.sectionDepth {
      builder.beginSection(level: level, at: Int(record.start))
    }
    return open(index, .heading, .line, detail: UInt16(level))
  }

  private mutating func visitList(_ record: HTMLRecord, _ index: Int) -> Int {
    if record.roles.contains(.referenceList), record.element != .dl { return visitReferenceList(record, index) }
    if record.roles.contains(.gallery) { return visitGallery(record, index) }
    let kind: ListKind =
      switch record.element {
      case .ol: .ordered
      case .dl: .definition
      default: .unordered
      }
    return open(index, .list, .flow, detail: UInt16(kind.rawValue), closing: .nodeUnlessEmpty)
  }

  /// An item; one outside a list is a block.
  private mutating func openItem(_ kind: NodeKind, _ index: Int) -> Int {
    guard builder.currentKind == .list else {
      return context == .line ? visitLineBlock(tree.records[index], index) : enter(index)
    }
    return open(index, kind, .line)
  }
}
