import WikitextNormalizer
import WikitextSyntax

/// A text of JSON with the places of its values: what findings in records point at.
///
/// The values lie in one array in preorder, as the nodes of a page do; nothing follows the call stack.
struct JSONTree: Sendable {
  /// What a value is.
  enum Kind: Sendable {
    case object, array, string, number, boolean, null
  }

  /// A value.
  struct Node: Sendable {
    var kind: Kind
    /// Where it stands in the text.
    var range: Range<Int>
    /// The first value that is not below it.
    var next: Int
    /// The object or array around it; -1 for the whole.
    var parent: Int
    /// The name of a member between its quotation marks; empty for elements.
    var name: Range<Int>
  }

  /// The text.
  let source: [UInt8]
  /// The values in preorder: the first is the whole.
  private(set) var nodes: [Node] = []

  /// Reads a text.
  ///
  /// - Throws: what is wrong with it, by RFC 8259.
  /// - Complexity: O(`source.count`).
  init(_ source: [UInt8]) throws(JSONReader.Fault) {
    _ = try JSONReader.read(source)
    self.source = source
    scan()
  }

  /// Finds the values of a text that is known to be JSON.
  private mutating func scan() {
    var open: [Int] = []
    var name: Range<Int>?
    var position = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < source.count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let kind = byte == UInt8(ascii: "{") ? Kind.object : .array
        add(kind, position..<position + 1, name, open.last)
        name = nil
        open.append(nodes.count - 1)
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        position += 1
        if let container = open.popLast() {
          nodes[container].range = nodes[container].range.lowerBound..<position
          nodes[container].next = nodes.count
        }
      case UInt8(ascii: "\""):
        let end = stringEnd(position)
        if name == nil, let container = open.last, nodes[container].kind == .object {
          name = position + 1..<end - 1
        } else {
          add(.string, position..<end, name, open.last)
          name = nil
        }
        position = end
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"): position += 1
      default:
        let end = wordEnd(position)
        let kind: Kind =
          switch byte {
          case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
          case UInt8(ascii: "n"): .null
          default: .number
          }
        add(kind, position..<end, name, open.last)
        name = nil
        position = end
      }
    }
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>, _ name: Range<Int>?, _ parent: Int?) {
    let start = range.lowerBound
    nodes.append(
      Node(kind: kind, range: range, next: nodes.count + 1, parent: parent ?? -1, name: name ?? start..<start)
    )
  }

  /// Behind the closing quotation mark.
  private func stringEnd(_ start: Int) -> Int {
    var position = start + 1
    while position < source.count, source[position] != UInt8(ascii: "\"") {
      position += source[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, source.count)
  }

  private func wordEnd(_ start: Int) -> Int {
    var position = start + 1
    while position < source.count, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(source[position]) {
      position += 1
    }
    return position
  }

  // MARK: - Values

  /// The members of an object or the elements of an array, by their places.
  func children(of node: Int) -> Children { Children(nodes: nodes, index: node + 1, end: nodes[node].next) }

  /// Steps from value to value.
  struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var index: Int
    let end: Int

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = nodes[index].next }
      return index
    }
  }

  /// The name of a member; empty for an element.
  func name(of node: Int) -> String { text(nodes[node].name) }

  /// The member of an object with a name; of several the last. Nil for none, and for other values.
  ///
  /// - Complexity: O(members).
  func member(_ name: String, of node: Int) -> Int? {
    guard nodes[node].kind == .object else { return nil }
    var found: Int?
    for child in children(of: node) where source[nodes[child].name].elementsEqual(name.utf8) { found = child }
    return found
  }

  /// The text of a string; nil for other values.
  func string(_ node: Int?) -> String? {
    guard let node, nodes[node].kind == .string else { return nil }
    let range = nodes[node].range
    return text(range.lowerBound + 1..<range.upperBound - 1)
  }

  /// What a number is; nil for other values.
  func number(_ node: Int?) -> Double? {
    guard let node, nodes[node].kind == .number else { return nil }
    return Double(String(decoding: source[nodes[node].range], as: UTF8.self))
  }

  /// A whole number that fits; nil for other values.
  func integer(_ node: Int?) -> Int? { number(node).flatMap { Int(exactly: $0) } }

  /// Where a value stands.
  func range(of node: Int) -> SourceRange { SourceRange(nodes[node].range) }

  /// A value as ``JSONValue``: strings, numbers and words only; nil for objects and arrays.
  func scalar(_ node: Int) -> JSONValue? {
    switch nodes[node].kind {
    case .object, .array: nil
    case .string: string(node).map { .string($0) }
    case .number: .number(String(decoding: source[nodes[node].range], as: UTF8.self))
    case .boolean: .boolean(source[nodes[node].range.lowerBound] == UInt8(ascii: "t"))
    case .null: .null
    }
  }

  /// How one gets to a value: `infoboxes[0].has_parts[2].name`; empty for the whole.
  ///
  /// - Complexity: O(depth + elements before it).
  func path(to node: Int) -> String {
    var steps: [String] = []
    var node = node
    while nodes[node].parent >= 0 {
      let parent = nodes[node].parent
      if nodes[parent].kind == .object {
        steps.append("." + name(of: node))
      } else {
        steps.append("[\(children(of: parent).prefix { $0 != node }.count)]")
      }
      node = parent
    }
    let path = steps.reversed().joined()
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  /// What stands between quotation marks, with its escapes read.
  private func text(_ range: Range<Int>) -> String {
    let bytes = source[range]
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    return (try? JSONReader.read(quoted))?.string ?? String(decoding: bytes, as: UTF8.self)
  }
}
