import WikitextDocument

/// One element or text of a page, in preorder: its children are `index + 1`, then the `next` of each child up to the
/// record's own.
struct HTMLRecord: BitwiseCopyable {
  /// Index of the first record after this subtree.
  var next: UInt32
  var firstAttribute: UInt32
  var attributeCount: UInt16
  var element: HTMLElement
  /// Whether something in it was nested too deep and stands beside it instead.
  var isTooDeep = false
  /// What its classes and its id tell.
  var roles: HTMLRoles
  /// Where it is in the source: the whole, and what is between its tags.
  var start: UInt32
  var contentStart: UInt32
  var contentEnd: UInt32
  var end: UInt32
}

/// An attribute of an element; the value, character references decoded, lies in the tree's pool.
struct HTMLAttributeRecord: BitwiseCopyable {
  var name: HTMLAttribute
  var value: PoolRange
}

/// A page of HTML as elements and text, in preorder. Comments are not in it.
struct HTMLTree {
  var records: [HTMLRecord] = []
  var attributes: [HTMLAttributeRecord] = []
  var pool: [UInt8] = []
  /// How far the parser came; less than all of the source when it gave up.
  var end = 0

  /// An attribute's value, or nil when the element does not have it.
  func attribute(_ name: HTMLAttribute, of index: Int) -> ArraySlice<UInt8>? {
    let first = Int(records[index].firstAttribute)
    for attribute in attributes[first..<first + Int(records[index].attributeCount)] where attribute.name == name {
      return pool[attribute.value.offsets]
    }
    return nil
  }

  /// Whether an attribute's value, a list of words, has a word.
  func attribute(_ name: HTMLAttribute, of index: Int, has word: StaticString) -> Bool {
    guard let value = attribute(name, of: index) else { return false }
    return value.split(whereSeparator: { $0 <= 0x20 }).contains { $0.equals(word) }
  }

  /// The indices of the direct children.
  func children(of index: Int) -> some Sequence<Int> {
    let end = Int(records[index].next)
    return sequence(state: index + 1) { child in
      guard child < end else { return nil }
      defer { child = Int(records[child].next) }
      return child
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are these.
  func equals(_ word: StaticString) -> Bool {
    unsafe count == word.utf8CodeUnitCount
      && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Whether the bytes begin with these.
  func starts(with word: StaticString) -> Bool {
    unsafe starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Whether an address has a host, or a part of one.
  func contains(host: StaticString) -> Bool {
    let host = Array(host.description.utf8)
    let head = prefix(200)
    return head.indices.contains { head[$0...].starts(with: host) }
  }

  /// The bytes without white space at either end.
  var trimmed: ArraySlice<UInt8> {
    var bytes = self
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }
}
