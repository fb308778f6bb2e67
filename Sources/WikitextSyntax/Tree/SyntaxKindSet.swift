/// A set of node kinds: one bit each.
public struct SyntaxKindSet: Sendable, Hashable, BitwiseCopyable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  /// The set of these kinds.
  public init(arrayLiteral kinds: SyntaxKind...) {
    for kind in kinds { insert(kind) }
  }

  /// Whether the kind is in the set.
  @inline(__always)
  public func contains(_ kind: SyntaxKind) -> Bool { bits &>> UInt64(kind.rawValue) & 1 != 0 }

  /// Adds a kind.
  public mutating func insert(_ kind: SyntaxKind) {
    precondition(kind.rawValue < UInt64.bitWidth, "a kind beyond the 64th needs a wider set")
    bits |= 1 << UInt64(kind.rawValue)
  }
}
