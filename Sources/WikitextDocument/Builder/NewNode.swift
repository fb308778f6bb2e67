import WikitextSyntax

/// What a node is made of.
struct NewNode {
  var kind: NodeKind
  var start: Int
  var flags: NodeFlags = []
  var detail: UInt16 = 0
  var name = PoolRange()
  var target = PoolRange()

  init(
    _ kind: NodeKind,
    at start: Int,
    flags: NodeFlags = [],
    detail: UInt16 = 0,
    name: PoolRange = PoolRange(),
    target: PoolRange = PoolRange()
  ) {
    self.kind = kind
    self.start = start
    self.flags = flags
    self.detail = detail
    self.name = name
    self.target = target
  }

  /// The node as it is stored.
  @inline(__always)
  func record(next: Int, end: Int) -> NodeRecord {
    NodeRecord(
      next: UInt32(truncatingIfNeeded: next),
      kind: kind,
      flags: flags,
      detail: detail,
      name: name,
      target: target,
      sourceStart: UInt32(truncatingIfNeeded: start),
      sourceEnd: UInt32(truncatingIfNeeded: end)
    )
  }
}
