import WikitextDocument
import WikitextSyntax

/// Templates, functions, parameters. Where the document has a source, what they are given is written as it stands there.
extension WikitextWalker {
  mutating func writeTransclusion(_ index: Int) {
    guard let range = source(of: index) else { return writeFromNodes(index) }
    guard records[index].kind == .template, !records[index].flags.contains(.tooDeep),
      let isLineAfterName = plainName(index, range)
    else { return keep(range) }
    output.append("{{")
    output.append(raw: name(of: index))
    let arguments = children(of: index)
    // A template with fields, such as an infobox, has a line for each. Whitespace at an argument without a name is part
    // of it; beside such arguments lines are broken where the source has them broken.
    let hasLines = records[index].flags.contains(.block) && arguments.count > 2 && arguments.allSatisfy(isNamed)
    if isLineAfterName, !hasLines, !arguments.isEmpty { output.append(byte: 0x0A) }
    for argument in arguments { writeArgument(argument, hasLine: hasLines) }
    if hasLines { output.append(byte: 0x0A) }
    output.append(raw: "}}".utf8)
  }

  private func isNamed(_ argument: Int) -> Bool { records[argument].detail == 1 }

  /// Looks whether the name is written in the source as the document has it, spaces and underscores aside: no `subst:`,
  /// no colon, no comment.
  ///
  /// - Returns: whether a line break is behind it; nil when it is written in another way.
  private func plainName(_ index: Int, _ range: Range<Int>) -> Bool? {
    let source = document.source
    func end(ofSpacesAt start: Int, or separator: UInt8? = nil) -> Int {
      source[start..<range.upperBound].firstIndex { !Self.isSpace($0) && $0 != separator } ?? range.upperBound
    }
    var place = end(ofSpacesAt: range.lowerBound + 2)
    for byte in name(of: index) {
      guard place < range.upperBound else { return nil }
      if byte == 0x20 {
        let next = end(ofSpacesAt: place, or: UInt8(ascii: "_"))
        if next == place { return nil }
        place = next
      } else {
        guard source[place] == byte else { return nil }
        place += 1
      }
    }
    let next = end(ofSpacesAt: place, or: UInt8(ascii: "_"))
    guard next < range.upperBound, source[next] == UInt8(ascii: "|") || source[next] == UInt8(ascii: "}") else {
      return nil
    }
    return next > place && source[place..<next].contains(0x0A)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09) < 5 }

  /// Writes an argument with the value of the source. Whitespace around it counts where it has no name.
  private mutating func writeArgument(_ argument: Int, hasLine: Bool) {
    let record = records[argument]
    let source = document.source
    let value = Int(record.sourceStart)..<max(Int(record.sourceStart), Int(record.sourceEnd))
    var start = value.lowerBound
    var end = value.upperBound
    // The pipe or name before it, and the pipe or braces behind it, end these.
    while start > 0, Self.isSpace(source[start - 1]) { start -= 1 }
    while end < source.count, Self.isSpace(source[end]) { end += 1 }
    if hasLine { output.append(byte: 0x0A) }
    output.append(byte: UInt8(ascii: "|"))
    if !isNamed(argument) {
      output.append(raw: source[start..<end])
      kept.append(start..<end)
      return
    }
    if hasLine { output.append(byte: 0x20) }
    // A heading in it begins a line, or its marks would end the name.
    if name(of: argument).contains(0x0A) { output.append(byte: 0x0A) }
    output.append(raw: name(of: argument))
    output.append(raw: hasLine ? " =".utf8 : "=".utf8)
    // Lists and tables begin on a line of their own.
    if value.isEmpty { return }
    if source[start..<value.lowerBound].contains(0x0A) {
      output.append(byte: 0x0A)
    } else if hasLine {
      output.append(byte: 0x20)
    }
    output.append(raw: source[value])
    kept.append(value)
    if !hasLine, source[value.upperBound..<end].contains(0x0A) { output.append(byte: 0x0A) }
  }

  // MARK: Without a source

  private mutating func writeFromNodes(_ index: Int) {
    let record = records[index]
    let arguments = children(of: index)
    switch record.kind {
    case .template:
      output.append("{{")
      output.append(raw: name(of: index))
      for argument in arguments {
        output.append(byte: UInt8(ascii: "|"))
        writeArgumentFromNodes(argument)
      }
      output.append(raw: "}}".utf8)
    case .parameter:
      output.append("{{{")
      output.append(raw: name(of: index))
      for argument in arguments {
        output.append(byte: UInt8(ascii: "|"))
        writeArgumentFromNodes(argument)
      }
      output.append(raw: "}}}".utf8)
    default:
      output.append("{{")
      let word = MagicWord(named: document.string(record.name))
      if word?.roles.contains(.hashFunction) == true { output.append(byte: UInt8(ascii: "#")) }
      output.append(raw: (word.flatMap { configuration.spellings(of: $0).first } ?? document.string(record.name)).utf8)
      for (number, argument) in arguments.enumerated() {
        output.append(byte: number == 0 ? UInt8(ascii: ":") : UInt8(ascii: "|"))
        writeArgumentFromNodes(argument)
      }
      output.append(raw: "}}".utf8)
    }
  }

  private mutating func writeArgumentFromNodes(_ argument: Int) {
    let isNamed = isNamed(argument)
    if isNamed {
      output.append(raw: name(of: argument))
      output.append(byte: UInt8(ascii: "="))
    }
    let outer = output.context
    output.context = WikitextContext()
    output.context.isArgument = true
    output.context.endsAtPipe = true
    output.context.isPositional = !isNamed
    if children(of: argument).allSatisfy({ flowKind($0) == .inline }) {
      writeChildren(of: argument)
    } else {
      var state = FlowState(.item)
      writeFlow(of: argument, &state)
      output.writeBreaks()
    }
    output.context = outer
  }
}
