/// The name a skipped page is counted under; the same cases as `SkippedPage.Reason` without their details.
public enum SkipReason: String, Sendable, CaseIterable {
  /// The markup cannot be read.
  case broken
  /// Part of the page lay in a compressed block that is lost.
  case lostData
  /// The page has no revision.
  case noRevision
  /// A revision is larger than the limit.
  case tooLarge
  /// The dump ends inside the page.
  case truncated
}

extension SkippedPage.Reason {
  /// The name this reason is counted under.
  public var name: SkipReason {
    switch self {
    case .broken: .broken
    case .lostData: .lostData
    case .noRevision: .noRevision
    case .tooLarge: .tooLarge
    case .truncated: .truncated
    }
  }
}
