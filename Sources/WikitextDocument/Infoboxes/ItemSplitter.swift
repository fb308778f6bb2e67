import WikitextSyntax

/// Divides the value of a field into items: at line breaks, at the items of lists, and at the arguments of list
/// templates (`{{plainlist}}`, `{{ubl}}`, `{{hlist}}` …), however they are nested.
struct ItemSplitter {
  let document: Document
  /// The first node of the item being gathered, and where it ends so far.
  private var first = -1
  private var end = -1

  init(document: Document) {
    self.document = document
  }

  private var records: [NodeRecord] { document.records }

  /// Appends the items of the value below `argument`.
  ///
  /// - Complexity: O(nodes below); an explicit stack stands for the nesting.
  mutating func split(_ argument: Int, into items: inout [ItemRecord]) {
    var ends: [Int] = []
    var index = argument + 1
    let last = Int(records[argument].next)
    while index < last {
      while let end = ends.last, end <= index {
        finish(&items)
        ends.removeLast()
      }
      let record = records[index]
      switch record.kind {
      case .lineBreak:
        finish(&items)
        index += 1
      case .list, .listItem, .term, .description, .block:
        finish(&items)
        ends.append(Int(record.next))
        index += 1
      case .template where document.isListTemplate(index):
        finish(&items)
        ends.append(Int(record.next))
        index += 1
      case .argument:
        // An argument of a list template: its positional ones are items, named ones are its style.
        finish(&items)
        if record.name.isEmpty {
          ends.append(Int(record.next))
          index += 1
        } else {
          index = Int(record.next)
        }
      default:
        if first < 0 { first = index }
        end = Int(record.next)
        index = end
      }
    }
    finish(&items)
  }

  /// Ends the item being gathered, if it holds more than blanks.
  private mutating func finish(_ items: inout [ItemRecord]) {
    guard first >= 0 else { return }
    defer { first = -1 }
    var start = Int(records[first].sourceStart)
    var stop = start
    var index = first
    while index < end {
      stop = max(stop, Int(records[index].sourceEnd))
      index = Int(records[index].next)
    }
    while start < stop, document.source[start] <= 0x20 { start += 1 }
    while stop > start, document.source[stop - 1] <= 0x20 { stop -= 1 }
    guard start < stop else { return }
    items.append(
      ItemRecord(
        first: UInt32(truncatingIfNeeded: first),
        end: UInt32(truncatingIfNeeded: end),
        sourceStart: UInt32(truncatingIfNeeded: start),
        sourceEnd: UInt32(truncatingIfNeeded: stop)
      )
    )
  }
}

extension Document {
  /// Whether a node is a template whose arguments are the items of a list.
  package func isListTemplate(_ index: Int) -> Bool {
    let pool = pool
    return records[index].kind == .template && InfoboxTemplates.lists.contains(pool.span, records[index].name.offsets)
  }
}
