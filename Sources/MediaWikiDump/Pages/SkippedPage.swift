/// A page the reader could not return.
public struct SkippedPage: Sendable, Equatable {
  /// The title as far as it was read.
  public var title: String?
  /// The page id as far as it was read.
  public var id: Int64?
  /// The namespace number as far as it was read.
  public var namespace: Int32?
  /// Where `<page>` begins, in bytes as in `DumpPage.byteOffset`.
  public var byteOffset: Int64
  /// Why.
  public var reason: Reason

  /// Why a page was skipped. The reader skips what it cannot read and nothing else; a page with deleted text, or of
  /// a namespace nobody asked for, is the caller's business.
  public enum Reason: Sendable, Equatable {
    /// The markup cannot be read, not even after repair. The message says what and is for people.
    case broken(message: String)
    /// Part of the page lay in a compressed block that is lost.
    case lostData
    /// The page has no revision.
    case noRevision
    /// A revision is larger than `DumpReader.Options.maximumRevisionBytes`.
    case tooLarge(limit: Int)
    /// The dump ends inside the page.
    case truncated
  }
}
