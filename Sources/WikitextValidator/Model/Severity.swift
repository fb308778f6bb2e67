/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nothing is wrong (`note` in SARIF).
  case info
  /// Readers or programs may be misled.
  case warning
  /// Something is lost or shown wrong.
  case error

  /// Whether one matters less than the other.
  public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
