extension DumpReader {
  /// What a reader returns.
  public struct Options: Sendable {
    /// Which revisions of a page.
    public enum Revisions: Sendable {
      /// The newest one by timestamp, then by id, wherever in the page it stands.
      case newest
      /// All, an event each.
      case all
    }

    /// Which revisions of a page are returned; the newest by default.
    public var revisions = Revisions.newest
    /// Whether to keep a SHA-256 of the stored bytes. Costs about a second per 200 MB.
    public var digest = false
    /// The most bytes a text, or any other element, may have; a page that exceeds it is skipped. Bounds the memory the
    /// reader needs. 256 MiB by default; MediaWiki's own limit is 2 MiB by default.
    public var maximumRevisionBytes = 256 << 20

    /// The newest revisions, no digest, 256 MiB.
    public init() {}
  }
}
