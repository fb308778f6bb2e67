import WikitextDocument
import WikitextSyntax

/// What stands in a line.
extension HTMLPageReader {
  mutating func visitInline(_ record: HTMLRecord, _ index: Int) -> Int {
    switch record.element {
    case .link, .meta, .base, .wbr, .input, .source, .track, .col, .colgroup, .area, .map, .rp, .title, .head:
      return after(index)
    case .br:
      if context == .flow, looseDepth < 0 { return after(index) }
      builder.addLeaf(NewNode(.lineBreak, at: Int(record.start)), to: Int(record.end))
      return after(index)
    default: break
    }
    let isEmpty = Int(record.next) == index + 1
    if record.element == .img {
      beginLooseText(at: Int(record.start))
      return visitImage(record, index)
    }
    if let choice = tree.attribute(.dataVariant, of: index) { return visitVariant(record, index, choice) }
    if isEmpty, record.element != .a { return after(index) }
    if record.roles.contains(.infobox), record.element == .span { return enter(index) }
    if context == .flow, holdsBlocks(index) { return enter(index) }
    beginLooseText(at: Int(record.start))
    return visitPhrase(record, index)
  }

  /// A choice between variants of a language. Parsoid leaves it to those who show the page; the first one stands here.
  private mutating func visitVariant(_ record: HTMLRecord, _ index: Int, _ choice: ArraySlice<UInt8>) -> Int {
    let variants = DataMW.variants(choice)
    guard let shown = variants.first?.text, !shown.isEmpty else { return after(index) }
    let whole =
      variants.count == 1 && variants[0].language.isEmpty
      ? shown
      : Array(variants.map { $0.language + [UInt8(ascii: ":")] + $0.text }.joined(separator: [UInt8(ascii: ";")]))
    beginLooseText(at: Int(record.start))
    builder.openNode(NewNode(.variant, at: Int(record.start), target: builder.intern(whole[...])))
    // Markup in it is wikitext's or HTML's; what is shown of it is its text.
    builder.addText(HTMLText.withoutTags(shown)[...], from: Int(record.start), to: Int(record.end))
    builder.closeNode(at: Int(record.end))
    return after(index)
  }

  /// Whether the first thing in an inline is a block.
  private func holdsBlocks(_ index: Int) -> Bool {
    var child = index + 1
    let end = after(index)
    while child < end {
      let record = tree.records[child]
      if record.element.isBlock { return true }
      if record.element != .text || !content.isBlank(record) {
        if record.element == .text || Int(record.next) == child + 1 || record.element == .a { return false }
        child += 1
      } else {
        child = Int(record.next)
      }
    }
    return false
  }

  private mutating func visitPhrase(_ record: HTMLRecord, _ index: Int) -> Int {
    if record.roles.contains(.program) { return visitCode(record, index) }
    if record.roles.contains(.formula) || record.element == .math { return visitFormula(record, index) }
    switch record.element {
    case .a: return visitLink(record, index)
    case .b, .strong: return open(index, .bold, .line)
    case .i, .em: return open(index, .italic, .line)
    case .sup: return visitRaised(record, index)
    case .sub, .small, .big, .s, .strike, .del, .ins, .u, .code, .kbd, .samp, .tt, .var, .abbr, .q, .mark, .ruby, .rt:
      let name = name(record.element.rawValue)
      return open(index, .element, .line, name: name, closing: .nodeUnlessEmpty)
    case .audio, .video: return visitMedia(record, index)
    case .span where record.roles.contains(.figure) && hasCaption(index): return visitFigure(record, index)
    default:
      return enter(index, .line)
    }
  }
}
