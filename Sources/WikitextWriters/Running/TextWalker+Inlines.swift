import WikitextDocument

/// What stands in lines: styles, links, formulas, marks.
extension TextWalker {
  mutating func visitStyle(_ style: InlineRun.Style, _ index: Int) {
    let isOpen = run.open(style, node: index)
    visitChildren(of: index)
    if isOpen { run.close() }
  }

  mutating func visitElement(_ index: Int) {
    if isHidden(index) {
      coverage.note(.hidden, records[index])
      return
    }
    let style: InlineRun.Style
    switch document.string(records[index].name) {
    case "b", "strong": style = .bold
    case "i", "em", "cite", "dfn", "var": style = .italic
    case "s", "strike", "del": style = .strike
    case "sub": style = .subscripted
    case "sup": style = .superscripted
    case "u", "ins": style = .underlined
    case "kbd": style = .keyboard
    case "code", "tt", "samp": style = .code
    default:
      visitChildren(of: index)
      return
    }
    visitStyle(style, index)
  }

  mutating func visitLink(_ index: Int) {
    if showsRawTarget(index) {
      // `[[{{name}}]]`: what readers see is made by the templates in it.
      coverage.note(.template, records[index])
      run.append(readable(pool[records[index + 1].name.offsets]), keepsLines: false)
    } else if run.isInLink || !sink.showsLinks || hasTemplates(records[index].target) {
      // A link in a link is none of its own, and one whose target templates make leads nowhere.
      visitChildren(of: index)
    } else {
      visitStyle(.link, index)
    }
  }

  /// Whether a link's text is its target, with templates or comments in it.
  private func showsRawTarget(_ index: Int) -> Bool {
    let record = records[index]
    guard Int(record.next) == index + 2, records[index + 1].kind == .text else { return false }
    let text = records[index + 1]
    guard text.sourceStart >= record.sourceStart, Int(text.sourceStart) <= document.source.count else { return false }
    // Only the opening brackets, a colon and blanks stand before a target.
    for byte in document.source[Int(record.sourceStart)..<Int(text.sourceStart)]
    where byte != UInt8(ascii: "[") && byte != UInt8(ascii: ":") && byte > 0x20 {
      return false
    }
    return hasTemplates(text.name) || pool[text.name.offsets].contains(UInt8(ascii: "<"))
  }

  /// Whether there are templates in a target or address.
  func hasTemplates(_ range: PoolRange) -> Bool {
    var last: UInt8 = 0
    for byte in pool[range.offsets] {
      if byte == UInt8(ascii: "{"), last == byte { return true }
      last = byte
    }
    return false
  }

  mutating func visitExternalLink(_ index: Int) {
    let record = records[index]
    let address = pool[record.target.offsets]
    if hasTemplates(record.target) {
      coverage.note(.address, record)
      visitChildren(of: index)
      return
    }
    if record.flags.contains(.numbered) {
      // What readers see is a number that means nothing outside of the page.
      if sink.showsLinks, !run.isInLink { run.append(.address, address) } else { coverage.note(.address, record) }
      return
    }
    if run.isInLink || !sink.showsLinks {
      visitChildren(of: index)
      return
    }
    if record.flags.contains(.bare), Int(record.next) == index + 2,
      records[index + 1].kind == .text, pool[records[index + 1].name.offsets] == address
    {
      run.append(.address, address)
      return
    }
    visitStyle(.externalLink, index)
  }

  mutating func visitMath(_ index: Int) {
    guard selection.formulas else {
      coverage.note(.formula, records[index])
      return
    }
    let isDisplayed = flatDepth == 0 && attribute("display", of: index)?.elementsEqual("block".utf8) == true
    if isDisplayed { flush() }
    run.append(.formula, pool[records[index].target.offsets])
    if isDisplayed { flush() }
  }

  /// A choice between variants: the text of the one that is shown.
  mutating func visitVariant(_ index: Int) {
    let record = records[index]
    if document.hidesVariants(index) { coverage.note(.variant, record) }
    var child = index + 1
    while child < Int(record.next) {
      if records[child].kind == .text {
        // Its text may stand in it as it is written.
        run.append(readable(pool[records[child].name.offsets]), keepsLines: false)
      } else {
        visit(child)
      }
      child = Int(records[child].next)
    }
  }

  // MARK: Notes

  mutating func visitReference(_ index: Int) {
    let number = records[index].referenceNumber
    guard selection.notes, let note = noteNumber(of: number) else {
      coverage.note(.reference, records[index])
      return
    }
    run.append(.noteMark, [], node: note)
  }

  /// The number of a reference's note, when there is something to say in it.
  private mutating func noteNumber(of reference: Int) -> Int? {
    if noteNumbers[reference] == 0 {
      if let definition = document.extras.references[reference].definition, saysSomething(Int(definition)) {
        notes.append(reference)
        noteNumbers[reference] = notes.count
      } else {
        noteNumbers[reference] = -1
      }
    }
    return noteNumbers[reference] > 0 ? noteNumbers[reference] : nil
  }

  /// Whether there is text below a node; what templates say is not known.
  private func saysSomething(_ node: Int) -> Bool {
    var index = node + 1
    while index < Int(records[node].next) {
      let record = records[index]
      switch record.kind {
      case .text:
        if pool[record.name.offsets].contains(where: { $0 > 0x20 }) { return true }
        index += 1
      case .math, .code: return true
      case .externalLink where record.flags.contains(.numbered) && sink.showsLinks: return true
      case .template, .parserFunction, .parameter, .extension, .image, .reference, .referenceList, .gallery:
        index = Int(record.next)
      case .element where isHidden(index), .block where isHidden(index), .table where !selection.tables:
        index = Int(record.next)
      default: index += 1
      }
    }
    return false
  }

  /// The notes, where the page ends. A note may have marks of further notes in it.
  mutating func writeNotes() {
    var number = 0
    while number < notes.count {
      guard let definition = document.extras.references[notes[number]].definition.map(Int.init) else { return }
      number += 1
      sink.beginNote(number)
      visitChildren(of: definition)
      flush()
      sink.endNote()
    }
  }
}
