/// A regular expression of a schema: the part of ECMA-262 that schemas of records use. Texts are read in one go, whatever
/// the pattern: all ways through it at once.
///
///     ^[A-Z]{3}$    ^-?P.+$    ^(author|editor)$    ^[^/]*/[^/]*$    \.
struct JSONPattern: Sendable {
  /// A step of the machine.
  private enum Step: Sendable {
    case scalar(ClosedRange<UInt32>)
    case set([ClosedRange<UInt32>], isNegated: Bool)
    case any
    case start
    case end
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// The pattern as written.
  let text: String
  private var steps: [Step] = []

  /// Reads a pattern; nil for one with anything that is not known: look-around, back-references, classes by name.
  init?(_ text: String) {
    self.text = text
    var reader = Reader(Array(text.unicodeScalars))
    guard let steps = reader.alternatives(depth: 0), reader.isAtEnd else { return nil }
    self.steps = steps + [.match]
  }

  /// Whether a text has something that the pattern describes.
  ///
  /// - Complexity: O(length of the text × steps of the pattern).
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var current: [Int] = []
    var isOn = [Bool](repeating: false, count: steps.count)
    for position in 0...scalars.count {
      // The pattern may begin anywhere.
      add(0, position, scalars.count, &current, &isOn)
      var next: [Int] = []
      var willBeOn = [Bool](repeating: false, count: steps.count)
      for step in current {
        if case .match = steps[step] { return true }
        guard position < scalars.count, takes(step, scalars[position].value) else { continue }
        add(step + 1, position + 1, scalars.count, &next, &willBeOn)
      }
      current = next
      isOn = willBeOn
    }
    return false
  }

  private func takes(_ step: Int, _ scalar: UInt32) -> Bool {
    switch steps[step] {
    case .scalar(let range): range.contains(scalar)
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    case .any: scalar != 0x0A && scalar != 0x0D
    default: false
    }
  }

  /// Adds a step, and those that it leads to without a letter.
  private func add(_ first: Int, _ position: Int, _ end: Int, _ list: inout [Int], _ isOn: inout [Bool]) {
    var waiting = [first]
    while let step = waiting.popLast() {
      guard !isOn[step] else { continue }
      isOn[step] = true
      switch steps[step] {
      case .split(let one, let other): waiting += [step + other, step + one]
      case .jump(let distance): waiting.append(step + distance)
      case .start: if position == 0 { waiting.append(step + 1) }
      case .end: if position == end { waiting.append(step + 1) }
      default: list.append(step)
      }
    }
  }

  // MARK: - Reading

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { position == scalars.count }
    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Groups nest no deeper.
    private static let deepest = 16
    /// No pattern repeats something more often.
    private static let mostRepetitions = 64

    mutating func alternatives(depth: Int) -> [Step]? {
      guard depth < Reader.deepest, let first = sequence(depth: depth) else { return nil }
      var cases = [first]
      while next == "|" {
        position += 1
        guard let other = sequence(depth: depth) else { return nil }
        cases.append(other)
      }
      var steps = cases.removeLast()
      for other in cases.reversed() { steps = [.split(1, other.count + 2)] + other + [.jump(steps.count + 1)] + steps }
      return steps
    }

    private mutating func sequence(depth: Int) -> [Step]? {
      var steps: [Step] = []
      while let scalar = next, scalar != "|", scalar != ")" {
        guard let one = element(depth: depth), let repeated = repeated(one) else { return nil }
        steps += repeated
      }
      return steps
    }

    private mutating func element(depth: Int) -> [Step]? {
      guard let scalar = next else { return nil }
      position += 1
      switch scalar {
      case "^": return [.start]
      case "$": return [.end]
      case ".": return [.any]
      case "[": return set().map { [$0] }
      case "(":
        if next == "?" { return nil }
        guard let inner = alternatives(depth: depth + 1), next == ")" else { return nil }
        position += 1
        return inner
      case "\\": return escaped().map { [.scalar($0.value...$0.value)] }
      case "*", "+", "?", "{", "}", "]": return nil
      default: return [.scalar(scalar.value...scalar.value)]
      }
    }

    /// A sign behind a stroke that stands for itself; nil for letters and digits, which mean something.
    private mutating func escaped() -> Unicode.Scalar? {
      guard let scalar = next, scalar.isASCII, !scalar.properties.isAlphabetic, scalar.properties.numericType == nil
      else { return nil }
      position += 1
      return scalar
    }

    private mutating func set() -> Step? {
      var ranges: [ClosedRange<UInt32>] = []
      let isNegated = next == "^"
      if isNegated { position += 1 }
      while let scalar = next, scalar != "]" {
        position += 1
        var first = scalar
        if scalar == "\\" {
          guard let other = escaped() else { return nil }
          first = other
        }
        if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
          let last = scalars[position + 1]
          guard last != "\\", last.value >= first.value else { return nil }
          ranges.append(first.value...last.value)
          position += 2
        } else {
          ranges.append(first.value...first.value)
        }
      }
      guard next == "]" else { return nil }
      position += 1
      return .set(ranges, isNegated: isNegated)
    }

    /// What stands behind an element: `?`, `*`, `+`, `{2}`, `{2,4}`.
    private mutating func repeated(_ one: [Step]) -> [Step]? {
      switch next {
      case "?":
        position += 1
        return [.split(1, one.count + 1)] + one
      case "*":
        position += 1
        return [.split(1, one.count + 2)] + one + [.jump(-one.count - 1)]
      case "+":
        position += 1
        return one + [.split(-one.count, 1)]
      case "{":
        position += 1
        guard let least = number() else { return nil }
        var most = least
        if next == "," {
          position += 1
          guard let other = number() else { return nil }
          most = other
        }
        guard next == "}", least <= most, most <= Reader.mostRepetitions else { return nil }
        position += 1
        let required = Array(repeating: one, count: least).flatMap(\.self)
        let optional = Array(repeating: [.split(1, one.count + 1)] + one, count: most - least).flatMap(\.self)
        return required + optional
      default: return one
      }
    }

    private mutating func number() -> Int? {
      var digits = ""
      while let scalar = next, scalar.properties.numericType != nil, scalar.isASCII, digits.count < 3 {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      return Int(digits)
    }
  }
}
