/// Names of templates and parameters in the form in which they are compared: in lower case, and of the two forms of a
/// parameter that wikis have used over the years (`accessdate`, `access-date`) the one without marks.
///
/// Case is folded for Latin, Greek, Cyrillic and Armenian letters; other scripts have none.
enum FoldedName {
  /// What is compared: a template's name, where a space counts; a parameter's, where it does not.
  enum Form {
    case template, parameter
  }

  /// No name that data knows is longer, folded.
  static let maximumLength = 96

  /// Puts the folded form of `bytes[range]` into `output`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: the name in them.
  ///   - form: what the name is of.
  ///   - output: what was in it is dropped.
  /// - Returns: false when the name is longer than any that is known.
  /// - Complexity: O(``maximumLength``).
  static func fold(_ bytes: Span<UInt8>, _ range: Range<Int>, _ form: Form, into output: inout [UInt8]) -> Bool {
    output.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if output.count > maximumLength { return false }
      if byte < 0x80 {
        index += 1
        switch byte {
        case 0x41...0x5A: output.append(byte | 0x20)
        case 0x20, 0x5F, 0x09...0x0D:
          if form == .template, output.last != 0x20, !output.isEmpty { output.append(0x20) }
        case 0x2D where form == .parameter: break
        default: output.append(byte)
        }
        continue
      }
      if byte >= 0xC3, byte < 0xE0, index + 1 < range.upperBound {
        let scalar = lowercased(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
        if let digit = digit(scalar), form == .parameter {
          output.append(digit)
        } else {
          output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
          output.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
        index += 2
        continue
      }
      output.append(byte)
      index += 1
    }
    if output.last == 0x20 { output.removeLast() }
    return output.count <= maximumLength
  }

  /// The folded form of a name in data.
  static func fold(_ name: some StringProtocol, _ form: Form) -> [UInt8] {
    let bytes = Array(name.utf8)
    var output: [UInt8] = []
    return fold(bytes.span, 0..<bytes.count, form, into: &output) ? output : []
  }

  /// The number that the digits of a folded parameter's name make, the first run of them, and the name without.
  ///
  ///     editor2-last    // editorlast, 2
  ///
  /// - Returns: nil when there are no digits, or more than names of one person can be told apart by.
  static func takeNumber(from name: inout [UInt8]) -> Int? {
    guard let start = name.firstIndex(where: { ($0 &- 0x30) < 10 }) else { return nil }
    var end = start
    var number = 0
    while end < name.count, (name[end] &- 0x30) < 10 {
      number = number * 10 + Int(name[end] &- 0x30)
      end += 1
      if number > maximumNumber { return nil }
    }
    name.removeSubrange(start..<end)
    return name.isEmpty ? nil : number
  }

  /// More people than this no template counts.
  static let maximumNumber = 9999

  /// Arabic and Persian digits as ASCII.
  private static func digit(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x660...0x669: UInt8(truncatingIfNeeded: 0x30 + scalar - 0x660)
    case 0x6F0...0x6F9: UInt8(truncatingIfNeeded: 0x30 + scalar - 0x6F0)
    default: nil
    }
  }

  /// The lower case of a scalar of two bytes.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xD7, 0x130, 0x138, 0x149, 0x178: scalar
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x531...0x556: scalar + 0x30
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 0x25
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x100...0x177, 0x218...0x21B, 0x48A...0x4BF, 0x4D0...0x52F, 0x1A0...0x1A5: scalar | 1
    case 0x1AF: 0x1B0
    default: scalar
    }
  }
}
