/// One content of a revision. Before export-0.11 there was just one, called `main` today.
public struct DumpSlot: Sendable, Equatable {
  /// `main`, `mediainfo` …
  public var role: String
  /// The id of the revision that brought this content; `nil` when missing (`-1` included).
  public var origin: Int64?
  /// The content model; `nil` when missing (`error-no-model` of the Content File Exports included).
  public var model: String?
  /// The serialization format; `nil` when missing (`error-no-format` included).
  public var format: String?
  /// The content in UTF-8, entities decoded once. Always valid UTF-8.
  public var text: [UInt8] = []
  /// Why `text` may be empty.
  public var textState = DumpTextState.missing
  /// The length in UTF-8 bytes as the dump declares it; `nil` when it does not, or gives a negative one.
  public var declaredBytes: Int?
  /// The digest of this content in base 36, an attribute of `<text>` since export-0.11; `nil` when missing.
  public var sha1: String?

  /// An empty slot of that role.
  public init(role: String) {
    self.role = role
  }
}
