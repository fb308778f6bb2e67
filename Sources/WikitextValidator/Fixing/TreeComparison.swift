import WikitextSyntax

/// Whether fixes changed nothing but what they are for.
///
/// Both trees are made into lists of what lies outside of the zones that may change: each container that is not wholly in
/// a zone with its kind, flags, detail, start and end, and the leaves outside. Places are told by the zones around them,
/// and so are the same before and after. Two trees agree when the lists are equal.
enum TreeComparison {
  /// A place that means the same in both trees: an even gap and the distance from its start, or an odd zone and 0 for
  /// its start, 1 for its inside, 2 for its end.
  private struct Place: Equatable {
    var zone: Int
    var offset: Int
  }

  private struct Item: Equatable {
    var kind: SyntaxKind
    var flags: SyntaxFlags
    var detail: UInt16
    var start: Place
    /// Of containers; the end of a leaf is the start of what follows.
    var end: Place?
  }

  /// Finds places among zones, for offsets that mostly go up.
  private struct Cursor {
    let zones: [SourceRange]
    let isPoint: [Bool]

    /// The first zone that ends at or behind an offset.
    func zone(at offset: Int) -> Int {
      var low = 0
      var high = zones.count
      while low < high {
        let middle = (low + high) / 2
        if zones[middle].end < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }

    func place(_ offset: Int) -> Place {
      let zone = zone(at: offset)
      guard zone < zones.count, zones[zone].start <= offset else {
        return Place(zone: 2 * zone, offset: offset - (zone > 0 ? zones[zone - 1].end : 0))
      }
      if isPoint[zone] || offset == zones[zone].start { return Place(zone: 2 * zone + 1, offset: 0) }
      return Place(zone: 2 * zone + 1, offset: offset == zones[zone].end ? 2 : 1)
    }

    /// Whether a range lies in one zone.
    func contains(_ start: Int, _ end: Int) -> Bool {
      let zone = zone(at: end)
      return zone < zones.count && zones[zone].start <= start
    }
  }

  /// The first node that is not the same in both trees: its kind and its offset in the new tree, or in the old one where
  /// it is gone.
  ///
  /// - Complexity: O(nodes × log zones).
  static func difference(_ old: SyntaxTree, _ new: SyntaxTree, _ zones: ChangedZones) -> (SyntaxKind, offset: Int)? {
    let before = items(old, Cursor(zones: zones.old, isPoint: zones.isPoint))
    let after = items(new, Cursor(zones: zones.new, isPoint: zones.isPoint))
    for index in 0..<max(before.items.count, after.items.count) {
      if index >= after.items.count { return (before.items[index].kind, before.offsets[index]) }
      if index >= before.items.count || before.items[index] != after.items[index] {
        return (after.items[index].kind, after.offsets[index])
      }
    }
    return nil
  }

  private static func items(_ tree: SyntaxTree, _ cursor: Cursor) -> (items: [Item], offsets: [Int]) {
    var items: [Item] = []
    var offsets: [Int] = []
    // Without the end of the file, whose end nothing tells.
    let records = tree.records
    func append(_ record: SyntaxRecord, _ start: Int, _ end: Place?) {
      items.append(
        Item(kind: record.kind, flags: record.flags, detail: record.detail, start: cursor.place(start), end: end)
      )
      offsets.append(start)
    }
    // Text goes on over leaves: a tag that is taken out of it leaves two, or one.
    var textFlags: SyntaxFlags?
    for record in records.dropLast() {
      let start = Int(record.start)
      let end = Int(records[Int(record.next)].start)
      guard record.kind.isLeaf else {
        if !cursor.contains(start, end) { append(record, start, cursor.place(end)) }
        continue
      }
      // The parts of a leaf that are outside of zones.
      var position = start
      var zone = cursor.zone(at: start)
      while position < end {
        if zone < cursor.zones.count, cursor.zones[zone].start <= position {
          position = max(position, cursor.zones[zone].end)
          zone += 1
          textFlags = nil
          continue
        }
        if record.kind != .text || textFlags != record.flags { append(record, position, nil) }
        textFlags = record.kind == .text ? record.flags : nil
        position = zone < cursor.zones.count ? min(end, cursor.zones[zone].start) : end
      }
    }
    return (items, offsets)
  }
}
