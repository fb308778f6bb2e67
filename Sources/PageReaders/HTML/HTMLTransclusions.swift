import WikitextDocument

/// A template that made a part of the page, by what Parsoid says of it.
struct HTMLTransclusion {
  /// An argument: its name, and its value in wikitext.
  struct Argument {
    var name: [UInt8]
    var value: [UInt8]
  }

  var name: [UInt8]
  var arguments: [Argument]
  /// The part of the page that it made.
  var start: Int
  var end: Int
}

/// The templates of a page. Parsoid gives all elements that one template made the same `about`, and the first of them a
/// `data-mw` with the call.
struct HTMLTransclusions {
  private(set) var all: [HTMLTransclusion] = []
  private var numbers: [UInt64: Int] = [:]

  /// Takes note of an element.
  ///
  /// - Complexity: O(bytes of its attributes).
  mutating func note(_ tree: HTMLTree, _ index: Int) {
    guard tree.records[index].attributeCount > 0, let about = tree.attribute(.about, of: index) else { return }
    let key = HTMLNameHash.of(about)
    if let number = numbers[key] {
      all[number].end = max(all[number].end, Int(tree.records[index].end))
    } else if let data = tree.attribute(.dataMW, of: index), tree.attribute(.typeof, of: index, has: "mw:Transclusion"),
      let call = DataMW.template(data)
    {
      numbers[key] = all.count
      let record = tree.records[index]
      all.append(
        HTMLTransclusion(name: call.name, arguments: call.arguments, start: Int(record.start), end: Int(record.end))
      )
    }
  }

  /// The number of the template call that made an element.
  func number(of index: Int, in tree: HTMLTree) -> Int? {
    guard let about = tree.attribute(.about, of: index) else { return nil }
    return numbers[HTMLNameHash.of(about)]
  }
}
