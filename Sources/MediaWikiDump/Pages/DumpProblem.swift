/// Something wrong with a dump that did not stop the reading.
public struct DumpProblem: Sendable, Equatable {
  /// What kind of thing.
  public var kind: Kind
  /// What, in a sentence for people.
  public var message: String
  /// Where.
  public var offset: Offset

  /// The kinds of problems.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another document follows the first one in the same stream.
    case anotherDocument
    /// A page with several revisions broke off after some were returned; the rest of it is lost.
    case brokenRevision
    /// The siteinfo cannot be read, not even after repair; no page is lost by that.
    case brokenSiteInfo
    /// Compressed data is damaged; the reader went on behind it where the format allows that.
    case corruptData
    /// The declared character encoding is not supported; the dump is read as UTF-8.
    case encoding
    /// Something other than a dump precedes or follows it.
    case junk
    /// There are log items, which are not pages.
    case logItems
    /// There is no `<mediawiki>` element around the pages.
    case missingRoot
    /// A page has no title.
    case missingTitle
    /// Markup that is not well-formed was repaired: stray `&` and `<`, forbidden control characters, invalid UTF-8.
    /// The page is returned.
    case repaired
    /// A revision stands outside any page and is left out.
    case revisionOutsidePage
    /// The dump ends early.
    case truncated
  }

  /// A place in the dump.
  public enum Offset: Sendable, Equatable {
    /// Bytes from the start of the file as it is stored.
    case compressed(Int64)
    /// Bytes from the start of the decompressed stream.
    case decompressed(Int64)
  }
}
