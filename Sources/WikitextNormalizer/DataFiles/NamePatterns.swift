/// Beginnings or ends of names and a number for each; the longest one that fits counts.
struct NamePatterns: Sendable {
  private struct Node {
    var byte: UInt8
    /// The first child, and the next one of the same parent; 0 for none.
    var child: UInt32 = 0
    var sibling: UInt32 = 0
    /// The number, plus one.
    var value: UInt32 = 0
  }

  private var nodes = [Node(byte: 0)]
  private let isBackwards: Bool

  /// Beginnings, or ends of names, which are read backwards.
  init(isBackwards: Bool) {
    self.isBackwards = isBackwards
  }

  /// Adds a pattern, where it is not there yet.
  mutating func insert(_ key: NameKey, _ value: Int) {
    var node = 0
    for step in 0..<key.count {
      let byte = key[isBackwards ? key.count - 1 - step : step]
      if let child = child(of: node, byte) {
        node = child
      } else {
        nodes.append(Node(byte: byte, sibling: nodes[node].child))
        nodes[node].child = UInt32(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    if nodes[node].value == 0 { nodes[node].value = UInt32(truncatingIfNeeded: value + 1) }
  }

  /// The number of the longest pattern that fits.
  ///
  /// - Complexity: O(`key.count`).
  func longest(_ key: NameKey) -> (value: Int, length: Int)? {
    var node = 0
    var best: (value: Int, length: Int)?
    for step in 0..<key.count {
      guard let child = child(of: node, key[isBackwards ? key.count - 1 - step : step]) else { break }
      node = child
      if nodes[node].value != 0 { best = (Int(nodes[node].value - 1), step + 1) }
    }
    return best
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].child)
    while child != 0, nodes[child].byte != byte { child = Int(nodes[child].sibling) }
    return child == 0 ? nil : child
  }
}
