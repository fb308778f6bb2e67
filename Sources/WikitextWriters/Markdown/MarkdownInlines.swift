import WikitextDocument

/// Puts runs of text into Markdown.
struct MarkdownInlines {
  let document: Document
  let targets: LinkTargets

  /// Where a run stands.
  enum Place { case paragraph, heading, cell }

  /// The Markdown of a run.
  ///
  /// - Complexity: O(size of the run).
  func markdown(_ run: borrowing InlineRun, in place: Place) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(run.text.count + run.text.count / 8 + 16)
    let marks = EmphasisMarks(run)
    var escaping = MarkdownEscaping(isInCell: place == .cell, keepsAddresses: !targets.showsLinks)
    var lineStart = 0
    var lines = 0
    var index = 0
    while index < run.tokens.count {
      let token = run.tokens[index]
      switch token.kind {
      case .text:
        escaping.append(
          run.text,
          token.range,
          isAtLineStart: place == .paragraph && output.count == lineStart,
          isContinuation: lines > 0,
          to: &output
        )
      case .space: output.append(0x20)
      case .lineBreak, .separator:
        switch place {
        case .paragraph: output += "\\\n".utf8
        case .heading: output.append(0x20)
        case .cell: output += "<br>".utf8
        }
        lineStart = output.count
        lines += 1
      case .open:
        if token.style == .code, let end = codeEnd(run, from: index) {
          appendCode(codeText(run, index + 1..<end)[...], place, to: &output)
          index = end
        } else {
          appendOpen(token, isHTML: marks.isHTML[index], to: &output)
          escaping.isInLink = escaping.isInLink || token.style == .link || token.style == .externalLink
        }
      case .close:
        appendClose(token, isHTML: marks.isHTML[index], to: &output)
        if token.style == .link || token.style == .externalLink { escaping.isInLink = false }
      case .formula: appendFormula(run.text[token.range], place, to: &output)
      case .code: appendCode(run.text[token.range], place, to: &output)
      case .image:
        output += "![".utf8
        let inner = MarkdownEscaping(isInCell: place == .cell, isInLink: true)
        inner.append(run.text, token.range, isAtLineStart: false, isContinuation: false, to: &output)
        output += "](".utf8
        targets.appendImage(Int(token.node), to: &output)
        output.append(UInt8(ascii: ")"))
      case .address: appendAutolink(run.text[token.range], to: &output)
      case .noteMark: output += "[^\(token.node)]".utf8
      }
      index += 1
    }
    return output
  }

  // MARK: Styles

  private func appendOpen(_ token: InlineRun.Token, isHTML: Bool, to output: inout [UInt8]) {
    switch token.style {
    case .link, .externalLink: output.append(UInt8(ascii: "["))
    default: output += (MarkdownInlines.mark(token.style, isHTML) ?? "<\(MarkdownInlines.tag(token.style))>").utf8
    }
  }

  private func appendClose(_ token: InlineRun.Token, isHTML: Bool, to output: inout [UInt8]) {
    switch token.style {
    case .link, .externalLink:
      output += "](".utf8
      if token.style == .link {
        targets.appendLink(Int(token.node), to: &output)
      } else {
        LinkTargets.appendAddress(document.pool[document.records[Int(token.node)].target.offsets], to: &output)
      }
      output.append(UInt8(ascii: ")"))
    default: output += (MarkdownInlines.mark(token.style, isHTML) ?? "</\(MarkdownInlines.tag(token.style))>").utf8
    }
  }

  private static func mark(_ style: InlineRun.Style, _ isHTML: Bool) -> String? {
    if isHTML { return nil }
    switch style {
    case .bold: return "**"
    case .italic: return "*"
    case .strike: return "~~"
    default: return nil
    }
  }

  private static func tag(_ style: InlineRun.Style) -> String {
    switch style {
    case .bold: "b"
    case .italic: "i"
    case .strike: "del"
    case .subscripted: "sub"
    case .superscripted: "sup"
    case .underlined: "u"
    case .keyboard: "kbd"
    case .code, .link, .externalLink: "code"
    }
  }

  // MARK: Code and formulas

  /// Where a style of code ends, if there is nothing but text in it.
  private func codeEnd(_ run: borrowing InlineRun, from open: Int) -> Int? {
    var index = open + 1
    while index < run.tokens.count {
      switch run.tokens[index].kind {
      case .text, .space: index += 1
      case .close: return run.tokens[index].style == .code ? index : nil
      default: return nil
      }
    }
    return nil
  }

  private func codeText(_ run: borrowing InlineRun, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for token in run.tokens[range] {
      if token.kind == .space { text.append(0x20) } else { text += run.text[token.range] }
    }
    return text
  }

  private func appendCode(_ code: ArraySlice<UInt8>, _ place: Place, to output: inout [UInt8]) {
    let fence = repeatElement(UInt8(ascii: "`"), count: MarkdownInlines.longestRun(of: UInt8(ascii: "`"), in: code) + 1)
    // A backtick at either end is kept apart from the fence.
    let needsSpace = code.first == UInt8(ascii: "`") || code.last == UInt8(ascii: "`")
    output += fence
    if needsSpace { output.append(0x20) }
    appendLine(code, place, to: &output)
    if needsSpace { output.append(0x20) }
    output += fence
  }

  /// The length of the longest run of a byte.
  static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var length = 0
    for other in text {
      length = other == byte ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }

  private func appendFormula(_ formula: ArraySlice<UInt8>, _ place: Place, to output: inout [UInt8]) {
    // GitHub has other marks for a formula that has a dollar in it or would escape the one behind it.
    let needsFence = formula.contains(UInt8(ascii: "$")) || formula.last == UInt8(ascii: "\\")
    output += needsFence ? "$`".utf8 : "$".utf8
    appendLine(MarkdownEscaping.formula(formula)[...], place, to: &output)
    output += needsFence ? "`$".utf8 : "$".utf8
  }

  /// Appends a text in one line; in a cell, a bar would end it even in code.
  private func appendLine(_ text: ArraySlice<UInt8>, _ place: Place, to output: inout [UInt8]) {
    for byte in text {
      if byte == UInt8(ascii: "|"), place == .cell { output.append(UInt8(ascii: "\\")) }
      if byte > 0x20 {
        output.append(byte)
      } else if output.last != 0x20 {
        output.append(0x20)
      }
    }
  }

  private func appendAutolink(_ address: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let colon = address.firstIndex(of: UInt8(ascii: ":")).map { $0 - address.startIndex } ?? 0
    // A scheme of an autolink has 2 to 32 characters; an address without one, `//example.org`, has to say its text.
    if (2...32).contains(colon), !address.contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x7C }) {
      output.append(UInt8(ascii: "<"))
      output += address
      output.append(UInt8(ascii: ">"))
      return
    }
    output.append(UInt8(ascii: "["))
    let text = Array(address)
    let escaping = MarkdownEscaping(isInCell: true, isInLink: true)
    escaping.append(text, 0..<text.count, isAtLineStart: false, isContinuation: false, to: &output)
    output += "](".utf8
    LinkTargets.appendAddress(address, to: &output)
    output.append(UInt8(ascii: ")"))
  }
}
