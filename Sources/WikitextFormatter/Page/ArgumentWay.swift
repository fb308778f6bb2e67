import WikitextSyntax

/// The way in which the arguments of a template of many lines are laid out.
struct ArgumentWay {
  /// Where the equals signs stand.
  enum Signs: Hashable {
    /// Below each other.
    case aligned
    /// Behind each name and this many blanks.
    case spaced(Int)
  }

  /// The blanks behind the pipes.
  var beforeName = " "
  var signs = Signs.aligned
  /// The blanks before the values.
  var beforeValue = " "

  /// Whether all arguments are laid out in one way, whatever it is: one begins each line, all as far from the margin, with
  /// the same blanks behind the pipe and before the value, and with the equals signs below each other or the same blanks
  /// before each. Blank lines may part groups of arguments.
  ///
  /// - Complexity: O(arguments + bytes of names and white space).
  static func isOne(_ layout: ArgumentLayout, in source: [UInt8]) -> Bool {
    let arguments = layout.arguments
    guard layout.ownLines == arguments.count, let first = arguments.first,
      arguments.allSatisfy({ isBlank($0.beforeName, source) && isBlank($0.behindName, source) }),
      isSame(arguments.map { layout.blanksOfLine(before: $0.pipe) }), isSame(arguments.map(\.beforeName.count)),
      isSame(valueBlanks(arguments, source))
    else { return false }
    if arguments.allSatisfy({ $0.behindName.count == first.behindName.count }) { return true }
    let column = commonColumn(arguments)
    // A long name may push its sign away.
    return arguments.allSatisfy { self.column(of: $0) == column || $0.nameWidth >= column && $0.behindName.count <= 1 }
  }

  /// The way of more than half of the arguments, in each respect; where there is none, blanks everywhere and equals signs
  /// below each other.
  ///
  /// - Complexity: O(arguments + bytes of names and white space).
  init(of layout: ArgumentLayout, in source: [UInt8]) {
    let arguments = layout.arguments
    func most<Value: Hashable>(_ values: [Value]) -> (value: Value, count: Int)? {
      let counts = values.reduce(into: [Value: Int]()) { $0[$1, default: 0] += 1 }
      return counts.first { 2 * $0.value > values.count }.map { ($0.key, $0.value) }
    }
    if most(arguments.map { $0.beforeName.isEmpty })?.value == true { beforeName = "" }
    if most(ArgumentWay.valueBlanks(arguments, source))?.value == 0 { beforeValue = "" }
    let column = ArgumentWay.commonColumn(arguments)
    let alignedCount = arguments.count { ArgumentWay.column(of: $0) == column }
    // Short names have their signs below each other by chance.
    if let spaces = most(arguments.map(\.behindName.count)), spaces.count >= alignedCount {
      signs = .spaced(min(1, spaces.value))
    }
  }

  /// The column of most equals signs, counted from the names; of several the one farthest from the margin.
  private static func commonColumn(_ arguments: [ArgumentLayout.Argument]) -> Int {
    let counts = arguments.reduce(into: [Int: Int]()) { $0[column(of: $1), default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private static func column(of argument: ArgumentLayout.Argument) -> Int {
    argument.nameWidth + argument.behindName.count
  }

  /// How many blanks stand before the values that stand behind their equals signs.
  private static func valueBlanks(_ arguments: [ArgumentLayout.Argument], _ source: [UInt8]) -> [Int] {
    arguments.filter { !$0.value.isEmpty && isBlank($0.beforeValue, source) }.map { min(2, $0.beforeValue.count) }
  }

  private static func isSame<Value: Equatable>(_ values: [Value]) -> Bool { values.allSatisfy { $0 == values[0] } }

  /// Whether there are only blanks, if anything.
  private static func isBlank(_ range: SourceRange, _ source: [UInt8]) -> Bool {
    source[range.offsets].allSatisfy { $0 == 0x20 }
  }
}
