/// One page of a dump with one of its revisions.
///
/// With `DumpReader.Options.revisions` at `.newest` a page comes once. With `.all` it comes once per revision, in the
/// order of the dump; the page's own fields repeat, and `isLastRevision` marks the end of the page.
public struct DumpPage: Sendable, Equatable {
  /// The full title with its namespace prefix, as written in the dump: `Template:Infobox river`. Empty when the dump
  /// has no `<title>` (a `.missingTitle` problem says so).
  public var title: String
  /// The namespace number of `<ns>`; `nil` before export-0.6, where it must be derived from the title and `SiteInfo`.
  public var namespace: Int32?
  /// The page id; `nil` when the dump has none.
  public var id: Int64?
  /// The target of `<redirect title="…"/>`; the empty string for the `<redirect/>` of schemas 0.4 and 0.5, which
  /// names no target; `nil` when there is no such element. Dumps of other tools leave it out even for redirects.
  public var redirectTitle: String?
  /// The revision: the newest one, or the one whose turn it is.
  public var revision: DumpRevision
  /// Revisions of this page read so far, at least 1. With `.newest`, and on the last revision, this is the page's total.
  public var revisionCount: Int
  /// False when a later event carries another revision of the same page. Always true with `.newest`.
  public var isLastRevision: Bool
  /// Where `<page>` begins: bytes from the start of the decompressed stream. For UTF-16 input, bytes of its UTF-8 form.
  public var byteOffset: Int64
}
