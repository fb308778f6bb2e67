import WikitextSyntax

/// What a node is made of.
package struct NewNode {
  package var kind: NodeKind
  package var start: Int
  package var flags: NodeFlags = []
  package var detail: UInt16 = 0
  package var name = PoolRange()
  package var target = PoolRange()

  package init(
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
