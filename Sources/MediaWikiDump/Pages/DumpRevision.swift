/// One revision of a page, as the dump has it.
public struct DumpRevision: Sendable, Equatable {
  /// The revision id; `nil` when missing.
  public var id: Int64?
  /// The id of the revision before; `nil` for a page's first one and where the dump does not say (`-1` included).
  public var parentID: Int64?
  /// The time in ISO 8601 (`2026-01-31T12:00:00Z`), as written. Empty when missing.
  public var timestamp = ""
  /// Who made it.
  public var contributor = DumpContributor.none
  /// Whether it was marked as a minor edit.
  public var isMinor = false
  /// The edit summary; `nil` when there is none or it is hidden.
  public var comment: String?
  /// Whether the edit summary is hidden from the public.
  public var isCommentDeleted = false
  /// The text and its format: the `main` slot.
  public var main = DumpSlot(role: "main")
  /// The further slots of export-0.11 (`<content>`), such as `mediainfo`, in the order of the dump.
  public var slots: [DumpSlot] = []
  /// The digest in base 36 over all slots; `nil` when missing or hidden. Equal to the text's for a single slot.
  public var sha1: String?

  /// The content model: `wikitext`, `Scribunto`, `json` … `nil` before export-0.8 and when the dump does not know it.
  public var model: String? { main.model }
  /// The serialization format: `text/x-wiki` … `nil` where `model` would be.
  public var format: String? { main.format }
  /// The page's text in UTF-8.
  public var text: [UInt8] { main.text }
  /// Why `text` may be empty.
  public var textState: DumpTextState { main.textState }
  /// The length of the text in UTF-8 bytes as the dump declares it; `nil` before export-0.5.
  public var declaredBytes: Int? { main.declaredBytes }
}
