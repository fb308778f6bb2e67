import WikitextDocument
import WikitextSyntax

/// A call of a template, or of a module by `{{#invoke:}}`, and its arguments.
struct TemplateCall {
  /// The call's node.
  let node: Int
  /// The name of the template, or of the module.
  let name: String
  /// The arguments without names, in their order.
  let positional: [Int]
  /// Those with names.
  private let named: [(name: PoolRange, node: Int)]
  /// Those with names by their names, where there are too many to look through.
  private let nodeOfName: [ArraySlice<UInt8>: Int]
  /// What is added to positions that a pattern names: the round of a rule that repeats.
  var shift = 0
  /// What stands between all positional arguments where a pattern shows them together.
  var separator = " "

  /// A call, whose first positional arguments may be none of the template's: the module and its function.
  ///
  /// - Complexity: O(arguments).
  init(_ node: Int, in document: Document, name: String, without skipped: Int = 0) {
    self.node = node
    self.name = name
    var positional: [Int] = []
    var named: [(name: PoolRange, node: Int)] = []
    let records = document.records
    var argument = node + 1
    var left = skipped
    while argument < Int(records[node].next) {
      let record = records[argument]
      if record.detail == 1 {
        named.append((record.name, argument))
      } else if left > 0 {
        left -= 1
      } else {
        positional.append(argument)
      }
      argument = Int(record.next)
    }
    self.positional = positional
    self.named = named
    var nodeOfName: [ArraySlice<UInt8>: Int] = [:]
    if named.count > TemplateCall.fewNames {
      let pool = document.pool
      for (name, node) in named { nodeOfName[pool[name.offsets]] = node }
    }
    self.nodeOfName = nodeOfName
  }

  /// Up to this many names are looked through one after the other.
  private static let fewNames = 64

  /// The argument with a name or a position.
  ///
  /// - Complexity: O(length of the name), but where there are few arguments with names.
  func argument(_ name: String, in document: Document) -> Int? {
    if let position = Int(name), position > 0 {
      let place = position + shift
      if let argument = argument(named: String(place), in: document) { return argument }
      return place <= positional.count ? positional[place - 1] : nil
    }
    if shift > 0 { return argument(named: name + String(shift + 1), in: document) }
    return argument(named: name, in: document)
  }

  private func argument(named name: String, in document: Document) -> Int? {
    if !nodeOfName.isEmpty { return nodeOfName[Array(name.utf8)[...]] }
    let pool = document.pool
    return named.last { pool[$0.name.offsets].elementsEqual(name.utf8) }?.node
  }

  /// The first of these arguments that has content.
  func firstArgument(_ names: [String], in document: Document) -> Int? {
    for name in names {
      if let argument = argument(name, in: document), document.hasContent(argument) { return argument }
    }
    return nil
  }
}

extension Document {
  /// Whether an argument holds more than blanks and comments.
  func hasContent(_ argument: Int) -> Bool {
    var child = argument + 1
    while child < Int(records[argument].next) {
      let record = records[child]
      if record.kind != .text || pool[record.name.offsets].contains(where: { $0 > 0x20 }) { return true }
      child = Int(record.next)
    }
    return false
  }

  /// The text of an argument.
  func plainText(ofArgument argument: Int) -> [UInt8] {
    var text: [UInt8] = []
    appendPlainText(of: argument, options: [], to: &text)
    return text
  }
}
