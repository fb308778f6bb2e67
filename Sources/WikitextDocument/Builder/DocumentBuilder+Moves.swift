/// The neighbours of a node while nodes are moved.
struct NodeLinks: BitwiseCopyable {
  var parent = none
  var previous = none
  var next = none
  var first = none
  var last = none

  static let none = UInt32.max
}

/// Moving nodes: what HTML does with overlapping elements and with content that may not stand in a table.
extension DocumentBuilder {
  /// Whether the next node goes before a table.
  var isFostering: Bool { fosteringTable >= 0 }

  /// Makes the next node go before a table and not into the node opened last.
  mutating func beginFostering(before table: Int) {
    beginMoving()
    fosteringTable = table
  }

  /// Whether the node right before a table is an inline that stood in it.
  func hasFosteredInline(before table: Int) -> Bool {
    guard !links.isEmpty, links[table].previous != NodeLinks.none else { return false }
    // Nodes that come later in the page have higher numbers.
    let previous = Int(links[table].previous)
    return previous > table && !records[previous].kind.isBlock
  }

  /// Begins to keep links between the nodes.
  ///
  /// - Complexity: O(nodes), the first time.
  mutating func beginMoving() {
    if !links.isEmpty { return }
    links.reserveCapacity(records.count + records.count / 4)
    var ancestors: [UInt32] = []
    for index in records.indices {
      while let parent = ancestors.last, records[Int(parent)].next != 0, Int(records[Int(parent)].next) <= index {
        ancestors.removeLast()
      }
      links.append(NodeLinks())
      if let parent = ancestors.last { attach(UInt32(truncatingIfNeeded: index), to: Int(parent), before: nil) }
      ancestors.append(UInt32(truncatingIfNeeded: index))
    }
  }

  /// Links the node that is about to be added with its surroundings.
  @inline(never)
  mutating func link(_ index: Int) {
    links.append(NodeLinks())
    let node = UInt32(truncatingIfNeeded: index)
    if fosteringTable >= 0, links[fosteringTable].parent != NodeLinks.none {
      attach(node, to: Int(links[fosteringTable].parent), before: fosteringTable)
    } else if let parent = open.last {
      attach(node, to: Int(parent), before: nil)
    }
    fosteringTable = -1
  }

  private mutating func attach(_ node: UInt32, to parent: Int, before sibling: Int?) {
    let index = Int(node)
    links[index].parent = UInt32(truncatingIfNeeded: parent)
    if let sibling {
      let previous = links[sibling].previous
      links[index].previous = previous
      links[index].next = UInt32(truncatingIfNeeded: sibling)
      links[sibling].previous = node
      if previous == NodeLinks.none { links[parent].first = node } else { links[Int(previous)].next = node }
    } else {
      let last = links[parent].last
      links[index].previous = last
      links[index].next = NodeLinks.none
      if last == NodeLinks.none { links[parent].first = node } else { links[Int(last)].next = node }
      links[parent].last = node
    }
  }

  /// Takes a node away from where it stands; one that is put nowhere else is no part of the document.
  mutating func detach(_ node: Int) {
    let link = links[node]
    guard link.parent != NodeLinks.none else { return }
    if link.previous == NodeLinks.none {
      links[Int(link.parent)].first = link.next
    } else {
      links[Int(link.previous)].next = link.next
    }
    if link.next == NodeLinks.none {
      links[Int(link.parent)].last = link.previous
    } else {
      links[Int(link.next)].previous = link.previous
    }
    links[node].parent = NodeLinks.none
    links[node].previous = NodeLinks.none
    links[node].next = NodeLinks.none
  }

  /// Puts a node at the end of another, or before a table: then into the table's parent.
  mutating func move(_ node: Int, to parent: Int, before table: Int? = nil) {
    openText = -1
    detach(node)
    if let table, links[table].parent != NodeLinks.none {
      attach(UInt32(truncatingIfNeeded: node), to: Int(links[table].parent), before: table)
    } else {
      attach(UInt32(truncatingIfNeeded: node), to: parent, before: nil)
    }
  }

  /// Puts all children of a node at the end of another.
  mutating func moveChildren(of node: Int, to parent: Int) {
    while links[node].first != NodeLinks.none { move(Int(links[node].first), to: parent) }
  }

  /// Another node like this one, which stands nowhere yet.
  mutating func clone(_ node: Int) -> Int {
    var record = records[node]
    record.next = UInt32(truncatingIfNeeded: records.count + 1)
    record.sourceEnd = max(record.sourceEnd, UInt32(truncatingIfNeeded: contentEnd))
    record.flags.remove(.hasAttributes)
    records.append(record)
    links.append(NodeLinks())
    copyAttributes(from: node, to: records.count - 1)
    openText = -1
    return records.count - 1
  }

  /// Takes an open node away; what is in it stands where it stood.
  mutating func dissolve(openFromTop distance: Int) {
    beginMoving()
    openText = -1
    let place = open.count - 1 - distance
    let node = Int(open[place])
    while links[node].first != NodeLinks.none {
      let child = Int(links[node].first)
      detach(child)
      attach(UInt32(truncatingIfNeeded: child), to: Int(links[node].parent), before: node)
    }
    detach(node)
    open.remove(at: place)
  }

  /// Takes a node out of the open ones; it stays where it is.
  mutating func removeOpen(fromTop distance: Int) {
    let node = Int(open.remove(at: open.count - 1 - distance))
    records[node].sourceEnd = max(records[node].sourceStart, UInt32(truncatingIfNeeded: contentEnd))
  }

  /// Makes another node the open one at this place.
  mutating func replaceOpen(fromTop distance: Int, with node: Int) {
    let place = open.count - 1 - distance
    let old = Int(open[place])
    records[old].sourceEnd = max(records[old].sourceStart, UInt32(truncatingIfNeeded: contentEnd))
    open[place] = UInt32(truncatingIfNeeded: node)
  }

  /// Makes a node an open one, right above the one at this place.
  mutating func insertOpen(fromTop distance: Int, _ node: Int) {
    open.insert(UInt32(truncatingIfNeeded: node), at: open.count - distance)
  }

  // MARK: The end

  /// Puts the records in the order of the tree.
  ///
  /// - Complexity: O(nodes).
  mutating func putInOrder() {
    var ordered: [NodeRecord] = []
    ordered.reserveCapacity(records.count)
    var places = [UInt32](repeating: 0, count: records.count)
    var orderedAttributes: [AttributeRecord] = []
    orderedAttributes.reserveCapacity(attributes.count)
    var node = 0
    walk: while true {
      let place = UInt32(truncatingIfNeeded: ordered.count)
      places[node] = place
      ordered.append(records[node])
      if records[node].flags.contains(.hasAttributes) {
        for attribute in attributes.records(of: node) {
          orderedAttributes.append(AttributeRecord(node: place, name: attribute.name, value: attribute.value))
        }
      }
      if links[node].first != NodeLinks.none {
        node = Int(links[node].first)
        continue
      }
      while true {
        ordered[Int(places[node])].next = UInt32(truncatingIfNeeded: ordered.count)
        if links[node].next != NodeLinks.none {
          node = Int(links[node].next)
          continue walk
        }
        if links[node].parent == NodeLinks.none { break walk }
        node = Int(links[node].parent)
      }
    }
    records = ordered
    attributes = orderedAttributes
    links = []
    for index in extras.references.indices {
      if let definition = extras.references[index].definition {
        extras.references[index].definition = places[Int(definition)]
      }
    }
    for index in extras.referenceUses.indices {
      extras.referenceUses[index] = places[Int(extras.referenceUses[index])]
    }
  }
}
