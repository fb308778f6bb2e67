extension ArgumentPattern {
  /// What is wrong with a pattern, and at which byte.
  struct Fault: Error {
    var offset: Int
    var problem: String
    var advice: String
  }

  /// Reads the pattern that begins at `position` and moves behind it.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - position: where the pattern begins.
  ///   - end: the end of its line.
  /// - Throws: what is wrong with it.
  /// - Complexity: O(length of the pattern).
  init(_ bytes: Span<UInt8>, at position: inout Int, end: Int) throws(Fault) {
    if position < end, bytes[position] == UInt8(ascii: "\"") {
      self.init(parts: try ArgumentPattern.quotedParts(bytes, &position, end))
    } else {
      let start = position
      while position < end, bytes[position] != 0x20, bytes[position] != 0x09 {
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
          throw Fault(
            offset: position,
            problem: "a name of an argument with a \(DataFileError.quoted([bytes[position]])) in it",
            advice: "put the whole pattern in quotes"
          )
        default: position += 1
        }
      }
      self.init(parts: [.argument(try ArgumentPattern.names(bytes, start..<position))])
    }
  }

  private static func quotedParts(
    _ bytes: Span<UInt8>,
    _ position: inout Int,
    _ end: Int
  ) throws(Fault) -> [Part] {
    let start = position
    var parts: [Part] = []
    var literal: [UInt8] = []
    /// Where the open bracket is, and whether an argument stands behind it.
    var bracket: Int?
    var hasArgument = false
    func finishLiteral() {
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal.removeAll()
    }
    position += 1
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        if let bracket {
          throw Fault(offset: bracket, problem: "a [ that is not closed", advice: "close it, or write \\[")
        }
        position += 1
        if position < end, bytes[position] != 0x20, bytes[position] != 0x09 {
          throw Fault(offset: position, problem: "text right behind a quote", advice: "put a space there")
        }
        finishLiteral()
        return parts
      case UInt8(ascii: "\\"):
        guard position + 1 < end, let meant = escaped(bytes[position + 1]) else {
          let advice = "write \\\\ for a backslash; known are \\n \\[ \\] \\{ \\} \\\" \\\\"
          throw Fault(offset: position, problem: "an unknown escape", advice: advice)
        }
        literal.append(meant)
        position += 2
      case UInt8(ascii: "{"):
        var close = position + 1
        while close < end, bytes[close] != UInt8(ascii: "}"), bytes[close] != UInt8(ascii: "{") { close += 1 }
        guard close < end, bytes[close] == UInt8(ascii: "}") else {
          throw Fault(offset: position, problem: "a { that is not closed", advice: "close it, or write \\{")
        }
        finishLiteral()
        parts.append(.argument(try names(bytes, position + 1..<close)))
        hasArgument = true
        position = close + 1
      case UInt8(ascii: "["):
        if bracket != nil {
          throw Fault(
            offset: position,
            problem: "a [ inside of [ ]",
            advice: "close the first one before, or write \\["
          )
        }
        finishLiteral()
        parts.append(.optionalStart)
        (bracket, hasArgument) = (position, false)
        position += 1
      case UInt8(ascii: "]"):
        guard bracket != nil else {
          throw Fault(offset: position, problem: "a ] without a [", advice: "open it, or write \\]")
        }
        guard hasArgument else {
          throw Fault(offset: position, problem: "nothing inside of [ ] can be empty", advice: "leave the brackets out")
        }
        finishLiteral()
        parts.append(.optionalEnd)
        bracket = nil
        position += 1
      case UInt8(ascii: "}"):
        throw Fault(offset: position, problem: "a } without a {", advice: "open it, or write \\}")
      default:
        literal.append(byte)
        position += 1
      }
    }
    throw Fault(offset: start, problem: "a quote that is not closed in its line", advice: "close it")
  }

  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"):
      byte
    default: nil
    }
  }

  /// Names between commas.
  private static func names(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Fault) -> [String] {
    var names: [String] = []
    var name: [UInt8] = []
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || bytes[index] == UInt8(ascii: ",") else {
        name.append(bytes[index])
        continue
      }
      while name.last == 0x20 { name.removeLast() }
      let text = String(decoding: name.drop { $0 == 0x20 }, as: UTF8.self)
      guard !text.isEmpty else {
        throw Fault(offset: index, problem: "a name of an argument is missing", advice: "write a name or a number")
      }
      names.append(text)
      name.removeAll()
    }
    return names
  }
}

extension ArgumentPattern: CustomStringConvertible {
  /// The pattern as it stands in a pack.
  public var description: String {
    if parts.count == 1, case .argument(let names) = parts[0], names.allSatisfy(ArgumentPattern.isBare) {
      return names.joined(separator: ",")
    }
    var text = "\""
    for part in parts {
      switch part {
      case .literal(let literal):
        for character in literal.unicodeScalars {
          switch character {
          case "\n": text += "\\n"
          case "\"", "\\", "[", "]", "{", "}": text += "\\\(character)"
          default: text.unicodeScalars.append(character)
          }
        }
      case .argument(let names): text += "{" + names.joined(separator: ",") + "}"
      case .optionalStart: text += "["
      case .optionalEnd: text += "]"
      }
    }
    return text + "\""
  }

  private static func isBare(_ name: String) -> Bool {
    !name.utf8.contains { byte in [0x20, 0x09].contains(byte) || "\"{}[]".utf8.contains(byte) }
  }
}
