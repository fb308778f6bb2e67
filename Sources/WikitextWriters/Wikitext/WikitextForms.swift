import WikitextDocument
import WikitextSyntax

/// How a node can be written, as far as what is below it decides that.
enum WikitextForm: UInt8 {
  case any
  /// A list that marks can make: `*`, `#`.
  case marks
  /// An inline with blocks in it.
  case holdsBlocks
}

/// Finds the form of each node of a document, from the leaves up.
struct WikitextForms {
  private let document: Document
  private let records: [NodeRecord]
  private let pool: [UInt8]
  private var forms: [WikitextForm]

  /// The forms, by the index of the node.
  ///
  /// - Complexity: O(nodes): each is looked at for the node around it and, in a list, for the list.
  static func find(in document: Document) -> [WikitextForm] {
    var finder = WikitextForms(document)
    for index in finder.records.indices.reversed() {
      switch finder.records[index].kind {
      case .list where finder.canBeMarks(index): finder.forms[index] = .marks
      case .element, .link, .externalLink, .bold, .italic:
        if finder.holdsBlocks(index) { finder.forms[index] = .holdsBlocks }
      default: break
      }
    }
    return finder.forms
  }

  private init(_ document: Document) {
    self.document = document
    records = document.records
    pool = document.pool
    forms = Array(repeating: .any, count: document.records.count)
  }

  private func holdsBlocks(_ index: Int) -> Bool {
    var child = index + 1
    while child < Int(records[index].next) {
      if forms[child] == .holdsBlocks || document.standsAmongBlocks(child) { return true }
      child = Int(records[child].next)
    }
    return false
  }

  // MARK: Lists

  /// Whether marks make a list: its items hold inlines, and behind them lists that can be made so, or a table in an
  /// indented line; a tag `<li>` may stand on the line of an item.
  private func canBeMarks(_ list: Int) -> Bool {
    let isDefinition = records[list].detail == UInt16(ListKind.definition.rawValue)
    var isEmpty = true
    var mayFollow = false
    var item = list + 1
    while item < Int(records[list].next) {
      defer { item = Int(records[item].next) }
      if isBlankText(item) { continue }
      isEmpty = false
      if records[item].flags.contains(.tag) {
        guard mayFollow, !isDefinition, records[item].kind == .listItem else { return false }
        mayFollow = false
        continue
      }
      switch records[item].kind {
      case .listItem where !isDefinition: break
      case .term where isDefinition, .description where isDefinition: break
      default: return false
      }
      guard let hasLists = line(of: item) else { return false }
      mayFollow = !hasLists
    }
    return !isEmpty
  }

  /// Whether lists are in an item; nil when it cannot stand on a line.
  private func line(of item: Int) -> Bool? {
    var last: Int?
    var child = item + 1
    while child < Int(records[item].next) {
      defer { child = Int(records[child].next) }
      if isBlankText(child) { continue }
      if records[child].kind == .list, !records[child].flags.contains(.tag) {
        // Lists of a kind would be one.
        if let last, records[last].detail == records[child].detail { return nil }
        guard forms[child] == .marks else { return nil }
        last = child
      } else if last != nil || (records[child].kind == .paragraph && !records[child].flags.contains(.tag)) {
        return nil
      }
    }
    return last != nil
  }

  private func isBlankText(_ index: Int) -> Bool {
    records[index].kind == .text
      && pool[records[index].name.offsets].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }
}
