/// What is different between two texts, line by line, as `diff -u` and Git write it.
///
///     let diff = UnifiedDiff(from: page, to: formatted)
///     if !diff.isEmpty { try output.write(diff.bytes(oldName: "a/page", newName: "b/page")) }
///
/// Lines are bytes: a text may be of any encoding, or of none.
struct UnifiedDiff {
  /// One line of the diff.
  private enum Change: UInt8 {
    case kept = 0x20
    case removed = 0x2D
    case added = 0x2B

    /// The colour of such lines on a terminal, as in Git: none, red, green.
    var colour: StaticString? {
      switch self {
      case .kept: nil
      case .removed: "\u{1B}[31m"
      case .added: "\u{1B}[32m"
      }
    }
  }

  private let old: Lines
  private let new: Lines
  /// All lines of both texts, in the order of the diff; a kept one is a line of the old text.
  private var changes: [(change: Change, line: Int)] = []

  /// The lines that only the old text has.
  private(set) var removedCount = 0
  /// The lines that only the new text has.
  private(set) var addedCount = 0

  /// Compares two texts.
  ///
  /// - Complexity: O(bytes + n log n) for n lines.
  init(from oldText: [UInt8], to newText: [UInt8]) {
    old = Lines(oldText)
    new = Lines(newText)
    guard oldText != newText else { return }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let matching = LineMatching(old.numbered(by: &numbers), new.numbered(by: &numbers))
    changes.reserveCapacity(old.count + new.count)
    var next = 0
    for (line, match) in matching.newIndices.enumerated() {
      guard let match else {
        changes.append((.removed, line))
        removedCount += 1
        continue
      }
      add(upTo: match, from: &next)
      changes.append((.kept, line))
      next += 1
    }
    add(upTo: new.count, from: &next)
  }

  private mutating func add(upTo end: Int, from next: inout Int) {
    while next < end {
      changes.append((.added, next))
      addedCount += 1
      next += 1
    }
  }

  /// Whether the texts are the same.
  var isEmpty: Bool { changes.isEmpty }

  /// The diff as Git writes it.
  ///
  /// - Parameters:
  ///   - oldName: what the old text is called, such as `a/page.wikitext`.
  ///   - newName: what the new one is called.
  ///   - context: how many lines that are the same are shown around a change.
  ///   - isColoured: whether removed lines are red and added ones green, for a terminal.
  /// - Returns: the diff; nothing when the texts are the same.
  /// - Complexity: O(lines + bytes of the diff).
  func bytes(oldName: String, newName: String, context: Int = 3, isColoured: Bool = false) -> [UInt8] {
    guard !isEmpty else { return [] }
    var output: [UInt8] = []
    output.append(contentsOf: "--- \(oldName)\n+++ \(newName)\n".utf8)
    // Lines before the one that is looked at, in each text.
    var oldCount = 0
    var newCount = 0
    var index = 0
    while index < changes.count {
      guard changes[index].change != .kept else {
        oldCount += 1
        newCount += 1
        index += 1
        continue
      }
      let lead = min(context, index - hunkFloor(index, context))
      let end = hunkEnd(from: index, context)
      append(index - lead..<end, (oldCount - lead, newCount - lead), isColoured, to: &output)
      for change in changes[index..<end] {
        if change.change != .added { oldCount += 1 }
        if change.change != .removed { newCount += 1 }
      }
      index = end
    }
    return output
  }

  /// The first of at most `context` kept lines before a change.
  private func hunkFloor(_ index: Int, _ context: Int) -> Int {
    var floor = index
    while floor > 0, index - floor < context, changes[floor - 1].change == .kept { floor -= 1 }
    return floor
  }

  /// Where the hunk of a change ends: behind the context of its last change. Changes whose contexts meet share a hunk.
  private func hunkEnd(from index: Int, _ context: Int) -> Int {
    var lastChange = index
    var next = index
    while next < changes.count, next - lastChange <= 2 * context + 1 {
      if changes[next].change != .kept { lastChange = next }
      next += 1
    }
    return min(changes.count, lastChange + 1 + context)
  }

  private func append(
    _ hunk: Range<Int>,
    _ before: (old: Int, new: Int),
    _ isColoured: Bool,
    to output: inout [UInt8]
  ) {
    let lines = changes[hunk]
    let oldCount = lines.count { $0.change != .added }
    let newCount = lines.count { $0.change != .removed }
    // A range without lines is named by the line before it.
    func range(_ before: Int, _ count: Int) -> String {
      let start = count == 0 ? before : before + 1
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    output.append(contentsOf: "@@ -\(range(before.old, oldCount)) +\(range(before.new, newCount)) @@\n".utf8)
    for (change, line) in lines {
      let text = change == .added ? new[line] : old[line]
      let colour = isColoured ? change.colour : nil
      if let colour { output.append(contentsOf: "\(colour)".utf8) }
      output.append(change.rawValue)
      let isEnded = text.last == UInt8(ascii: "\n")
      output.append(contentsOf: isEnded ? text.dropLast() : text)
      if colour != nil { output.append(contentsOf: "\u{1B}[0m".utf8) }
      output.append(UInt8(ascii: "\n"))
      if !isEnded { output.append(contentsOf: "\\ No newline at end of file\n".utf8) }
    }
  }
}

/// A text cut into lines, each with its line feed.
private struct Lines {
  private let bytes: [UInt8]
  /// Where each line begins, and where the last one ends.
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    if starts[starts.count - 1] < bytes.count { starts.append(bytes.count) }
  }

  var count: Int { starts.count - 1 }

  subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

  /// The lines as numbers, which lines of the same bytes share.
  func numbered(by numbers: inout [ArraySlice<UInt8>: Int]) -> [Int] {
    (0..<count).map { line in
      let next = numbers.count
      let number = numbers[self[line], default: next]
      if number == next { numbers[self[line]] = next }
      return number
    }
  }
}
